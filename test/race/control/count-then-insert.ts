import sdk from 'wx-server-sdk';

/** What the vendor's loose types hide, as far as this function uses it. */
interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol;
  init(options: { env: symbol }): void;
  getWXContext(): { OPENID?: string };
  database(): {
    collection(name: string): {
      where(filter: object): { count(): Promise<{ total: number }> };
      add(document: { data: object }): Promise<unknown>;
    };
  };
}

const wx = sdk as unknown as Sdk;
wx.init({ env: wx.DYNAMIC_CURRENT_ENV });
const takers = wx.database().collection('takers');

/** Sign-up as it must not be: counts, and where there is room inserts. What it decided on is old by then. */
export async function main(event: { input: { places: number } }): Promise<object> {
  const { total } = await takers.where({ of: 'music' }).count();
  if (total >= event.input.places) return { ok: false, refusal: 'FULL', detail: {} };
  await takers.add({ data: { of: 'music', who: wx.getWXContext().OPENID } });
  return { ok: true, value: {} };
}
