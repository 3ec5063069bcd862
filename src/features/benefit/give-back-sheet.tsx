import { View } from '@tarojs/components';
import type { Voucher } from '../../../types/contract/benefit';
import { keepAnswer } from '../../cloud/answers';
import { serverNow } from '../../cloud/clock';
import { useCommand } from '../../cloud/use-command';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/sheet/sheet';
import { MINE } from './use-redeem';

interface GiveBackSheetProps {
  voucher: Voucher;
  open: boolean;
  onClose: () => void;
}

const SHOWN = [...MINE, 'benefit.show'] as const;

/** Asks once more before the voucher is given back, and its points come with it. */
export function GiveBackSheet({ voucher, open, onClose }: GiveBackSheetProps) {
  const { send, busy, refused } = useCommand('benefit.cancel', SHOWN);
  const { id, price } = voucher;

  async function giveBack(): Promise<void> {
    const outcome = await send({ redemptionId: id });
    if (!outcome.ok) return;
    const { key: _shut, digits: _void, cancelUntil: _used, ...rest } = voucher;
    keepAnswer('benefit.show', { redemptionId: id }, { ...rest, ...outcome.value, now: serverNow() });
    toast(price > 0 ? `退回了 ${price} 积分` : '已退回');
    onClose();
  }

  return (
    <Sheet
      open={open}
      title="退回这张券"
      onClose={onClose}
      testId="give-back-sheet"
      foot={
        <>
          <Button kind="danger" busy={busy} onPress={() => void giveBack()} testId="confirm-give-back">
            确定退回
          </Button>
          <Button onPress={onClose}>留着</Button>
        </>
      }
    >
      <View className="stack">
        <View>
          {price > 0 ? `${price} 积分退给你，按原来的日子到期。` : ''}
          券马上作废，让给别的同事；要的话可以再换，不保证还有。
        </View>
        {refused && <FailureLine refused={refused} />}
      </View>
    </Sheet>
  );
}
