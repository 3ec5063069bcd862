import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { MyRegistration } from '../../../types/contract/registration';
import { keepAnswer, outdate } from '../../cloud/answers';
import type { RefusedBy } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';
import { command } from '../../cloud/command';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/sheet/sheet';

interface CancelSheetProps {
  registration: MyRegistration;
  open: boolean;
  onClose: () => void;
}

interface Asking {
  title: string;
  text: string;
  yes: string;
  no: string;
  done: string;
}

/** What is given back, by what is held. */
function askingFor({ state, companions }: MyRegistration): Asking {
  const withThem = companions > 0 ? `你和 ${companions} 位同伴的名额` : '名额';
  switch (state) {
    case 'waitlisted':
      return {
        title: '退出候补',
        text: '退出后，排到的位置不保留；再来要从队尾排起。',
        yes: '确定退出',
        no: '继续排着',
        done: '已退出候补',
      };
    case 'applied':
      return {
        title: '撤回申请',
        text: '撤回后组织者不再审核这一条。报名截止前还可以重新申请。',
        yes: '确定撤回',
        no: '再想想',
        done: '申请已撤回',
      };
    case 'offered':
      return {
        title: '让给下一位',
        text: `${withThem}马上给下一位，不再为你留着。`,
        yes: '确定让出',
        no: '再想想',
        done: '名额给了下一位',
      };
    default:
      return {
        title: '取消报名',
        text: `取消后${withThem}马上让给别人。开放期间还可以重新报名，但不保证有位子。`,
        yes: '确定取消',
        no: '再想想',
        done: '名额已让出',
      };
  }
}

type GivingBackRefused = RefusedBy<'activity.cancel'> | RefusedBy<'activity.declineOffer'>;

/** Gives back what is held: an offer is declined, everything else cancelled. */
function useGiveBack(registration: MyRegistration, done: () => void) {
  const cancel = useRef(command('activity.cancel'));
  const decline = useRef(command('activity.declineOffer'));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<GivingBackRefused>();

  async function giveBack(): Promise<void> {
    const { id, state } = registration;
    setBusy(true);
    setRefused(undefined);
    const outcome = await (state === 'offered' ? decline : cancel).current({ registrationId: id });
    setBusy(false);
    if (outcome.ok) {
      const { ticketKey: _shut, position: _left, offerUntil: _answered, ...rest } = registration;
      const ended = { ...rest, ...outcome.value, endedBy: 'member' as const, now: serverNow() };
      keepAnswer('activity.registration', { registrationId: id }, ended);
      done();
    } else {
      setRefused(outcome);
    }
    if (outcome.ok || outcome.refusal !== 'OFFLINE') {
      outdate('activity.get', 'activity.mine', 'activity.list', 'activity.registration');
    }
  }
  return { giveBack, busy, refused };
}

/** Asks once more before the place, or the turn, is given back. */
export function CancelSheet({ registration, open, onClose }: CancelSheetProps) {
  const { title, text, yes, no, done } = askingFor(registration);
  const { giveBack, busy, refused } = useGiveBack(registration, () => {
    toast(done);
    onClose();
  });
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button kind="danger" busy={busy} onPress={() => void giveBack()} testId="confirm-cancel">
            {yes}
          </Button>
          <Button onPress={onClose}>{no}</Button>
        </>
      }
    >
      <View className="stack">
        <View>{text}</View>
        {refused && <FailureLine refused={refused} />}
      </View>
    </Sheet>
  );
}
