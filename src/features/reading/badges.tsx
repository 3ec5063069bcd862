import { Text, View } from '@tarojs/components';
import { startOfDay } from '../../../domain/time/shanghai';
import { dateWord } from '../../../domain/wording/dates';
import { BADGE_WORDS } from '../../../domain/wording/reading';
import { BADGES, type StandingView } from '../../../types/contract';
import type { Instant } from '../../../types/vocabulary';
import './challenge.css';

/** All that there are: those that came, with their day, and what the others are for. */
export function Badges({ badges, now }: { badges: StandingView['badges']; now: Instant }) {
  const dayOfBadge = new Map(badges.map(({ badge, on }) => [badge, on]));
  return (
    <View className="badges" data-testid="badges">
      {BADGES.map((badge) => {
        const on = dayOfBadge.get(badge);
        const { sign, name, note } = BADGE_WORDS[badge];
        return (
          <View key={badge} className={`badge${on === undefined ? '' : ' badge--mine'}`} data-testid={`badge-${badge}`}>
            <View className="badge__sign number">
              <Text>{sign}</Text>
            </View>
            <View>{name}</View>
            <View className="note number">{on === undefined ? note : dateWord(startOfDay(on), now)}</View>
          </View>
        );
      })}
    </View>
  );
}
