import { cloud } from './sdk';

/** Says back what it got; asked for it, also who called and from where. */
export async function main(event: Record<string, unknown>): Promise<unknown> {
  if (event.op === 'who') {
    await cloud.database().collection('notes').count();
    const { OPENID, SOURCE } = cloud.getWXContext();
    return { OPENID: OPENID ?? null, SOURCE };
  }
  return { hi: event };
}
