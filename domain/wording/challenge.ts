import type { ChallengePhase, ChallengeState, DailyRule, ManagedChallenge } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { dayOf } from '../time/shanghai';

export const CHALLENGE_STATE_WORDS: Record<ChallengeState, string> = {
  draft: '草稿',
  published: '已发布',
  closed: '提前结束',
};

/** Where a published challenge stands in its days. */
export const CHALLENGE_PHASE_WORDS: Record<ChallengePhase, string> = {
  soon: '还没开始',
  running: '进行中',
  over: '已结束',
  closed: '提前结束',
};

export const RULE_WORDS: Record<DailyRule['kind'], { name: string; note: string }> = {
  minutes: { name: '按分钟', note: '一天里几次打卡加起来算' },
  pages: { name: '按页数', note: '一天里几次打卡加起来算' },
  note: { name: '写随感', note: '一天里写一条够长的' },
};

/** In a few words how a challenge stands for its organizers; `live` while people read in it. */
export function managedTag({ state, phase }: ManagedChallenge): { words: string; live: boolean } {
  if (state !== 'published') return { words: CHALLENGE_STATE_WORDS[state], live: false };
  return { words: CHALLENGE_PHASE_WORDS[phase], live: phase === 'running' };
}

/** Whether people count on it: from its first day on some of what it says stays. */
export function hasBegun({ state, plan }: Pick<ManagedChallenge, 'state' | 'plan'>, now: Instant): boolean {
  return state !== 'draft' && plan.startsOn <= dayOf(now);
}

/** Why a field cannot be changed any more. */
export const LOCKED_WORDS = {
  published: '发布以后不能再改，有人已经照这样加入',
  begun: '已经开始，读者是照这个读的，不能再改',
};
