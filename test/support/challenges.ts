import { type ChallengeRecord, endKeyOf } from '../../domain/reading/challenge-record';
import type { ChallengePlan, ReadingContract } from '../../types/contract';
import type { RunningCloud } from './cloud';
import { requestIds } from './request-ids';
import { FIRST_ADMIN, insert } from './town';

export const requestId = requestIds(23);

/** Thirty days around `NOON`, half an hour a day; everything else as the test says. */
export function challengePlan(changes: Partial<ChallengePlan> = {}): ChallengePlan {
  return {
    title: '冬日共读',
    tagline: '每天半小时',
    description: ['和同事一起读书。'],
    startsOn: '2026-11-10',
    endsOn: '2026-12-09',
    rule: { kind: 'minutes', least: 30 },
    entry: 'personal',
    rewards: ['读满三十天有书签'],
    ...changes,
  };
}

export function challengeOf(_id: string, changes: Partial<ChallengePlan> = {}, state = 'published' as const) {
  const plan = challengePlan(changes);
  const changed = { by: '', at: 0 };
  const record: ChallengeRecord = {
    ...{ _id, v: 1, rev: 1, plan, state, endKey: endKeyOf(plan, _id), changed, requests: [] },
  };
  return record;
}

export async function addChallenges(cloud: RunningCloud, named: Record<string, Partial<ChallengePlan>>): Promise<void> {
  await insert(
    cloud,
    'challenges',
    Object.entries(named).map(([id, changes]) => challengeOf(id, changes)),
  );
}

type ReadingOp = keyof ReadingContract & string;

/** A call of reading; typed by the contract. */
export function atReading<O extends ReadingOp>(
  cloud: RunningCloud,
  op: O,
  input: ReadingContract[O]['input'],
  openid = FIRST_ADMIN,
  id = requestId(),
) {
  return cloud.call('reading', op, input, { openid, requestId: id });
}
