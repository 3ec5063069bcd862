import sdk from 'wx-server-sdk';

interface Collection {
  doc(id: string): {
    get(): Promise<{ data: { members: Record<string, object> } }>;
    update(change: { data: object }): Promise<unknown>;
  };
}

/** What the vendor's loose types hide, as far as this function uses it. */
interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol;
  init(options: { env: symbol }): void;
  database(): { collection(name: string): Collection };
}

const wx = sdk as unknown as Sdk;
wx.init({ env: wx.DYNAMIC_CURRENT_ENV });
const database = wx.database();

/** Joining as it must not be: looks whether there is a seat, and then takes it. Others have looked meanwhile. */
export async function main(event: { input: { teamId: string; memberId: string } }): Promise<object> {
  const { teamId, memberId } = event.input;
  const team = database.collection('teams').doc(teamId);
  const { members } = (await team.get()).data;
  if (Object.keys(members).length >= 10) return { ok: false, refusal: 'TEAM_FULL', detail: {} };
  await team.update({ data: { [`members.${memberId}`]: { rev: 0, days: 0, minutes: 0, joinedOn: '2026-11-20' } } });
  return { ok: true, value: {} };
}
