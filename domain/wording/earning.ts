import type { Caps, EarningKind, EarningRule } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { DAY_MS, dayOf } from '../time/shanghai';
import { dayWord } from './dates';
import { BRAND_WORDS, FORMAT_WORDS } from './vocabulary';

export const EARNING_WORDS: Record<EarningKind, string> = {
  attendance: '参加活动',
  placing: '比赛名次',
  reading: '阅读打卡',
  streak: '连续打卡',
  volunteering: '志愿值守',
};

/** What one does for it. */
export function ruleTitle(rule: EarningRule): string {
  switch (rule.kind) {
    case 'attendance': {
      if (rule.format === undefined && rule.brand === undefined) return '参加任意活动';
      const whose = rule.brand === undefined ? '' : BRAND_WORDS[rule.brand].name;
      return `参加${whose}${rule.format === undefined ? '活动' : FORMAT_WORDS[rule.format]}`;
    }
    case 'placing':
      return `比赛第 ${rule.place} 名`;
    case 'reading':
      return '每天阅读打卡';
    case 'streak':
      return `连续打卡满 ${rule.days} 天`;
    case 'volunteering':
      return '志愿值守一场';
    default:
      return rule satisfies never;
  }
}

/** `一天最多 20 分，一年最多 600 分`, or nothing where there is no cap. */
export function capWords(kind: EarningKind, caps: Caps): string {
  const day = caps.day[kind];
  const year = caps.year[kind];
  const parts = [day === undefined ? '' : `一天最多 ${day} 分`, year === undefined ? '' : `一年最多 ${year} 分`];
  return parts.filter((part) => part !== '').join('，');
}

/** `明天起`: from when rules hold. */
export const ruleStart = (from: Instant, now: Instant): string => `${dayWord(from, now)} 起`;

/** The day of an instant a day later: the first on which new rules may begin. */
export const earliestRules = (now: Instant): string => dayOf(now + DAY_MS);
