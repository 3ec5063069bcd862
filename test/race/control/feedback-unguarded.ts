import sdk from 'wx-server-sdk';

interface Book {
  stars: number[];
}

/** What the vendor's loose types hide, as far as this function uses it. */
interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol;
  init(options: { env: symbol }): void;
  database(options: object): {
    collection(name: string): {
      doc(id: string): { get(): Promise<{ data?: Book }>; set(change: { data: object }): Promise<unknown> };
    };
  };
}

const wx = sdk as unknown as Sdk;
wx.init({ env: wx.DYNAMIC_CURRENT_ENV });
const books = wx.database({ throwOnNotFound: false }).collection('feedbackBooks');

/** An answer counted as it must not be: reads the book, and writes it back with one more. Others did so meanwhile. */
export async function main({ input }: { input: { activityId: string; stars: number } }): Promise<object> {
  const { data } = await books.doc(input.activityId).get();
  const before = data?.stars ?? [0, 0, 0, 0, 0];
  const stars = before.map((count, at) => (at + 1 === input.stars ? count + 1 : count));
  await books.doc(input.activityId).set({ data: { v: 1, stars, again: { yes: 0, maybe: 0, no: 0 } } });
  return { ok: true, value: {} };
}
