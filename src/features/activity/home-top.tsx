import { Text, View } from '@tarojs/components';
import { dateBlock, span } from '../../../domain/wording/dates';
import type { Registration } from '../../../types/contract/registration';
import { BRANDS } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { useAnswer } from '../../cloud/use-answer';
import { go } from '../../routes';
import { Cover } from '../../ui/cover/cover';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import { Bone } from '../../ui/skeleton/skeleton';
import { HomeBrands } from './home-brands';
import './home.css';

const HELD_NEXT: readonly Registration['state'][] = ['confirmed', 'offered', 'waitlisted', 'applied'];

/** The top of the home page. It comes as a whole, so that nothing moves away from under a finger. */
export function HomeTop() {
  const { value, refused } = useAnswer('activity.mine', { when: 'upcoming' });
  if (!value && !refused) return <HomeTopShape />;
  return (
    <>
      <HomeNext mine={value?.items ?? []} />
      <HomeBrands />
    </>
  );
}

/** Its shape while it is on its way. */
function HomeTopShape() {
  return (
    <View data-testid="skeleton">
      <View className="pad home-part">
        <Bone className="home-next__shape" />
      </View>
      <View className="pad home-part home-brands">
        {BRANDS.map((brand) => (
          <Bone key={brand} className="home-brand__shape" />
        ))}
      </View>
    </View>
  );
}

/** What is next for me: the ticket of the soonest activity that I hold a place in, one tap away. */
function HomeNext({ mine }: { mine: readonly Registration[] }) {
  const next = mine.find(({ state }) => HELD_NEXT.includes(state));
  if (!next) return null;
  const now = serverNow();
  return (
    <View className="pad home-part">
      <Press className="home-next" onPress={() => go.ticket(next.id)} testId="next-ticket">
        <Cover brand={next.brand} title={next.title} above="接下来" date={dateBlock(next.session.startsAt)} small />
        <View className="home-next__foot">
          <View className="grow">
            <View className="strong number">{span(next.session.startsAt, next.session.endsAt, now)}</View>
            <View className="note one-line">
              {next.venue.name}
              {next.zone ? ` · ${next.zone.name}` : ''}
            </View>
          </View>
          <View className="row mine">
            <Icon name="ticket" />
            <Text>电子票</Text>
          </View>
        </View>
      </Press>
    </View>
  );
}
