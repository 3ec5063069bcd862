import { View } from '@tarojs/components';
import { attendanceWords, type Ending, endingWords } from '../../../domain/wording/registration';
import type { MyRegistration } from '../../../types/contract/registration';
import { serverNow } from '../../cloud/clock';
import { useAnswer } from '../../cloud/use-answer';
import { ContactPress } from '../../device/contact-press';
import { go } from '../../routes';
import { Button } from '../../ui/button/button';
import { Icon, type IconName } from '../../ui/icon/icon';
import { SlipBody, SlipReason } from '../../ui/slip/slip';

const SIGNS: Partial<Record<Ending, IconName>> = { attended: 'check', absent: 'help', 'called-off': 'sorry' };
/** Where a person may want to ask somebody. */
const ASKED: readonly Ending[] = ['absent', 'declined', 'called-off'];
/** Where another try may be possible, as the activity itself says. */
const AGAIN: readonly Ending[] = ['lapsed', 'declined', 'let-go', 'cancelled'];

/** Whether the whole activity was cancelled: its own page knows; asked for only where the organizer ended it. */
function useWholeActivity({ activityId }: MyRegistration, ending: Ending): boolean | undefined {
  const { value } = useAnswer('activity.get', ending === 'called-off' ? { activityId } : undefined);
  return value && value.phase === 'cancelled';
}

/** What became of it, why, and what one can do next. */
export function EndingPart({ registration, ending }: { registration: MyRegistration; ending: Ending }) {
  const whole = useWholeActivity(registration, ending);
  const { reason, attendance, activityId } = registration;
  const { title, text } = endingWords(ending, registration, whole);
  return (
    <SlipBody loose testId={`ending-${ending}`}>
      <View className={`notice__sign${ending === 'attended' ? ' mine' : ''}`}>
        <Icon name={SIGNS[ending] ?? 'ticket'} large />
      </View>
      <View className="title">{title}</View>
      {ending === 'attended' && attendance && (
        <View className="number" data-testid="attendance">
          {attendanceWords(attendance, serverNow())}
        </View>
      )}
      {text !== '' && <View className="slip__words">{text}</View>}
      {reason !== undefined && <SlipReason by="组织者" reason={reason} />}
      {(AGAIN.includes(ending) || ASKED.includes(ending)) && (
        <View className="ticket__steps">
          {AGAIN.includes(ending) && <Button onPress={() => go.detail(activityId)}>看看这个活动</Button>}
          {ending === 'called-off' && <Button onPress={() => go.tab('pages/activities/index')}>看别的活动</Button>}
          {ASKED.includes(ending) && <ContactPress className="ask-for-help">联系工会工作人员</ContactPress>}
        </View>
      )}
    </SlipBody>
  );
}
