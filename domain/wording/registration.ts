import type { CheckInWay, Registration } from '../../types/contract/registration';
import type { Instant } from '../../types/vocabulary';
import { answerBy, moment } from './dates';
import type { Standing } from './standing';
import { standingOf } from './standing';
import { STATE_WORDS } from './vocabulary';

/** Still under way: something can become of it, or has to be done about it. */
export const UNDER_WAY: readonly Standing[] = ['applied', 'waitlisted', 'offered'];

const WAY_WORDS: Record<CheckInWay, string> = {
  ticket: '出示电子票',
  venue: '扫会场码',
  list: '工作人员登记',
};

/** `今天 18:42 · 出示电子票`. */
export function attendanceWords({ at, way }: NonNullable<Registration['attendance']>, now: Instant): string {
  return `${moment(at, now)} · ${WAY_WORDS[way]}`;
}

/** What stands where there is no code to show, nothing to wait for and nothing to answer. */
export type Ending = Exclude<Standing, 'applied' | 'waitlisted' | 'offered' | 'live'>;

/** `wholeActivity`: it was the activity that was cancelled; absent while that is not known. */
export function endingWords(
  ending: Ending,
  { checkIn, endedBy, reason }: Registration,
  wholeActivity?: boolean,
): { title: string; text: string } {
  switch (ending) {
    case 'lapsed':
      return { title: '没来得及确认', text: '名额已经给了下一位，还想参加可以再报一次' };
    case 'over':
      return checkIn
        ? { title: '活动已结束', text: '签到记录过一会儿会出现在这里' }
        : { title: '活动已结束', text: '谢谢你来，期待下次再见' };
    case 'unlucky':
      return { title: '这次没有排上', text: '活动已经结束，期待下次见到你' };
    case 'attended':
      return { title: '已签到', text: '谢谢你来，期待下次再见' };
    case 'absent':
      return { title: '这次没见到你', text: '如果到了现场，可能是漏签了，请工作人员帮你补上' };
    case 'declined':
      return { title: '这次没有通过', text: reason === undefined ? '想知道原因，可以问问工会工作人员' : '' };
    case 'let-go':
      return { title: '名额让给别人了', text: '谢谢你让出来，还想参加可以再报一次' };
    case 'cancelled':
      return endedBy === 'leaving'
        ? { title: '已取消报名', text: '注销会员时一起取消了' }
        : { title: '已取消报名', text: '改主意的话，还在报名期间可以再报' };
    case 'called-off': {
      const text = reason === undefined ? '抱歉打乱你的安排，原因可以问问工会工作人员' : '';
      if (wholeActivity === undefined) return { title: '报名被取消了', text };
      return { title: wholeActivity ? '活动取消了' : '组织者取消了这条报名', text };
    }
    default:
      return ending satisfies never;
  }
}

const TAGS: Partial<Record<Standing, string>> = {
  lapsed: '没来得及确认',
  over: '已结束',
  unlucky: '没有排上',
  'let-go': '已让出',
  'called-off': '组织者已取消',
};

/** The few words in a list; `mine` for what is held or waits for an answer. */
export function standingTag(registration: Registration, now: Instant): { words: string; mine: boolean } {
  const standing = standingOf(registration, now);
  const { state, offerUntil, allocation } = registration;
  if (standing === 'offered' && offerUntil !== undefined)
    return { words: `有名额了，${answerBy(offerUntil, now)}`, mine: true };
  if (standing === 'applied' && allocation === 'approval') return { words: '等待审核', mine: false };
  const mine = standing === 'live' || standing === 'attended' || standing === 'offered';
  return { words: TAGS[standing] ?? STATE_WORDS[state], mine };
}

/** `和 2 位同伴`; empty for who comes alone. */
export const companionWords = (companions: number): string => (companions > 0 ? `和 ${companions} 位同伴` : '');
