import type { PoolRecord } from '../../domain/signup/pool';
import { audit } from './auditor';
import type { LooseAnswer, RunningCloud } from './cloud';
import { requestIds } from './request-ids';
import { advance, documents, runSweeps } from './town';

export const requestId = requestIds(3);

/** One sign-up as a device sends it. */
export interface Entry {
  openid: string;
  input: { activityId: string; sessionId: string; zoneId?: string; answers: object };
  requestId: string;
}

export const entry = (openid: string, activityId: string, sessionId = 's1', zoneId?: string): Entry => ({
  openid,
  input: { activityId, sessionId, ...(zoneId !== undefined && { zoneId }), answers: {} },
  requestId: requestId(),
});

/** Runs the work on all items, so many at a time; answers in the order of the items. */
export async function atOnce<T, R>(items: readonly T[], most: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const runner = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at];
      if (item !== undefined) results[at] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, runner));
  return results;
}

/** Sends it as a patient device does: told that it is busy, it tries again, with the same request id. */
export async function patiently(cloud: RunningCloud, { openid, input, requestId: id }: Entry): Promise<LooseAnswer> {
  for (let tries = 0; tries < 30; tries++) {
    const { answer } = await cloud.call('activity', 'signUp', input, { openid, requestId: id });
    if (answer.ok) return answer;
    if (answer.refusal !== 'BUSY') return { ...answer, detail: { ...answer.detail } };
  }
  throw new Error(`${openid} was told thirty times that it is busy`);
}

/** How often each answer was given: `ok`, or the refusal's code. */
export function tally(answers: readonly LooseAnswer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const key = answer.ok ? 'ok' : answer.refusal;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

export async function poolOf(cloud: RunningCloud, activityId: string): Promise<PoolRecord> {
  const pool = (await documents<PoolRecord>(cloud, 'pools')).find(({ _id }) => _id === activityId);
  if (!pool) throw new Error(`no pool ${activityId}`);
  return pool;
}

/** The auditor's word once everything has calmed down. */
export async function settled(cloud: RunningCloud): Promise<string[]> {
  for (let runs = 0; runs < 2; runs++) {
    await advance(cloud, 65_000);
    await runSweeps(cloud);
  }
  return audit(cloud, { swept: true });
}
