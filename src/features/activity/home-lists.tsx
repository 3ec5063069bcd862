import { View } from '@tarojs/components';
import { takenShare } from '../../../domain/wording/places';
import type { ActivityCard } from '../../../types/contract/activity';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { ActivityRow } from './activity-row';
import './home.css';

const HOT = 4;
const SOON = 3;

/** The fullest first: what is nearly gone is what one would be sorry to miss; what is gone comes last. */
export function hottest(cards: readonly ActivityCard[]): ActivityCard[] {
  const heat = (card: ActivityCard): number => (card.places.left > 0 ? takenShare(card.places) : -1);
  return [...cards].sort((a, b) => heat(b) - heat(a)).slice(0, HOT);
}

function Heading({ words }: { words: string }) {
  return (
    <View className="home-heading">
      <View className="title">{words}</View>
      <Press className="home-heading__all" onPress={() => go.tab('pages/activities/index')}>
        <View className="row">
          全部
          <Icon name="forward" small />
        </View>
      </Press>
    </View>
  );
}

/** What can be had now, the fullest first. */
export function HomeHot() {
  const { value, refused, asking, again } = useAnswer('activity.list', { status: 'open' });
  const now = useNow();
  if (!value) {
    if (refused) {
      return (
        <View className="pad home-part">
          <FailureLine refused={refused} again={again} asking={asking} />
        </View>
      );
    }
    return <SkeletonRows count={4} />;
  }
  if (value.items.length === 0) return null;
  return (
    <View className="home-part">
      <Heading words="正在报名" />
      {hottest(value.items).map((card) => (
        <ActivityRow key={card.id} card={card} now={now} share />
      ))}
    </View>
  );
}

/** What opens soon, with when: so that one can be there. */
export function HomeSoon() {
  const { value } = useAnswer('activity.list', { status: 'soon' });
  const now = useNow();
  if (!value || value.items.length === 0) return null;
  const soonest = [...value.items].sort((a, b) => a.opensAt - b.opensAt).slice(0, SOON);
  return (
    <View className="home-part">
      <Heading words="即将开放" />
      {soonest.map((card) => (
        <ActivityRow key={card.id} card={card} now={now} />
      ))}
    </View>
  );
}
