import { Text, View } from '@tarojs/components';
import { dateBlock, span } from '../../../domain/wording/dates';
import { asOf, phaseTag } from '../../../domain/wording/phase';
import { takenShare } from '../../../domain/wording/places';
import { BRAND_WORDS } from '../../../domain/wording/vocabulary';
import type { ActivityCard } from '../../../types/contract/activity';
import type { Instant } from '../../../types/vocabulary';
import { go } from '../../routes';
import { DateBlock } from '../../ui/cover/cover';
import { Press } from '../../ui/press/press';
import { Tag } from '../../ui/tag/tag';
import './activity-row.css';

interface ActivityRowProps {
  card: ActivityCard;
  now: Instant;
  /** A bar that shows how much is taken: where it is about being quick. */
  share?: boolean;
}

/** One activity in a list. */
export function ActivityRow({ card, now, share = false }: ActivityRowProps) {
  const current = asOf(card, now);
  const tag = phaseTag(current, now);
  const over = current.phase === 'ended' || current.phase === 'cancelled';
  return (
    <Press
      className={`activity-row${over ? ' activity-row--over' : ''}`}
      onPress={() => go.detail(card.id)}
      testId={`activity-${card.id}`}
    >
      <View className="activity-row__inside">
        <DateBlock date={dateBlock(card.startsAt)} tone={card.brand} />
        <View className="grow">
          <View className="activity-row__title">{card.title}</View>
          <View className="note one-line number">{span(card.startsAt, card.endsAt, now)}</View>
          <View className="note one-line">{card.venueName}</View>
          {share && (
            <View className="share-bar">
              <View
                className={`share-bar__taken share-bar__taken--${card.brand}`}
                style={{ width: `${Math.round(takenShare(card.places) * 100)}%` }}
              />
            </View>
          )}
          <View className="row activity-row__tags">
            <Tag words={BRAND_WORDS[card.brand].short} tone={card.brand} />
            <Text className={`activity-row__phase number${tag.live ? ' activity-row__phase--live' : ''}`}>
              {tag.words}
            </Text>
          </View>
        </View>
      </View>
    </Press>
  );
}
