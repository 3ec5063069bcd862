import { Text, View } from '@tarojs/components';
import { dateBlock, span } from '../../../domain/wording/dates';
import type { Registration } from '../../../types/contract/activity';
import { serverNow } from '../../cloud/clock';
import { useAnswer } from '../../cloud/use-answer';
import { go } from '../../routes';
import { Cover } from '../../ui/cover/cover';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import './home.css';

const HELD_NEXT: readonly Registration['state'][] = ['confirmed', 'offered', 'waitlisted', 'applied'];

/** What is next for me: the ticket of the soonest activity that I hold a place in, one tap away. */
export function HomeNext() {
  const { value } = useAnswer('activity.mine', { when: 'upcoming' });
  const next = value?.items.find(({ state }) => HELD_NEXT.includes(state));
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
