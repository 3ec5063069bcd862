import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { Registration } from '../../../types/contract/registration';
import { keepAnswer, outdate } from '../../cloud/answers';
import type { RefusedBy } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';
import { command } from '../../cloud/command';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/sheet/sheet';

interface CancelSheetProps {
  registration: Registration;
  open: boolean;
  onClose: () => void;
}

/** Asks once more before the place is given back. */
export function CancelSheet({ registration, open, onClose }: CancelSheetProps) {
  const send = useRef(command('activity.cancel'));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<RefusedBy<'activity.cancel'>>();

  async function cancel(): Promise<void> {
    setBusy(true);
    setRefused(undefined);
    const outcome = await send.current({ registrationId: registration.id });
    setBusy(false);
    if (outcome.ok) {
      keepAnswer(
        'activity.registration',
        { registrationId: registration.id },
        { ...registration, ...outcome.value, now: serverNow() },
      );
      toast('名额已让出');
      onClose();
    } else {
      setRefused(outcome);
    }
    if (outcome.ok || outcome.refusal !== 'OFFLINE') {
      outdate('activity.get', 'activity.mine', 'activity.list', 'activity.registration');
    }
  }

  return (
    <Sheet
      open={open}
      title="取消报名"
      onClose={onClose}
      foot={
        <>
          <Button kind="danger" busy={busy} onPress={() => void cancel()} testId="confirm-cancel">
            确定取消
          </Button>
          <Button onPress={onClose}>再想想</Button>
        </>
      }
    >
      <View className="stack">
        <View>取消后名额马上让给别人。开放期间还可以重新报名，但不保证有位子。</View>
        {refused && <FailureLine refused={refused} />}
      </View>
    </Sheet>
  );
}
