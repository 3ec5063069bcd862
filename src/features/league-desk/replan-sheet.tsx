import { View } from '@tarojs/components';
import { instantAt, wallTime } from '../../../domain/time/shanghai';
import type { Instant } from '../../../types/vocabulary';
import { Button } from '../../ui/button/button';
import { DateTime } from '../../ui/date-time/date-time';
import { Field } from '../../ui/field/field';
import { useFaultedText } from '../../ui/field/use-faulted-text';
import { Sheet } from '../../ui/sheet/sheet';

interface ReplanSheetProps {
  now: Instant;
  onChoose: (after: Instant) => void;
  onClose: () => void;
}

const STEP_MS = 5 * 60_000;

/** From when on matches may move: what is before, and what was played, stays. */
export function ReplanSheet({ now, onChoose, onClose }: ReplanSheetProps) {
  const { text: after, fault, type, setFault } = useFaultedText(() => wallTime(Math.ceil(now / STEP_MS) * STEP_MS));
  const look = (): void => {
    const at = instantAt(after);
    setFault(at === undefined ? '请选时间' : undefined);
    if (at === undefined) return;
    onChoose(at);
    onClose();
  };
  return (
    <Sheet
      open
      title="重排后面的比赛"
      onClose={onClose}
      testId="replan-sheet"
      foot={
        <Button kind="primary" onPress={look} testId="replan-look">
          先看看怎么排
        </Button>
      }
    >
      <View>打过的、这个时间以前的都不动，后面没打的重新排。先看一眼，公布了才算。</View>
      <Field label="从什么时候起" fault={fault}>
        <DateTime value={after} label="从什么时候起" onChange={type} testId="replan-after" />
      </Field>
    </Sheet>
  );
}
