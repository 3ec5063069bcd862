import { View } from '@tarojs/components';
import { BENEFIT_KIND_WORDS, benefitAsOf, benefitTag } from '../../../domain/wording/benefit';
import type { BenefitCard } from '../../../types/contract/benefit';
import type { Instant } from '../../../types/vocabulary';
import { go } from '../../routes';
import { PriceBlock } from '../../ui/cover/cover';
import { ListRow, RowPhase } from '../../ui/list-row/list-row';
import { Tag } from '../../ui/tag/tag';

/** One benefit in the catalogue: its price where an activity has its date. */
export function BenefitRow({ card, now }: { card: BenefitCard; now: Instant }) {
  const current = benefitAsOf(card, now);
  const tag = benefitTag(current, now);
  const over = current.phase === 'closed' || current.phase === 'out';
  return (
    <ListRow
      block={<PriceBlock price={card.price} tone={card.brand} />}
      title={card.title}
      tags={
        <>
          <Tag words={BENEFIT_KIND_WORDS[card.kind].name} tone={card.brand} />
          <RowPhase words={tag.words} live={tag.live} />
        </>
      }
      over={over}
      onPress={() => go.benefit(card.id)}
      testId={`benefit-${card.id}`}
    >
      <View className="note one-line">{card.tagline}</View>
    </ListRow>
  );
}
