import { View } from '@tarojs/components';
import type { MemberStatus, MessageKind } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { go } from '../../routes';
import { Failure, StaleLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { Reminder } from './reminder';
import { SeenAsChoice } from './seen-as';
import './settings.css';

interface SettingsProps {
  /** Who looks; absent while that is not known yet. */
  status: MemberStatus | undefined;
  name: string | undefined;
  /** What a reminder comes as. */
  kinds: readonly MessageKind[];
}

/** What holds for a reader in every challenge: how others see them, and when they are reminded. */
export function Settings({ status, name, kinds }: SettingsProps) {
  const { value, refused, asking, again } = useAnswer('reading.today', {});
  if (status !== undefined && status !== 'active') {
    const pending = status === 'pending';
    return (
      <Notice
        icon="person"
        title={pending ? '入会申请还在审核' : '先加入工会'}
        text={pending ? '通过后就能打卡、定称呼和提醒' : '会员才能打卡，加入只要一分钟'}
        testId="not-member"
      >
        {!pending && <Button onPress={go.join}>去加入工会</Button>}
      </Notice>
    );
  }
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonRows count={3} />;
  return (
    <View className="settings" data-testid="settings">
      {refused && <StaleLine />}
      <SeenAsChoice seenAs={value.seenAs} name={name} />
      <Reminder remindAt={value.remindAt} kinds={kinds} />
    </View>
  );
}
