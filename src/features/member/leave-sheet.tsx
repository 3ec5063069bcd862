import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { forgetAnswers, outdate } from '../../cloud/answers';
import type { RefusedBy } from '../../cloud/call';
import { command } from '../../cloud/command';
import { forgetOpen } from '../../cloud/open-commands';
import { forgetWaiting } from '../../cloud/waiting';
import { toastOnArrival } from '../../device/toast';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/sheet/sheet';

/** Leaving says what goes, what stays, and that it cannot be undone, before it is done. */
export function LeaveSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const send = useRef(command('member.leave'));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<RefusedBy<'member.leave'>>();

  async function leave(): Promise<void> {
    setBusy(true);
    setRefused(undefined);
    const outcome = await send.current({ confirm: true });
    setBusy(false);
    if (!outcome.ok) {
      setRefused(outcome);
      return;
    }
    forgetAnswers();
    forgetOpen();
    forgetWaiting();
    outdate('member.me', 'activity.mine', 'activity.get');
    toastOnArrival('已注销');
    go.tab('pages/me/index');
  }

  return (
    <Sheet
      open={open}
      title="注销会员"
      onClose={onClose}
      foot={
        <>
          {refused && <FailureLine refused={refused} />}
          <Button kind="danger" busy={busy} onPress={() => void leave()} testId="confirm-leave">
            确定注销
          </Button>
          <Button onPress={onClose}>再想想</Button>
        </>
      }
    >
      <View className="stack">
        <View>姓名、手机号和微信身份会立即删除，还没开始的报名会取消，名额让给别人。</View>
        <View>参加过的场次只留下不含身份的记录。注销后不能恢复，想回来要重新申请。</View>
      </View>
    </Sheet>
  );
}
