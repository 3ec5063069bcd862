import { FIRST_BOOK } from '../../domain/points/rules';
import { DAY_MS, dayOf } from '../../domain/time/shanghai';
import type { LooseAnswer } from '../support/cloud';
import { NOON } from '../support/plans';

type Inputs = Record<string, () => Promise<object> | object>;
type Send = (name: string, input: object) => Promise<LooseAnswer>;

/** What every operation on points is asked with, so that nothing but permission can refuse it. */
export function pointsInputs(byAdmin: Send, memberId: () => Promise<string>): Inputs {
  let days = 0;
  const granted = async (points: number) => {
    const given = await byAdmin('points.grant', { memberId: await memberId(), points, reason: '志愿服务' });
    if (!given.ok) throw new Error(JSON.stringify(given));
    return given.value as { id: string; member: { id: string } };
  };
  return {
    'points.balance': () => ({}),
    'points.entries': () => ({}),
    'points.rules': () => ({}),
    'points.explain': () => ({}),
    'points.publishRules': () => {
      days += 1;
      const { rules, caps } = FIRST_BOOK;
      return { from: dayOf(NOON + (days + 30) * DAY_MS), rules, caps };
    },
    'points.account': async () => ({ memberId: await memberId() }),
    'points.grant': async () => ({ memberId: await memberId(), points: 5, reason: '志愿服务' }),
    'points.reverse': async () => {
      const { id, member } = await granted(5);
      return { memberId: member.id, entryId: `adjustment.${id}`, reason: '记错了人' };
    },
    'points.adjustments': () => ({}),
    'points.decideAdjustment': async () => ({ adjustmentId: (await granted(500)).id, decision: 'approve' }),
  };
}
