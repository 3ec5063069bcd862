import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { Voucher } from '../../../types/contract/benefit';
import { keepAnswer, outdate } from '../../cloud/answers';
import type { RefusedBy } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';
import { command } from '../../cloud/command';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/sheet/sheet';
import { outdateMine } from './use-redeem';

interface GiveBackSheetProps {
  voucher: Voucher;
  open: boolean;
  onClose: () => void;
}

/** Asks once more before the voucher is given back, and its points come with it. */
export function GiveBackSheet({ voucher, open, onClose }: GiveBackSheetProps) {
  const send = useRef(command('benefit.cancel'));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<RefusedBy<'benefit.cancel'>>();
  const { id, price } = voucher;

  async function giveBack(): Promise<void> {
    setBusy(true);
    setRefused(undefined);
    const outcome = await send.current({ redemptionId: id });
    setBusy(false);
    if (outcome.ok) {
      const { key: _shut, digits: _void, cancelUntil: _used, ...rest } = voucher;
      keepAnswer('benefit.show', { redemptionId: id }, { ...rest, ...outcome.value, now: serverNow() });
      toast(price > 0 ? `退回了 ${price} 积分` : '已退回');
      onClose();
    } else {
      setRefused(outcome);
    }
    if (outcome.ok || outcome.refusal !== 'OFFLINE') {
      outdateMine();
      outdate('benefit.show');
    }
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
