import { View } from '@tarojs/components';
import type { CheckInView } from '../../../types/contract';
import { useCommand } from '../../cloud/use-command';
import { SHOWS_CHECK_INS } from '../../cloud/waiting';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/sheet/sheet';

/** Asks once more: what rests on it goes too. */
export function RemoveSheet({ checkIn, onClose }: { checkIn: CheckInView; onClose: () => void }) {
  const { send, busy, refused } = useCommand('reading.removeCheckIn', SHOWS_CHECK_INS);
  async function remove(): Promise<void> {
    const outcome = await send({ checkInId: checkIn.id });
    if (!outcome.ok) return;
    toast('删掉了');
    onClose();
  }
  return (
    <Sheet
      open
      title="删除这次打卡"
      onClose={onClose}
      testId="remove-sheet"
      foot={
        <>
          {refused && <FailureLine refused={refused} />}
          <Button kind="danger" busy={busy} onPress={() => void remove()} testId="confirm-remove">
            确定删除
          </Button>
          <Button onPress={onClose}>留着</Button>
        </>
      }
    >
      <View>今天的分钟和天数会重新算，因为它得的积分一起收回，分享的随感也会消失。</View>
    </Sheet>
  );
}
