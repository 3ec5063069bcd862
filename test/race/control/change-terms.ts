import sdk from 'wx-server-sdk';

/** What the vendor's loose types hide, as far as this function uses it. */
interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol;
  init(options: { env: symbol }): void;
  database(): { collection(name: string): { doc(id: string): { update(change: { data: object }): Promise<unknown> } } };
}

const wx = sdk as unknown as Sdk;
wx.init({ env: wx.DYNAMIC_CURRENT_ENV });

/** What an organizer's change of an activity will do to its pool: other terms under a higher version. */
export async function main(event: { input: { activityId: string; terms: object } }): Promise<object> {
  const { activityId, terms } = event.input;
  await wx.database().collection('pools').doc(activityId).update({ data: { terms } });
  return { ok: true, value: {} };
}
