import sdk from 'wx-server-sdk';

/** What the vendor's loose types hide, as far as this function uses it. */
interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol;
  init(options: { env: symbol }): void;
  database(): {
    collection(name: string): {
      doc(id: string): { get(): Promise<{ data: { state: string } }>; remove(): Promise<unknown> };
    };
  };
}

const wx = sdk as unknown as Sdk;
wx.init({ env: wx.DYNAMIC_CURRENT_ENV });
const database = wx.database();

/** The last one's leaving as it must not be: looks whether the league is drawn, and takes the entry out. It was drawn meanwhile. */
export async function main({ input }: { input: { leagueId: string; entryId: string } }): Promise<object> {
  const { state } = (await database.collection('leagues').doc(input.leagueId).get()).data;
  if (state !== 'open') return { ok: false, refusal: 'ROSTER_LOCKED', detail: {} };
  await database.collection('leagueEntries').doc(input.entryId).remove();
  return { ok: true, value: {} };
}
