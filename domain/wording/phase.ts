import type { ActivityCard, SignUpPhase } from '../../types/contract/activity';
import type { Instant } from '../../types/vocabulary';
import { phaseOf } from '../signup/phase';
import { opening } from './dates';

/** The same activity with the phase of this moment: an answer may be minutes old, and sign-up opens on the second. */
export function asOf<C extends ActivityCard>(card: C, now: Instant): C {
  const cancelled = card.phase === 'cancelled';
  const { opensAt, closesAt, endsAt, places } = card;
  return {
    ...card,
    phase: phaseOf({ cancelled, preview: card.phase === 'preview', opensAt, closesAt, endsAt, left: places.left }, now),
  };
}

/** The few words on a card that say how it stands; `live` where one can act now. */
export function phaseTag(
  card: Pick<ActivityCard, 'phase' | 'opensAt' | 'closesAt' | 'places' | 'allocation' | 'waitlist'>,
  now: Instant,
): {
  words: string;
  live: boolean;
} {
  const approval = card.allocation === 'approval' ? '审核制 · ' : '';
  switch (card.phase) {
    case 'open':
      return { words: `${approval}还剩 ${card.places.left} 个名额`, live: true };
    case 'soon':
      return { words: `${approval}${opening(card.opensAt, now)}`, live: false };
    case 'full':
      if (approval !== '') return { words: `${approval}已满`, live: false };
      return card.waitlist ? { words: '已满，可候补', live: true } : { words: '已满', live: false };
    default:
      return { words: PHASE_WORDS[card.phase], live: false };
  }
}

const PHASE_WORDS: Record<Exclude<SignUpPhase, 'open' | 'soon' | 'full'>, string> = {
  preview: '敬请期待',
  closed: '已截止',
  ended: '已结束',
  cancelled: '已取消',
};
