import { View } from '@tarojs/components';
import { cancelWindow } from '../../../domain/wording/primary';
import type { Standing } from '../../../domain/wording/standing';
import type { Registration } from '../../../types/contract/registration';
import type { Instant } from '../../../types/vocabulary';
import { ContactPress } from '../../device/contact-press';
import { Button } from '../../ui/button/button';

interface GivingBackProps {
  registration: Registration;
  standing: Standing;
  now: Instant;
  onCancel: () => void;
}

/** The way back: while there is one, and whom to tell after. Who only waits may go at any time. */
export function GivingBack({ registration: { cancelUntil }, standing, now, onCancel }: GivingBackProps) {
  if (standing !== 'live' && standing !== 'waitlisted' && standing !== 'applied') return null;
  if (standing === 'live' && now >= cancelUntil) {
    return (
      <View className="pad slip__back" data-testid="too-late">
        <View className="note">已过取消时间。来不了的话，告诉工作人员一声，名额可以让给同事。</View>
        <ContactPress className="ask-for-help">联系工会工作人员</ContactPress>
      </View>
    );
  }
  const words = { live: '取消报名', waitlisted: '退出候补', applied: '撤回申请' }[standing];
  return (
    <View className="pad slip__back">
      <Button kind="danger" onPress={onCancel} testId="cancel">
        {words}
      </Button>
      {standing === 'live' && <View className="note number">{cancelWindow(cancelUntil, now)}</View>}
    </View>
  );
}
