import sdk from 'wx-server-sdk';

interface Reader {
  days: Record<string, object[]>;
}

interface Collection {
  doc(id: string): {
    get(): Promise<{ data: Reader }>;
    update(change: { data: object }): Promise<unknown>;
  };
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

/** Counting as it must not be: reads the day and writes it back with one more. What came meanwhile is lost. */
export async function main(event: { input: { reader: string; day: string; mark: object } }): Promise<object> {
  const { reader, day, mark } = event.input;
  const document = database.collection('readers').doc(reader);
  const { days } = (await document.get()).data;
  await document.update({ data: { [`days.${day}`]: database.command.set([...(days[day] ?? []), mark]) } });
  return { ok: true, value: {} };
}
