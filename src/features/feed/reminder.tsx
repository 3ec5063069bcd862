import { View } from '@tarojs/components';
import { useState } from 'react';
import { remindAtOf, remindTime } from '../../../domain/wording/feed';
import type { MessageKind } from '../../../types/vocabulary';
import { askToBeTold, type Told } from '../../cloud/ask-to-be-told';
import { useCommand } from '../../cloud/use-command';
import { canAsk } from '../../device/subscribe';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { TimeOfDay } from '../../ui/date-time/time-of-day';
import { Field } from '../../ui/field/field';
import { Switch } from '../../ui/switch/switch';
import './settings.css';

/** After dinner, before bed. */
const USUAL = 20 * 60 + 30;

interface ReminderProps {
  /** Minutes of the day; absent: never. */
  remindAt: number | undefined;
  /** What the platform is asked to let through. */
  kinds: readonly MessageKind[];
}

/** What came of asking, and the way to ask for the next one: a consent is good for one message. */
function Consent({ told, busy, onAsk }: { told: Told | undefined; busy: boolean; onAsk: () => void }) {
  if (told?.kind === 'failed') return <FailureLine refused={told.refused} again={onAsk} asking={busy} />;
  if (told?.kind === 'agreed') {
    return (
      <View className="note" data-testid="will-remind">
        好，下次到点在微信里提醒你。每同意一次提醒一次，想多要几次就再点几下
      </View>
    );
  }
  return (
    <View className="note" data-testid="no-consent">
      {told?.kind === 'declined' ? '没有同意微信提醒，到点不会发' : '同意一次，微信提醒一次；没有同意就不会发'}
    </View>
  );
}

/** A reminder at a time of one's own, where the platform may bring it. */
export function Reminder({ remindAt, kinds }: ReminderProps) {
  const act = useCommand('reading.setReminder', ['reading.today']);
  const [time, setTime] = useState(() => remindTime(remindAt ?? USUAL));
  const [told, setTold] = useState<Told>();
  const [asking, setAsking] = useState(false);
  const on = remindAt !== undefined;
  if (!canAsk(kinds)) return null;

  // Nothing may come before this in the tap, or WeChat shows no dialog.
  const ask = (): void => {
    setAsking(true);
    void askToBeTold(kinds).then((outcome) => {
      setTold(outcome);
      setAsking(false);
    });
  };
  const save = (at: string): void => {
    const minutes = remindAtOf(at);
    if (minutes !== undefined) void act.send({ remindAt: minutes });
  };
  const turn = (wanted: boolean): void => {
    if (act.busy) return;
    if (wanted) ask();
    else setTold(undefined);
    if (wanted) save(time);
    else void act.send({});
  };
  return (
    <View className="settings-part pad" data-testid="reminder">
      <View className="title">读书提醒</View>
      <Switch
        title="每天提醒我"
        note={`${on ? remindTime(remindAt) : '到点'}还没读够，微信里说一声`}
        on={on}
        onChange={turn}
        testId="remind"
      />
      {act.refused && <FailureLine refused={act.refused} />}
      <Field label="几点提醒">
        <TimeOfDay
          value={time}
          label="几点提醒"
          onChange={(at) => {
            setTime(at);
            if (on) save(at);
          }}
          testId="remind-at"
        />
      </Field>
      {on && (
        <View className="stack stack--tight settings-consent">
          <Button busy={asking} onPress={ask} testId="ask-consent">
            {told?.kind === 'agreed' ? '再要一次微信提醒' : '同意微信提醒我'}
          </Button>
          <Consent told={told} busy={asking} onAsk={ask} />
        </View>
      )}
    </View>
  );
}
