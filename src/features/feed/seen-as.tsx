import { View } from '@tarojs/components';
import { useState } from 'react';
import { SEEN_AS_MEANS, SEEN_AS_WORDS, seenExample, UNSEEN_WORDS } from '../../../domain/wording/feed';
import type { OpName } from '../../../types/contract';
import type { SeenAs } from '../../../types/contract/reading-operations';
import { useCommand } from '../../cloud/use-command';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/choice/choice';
import { Sheet } from '../../ui/sheet/sheet';
import './settings.css';

const WAYS: readonly SeenAs[] = ['name', 'surname', 'nobody'];

/** Whatever shows a name, or whether one is there. */
const SHOWN: readonly OpName[] = [
  'reading.today',
  'reading.challenge',
  'reading.board',
  'reading.feed',
  'reading.note',
  'reading.myCheckIns',
];

interface SeenAsChoiceProps {
  seenAs: SeenAs;
  /** The caller's own, as an example. */
  name: string | undefined;
}

function UnseenSheet({ busy, onYes, onClose }: { busy: boolean; onYes: () => void; onClose: () => void }) {
  return (
    <Sheet
      open
      title="不显示我"
      onClose={onClose}
      testId="unseen-sheet"
      foot={
        <>
          <Button kind="danger" busy={busy} onPress={onYes} testId="confirm-unseen">
            不显示
          </Button>
          <Button onPress={onClose}>再想想</Button>
        </>
      }
    >
      <View>{UNSEEN_WORDS}</View>
    </Sheet>
  );
}

/** How others see one: chosen at once, save for what takes something away from them, which is asked about. */
export function SeenAsChoice({ seenAs, name }: SeenAsChoiceProps) {
  const act = useCommand('reading.setSeenAs', SHOWN);
  const [wanted, setWanted] = useState<SeenAs>();
  const [asking, setAsking] = useState(false);
  const shown = wanted ?? seenAs;

  async function choose(way: SeenAs): Promise<void> {
    if (act.busy) return;
    setWanted(way);
    const outcome = await act.send({ seenAs: way });
    // What the server did not take is not shown as chosen.
    if (!outcome.ok) setWanted(undefined);
    else toast('改好了');
    setAsking(false);
  }

  return (
    <View className="settings-part pad" data-testid="seen-as">
      <View className="title">别人怎么看到我</View>
      <Choice
        options={WAYS.map((value) => {
          const example = seenExample(name, value);
          const { name: title, note } = SEEN_AS_WORDS[value];
          return { value, title: example === undefined ? title : `${title}：${example}`, note };
        })}
        chosen={shown}
        onChoose={(way) => {
          if (way === shown) return;
          if (way === 'nobody') setAsking(true);
          else void choose(way);
        }}
      />
      {act.refused && <FailureLine refused={act.refused} />}
      <View className="settings-means">
        {SEEN_AS_MEANS[shown].map((words) => (
          <View key={words} className="note">
            {words}
          </View>
        ))}
      </View>
      {asking && <UnseenSheet busy={act.busy} onYes={() => void choose('nobody')} onClose={() => setAsking(false)} />}
    </View>
  );
}
