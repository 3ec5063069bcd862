import { View } from '@tarojs/components';
import { dateBlock, span } from '../../../domain/wording/dates';
import { asOf, phaseTag } from '../../../domain/wording/phase';
import { BRAND_WORDS } from '../../../domain/wording/vocabulary';
import type { ActivityCard } from '../../../types/contract/activity';
import type { Instant } from '../../../types/vocabulary';
import { go } from '../../routes';
import { ShareBar } from '../../shell/activity-page/share-bar';
import { DateBlock } from '../../ui/cover/cover';
import { ListRow, RowPhase } from '../../ui/list-row/list-row';
import { Tag } from '../../ui/tag/tag';

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
    <ListRow
      block={<DateBlock date={dateBlock(card.startsAt)} tone={card.brand} />}
      title={card.title}
      tags={
        <>
          <Tag words={BRAND_WORDS[card.brand].short} tone={card.brand} />
          <RowPhase words={tag.words} live={tag.live} />
        </>
      }
      over={over}
      onPress={() => go.detail(card.id)}
      testId={`activity-${card.id}`}
    >
      <View className="note one-line number">{span(card.startsAt, card.endsAt, now)}</View>
      <View className="note one-line">{card.venueName}</View>
      {share && <ShareBar places={card.places} brand={card.brand} />}
    </ListRow>
  );
}
