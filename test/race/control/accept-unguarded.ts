import sdk from 'wx-server-sdk';

interface Found {
  data: { used: number; uses: number; state: string; accepted: Record<string, object> }[];
}

/** What the vendor's loose types hide, as far as this function uses it. */
interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol;
  init(options: { env: symbol }): void;
  database(): {
    collection(name: string): {
      where(filter: object): { get(): Promise<Found> };
      doc(id: string): { update(options: { data: object }): Promise<unknown> };
    };
  };
}

const wx = sdk as unknown as Sdk;
wx.init({ env: wx.DYNAMIC_CURRENT_ENV });
const database = wx.database();

/** Accepting as it must not be: looks whether a use is left and whether it was withdrawn, and takes one a moment later. */
export async function main({ input }: { input: { id: string; memberId: string } }): Promise<object> {
  const { id, memberId } = input;
  const [invite] = (await database.collection('grantInvites').where({ _id: id }).get()).data;
  if (invite?.state !== 'open' || invite.used >= invite.uses) return { ok: false, refusal: 'INVITE_SHUT', detail: {} };
  await database
    .collection('grantInvites')
    .doc(id)
    .update({ data: { used: invite.used + 1, [`accepted.${memberId}`]: { at: 1, settled: true } } });
  return { ok: true, value: {} };
}
