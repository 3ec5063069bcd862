import sdk from 'wx-server-sdk';

/** What the vendor's loose types hide, as far as this function uses it. */
interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol;
  init(options: { env: symbol }): void;
  database(): {
    command: { gt(value: number): object; inc(by: number): object };
    collection(name: string): {
      where(filter: object): {
        count(): Promise<{ total: number }>;
        update(change: { data: object; multi: boolean }): Promise<{ stats: { updated: number } }>;
      };
      add(document: { data: object }): Promise<unknown>;
    };
  };
}

const wx = sdk as unknown as Sdk;
wx.init({ env: wx.DYNAMIC_CURRENT_ENV });
const database = wx.database();
const _ = database.command;

/** What the host itself costs: one conditional update and nothing else; or the naive way, counting and then inserting. */
export async function main(event: { op: string; input: { id: string } }): Promise<object> {
  const { id } = event.input;
  if (event.op === 'update') {
    const one = database.collection('stock').where({ _id: id, left: _.gt(0) });
    const { stats } = await one.update({ data: { left: _.inc(-1) }, multi: false });
    return { ok: true, value: { updated: stats.updated } };
  }
  const { total } = await database.collection('takers').where({ of: id }).count();
  if (total >= 500) return { ok: false, refusal: 'FULL', detail: {} };
  await database.collection('takers').add({ data: { of: id } });
  return { ok: true, value: {} };
}
