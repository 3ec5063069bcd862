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
const exports = wx.database().collection('exports');

/** An export asked for as it must not be: looks whether another is under way, and writes it down. Another began meanwhile. */
export async function main({ input }: { input: { id: string; by: string } }): Promise<object> {
  const { total } = await exports.where({ by: input.by }).count();
  if (total > 0) return { ok: false, refusal: 'ONE_AT_A_TIME', detail: {} };
  await exports.add({ data: { _id: input.id, by: input.by, key: input.id, openKey: input.id, state: 'queued' } });
  return { ok: true, value: {} };
}
