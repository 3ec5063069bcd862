import { Text, View } from '@tarojs/components';
import { BENEFIT_KIND_WORDS, benefitAsOf, benefitTag } from '../../../domain/wording/benefit';
import type { BenefitCard } from '../../../types/contract/benefit';
import type { Instant } from '../../../types/vocabulary';
import { go } from '../../routes';
import { PriceBlock } from '../../ui/cover/cover';
import { Press } from '../../ui/press/press';
import { Tag } from '../../ui/tag/tag';
import './benefit.css';

/** One benefit in the catalogue: its price where an activity has its date. */
export function BenefitRow({ card, now }: { card: BenefitCard; now: Instant }) {
  const current = benefitAsOf(card, now);
  const tag = benefitTag(current, now);
  const over = current.phase === 'closed' || current.phase === 'out';
  return (
    <Press
      className={`benefit-row${over ? ' benefit-row--over' : ''}`}
      onPress={() => go.benefit(card.id)}
      testId={`benefit-${card.id}`}
    >
      <View className="benefit-row__inside">
        <PriceBlock price={card.price} tone={card.brand} />
        <View className="grow">
          <View className="benefit-row__title">{card.title}</View>
          <View className="note one-line">{card.tagline}</View>
          <View className="row benefit-row__tags">
            <Tag words={BENEFIT_KIND_WORDS[card.kind].name} tone={card.brand} />
            <Text className={`benefit-row__phase number${tag.live ? ' benefit-row__phase--live' : ''}`}>
              {tag.words}
            </Text>
          </View>
        </View>
      </View>
    </Press>
  );
}
