import type { RedemptionCard, RedemptionState } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { moment } from './dates';
import { goodUntil } from './redeeming';
import { REDEMPTION_WORDS } from './refusals-benefit';

/** Where a voucher stands at this moment: one whose time has passed has expired whether or not anything has run since. */
export function redemptionAsOf({ state, useUntil }: Pick<RedemptionCard, 'state' | 'useUntil'>, now: Instant) {
  return state === 'valid' && now >= useUntil ? ('expired' as const) : state;
}

/** The tag in the list of what one has. */
export function redemptionTag(card: RedemptionCard, now: Instant): { words: string; mine: boolean } {
  const state = redemptionAsOf(card, now);
  if (state === 'valid') return { words: goodUntil(card.useUntil, now), mine: true };
  return { words: REDEMPTION_WORDS[state], mine: state === 'given' };
}

/** `1234 5678 9012`: as one reads it out, each group with where it begins. */
export function digitGroups(digits: string): { at: number; words: string }[] {
  return [...digits.matchAll(/.{1,4}/g)].map(({ index = 0, 0: words }) => ({ at: index, words }));
}

/** What became of it, in a line, and what follows from it. */
export function endedWords(card: RedemptionCard, now: Instant): { title: string; text: string } {
  const { verified, refunded, price } = card;
  const back = refunded === undefined || refunded === 0 ? '' : `${refunded} 积分已经退回`;
  const state: RedemptionState = redemptionAsOf(card, now);
  switch (state) {
    case 'verified':
      return {
        title: card.kind === 'goods' ? '已经领取' : '已经使用',
        text: verified ? `${moment(verified.at, now)}，${verified.shopName}` : '',
      };
    case 'cancelled':
      return { title: '已经退回', text: back };
    case 'expired':
      return { title: '已经过期', text: back !== '' || price === 0 ? back : '按这项福利的规则，积分不退' };
    case 'valid':
    case 'given':
      return { title: REDEMPTION_WORDS[state], text: '' };
    default:
      return state satisfies never;
  }
}

/** Where a redemption stands, as an organizer reads it: short, so that all fit in a line. */
export const REDEEMED_WORDS: Record<RedemptionState, string> = {
  valid: '未用',
  given: '已领',
  verified: '已用',
  cancelled: '退回',
  expired: '过期',
};

/** What an organizer does who takes one back. */
export function revokedWords(price: number): string {
  return `这张券马上不能用，空出来的一份别人可以换${price > 0 ? `；${price} 积分退给对方` : ''}。`;
}
