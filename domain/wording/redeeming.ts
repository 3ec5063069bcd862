import type { BenefitDetail } from '../../types/contract';
import type { Instant, MemberStatus, RedemptionId } from '../../types/vocabulary';
import { dayOf, startOfDay } from '../time/shanghai';
import { clock, dateWord, deadline, opening } from './dates';

/** `60 积分`; what membership gives costs none. */
export const priceWords = (price: number): string => (price === 0 ? '会员免费' : `${price} 积分`);

/** What the one primary button of a benefit does. */
export type BenefitAct = 'redeem' | 'voucher' | 'earn' | 'join' | 'none';

export interface BenefitPrimary {
  words: string;
  act: BenefitAct;
  note: string;
  /** What `voucher` opens. */
  redemptionId?: RedemptionId;
}

const takeWord = (price: number): string => (price === 0 ? '领取' : '兑换');

/** What stands in the way of somebody who is no member. */
function outsider(status: MemberStatus): BenefitPrimary | undefined {
  switch (status) {
    case 'active':
      return undefined;
    case 'pending':
      return { words: '入会审核中', act: 'none', note: '通过后就能兑换' };
    case 'visitor':
    case 'declined':
      return { words: '先加入工会', act: 'join', note: '会员才能兑换，加入只要一分钟' };
    default:
      return status satisfies never;
  }
}

/** Where nothing can be had by anybody at this moment. */
function shut(detail: BenefitDetail, now: Instant): BenefitPrimary | undefined {
  const { phase, opensAt, price, quota } = detail;
  if (phase === 'closed') return { words: '已结束', act: 'none', note: '兑换时间已经过了' };
  if (phase === 'soon') return { words: '还没开始', act: 'none', note: opening(opensAt, now) };
  if (quota?.left === 0) return { words: '单位份额用完了', act: 'none', note: '同事退回会再放出来' };
  if (phase === 'out') {
    return { words: price === 0 ? '领完了' : '换完了', act: 'none', note: '有人退回会再放出来' };
  }
  return undefined;
}

/**
 * The one primary button: what is true for this person now. What they hold in full comes first, then membership, the
 * list, what nobody can have, and at last the points.
 */
export function benefitPrimary(detail: BenefitDetail, status: MemberStatus, now: Instant): BenefitPrimary {
  const { mine, perPerson, price, points, closesAt, listed, onList } = detail;
  const [held] = mine;
  const barred = outsider(status);
  if (held !== undefined && mine.length >= perPerson) {
    const note = perPerson === 1 ? '你已经有了' : `每人最多 ${perPerson} 份，你都有了`;
    return { words: '看我的券', act: 'voucher', note, redemptionId: held };
  }
  if (barred) return detail.phase === 'closed' ? (shut(detail, now) ?? barred) : barred;
  if (listed && onList !== true) return { words: '按名单发放', act: 'none', note: '这次的名单里没有你' };
  const door = shut(detail, now);
  if (door) return door;
  if (points !== undefined && points < price) {
    return { words: `还差 ${price - points} 分`, act: 'earn', note: `你有 ${points} 分，看看怎么攒` };
  }
  const again = mine.length > 0 ? '再' : '';
  return {
    words: `${again}${takeWord(price)}${again === '' ? '' : '一份'}`,
    act: 'redeem',
    note: deadline(closesAt, now),
  };
}

/** `每人 1 份`, and what one may give back, in the order in which one asks. */
export function redeemRules(detail: BenefitDetail, now: Instant): string[] {
  const { perPerson, cancelWithin, refundExpired, price, useUntil, kind } = detail;
  const rules = [`每人最多 ${perPerson} 份`];
  if (kind !== 'codes') rules.push(`${goodUntil(useUntil, now)}，过了就不能用了`);
  if (cancelWithin > 0) rules.push(`${price === 0 ? '领到' : '兑换'}后 ${spanWords(cancelWithin)}内可以退回`);
  else rules.push(`${price === 0 ? '领到' : '兑换'}后不能退回`);
  if (price > 0 && refundExpired) rules.push('到期没用，积分自动退回');
  if (price > 0 && !refundExpired && kind !== 'codes') rules.push('到期没用，积分不退');
  return rules;
}

const HOUR_MS = 3_600_000;

/** `2 天`, `3 小时`, `30 分钟`: a length that somebody has set. */
export function spanWords(ms: number): string {
  if (ms % (24 * HOUR_MS) === 0) return `${ms / (24 * HOUR_MS)} 天`;
  if (ms % HOUR_MS === 0) return `${ms / HOUR_MS} 小时`;
  return `${Math.round(ms / 60_000)} 分钟`;
}

/** `可用到 12月31日`: the last day on which it is worth something, with the hour where it ends within a day. */
export function goodUntil(useUntil: Instant, now: Instant): string {
  const whole = startOfDay(dayOf(useUntil)) === useUntil;
  return `可用到 ${whole ? dateWord(useUntil - 1, now) : `${dateWord(useUntil, now)} ${clock(useUntil)}`}`;
}
