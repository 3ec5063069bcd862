import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { dateBlock, span } from '../../../domain/wording/dates';
import { cancelWindow } from '../../../domain/wording/phase';
import { STATE_WORDS } from '../../../domain/wording/vocabulary';
import type { Registration } from '../../../types/contract/registration';
import type { Instant, RegistrationId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { addToCalendar } from '../../device/calendar';
import { ContactPress } from '../../device/contact-press';
import { openPlace, PLACE_HINT } from '../../device/place';
import { go } from '../../routes';
import { Failure, StaleLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Cover } from '../../ui/cover/cover';
import { Notice } from '../../ui/notice/notice';
import { Qr } from '../../ui/qr/qr';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { CancelSheet } from './cancel-sheet';
import { standingOf, type TicketStanding } from './ticket-standing';
import './ticket.css';

/** What stands in place of the code where it opens no gate. */
const RECORD: Record<Exclude<TicketStanding, 'live' | 'void'>, { title: string; text: string }> = {
  attended: { title: '已参加', text: '谢谢你来，期待下次再见' },
  over: { title: '活动已结束', text: '这张电子票用不上了' },
};

/** What the gate wants to see, or why there is nothing to show. */
function Admission({ registration, standing }: { registration: Registration; standing: TicketStanding }) {
  const { state, id, activityId } = registration;
  if (standing === 'live') {
    return (
      <View className="ticket__code">
        <Qr text={id} label="入场二维码" />
        <View className="ticket__state">{STATE_WORDS[state]}</View>
        <View className="note">入场时出示给工作人员</View>
      </View>
    );
  }
  if (standing === 'void') {
    return (
      <Notice icon="ticket" title={STATE_WORDS[state]} text="这张电子票现在不能入场">
        <Button onPress={() => go.detail(activityId)}>看看这个活动</Button>
      </Notice>
    );
  }
  const { title, text } = RECORD[standing];
  return (
    <Notice
      icon={standing === 'attended' ? 'check' : 'ticket'}
      good={standing === 'attended'}
      title={title}
      text={text}
    />
  );
}

function Facts({ registration, live, now }: { registration: Registration; live: boolean; now: Instant }) {
  const { session, zone, venue, activityId, title, id } = registration;
  const entry = {
    id,
    title,
    place: `${venue.name} ${venue.address}`,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
  };
  return (
    <CellGroup muted={!live}>
      <Cell icon="clock" title={span(session.startsAt, session.endsAt, now)} note={session.name} />
      {zone && <Cell icon="people" title={zone.name} note="分区" />}
      <Cell
        icon="place"
        title={venue.name}
        note={venue.address}
        value={<View className="note">{PLACE_HINT}</View>}
        onPress={() => void openPlace(venue)}
      />
      {live && <Cell icon="calendar" title="加到日历" onPress={() => void addToCalendar(entry)} />}
      <Cell icon="ticket" title="活动详情" onPress={() => go.detail(activityId)} />
    </CellGroup>
  );
}

/** Giving the place back: while that is possible, and what to do after. */
function GivingBack({
  registration,
  now,
  onCancel,
}: {
  registration: Registration;
  now: Instant;
  onCancel: () => void;
}) {
  const { state, cancelUntil, session } = registration;
  if (state !== 'confirmed' || now >= session.endsAt) return null;
  return (
    <View className="pad ticket__back">
      {now < cancelUntil ? (
        <>
          <Button kind="danger" onPress={onCancel} testId="cancel">
            取消报名
          </Button>
          <View className="note number">{cancelWindow(cancelUntil, now)}</View>
        </>
      ) : (
        <View data-testid="too-late">
          <View className="note">已过取消时间。来不了的话，告诉工作人员一声，名额可以让给同事。</View>
          <ContactPress className="ask-for-help">联系工会工作人员</ContactPress>
        </View>
      )}
    </View>
  );
}

/** The ticket of one registration. */
export function Ticket({ id }: { id: RegistrationId }) {
  const { value, refused, asking, again } = useAnswer('activity.registration', { registrationId: id });
  const [cancelling, setCancelling] = useState(false);
  const now = useNow(value?.cancelUntil);
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  const standing = standingOf(value, now);
  const live = standing === 'live';
  return (
    <View data-testid="ticket">
      {refused && <StaleLine />}
      <View className="pad">
        <View className="ticket">
          <Cover
            brand={value.brand}
            title={value.title}
            above={live ? '电子票' : '报名记录'}
            date={dateBlock(value.session.startsAt)}
            small
            muted={!live}
          />
          <Admission registration={value} standing={standing} />
        </View>
      </View>
      <Facts registration={value} live={live} now={now} />
      <GivingBack registration={value} now={now} onCancel={() => setCancelling(true)} />
      <View className="pad ticket__number note">
        <Text>报名号 {value.id}</Text>
      </View>
      <CancelSheet registration={value} open={cancelling} onClose={() => setCancelling(false)} />
    </View>
  );
}
