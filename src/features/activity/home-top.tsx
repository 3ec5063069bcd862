import { Text, View } from '@tarojs/components';
import { answerBy, dateBlock, span } from '../../../domain/wording/dates';
import { type Standing, standingOf } from '../../../domain/wording/standing';
import { STATE_WORDS } from '../../../domain/wording/vocabulary';
import type { Registration } from '../../../types/contract/registration';
import { BRANDS, type Instant } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { go } from '../../routes';
import { Cover } from '../../ui/cover/cover';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import { Bone } from '../../ui/skeleton/skeleton';
import { HomeBrands } from './home-brands';
import { useTicketsAtHand } from './tickets-at-hand';
import './home.css';

/** What waits for my answer, then a place, then what may become one; within each the soonest. */
const NEXT: readonly Standing[] = ['offered', 'live', 'waitlisted', 'applied'];

export function nextOf(mine: readonly Registration[], now: Instant): Registration | undefined {
  const [next] = NEXT.flatMap((standing) => mine.filter((each) => standingOf(each, now) === standing));
  return next;
}

/** What the tap leads to. */
function wordsOf(registration: Registration, now: Instant): { above: string; facts: string; lead: string } {
  const { session, offerUntil, state } = registration;
  const when = span(session.startsAt, session.endsAt, now);
  switch (standingOf(registration, now)) {
    case 'offered':
      return {
        above: '轮到你了，有名额',
        facts: offerUntil === undefined ? when : answerBy(offerUntil, now),
        lead: '去确认',
      };
    case 'live':
      return { above: '接下来', facts: when, lead: '电子票' };
    default:
      return { above: STATE_WORDS[state], facts: when, lead: '看进展' };
  }
}

const NOTHING: readonly Registration[] = [];

/** Just after the nearest deadline: then another one is next. */
function offersEnd(mine: readonly Registration[]): Instant | undefined {
  const ends = mine.flatMap(({ state, offerUntil }) => (state === 'offered' && offerUntil ? [offerUntil + 1] : []));
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** The top of the home page. It comes as a whole, so that nothing moves away from under a finger. */
export function HomeTop() {
  const { value, refused } = useAnswer('activity.mine', { when: 'upcoming' });
  const mine = value?.items ?? NOTHING;
  useTicketsAtHand(mine);
  if (!value && !refused) return <HomeTopShape />;
  return (
    <>
      <HomeNext mine={mine} />
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

/** What is next for me, one tap away: an offer that waits, else the ticket of the soonest activity I have a place in. */
function HomeNext({ mine }: { mine: readonly Registration[] }) {
  const now = useNow(offersEnd(mine));
  const next = nextOf(mine, now);
  if (!next) return null;
  const { above, facts, lead } = wordsOf(next, now);
  return (
    <View className="pad home-part">
      <Press className="home-next" onPress={() => go.ticket(next.id)} testId="next-ticket">
        <Cover brand={next.brand} title={next.title} above={above} date={dateBlock(next.session.startsAt)} small />
        <View className="home-next__foot">
          <View className="grow">
            <View className="strong number">{facts}</View>
            <View className="note one-line">
              {next.venue.name}
              {next.zone ? ` · ${next.zone.name}` : ''}
            </View>
          </View>
          <View className="row mine">
            <Icon name="ticket" />
            <Text>{lead}</Text>
          </View>
        </View>
      </Press>
    </View>
  );
}
