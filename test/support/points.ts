import type { AccountRecord, EntryRecord } from '../../domain/points/account';
import type { Answer, PointsContract } from '../../types/contract';
import type { RunningCloud } from './cloud';
import { requestIds } from './request-ids';
import { documents, FIRST_ADMIN, memberOf, runSweep } from './town';

export const requestId = requestIds(19);

/** Calls an operation of points. */
export async function atPoints<O extends keyof PointsContract & string>(
  cloud: RunningCloud,
  op: O,
  input: object = {},
  openid = FIRST_ADMIN,
  id = requestId(),
): Promise<Answer<PointsContract[O]>> {
  return (await cloud.call('points', op, input, { openid, requestId: id })).answer;
}

export const sweepPoints = (
  cloud: RunningCloud,
  name: 'award' | 'sweepAccounts' | 'sweepAdjustments' | 'audit' = 'award',
) => runSweep(cloud, name, 'points');

/** The books of one member, in the order in which they were written. */
export async function entriesFor(cloud: RunningCloud, openid: string): Promise<EntryRecord[]> {
  const all = await documents<EntryRecord>(cloud, 'entries');
  return all.filter(({ memberId }) => memberId === memberOf(openid)._id).sort((a, b) => a.n - b.n);
}

export async function accountOf(cloud: RunningCloud, openid: string): Promise<AccountRecord | undefined> {
  return (await documents<AccountRecord>(cloud, 'accounts')).find(({ _id }) => _id === memberOf(openid)._id);
}
