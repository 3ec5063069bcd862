import { View } from '@tarojs/components';
import { useState } from 'react';
import { REPORT_REASONS } from '../../../domain/wording/feed';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/choice/choice';
import { ReasonField } from '../../ui/field/reason-field';
import { Sheet } from '../../ui/sheet/sheet';
import { useFeedAct } from './use-feed-act';
import './feed.css';

const OWN = '别的原因';
const OPTIONS = [...REPORT_REASONS, OWN].map((value) => ({ value, title: value }));

/** What somebody holds against a note or a comment. */
export interface Reported {
  noteId: string;
  commentId?: string;
  author: string;
}

/** Puts it before an organizer, with a reason that its author does not see. */
export function ReportSheet({ reported, onClose }: { reported: Reported; onClose: () => void }) {
  const act = useFeedAct('reading.report');
  const [chosen, setChosen] = useState<string>();
  const [own, setOwn] = useState('');
  const [checked, setChecked] = useState(false);
  const reason = chosen === OWN ? own.trim() : (chosen ?? '');
  const { noteId, commentId, author } = reported;

  async function report(): Promise<void> {
    setChecked(true);
    if (reason === '') return;
    const outcome = await act.send({ noteId, ...(commentId !== undefined && { commentId }), reason });
    if (!outcome.ok) return;
    toast('收到，工作人员会看');
    onClose();
  }

  return (
    <Sheet
      open
      title={`举报${author}的${commentId === undefined ? '随感' : '评论'}`}
      onClose={onClose}
      testId="report-sheet"
      foot={
        <>
          {act.refused && <FailureLine refused={act.refused} />}
          {checked && chosen === undefined && <View className="field__fault say__small">先选一个原因</View>}
          <Button kind="danger" busy={act.busy} onPress={() => void report()} testId="send-report">
            举报
          </Button>
          <Button onPress={onClose}>先不了</Button>
        </>
      }
    >
      <View className="stack">
        <View className="note">对方不知道是谁举报的</View>
        <Choice options={OPTIONS} chosen={chosen} onChoose={setChosen} />
      </View>
      {chosen === OWN && (
        <View className="report__own">
          <ReasonField note="只有工作人员看得到" missing={checked && reason === ''} onType={setOwn} />
        </View>
      )}
    </Sheet>
  );
}
