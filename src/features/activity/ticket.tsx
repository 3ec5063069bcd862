import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { dateBlock, span } from '../../../domain/wording/dates';
import { UNDER_WAY } from '../../../domain/wording/registration';
import { type Standing, standingOf } from '../../../domain/wording/standing';
import type { MyRegistration, Registration } from '../../../types/contract/registration';
import type { ActivityId, Instant, RegistrationId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useLive } from '../../cloud/use-live';
import { useNow } from '../../cloud/use-now';
import { addToCalendar } from '../../device/calendar';
import { openPlace, PLACE_HINT } from '../../device/place';
import { go } from '../../routes';
import { Failure, StaleLine } from '../../shell/failure';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Cover } from '../../ui/cover/cover';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { Slip } from '../../ui/slip/slip';
import type { BeTold } from './be-told';
import { entryOf } from './calendar-entry';
import { CancelSheet } from './cancel-sheet';
import { GivingBack } from './give-back';
import { TicketCode } from './ticket-code';
import { EndingPart } from './ticket-ending';
import { Offer } from './ticket-offer';
import { Applied, Waitlisted } from './ticket-waiting';
import './ticket.css';

interface TicketProps {
  id: RegistrationId;
  /** Stands where something is waited for. */
  beTold?: BeTold | undefined;
  /** Stands below the code: another way in, such as scanning the venue's. */
  atGate?: ReactNode;
  /** Stands below the facts of one who was there. */
  afterwards?: (activityId: ActivityId) => ReactNode;
}

type Shown = { registration: MyRegistration; standing: Standing; old: boolean; asking: boolean; again: () => void };

/** The one thing of the page: the code, a position, a question, a wait, or what became of it. */
function Body({
  registration,
  standing,
  old,
  asking,
  again,
  beTold,
  atGate,
  onDecline,
}: Shown & Omit<TicketProps, 'id'> & { onDecline: () => void }) {
  switch (standing) {
    case 'live':
      return (
        <>
          <TicketCode registration={registration} asking={asking} again={again} />
          {atGate}
        </>
      );
    case 'waitlisted':
      return (
        <Waitlisted registration={registration} old={old}>
          {beTold?.(registration)}
        </Waitlisted>
      );
    case 'applied':
      return <Applied registration={registration}>{beTold?.(registration)}</Applied>;
    case 'offered':
      return <Offer registration={registration} onDecline={onDecline} />;
    default:
      return <EndingPart registration={registration} ending={standing} />;
  }
}

function Facts({ registration, standing, now }: { registration: Registration; standing: Standing; now: Instant }) {
  const { session, zone, venue, activityId, companions } = registration;
  const live = standing === 'live';
  return (
    <CellGroup muted={!live && !UNDER_WAY.includes(standing)}>
      <Cell icon="clock" title={span(session.startsAt, session.endsAt, now)} note={session.name} />
      {zone && <Cell icon="people" title={zone.name} note="分区" />}
      {companions > 0 && <Cell icon="people" title={`${companions} 位同伴`} note="和你用同一张电子票" />}
      <Cell
        icon="place"
        title={venue.name}
        note={venue.address}
        value={<View className="note">{PLACE_HINT}</View>}
        onPress={() => void openPlace(venue)}
      />
      {live && <Cell icon="calendar" title="加到日历" onPress={() => void addToCalendar(entryOf(registration))} />}
      <Cell icon="ticket" title="活动详情" onPress={() => go.detail(activityId)} />
    </CellGroup>
  );
}

/** A position comes down and a check-in comes in while one looks at the page: asked for again so often. */
const LIVE_MS = 10_000;

function changesByItself({ checkIn, state }: Registration, standing: Standing, now: Instant): boolean {
  if (standing === 'live') return checkIn !== undefined && now >= checkIn.opensAt;
  // An offer that lapsed is one until the server has seen to it.
  return standing === 'waitlisted' || (standing === 'lapsed' && state === 'offered');
}

/** The next instant at which the page reads otherwise by itself. */
function nextTurn(value: Registration | undefined, now: Instant): Instant | undefined {
  if (!value) return undefined;
  const { cancelUntil, offerUntil, session, checkIn } = value;
  // An offer lapses just after its last instant.
  const turns = [cancelUntil, offerUntil === undefined ? 0 : offerUntil + 1, checkIn?.opensAt ?? 0, session.endsAt];
  return turns.filter((at) => at > now).sort((a, b) => a - b)[0];
}

const ABOVE: Partial<Record<Standing, string>> = {
  live: '电子票',
  applied: '报名进展',
  waitlisted: '候补',
  offered: '候补',
};

/** One registration, from the first word to the last: every state has its page. */
export function Ticket({ id, beTold, atGate, afterwards }: TicketProps) {
  const { value, refused, asking, again } = useAnswer('activity.registration', { registrationId: id });
  const [cancelling, setCancelling] = useState(false);
  const [turn, setTurn] = useState<Instant>();
  const now = useNow(turn);
  const next = nextTurn(value, now);
  if (next !== turn) setTurn(next);
  const standing = value && standingOf(value, now);
  useLive(
    { again, asking },
    LIVE_MS,
    value !== undefined && standing !== undefined && changesByItself(value, standing, now),
  );
  if (!value || !standing)
    return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  const live = standing === 'live';
  const shown = { registration: value, standing, old: refused !== undefined, asking, again };
  return (
    <View data-testid="ticket">
      {refused && <StaleLine {...(live && value.ticketKey ? { words: '没有网络也能入场，出示下面的码就行' } : {})} />}
      <View className="pad">
        <Slip>
          <Cover
            brand={value.brand}
            title={value.title}
            above={ABOVE[standing] ?? '报名记录'}
            date={dateBlock(value.session.startsAt)}
            small
            muted={!live && !UNDER_WAY.includes(standing)}
          />
          <Body {...shown} beTold={beTold} atGate={atGate} onDecline={() => setCancelling(true)} />
        </Slip>
      </View>
      {standing === 'attended' && afterwards?.(value.activityId)}
      <Facts registration={value} standing={standing} now={now} />
      <GivingBack registration={value} standing={standing} now={now} onCancel={() => setCancelling(true)} />
      <View className="pad ticket__number note">
        <Text>报名号 {value.id}</Text>
      </View>
      <CancelSheet registration={value} open={cancelling} onClose={() => setCancelling(false)} />
    </View>
  );
}
