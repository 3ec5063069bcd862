import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon/icon';
import './hint.css';

/** A line or two that help to decide, where one decides. */
export function Hint({ icon, children, testId }: { icon: IconName; children: ReactNode; testId?: string }) {
  return (
    <View className="hint" data-testid={testId}>
      <Icon name={icon} />
      <View className="grow">{children}</View>
    </View>
  );
}
