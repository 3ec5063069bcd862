import sdk from 'wx-server-sdk';

/** What the vendor's loose types hide, as far as this function uses it. */
interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol;
  init(options: { env: symbol }): void;
  database(): {
    collection(name: string): {
      where(filter: object): { count(): Promise<{ total: number }> };
      add(document: { data: object }): Promise<unknown>;
    };
  };
}

const wx = sdk as unknown as Sdk;
wx.init({ env: wx.DYNAMIC_CURRENT_ENV });
const announcements = wx.database().collection('announcements');

/** Written as it must not be: counts those of the day, and where there is room writes one more. Others did so meanwhile. */
export async function main({ input }: { input: { id: string; activityId: string } }): Promise<object> {
  const { id: _id, activityId } = input;
  const { total } = await announcements.where({ activityId }).count();
  if (total >= 3) return { ok: false, refusal: 'ENOUGH_TODAY', detail: {} };
  await announcements.add({ data: { _id, activityId, key: _id, slot: _id } });
  return { ok: true, value: {} };
}
