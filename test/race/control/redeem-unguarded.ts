import sdk from 'wx-server-sdk';

interface Collection {
  add(document: { data: object }): Promise<unknown>;
  doc(id: string): {
    get(): Promise<{ data: { used: { all?: number }; terms: { caps: { all: number } } } }>;
    update(change: { data: object }): Promise<unknown>;
  };
}

/** What the vendor's loose types hide, as far as this function uses it. */
interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol;
  init(options: { env: symbol }): void;
  database(): { command: { inc(by: number): object }; collection(name: string): Collection };
}

const wx = sdk as unknown as Sdk;
wx.init({ env: wx.DYNAMIC_CURRENT_ENV });
const database = wx.database();

/** Redeeming as it must not be: looks whether one is left, and then takes it. Others have looked meanwhile. */
export async function main(event: { input: { benefitId: string } }): Promise<object> {
  const stock = database.collection('stocks').doc(event.input.benefitId);
  const { used, terms } = (await stock.get()).data;
  const taken = used.all ?? 0;
  if (taken >= terms.caps.all) return { ok: false, refusal: 'OUT_OF_STOCK', detail: {} };
  await stock.update({ data: { 'used.all': database.command.inc(1) } });
  return { ok: true, value: {} };
}
