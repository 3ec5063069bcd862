import type { ChallengeCard, DailyRule, StandingView } from '../../types/contract';
import type { Day, Instant } from '../../types/vocabulary';
import { DAY_MS, dayOf, startOfDay } from '../time/shanghai';
import { dateWord, dayWord } from './dates';

export const UNIT: Record<DailyRule['kind'], string> = { minutes: '分钟', pages: '页', note: '字' };

/** `每天读 20 分钟`, `每天写 20 字随感`; where nothing is the least, every check-in will do. */
export function ruleWords({ kind, least }: DailyRule): string {
  if (kind === 'note') return least > 1 ? `每天写 ${least} 字随感` : '每天写一句随感';
  if (least === 0) return '每天打一次卡';
  return `每天读 ${least} ${UNIT[kind]}`;
}

/** The phase of this moment: an answer may be from yesterday. One that was ended stays so. */
export function challengeAsOf<C extends ChallengeCard>(card: C, now: Instant): C {
  if (card.phase === 'closed') return card;
  const today = dayOf(now);
  return { ...card, phase: today < card.startsOn ? 'soon' : today > card.endsOn ? 'over' : 'running' };
}

/** `还有 12 天`, of a challenge that is under way; else when it begins, or that it is over. */
export function challengeTag({ phase, startsOn, endsOn }: ChallengeCard, now: Instant): string {
  switch (phase) {
    case 'soon':
      return `${dayWord(startOfDay(startsOn), now)}开始`;
    case 'running': {
      const left = Math.round((startOfDay(endsOn) - startOfDay(dayOf(now))) / DAY_MS) + 1;
      return left === 1 ? '今天是最后一天' : `还有 ${left} 天`;
    }
    case 'over':
      return '已结束';
    case 'closed':
      return '提前结束了';
    default:
      return phase satisfies never;
  }
}

export type TodayAmounts = StandingView['today'];

/** What was read today as of now: in an answer from yesterday that is nothing yet. */
export function todayOf({ today }: StandingView, now: Instant): TodayAmounts | undefined {
  return today.day === dayOf(now) && today.minutes + today.pages + today.characters > 0 ? today : undefined;
}

/** `今天读了 10 分钟，还差 10 分钟`. */
export function todayWords(today: TodayAmounts | undefined, { kind }: DailyRule): string {
  if (!today) return '今天还没打卡';
  const amount = kind === 'note' ? today.characters : today[kind];
  // Where nothing is the least, something else may make the day.
  if (amount === 0 && today.counts) return '今天打过卡了，算数了';
  const done = `今天${kind === 'note' ? '写' : '读'}了 ${amount} ${UNIT[kind]}`;
  return today.counts ? `${done}，算数了` : `${done}，还差 ${today.lacks} ${UNIT[kind]}`;
}

/** Cards in hand, and how one comes to the next. */
export function cardWords({ held, owed, daysToNext }: StandingView['cards']): string {
  const next = `再读 ${daysToNext} 天得一张补卡`;
  if (held === 0) return owed > 0 ? `欠着 ${owed} 张补卡，${next}` : next;
  return held > 1 ? `有 ${held} 张补卡` : `有 1 张补卡，${next.replace('补卡', '')}`;
}

/** Days of this month on which a check-in may still come late. */
export const lateWords = (left: number): string =>
  left > 0 ? `没网也能打卡，这个月还有 ${left} 天可以晚到` : '这个月的晚到次数用完了，当天要送到';

/** `11月26日的打卡`; the day is what matters of it. */
export const checkInOf = (day: Day, now: Instant): string => `${dateWord(startOfDay(day), now)}的打卡`;
