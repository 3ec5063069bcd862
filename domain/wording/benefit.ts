import type { BenefitCard, BenefitKind, BenefitState } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { phaseOf } from '../benefit/phase';
import { opening } from './dates';

export const BENEFIT_KIND_WORDS: Record<BenefitKind, { name: string; note: string }> = {
  voucher: { name: '到店券', note: '在合作商户出示，扫码核销' },
  codes: { name: '券码', note: '换到一个码，去对方那里用' },
  goods: { name: '领取', note: '到驿站领实物，扫码核销' },
};

export const BENEFIT_STATE_WORDS: Record<BenefitState, string> = {
  draft: '草稿',
  published: '已发布',
  closed: '已停止',
};

/** The same benefit with the phase of this moment: an answer may be minutes old, and it opens on the second. */
export function benefitAsOf<C extends BenefitCard>(card: C, now: Instant): C {
  const { phase, opensAt, closesAt, stock } = card;
  // Where nothing is left for the caller's enterprise, the stock does not say so.
  const left = phase === 'out' ? 0 : stock.left;
  return { ...card, phase: phaseOf({ closed: phase === 'closed', opensAt, closesAt, left }, now) };
}

/** The few words on a card that say how it stands; `live` where one can act now. */
export function benefitTag({ phase, stock, opensAt }: BenefitCard, now: Instant): { words: string; live: boolean } {
  switch (phase) {
    case 'open':
      return { words: `还剩 ${stock.left} 份`, live: true };
    case 'soon':
      return { words: opening(opensAt, now), live: false };
    case 'out':
      return { words: '换完了', live: false };
    case 'closed':
      return { words: '已结束', live: false };
    default:
      return phase satisfies never;
  }
}
