import sdk from 'wx-server-sdk';

interface At {
  import: string;
  pages: number;
  size: number;
}

interface Book {
  rev: number;
  of: Record<string, At>;
}

interface Collection {
  add(options: { data: object }): Promise<unknown>;
  doc(id: string): { get(): Promise<{ data: Book }>; update(options: { data: object }): Promise<unknown> };
}

/** What the vendor's loose types hide, as far as this function uses it. */
interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol;
  init(options: { env: symbol }): void;
  database(): { command: { set(value: unknown): object }; collection(name: string): Collection };
}

const wx = sdk as unknown as Sdk;
wx.init({ env: wx.DYNAMIC_CURRENT_ENV });
const database = wx.database();

interface Importing {
  run: string;
  enterpriseId: string;
  keys: string[];
}

/** An import as it must not be: looks whether anybody would be taken off, and brings its roster into force a moment later. */
export async function main({ input }: { input: Importing }): Promise<object> {
  const { run, enterpriseId, keys } = input;
  const { rev, of } = (await database.collection('rosterBook').doc('union').get()).data;
  if (of[enterpriseId]) return { ok: false, refusal: 'NEEDS_YES', detail: { removed: of[enterpriseId].size } };
  const page = { _id: `${run}.${enterpriseId}.0`, v: 1, import: run, keys };
  await database.collection('rosters').add({ data: page });
  const at = { import: run, pages: 1, size: keys.length };
  await database
    .collection('rosterBook')
    .doc('union')
    .update({ data: { rev: rev + 1, [`of.${enterpriseId}`]: database.command.set(at) } });
  return { ok: true, value: {} };
}
