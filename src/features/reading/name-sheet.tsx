import { View } from '@tarojs/components';
import { useState } from 'react';
import type { SeenAs } from '../../../types/contract';
import { useCommand } from '../../cloud/use-command';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/choice/choice';
import { Sheet } from '../../ui/sheet/sheet';

type Seen = Exclude<SeenAs, 'nobody'>;

const OPTIONS: readonly { value: Seen; title: string; note: string }[] = [
  { value: 'surname', title: '只显示姓', note: '比如“李同事”' },
  { value: 'name', title: '全名', note: '和入会时登记的一样' },
];

interface NameSheetProps {
  onNamed: () => void;
  onClose: () => void;
}

/** Who shares has to be seen as somebody: asked once, before the first note goes out. */
export function NameSheet({ onNamed, onClose }: NameSheetProps) {
  const [chosen, setChosen] = useState<Seen>();
  const { send, busy, refused } = useCommand('reading.setSeenAs', ['reading.today', 'reading.challenge']);
  async function agree(): Promise<void> {
    if (chosen === undefined) return;
    const outcome = await send({ seenAs: chosen });
    if (outcome.ok) onNamed();
  }
  return (
    <Sheet
      open
      title="大家怎么称呼你"
      onClose={onClose}
      testId="name-sheet"
      foot={
        <>
          {refused && <FailureLine refused={refused} />}
          <Button
            kind="primary"
            busy={busy}
            disabled={chosen === undefined}
            onPress={() => void agree()}
            testId="name-done"
          >
            就用这个
          </Button>
        </>
      }
    >
      <View className="stack">
        <View>随感、评论和排行榜上会这样写，随时可以在“称呼和提醒”里改。</View>
        <Choice options={OPTIONS} chosen={chosen} onChoose={setChosen} />
      </View>
    </Sheet>
  );
}
