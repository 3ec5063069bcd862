import type { ActivityDetail, MyPlace } from '../../types/contract/activity';
import type { Ineligible } from '../../types/contract/registration';
import type { Instant, RegistrationId, RegistrationState } from '../../types/vocabulary';
import type { Applicant } from '../signup/eligibility';
import { ineligible } from '../signup/eligibility';
import { HELD } from '../signup/states';
import { answerBy, deadline, moment, opening } from './dates';

/** What the one primary button of an activity does; `record` looks at what is over. */
export type PrimaryAct = 'sign-up' | 'ticket' | 'record' | 'join' | 'none';

export interface Primary {
  words: string;
  act: PrimaryAct;
  /** What stands beside the button: a fact that helps to decide. */
  note: string;
  /** What `ticket` and `record` open. */
  registrationId?: RegistrationId;
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

/** What is looked at first where somebody holds several: what waits for their answer, then what is sure. */
const FIRST: readonly RegistrationState[] = ['offered', 'confirmed', 'waitlisted', 'applied', 'attended'];

/** Whether the activity still takes people at all: where it is full, into the queue or as applicants. */
const takesPeople = ({ phase, waitlist, allocation }: ActivityDetail): boolean =>
  phase === 'open' || (phase === 'full' && (waitlist || allocation === 'approval'));

/** The words for one thing that is held. */
function heldWords({ state, offerUntil }: MyPlace, over: boolean, now: Instant): Omit<Primary, 'registrationId'> {
  if (state === 'attended') return { words: '看报名记录', act: 'record', note: '你参加过了' };
  if (over) return { words: '看报名记录', act: 'record', note: '活动已结束' };
  switch (state) {
    case 'offered':
      if (offerUntil !== undefined && now > offerUntil)
        return { words: '看报名记录', act: 'record', note: '确认时间过了' };
      return { words: '有名额了，去确认', act: 'ticket', note: offerUntil ? answerBy(offerUntil, now) : '' };
    case 'waitlisted':
      return { words: '候补中，看排到第几', act: 'ticket', note: '有空位会按顺序给你留着' };
    case 'applied':
      return { words: '已申请，看进展', act: 'ticket', note: '组织者审核后告诉你' };
    default:
      return { words: '已报名，看电子票', act: 'ticket', note: '' };
  }
}

/** What the button says to somebody who holds something here already, unless there is another session to take. */
function holding(detail: ActivityDetail, now: Instant): Primary | undefined {
  const held = detail.mine.filter(({ state }) => HELD.includes(state));
  const [mine] = held.sort((a, b) => FIRST.indexOf(a.state) - FIRST.indexOf(b.state));
  if (!mine || detail.phase === 'cancelled') return undefined;
  const more = detail.onePlacePer === 'session' && held.length < detail.sessionList.length && takesPeople(detail);
  if (more && mine.state !== 'offered') return undefined;
  return { ...heldWords(mine, detail.phase === 'ended', now), registrationId: mine.registrationId };
}

/** How one gets in while sign-up is open: at once, by the queue, by a decision, or not at all. */
function wayIn(detail: ActivityDetail, now: Instant): Primary {
  const { phase, waitlist, allocation, closesAt, waiting, sessions, mine } = detail;
  const full = phase === 'full';
  if (allocation === 'approval') {
    return { words: '申请参加', act: 'sign-up', note: full ? '名额已满，有人退出才会通过' : deadline(closesAt, now) };
  }
  if (full || quotaIsFull(detail)) {
    if (waitlist) {
      const note = full ? queueNote(waiting, sessions) : '你们单位的名额满了';
      return { words: '候补排队', act: 'sign-up', note };
    }
    return full
      ? { words: '已满', act: 'none', note: '有人取消会放出名额' }
      : { words: '单位名额已满', act: 'none', note: '同事取消会放出名额' };
  }
  return { words: mine.length > 0 ? '再报一场' : '报名', act: 'sign-up', note: deadline(closesAt, now) };
}

/** Where each session has a quota of its own, the one that is shown says nothing of the others. */
export const quotaIsFull = ({ quota, onePlacePer }: ActivityDetail): boolean =>
  quota?.left === 0 && onePlacePer === 'activity';

/**
 * The one primary button: what is true for this person now. What one holds comes first, then what nobody can do,
 * then membership (joining takes time, so it is said even before sign-up opens), then who may come, then the places.
 */
export function primaryOf(detail: ActivityDetail, who: Applicant, now: Instant): Primary {
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
  if (detail.phase === 'soon') return { words: '还没开放', act: 'none', note: opening(detail.opensAt, now) };
  return wayIn(detail, now);
}

/** `前面有 12 位在等`; where several sessions have queues of their own, only how many wait in all of them. */
export function queueNote(waiting: number, sessions = 1): string {
  if (waiting === 0) return '你会排在第一位';
  return sessions > 1 ? `现在有 ${waiting} 位在候补` : `前面有 ${waiting} 位在等`;
}

/** `11月27日 周五 18:00 前可以取消`. */
export function cancelWindow(cancelUntil: Instant, now: Instant): string {
  return now >= cancelUntil ? '已过取消时间' : `${moment(cancelUntil, now)} 前可以取消`;
}
