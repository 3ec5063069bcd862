import { View } from '@tarojs/components';
import { nextDayOf } from '../../../domain/activity/copied-plan';
import { dayOf, isDay, startOfDay } from '../../../domain/time/shanghai';
import { dayWord } from '../../../domain/wording/dates';
import type { Plan } from '../../../types/contract/plan';
import type { Day } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { Button } from '../../ui/button/button';
import { DayInput } from '../../ui/date-time/day';
import { Field } from '../../ui/field/field';
import { useFaultedText } from '../../ui/field/use-faulted-text';
import { Sheet } from '../../ui/sheet/sheet';

interface CopyDayProps {
  plan: Plan;
  onClose: () => void;
  onDay: (day: Day) => void;
}

/** When the same is held again: the same weekday of the first week that leaves time, or a day of one's own. */
export function CopyDaySheet({ plan, onClose, onDay }: CopyDayProps) {
  const now = serverNow();
  const usual = nextDayOf(plan, now);
  const { text: day, fault, type, setFault } = useFaultedText(usual);
  function go(): void {
    const wrong = !isDay(day) ? '请选一天' : day <= dayOf(now) ? '请选明天或以后' : undefined;
    setFault(wrong);
    if (wrong === undefined) onDay(day);
  }
  return (
    <Sheet
      open
      title="照这个再办一次"
      onClose={onClose}
      testId="copy-sheet"
      foot={
        <Button kind="primary" onPress={go} testId="copy">
          照着办
        </Button>
      }
    >
      <View className="stack">
        <Field label="第一场在哪天" fault={fault}>
          <DayInput value={day} label="第一场在哪天" onChange={type} testId="copy-day" />
        </Field>
        <View className="note number">
          {day === usual ? '和上次同一个星期几。' : isDay(day) ? `${dayWord(startOfDay(day), now)}。` : ''}
          场次、报名和取消的时间一起挪同样多天。报名的人、志愿者不会带过来。
        </View>
      </View>
    </Sheet>
  );
}
