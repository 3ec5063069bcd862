import type { AdjustmentState, EntryCause, EntryView, Explanation } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { clock, dateWord, moment } from './dates';
import { EARNING_WORDS } from './earning';

/** `+5`, `−30`, `0`: with the sign that a typographer uses. */
export function signed(points: number): string {
  if (points === 0) return '0';
  return points > 0 ? `+${points}` : `−${-points}`;
}

/** What kind of thing it was, and the words of whoever decided it. */
export function causeNote(cause: EntryCause): string {
  switch (cause.kind) {
    case 'attendance':
      return cause.undone ? '签到撤销了，积分收回' : EARNING_WORDS.attendance;
    case 'volunteering':
      return cause.undone ? '值守撤销了，积分收回' : EARNING_WORDS.volunteering;
    case 'placing':
      return cause.undone ? `名次有更正，第 ${cause.place} 名的积分收回` : `第 ${cause.place} 名`;
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

/** `苏明月 · 今天 10:20`. */
export const adjustmentNote = (byName: string, at: Instant, now: Instant): string =>
  `${byName === '' ? '组织者' : byName} · ${moment(at, now)}`;
