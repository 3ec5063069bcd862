import { View } from '@tarojs/components';
import { checkInOf } from '../../../domain/wording/reading-today';
import { refusalWords } from '../../../domain/wording/refusals';
import type { Instant } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { dropWaiting, sendWaiting, useWaiting } from '../../cloud/waiting';
import { dayOfWaiting, type Waiting } from '../../cloud/waiting-list';
import { go } from '../../routes';
import { Button } from '../../ui/button/button';
import './today.css';

interface LineWords {
  title: string;
  text: string;
  step: string;
  act: () => void;
}

/** Where it stands, in words, and the one thing to do about it. */
export function waitingWords(waiting: Waiting, now: Instant): Pick<LineWords, 'title' | 'text'> {
  const { told } = waiting;
  const what = checkInOf(dayOfWaiting(waiting), now);
  if (!told) return { title: `${what}等待送出`, text: '联网后自动送出，算在这一天' };
  if (told.kind === 'refused') {
    const { title, text } = refusalWords(told.refused.refusal, told.refused.detail, now);
    return { title: `${what}没有算上`, text: `${title}，${text}` };
  }
  const unshared = told.unshared ? '；还没选称呼，随感没有分享' : '';
  return { title: `${what}送到了`, text: `算在 ${checkInOf(told.day, now).replace('的打卡', '')}${unshared}` };
}

function stepOf({ id, told }: Waiting): Pick<LineWords, 'step' | 'act'> {
  if (!told) return { step: '现在送', act: () => void sendWaiting() };
  if (told.kind === 'counted') return { step: '知道了', act: () => dropWaiting(id) };
  return { step: '看看', act: () => go.myCheckIns() };
}

/** Check-ins that were made without a network: none is lost without a word. */
export function WaitingLines() {
  const { list, sending } = useWaiting();
  const now = serverNow();
  return (
    <>
      {list.map((each) => {
        const { title, text } = waitingWords(each, now);
        const { step, act } = stepOf(each);
        return (
          <View key={each.id} className="pad waiting" role="status" data-testid={`waiting-${each.told?.kind ?? 'on'}`}>
            <View className="grow">
              <View className="strong number">{title}</View>
              <View className="note number">{text}</View>
            </View>
            <View className="waiting__step">
              <Button small busy={!each.told && sending} onPress={act}>
                {step}
              </Button>
            </View>
          </View>
        );
      })}
    </>
  );
}
