import sdk from 'wx-server-sdk';

interface Album {
  photos: object[];
}

/** What the vendor's loose types hide, as far as this function uses it. */
interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol;
  init(options: { env: symbol }): void;
  database(options: object): {
    collection(name: string): {
      doc(id: string): { get(): Promise<{ data?: Album }>; set(change: { data: object }): Promise<unknown> };
    };
  };
}

const wx = sdk as unknown as Sdk;
wx.init({ env: wx.DYNAMIC_CURRENT_ENV });
const albums = wx.database({ throwOnNotFound: false }).collection('albums');

/** A photo added as it must not be: reads the album, and writes it back with one more. Others did so meanwhile. */
export async function main({ input }: { input: { activityId: string; id: string } }): Promise<object> {
  const { data } = await albums.doc(input.activityId).get();
  const photos = [...(data?.photos ?? []), { id: input.id, file: input.id, at: 0 }];
  await albums.doc(input.activityId).set({ data: { v: 1, rev: 1, title: '', photos, requests: [] } });
  return { ok: true, value: {} };
}
