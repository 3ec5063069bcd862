import sdk from 'wx-server-sdk';

interface Collection {
  doc(id: string): {
    get(): Promise<{ data: { likedBy: Record<string, true> } }>;
    update(change: { data: object }): Promise<unknown>;
  };
}

/** What the vendor's loose types hide, as far as this function uses it. */
interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol;
  init(options: { env: symbol }): void;
  database(): { command: { inc(by: number): object; remove(): object }; collection(name: string): Collection };
}

const wx = sdk as unknown as Sdk;
wx.init({ env: wx.DYNAMIC_CURRENT_ENV });
const database = wx.database();

/** Liking as it must not be: looks whether the member likes it, and then counts. The same tap may be here twice. */
export async function main(event: { input: { noteId: string; memberId: string; liked: boolean } }): Promise<object> {
  const { noteId, memberId, liked } = event.input;
  const note = database.collection('checkIns').doc(noteId);
  const { likedBy } = (await note.get()).data;
  if ((likedBy[memberId] === true) === liked) return { ok: true, value: { liked } };
  const mine = liked ? true : database.command.remove();
  await note.update({ data: { [`likedBy.${memberId}`]: mine, likes: database.command.inc(liked ? 1 : -1) } });
  return { ok: true, value: { liked } };
}
