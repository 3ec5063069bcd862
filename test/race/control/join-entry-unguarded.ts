import sdk from 'wx-server-sdk';

interface Found {
  data: { roster: Record<string, object>; entryId?: string }[];
}

/** What the vendor's loose types hide, as far as this function uses it. */
interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol;
  init(options: { env: symbol }): void;
  database(): {
    collection(name: string): {
      where(filter: object): { get(): Promise<Found> };
      doc(id: string): {
        update(options: { data: object }): Promise<unknown>;
        set(options: { data: object }): Promise<unknown>;
      };
    };
  };
}

const wx = sdk as unknown as Sdk;
wx.init({ env: wx.DYNAMIC_CURRENT_ENV });
const database = wx.database();

interface Joining {
  leagueId: string;
  entryId: string;
  memberId: string;
  most: number;
}

/** Joining as it must not be: looks whether there is room, and whether they are in no entry, and writes a moment later. */
export async function main({ input }: { input: Joining }): Promise<object> {
  const { leagueId, entryId, memberId, most } = input;
  const [entry] = (await database.collection('leagueEntries').where({ _id: entryId }).get()).data;
  const [player] = (await database.collection('players').where({ leagueId, memberId }).get()).data;
  if (Object.keys(entry?.roster ?? {}).length >= most) return { ok: false, refusal: 'ROSTER_FULL', detail: {} };
  if (player?.entryId !== undefined) return { ok: false, refusal: 'ALREADY_ENTERED', detail: {} };
  const place = { joinedAt: 0, substitute: true };
  await database
    .collection('leagueEntries')
    .doc(entryId)
    .update({ data: { [`roster.${memberId}`]: place } });
  await database.collection('players').doc(`${leagueId}.${memberId}`).set({ data: { leagueId, memberId, entryId } });
  return { ok: true, value: {} };
}
