import { View } from '@tarojs/components';
import { useState } from 'react';
import { isUnsure } from '../../cloud/command';
import { toast } from '../../device/toast';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { TextArea } from '../../ui/field/text-area';
import { Sheet } from '../../ui/sheet/sheet';
import { useFeedAct } from './use-feed-act';
import './feed.css';

/** Characters of a comment. */
export const MOST_SAID = 200;

interface SaySheetProps {
  noteId: string;
  /** What was typed and not sent: closing the sheet loses nothing. */
  typed: string;
  onType: (text: string) => void;
  onClose: () => void;
}

/** Writes a comment. */
export function SaySheet({ noteId, typed, onType, onClose }: SaySheetProps) {
  const act = useFeedAct('reading.comment');
  const [missing, setMissing] = useState(false);
  const { refused } = act;

  async function say(): Promise<void> {
    const text = typed.trim();
    setMissing(text === '');
    if (text === '') return;
    const outcome = await act.send({ noteId, text });
    if (!outcome.ok) return;
    toast('发出去了，审核后同事看得到');
    onType('');
    onClose();
  }

  return (
    <Sheet
      open
      title="写评论"
      onClose={onClose}
      testId="say-sheet"
      foot={
        <>
          {refused && <FailureLine refused={refused} />}
          {refused?.refusal === 'NO_NAME' && (
            <Button onPress={go.readingSettings} testId="choose-name">
              去选称呼
            </Button>
          )}
          <Button kind="primary" busy={act.busy} onPress={() => void say()} testId="send-comment">
            {act.busy ? '正在发' : refused && isUnsure(refused.refusal) ? '再试一次' : '发出'}
          </Button>
        </>
      }
    >
      <Field label="想说的话" fault={missing ? '先写几个字' : undefined}>
        <TextArea
          initial={typed}
          label="想说的话"
          placeholder="读到这段你想到什么"
          maxLength={MOST_SAID}
          onType={(text) => {
            onType(text);
            setMissing(false);
          }}
          testId="comment-text"
        />
      </Field>
      <View className="note number">最多 {MOST_SAID} 字，审核后同事看得到</View>
    </Sheet>
  );
}
