import type { ShopView, TallyLine, Verified } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { moment } from './dates';
import type { AnyRefused } from './refusal';
import { refusalWords } from './refusals';

/** What whoever verifies reads of a refusal; `again`: the same code once more may help. */
export interface CounterRefusal {
  title: string;
  text: string;
  again: boolean;
}

const AGAIN: readonly AnyRefused['refusal'][] = ['OFFLINE', 'TIMEOUT', 'BUSY', 'INTERNAL'];

/** A refusal in the words of a shop: about the voucher in front of one, not about oneself. */
export function counterRefusal(refused: AnyRefused, now: Instant): CounterRefusal {
  if (refused.refusal === 'OFFLINE') {
    return { title: '没有网络', text: '核销要联网，连上后再试一次，不会重复计', again: true };
  }
  if (refused.refusal === 'NOT_FOUND' && refused.detail.what === 'redemption') {
    return { title: '没有这张券', text: '数字核对一遍，或者请对方打开券再扫', again: false };
  }
  if (refused.refusal === 'CODE_REFUSED' && refused.detail.why === 'unknown') {
    return { title: '不认识这个码', text: '请对方打开“我的券”，扫上面的码', again: false };
  }
  if (refused.refusal === 'NOT_VALID') {
    const { state } = refused.detail;
    const words = state === 'expired' ? '这张券过期了' : state === 'cancelled' ? '这张券已经退回' : '这张券不能用';
    return { title: words, text: '不用给东西，请对方打开券看一下', again: false };
  }
  if (refused.refusal === 'FORBIDDEN') {
    return { title: '没有这家店的核销权限', text: '请工会工作人员核对授权', again: false };
  }
  const { title, text } = refusalWords(refused.refusal, refused.detail, now);
  return { title, text, again: AGAIN.includes(refused.refusal) };
}

/** What is read at arm's length after a code was accepted. */
export function verifiedWords({ again, kind, at }: Verified, now: Instant): { head: string; note: string } {
  if (again) return { head: '刚才核销过了', note: `${moment(at, now)} 在本店，没有重复计` };
  return { head: kind === 'goods' ? '可以发放' : '核销成功', note: moment(at, now) };
}

/** Digits that were typed with gaps, without them; anything else as it is. */
export function asTyped(code: string): string {
  const bare = code.replace(/[\s-]+/g, '');
  return /^\d+$/.test(bare) ? bare : code.trim();
}

/** How many digits a voucher has. */
export const DIGITS = 12;

/** Digits that are no voucher's, since there are too few or too many of them. */
export const isMistyped = (code: string): boolean => /^\d+$/.test(code) && code.length !== DIGITS;

/** Whether it is what stands below a voucher's code, whole. */
export const isDigits = (code: string): boolean => /^\d+$/.test(code) && code.length === DIGITS;

/** Why a verification is taken back. */
export const UNVERIFY_REASONS = ['扫错了券', '顾客改主意了', '东西没有了'] as const;

export const SHOP_KIND_WORDS: Record<ShopView['kind'], { name: string; note: string }> = {
  merchant: { name: '商户', note: '核销到店券' },
  station: { name: '驿站', note: '发放实物，核销领取' },
};

/** Everything that was verified, over all benefits. */
export const sumOf = (lines: readonly TallyLine[]): number => lines.reduce((sum, { verified }) => sum + verified, 0);
