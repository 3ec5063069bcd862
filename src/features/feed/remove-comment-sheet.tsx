import { View } from '@tarojs/components';
import type { CommentView } from '../../../types/contract/reading-feed';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/sheet/sheet';
import { useFeedAct } from './use-feed-act';

interface RemoveCommentProps {
  noteId: string;
  comment: CommentView;
  onClose: () => void;
}

/** Asks once more before one's own comment goes. */
export function RemoveCommentSheet({ noteId, comment, onClose }: RemoveCommentProps) {
  const act = useFeedAct('reading.removeComment');
  async function remove(): Promise<void> {
    const outcome = await act.send({ noteId, commentId: comment.id });
    if (!outcome.ok) return;
    toast('删掉了');
    onClose();
  }
  return (
    <Sheet
      open
      title="删除这条评论"
      onClose={onClose}
      testId="remove-comment-sheet"
      foot={
        <>
          {act.refused && <FailureLine refused={act.refused} />}
          <Button kind="danger" busy={act.busy} onPress={() => void remove()} testId="confirm-remove">
            删除
          </Button>
          <Button onPress={onClose}>先留着</Button>
        </>
      }
    >
      <View>“{comment.text}”</View>
    </Sheet>
  );
}
