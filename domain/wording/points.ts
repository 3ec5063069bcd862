import type {
  AdjustmentState,
  Caps,
  EarningKind,
  EarningRule,
  EntryCause,
  EntryView,
  Explanation,
  LotView,
} from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { DAY_MS, dayOf } from '../time/shanghai';
import { clock, dateWord, dayWord, moment } from './dates';
import { BRAND_WORDS, FORMAT_WORDS } from './vocabulary';

/** `+5`, `−30`, `0`: with the sign that a typographer uses. */
export function signed(points: number): string {
  if (points === 0) return '0';
  return points > 0 ? `+${points}` : `−${-points}`;
}

export const EARNING_WORDS: Record<EarningKind, string> = {
  attendance: '参加活动',
  placing: '比赛名次',
  reading: '阅读打卡',
  streak: '连续打卡',
  volunteering: '志愿值守',
};

/** From so near on the end of points is worth a warning. */
const SOON_MS = 60 * DAY_MS;

/** `12月31日`: the last day on which points can be spent that are gone at that instant. */
export const lastDay = (expiresAt: Instant, now: Instant): string => dateWord(expiresAt - 1, now);

/** What of `all` points expires next, in a line; `soon` where one should think of it now. */
export function nextToExpire(
  { points, expiresAt }: LotView,
  all: number,
  now: Instant,
): { words: string; soon: boolean } {
  const soon = expiresAt - now <= SOON_MS;
  const until = lastDay(expiresAt, now);
  if (soon) return { words: `即将过期：${points} 分，${until}前用掉`, soon };
  return { words: points === all ? `${until}到期` : `其中 ${points} 分 ${until}到期`, soon };
}

/** What happened, in a line: the thing's own name where it has one. */
export function causeTitle(cause: EntryCause): string {
  switch (cause.kind) {
    case 'grant':
      return '工会发放';
    case 'reversal':
      return '积分撤回';
    case 'expiry':
      return '积分到期';
    default:
      return cause.title;
  }
}

/** What kind of thing it was, and the words of whoever decided it. */
export function causeNote(cause: EntryCause): string {
  switch (cause.kind) {
    case 'attendance':
      return cause.undone ? '签到撤销了，积分收回' : EARNING_WORDS.attendance;
    case 'volunteering':
      return cause.undone ? '值守撤销了，积分收回' : EARNING_WORDS.volunteering;
    case 'placing':
      return `第 ${cause.place} 名`;
    case 'reading':
      return cause.undone ? '这天不再算打卡，积分收回' : EARNING_WORDS.reading;
    case 'streak':
      if (cause.undone) return '连续天数变了，积分收回';
      return cause.days === undefined ? EARNING_WORDS.streak : `连续打卡 ${cause.days} 天`;
    case 'grant':
    case 'reversal':
      return cause.reason;
    case 'redemption':
      return '兑换';
    case 'refund':
      return '积分退回';
    case 'expiry':
      return '没用完的，到日子了';
    default:
      return cause satisfies never;
  }
}

/** What a number alone does not say of an entry: a cap that was reached, a debt that was settled. */
export function entryNotes({ capped, debt, points, cause }: EntryView): string[] {
  const notes: string[] = [];
  if (capped !== undefined && capped > 0) {
    notes.push(points === 0 ? `到上限了，这 ${capped} 分没有计入` : `到上限了，少计 ${capped} 分`);
  }
  if (debt !== undefined && debt > 0) notes.push(`余额不够收回，欠 ${debt} 分`);
  if (debt !== undefined && debt < 0) notes.push(`先还了欠的 ${-debt} 分`);
  if (cause.kind === 'refund' && points === 0 && notes.length === 0) notes.push('没有付过积分');
  return notes;
}

/** `11月24日 19:02`: the list's months stand above already, so near days are not named otherwise. */
export const entryWhen = (at: Instant, now: Instant): string => `${dateWord(at, now)} ${clock(at)}`;

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

/** How a balance came to be: what came in and what went, each line with its sign; lines of nothing are left out. */
export function explanationLines(explained: Explanation): { words: string; points: number }[] {
  const { earned, granted, refunded, spent, expired, takenBack } = explained;
  const lines = [
    { words: '按规则赚到', points: earned },
    { words: '工会发放', points: granted },
    { words: '兑换退回', points: refunded },
    { words: '兑换用掉', points: -spent },
    { words: '到期', points: -expired },
    { words: '撤回', points: -takenBack },
  ];
  return lines.filter(({ points }) => points !== 0);
}

/** `2025 年的积分`, and what a refund brought back after its own year had ended. */
export function lotTitle({ year }: Explanation['lots'][number]): string {
  return year === undefined ? '退回的积分' : `${year} 年攒的`;
}

export const ADJUSTMENT_WORDS: Record<AdjustmentState, string> = {
  proposed: '等另一位来定',
  approved: '已生效',
  rejected: '没有通过',
};

/** `明天起`: from when rules hold. */
export const ruleStart = (from: Instant, now: Instant): string => `${dayWord(from, now)} 起`;

/** The day of an instant a day later: the first on which new rules may begin. */
export const earliestRules = (now: Instant): string => dayOf(now + DAY_MS);

/** `苏明月 · 今天 10:20`. */
export const adjustmentNote = (byName: string, at: Instant, now: Instant): string =>
  `${byName === '' ? '组织者' : byName} · ${moment(at, now)}`;
