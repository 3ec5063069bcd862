import { View } from '@tarojs/components';
import { useState } from 'react';
import { fillWords } from '../../../domain/wording/reading';
import { cardWords, lateWords } from '../../../domain/wording/reading-today';
import type { StandingView } from '../../../types/contract';
import type { ChallengeId, Day, Instant } from '../../../types/vocabulary';
import { useCommand } from '../../cloud/use-command';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/choice/choice';
import { Sheet } from '../../ui/sheet/sheet';

interface MakeUpProps {
  id: ChallengeId;
  mine: StandingView;
  now: Instant;
}

/** Which day, and once more what it costs, before a card is used. */
function FillSheet({ id, mine, now, onClose }: MakeUpProps & { onClose: () => void }) {
  const { fillable, cards } = mine;
  const [day, setDay] = useState<Day | undefined>(fillable[0]);
  const { send, busy, refused } = useCommand('reading.fillDay', ['reading.challenge', 'reading.today']);
  async function fill(): Promise<void> {
    if (day === undefined) return;
    const outcome = await send({ challengeId: id, day });
    if (!outcome.ok) return;
    toast(outcome.value.current > mine.current ? `补上了，连续 ${outcome.value.current} 天` : '补上了');
    onClose();
  }
  return (
    <Sheet
      open
      title="用一张补卡"
      onClose={onClose}
      testId="fill-sheet"
      foot={
        <>
          {refused && <FailureLine refused={refused} />}
          <Button
            kind="primary"
            busy={busy}
            disabled={day === undefined}
            onPress={() => void fill()}
            testId="confirm-fill"
          >
            确定补上
          </Button>
          <Button onPress={onClose}>先留着</Button>
        </>
      }
    >
      <View className="stack">
        <View className="number">
          用掉 1 张，还剩 {cards.held - 1}{' '}
          张。补上的一天让连续不断，不算读书天数。要是那天的打卡后来送到了，卡会还给你。
        </View>
        <Choice
          options={fillable.map((each) => ({ value: each, title: fillWords(each, now) }))}
          chosen={day}
          onChoose={setDay}
        />
      </View>
    </Sheet>
  );
}

/** Cards in hand, how the next one comes, and using one where a day of the last three was missed. */
export function MakeUp(props: MakeUpProps) {
  const { mine } = props;
  const [open, setOpen] = useState(false);
  return (
    <View className="pad challenge__part" data-testid="make-up">
      <View className="title">补卡</View>
      <View className="stack">
        <View className="number">{cardWords(mine.cards)}</View>
        <View className="note number">
          连续读 7 天得一张，手里最多 2 张，能补最近三天。{lateWords(mine.lateLeft)}。
        </View>
        {mine.cards.held > 0 && mine.fillable.length > 0 && (
          <Button onPress={() => setOpen(true)} testId="fill">
            补一天
          </Button>
        )}
      </View>
      {open && <FillSheet {...props} onClose={() => setOpen(false)} />}
    </View>
  );
}
