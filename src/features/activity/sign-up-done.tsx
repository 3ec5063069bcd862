import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { answerBy, span } from '../../../domain/wording/dates';
import { companionWords } from '../../../domain/wording/registration';
import { STATE_WORDS } from '../../../domain/wording/vocabulary';
import type { SignedUp } from '../../../types/contract/registration';
import type { Instant } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { addToCalendar } from '../../device/calendar';
import { go } from '../../routes';
import { Button } from '../../ui/button/button';
import { Icon, type IconName } from '../../ui/icon/icon';
import { entryOf } from './calendar-entry';
import './sign-up-sheet.css';

interface Ending {
  icon: IconName;
  title: string;
  /** What happens next. */
  text: string;
  /** What leads there. */
  next: string;
}

/** A place, a turn in the queue, or an application: each with what comes next. */
function endingOf({ state, offerUntil }: SignedUp, now: Instant): Ending {
  switch (state) {
    case 'confirmed':
    case 'attended':
      return { icon: 'check', title: '报好了', text: '', next: '看电子票' };
    case 'waitlisted':
      return { icon: 'clock', title: '排上队了', text: '有空位会按顺序给你留着，记得来确认', next: '看排到第几' };
    case 'offered': {
      const until = offerUntil === undefined ? '' : answerBy(offerUntil, now);
      return { icon: 'check', title: '有名额了', text: until, next: '去确认' };
    }
    case 'applied':
      return {
        icon: 'clock',
        title: '申请交上去了',
        text: '组织者审核后告诉你，通过了才有名额',
        next: '看申请进展',
      };
    case 'declined':
    case 'expired':
    case 'cancelled':
    case 'absent':
      return { icon: 'ticket', title: STATE_WORDS[state], text: '', next: '看这条报名' };
    default:
      return state satisfies never;
  }
}

/** What one got by signing up. */
export function Done({ registration, children }: { registration: SignedUp; children?: ReactNode }) {
  const { session, zone, venue, companions, state, position } = registration;
  const now = serverNow();
  const { icon, title, text } = endingOf(registration, now);
  return (
    <View className="sign-up__done" data-testid="signed-up">
      <View className="sign-up__sign">
        <Icon name={icon} large />
      </View>
      <View className="title">{title}</View>
      {state === 'waitlisted' && position !== undefined && (
        <View className="large number" data-testid="position">
          第 {position} 位
        </View>
      )}
      {text !== '' && <View className="sign-up__next">{text}</View>}
      <View className="sign-up__what">
        <View className="number">{span(session.startsAt, session.endsAt, now)}</View>
        <View className="note">
          {[venue.name, session.name, zone?.name, companionWords(companions)].filter(Boolean).join(' · ')}
        </View>
      </View>
      {children}
    </View>
  );
}

export function DoneFoot({ registration, onClose }: { registration: SignedUp; onClose: () => void }) {
  const { next } = endingOf(registration, serverNow());
  return (
    <>
      <Button
        kind="primary"
        testId="see-ticket"
        onPress={() => {
          onClose();
          go.ticket(registration.id);
        }}
      >
        {next}
      </Button>
      {registration.state === 'confirmed' ? (
        <Button onPress={() => void addToCalendar(entryOf(registration))}>加到日历</Button>
      ) : (
        <Button onPress={onClose}>知道了</Button>
      )}
    </>
  );
}
