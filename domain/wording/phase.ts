import type { ActivityCard, ActivityDetail, SignUpPhase } from '../../types/contract/activity';
import type { Ineligible } from '../../types/contract/registration';
import type { Instant } from '../../types/vocabulary';
import type { Applicant } from '../signup/eligibility';
import { ineligible } from '../signup/eligibility';
import { phaseOf } from '../signup/phase';
import { HELD } from '../signup/states';
import { deadline, moment, opening } from './dates';

/** The same activity with the phase of this moment: an answer may be minutes old, and sign-up opens on the second. */
export function asOf<C extends ActivityCard>(card: C, now: Instant): C {
  const cancelled = card.phase === 'cancelled';
  const { opensAt, closesAt, endsAt, places } = card;
  return {
    ...card,
    phase: phaseOf({ cancelled, preview: card.phase === 'preview', opensAt, closesAt, endsAt, left: places.left }, now),
  };
}

/** The few words on a card that say how it stands; `live` where one can act now. */
export function phaseTag(
  card: Pick<ActivityCard, 'phase' | 'opensAt' | 'closesAt' | 'places'>,
  now: Instant,
): {
  words: string;
  live: boolean;
} {
  switch (card.phase) {
    case 'open':
      return { words: `还剩 ${card.places.left} 个名额`, live: true };
    case 'soon':
      return { words: opening(card.opensAt, now), live: false };
    default:
      return { words: PHASE_WORDS[card.phase], live: false };
  }
}

const PHASE_WORDS: Record<Exclude<SignUpPhase, 'open' | 'soon'>, string> = {
  preview: '敬请期待',
  full: '已满',
  closed: '已截止',
  ended: '已结束',
  cancelled: '已取消',
};

/** What the one primary button of an activity does; `record` looks at what is over. */
export type PrimaryAct = 'sign-up' | 'ticket' | 'record' | 'join' | 'none';

export interface Primary {
  words: string;
  act: PrimaryAct;
  /** What stands beside the button: a fact that helps to decide. */
  note: string;
}

const BARRED: Record<Exclude<Ineligible['why'], 'status'>, { words: string; note: string }> = {
  enterprise: { words: '仅限指定单位', note: '只面向列出的单位' },
  employment: { words: '仅限指定职工', note: '你的职工类别不在范围内' },
};

/** What the button says where nobody may sign up, or `undefined` while it can still matter who asks. */
function closedDoor(detail: ActivityDetail): Primary | undefined {
  switch (detail.phase) {
    case 'cancelled':
      return { words: '已取消', act: 'none', note: '活动取消了，抱歉让你白跑' };
    case 'ended':
      return { words: '已结束', act: 'none', note: '看看别的活动' };
    case 'closed':
      return { words: '已截止', act: 'none', note: '报名时间已经过了' };
    case 'preview':
      return { words: '敬请期待', act: 'none', note: '报名时间还没定' };
    case 'soon':
    case 'open':
    case 'full':
      return undefined;
    default:
      return detail.phase satisfies never;
  }
}

/** What the button says to somebody who holds something here already. */
function holding(detail: ActivityDetail, now: Instant): Primary | undefined {
  const mine = detail.mine.find(({ state }) => HELD.includes(state));
  if (!mine || detail.phase === 'cancelled') return undefined;
  const more = detail.onePlacePer === 'session' && detail.mine.length < detail.sessionList.length;
  if (more && detail.phase === 'open') return undefined;
  if (mine.state === 'attended') return { words: '看报名记录', act: 'record', note: '你参加过了' };
  if (detail.phase === 'ended') return { words: '看报名记录', act: 'record', note: '活动已结束' };
  switch (mine.state) {
    case 'offered':
      return { words: '有名额了，去确认', act: 'ticket', note: mine.offerUntil ? deadline(mine.offerUntil, now) : '' };
    case 'waitlisted':
      return { words: '候补中，看排到第几', act: 'ticket', note: '有空位会第一时间告诉你' };
    case 'applied':
      return { words: '已申请，看进展', act: 'ticket', note: '组织者审核后告诉你' };
    default:
      return { words: '已报名，看电子票', act: 'ticket', note: '' };
  }
}

/**
 * The one primary button: what is true for this person now. What one holds comes first, then what nobody can do,
 * then membership (joining takes time, so it is said even before sign-up opens), then who may come, then the places.
 */
export function primaryOf(detail: ActivityDetail, who: Applicant, now: Instant): Primary {
  const { phase, waitlist, allocation } = detail;
  const held = holding(detail, now);
  if (held) return held;
  const shut = closedDoor(detail);
  if (shut) return shut;
  const barred = ineligible(detail.eligibility, who);
  if (barred?.why === 'status') {
    if (barred.status === 'pending') return { words: '入会审核中', act: 'none', note: '通过后就能报名' };
    return { words: '先加入工会', act: 'join', note: '会员才能报名，加入只要一分钟' };
  }
  if (barred) return { ...BARRED[barred.why], act: 'none' };
  if (phase === 'soon') return { words: '还没开放', act: 'none', note: opening(detail.opensAt, now) };
  if (allocation === 'approval') return { words: '申请参加', act: 'sign-up', note: deadline(detail.closesAt, now) };
  if (phase === 'full' && waitlist) return { words: '候补排队', act: 'sign-up', note: queueNote(detail.waiting) };
  if (phase === 'full') return { words: '已满', act: 'none', note: '有人取消会放出名额' };
  return { words: '报名', act: 'sign-up', note: deadline(detail.closesAt, now) };
}

/** `前面有 12 位在等`. */
export function queueNote(waiting: number): string {
  return waiting > 0 ? `前面有 ${waiting} 位在等` : '你会排在第一位';
}

/** `11月27日 周五 18:00 前可以取消`. */
export function cancelWindow(cancelUntil: Instant, now: Instant): string {
  return now >= cancelUntil ? '已过取消时间' : `${moment(cancelUntil, now)} 前可以取消`;
}
