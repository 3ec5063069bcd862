import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon/icon';
import './hint.css';

interface HintProps {
  icon: IconName;
  /** Something to think about before going on, not only to know. */
  warns?: boolean;
  children: ReactNode;
  testId?: string;
}

/** A line or two that help to decide, where one decides. */
export function Hint({ icon, warns = false, children, testId }: HintProps) {
  return (
    <View className={`hint${warns ? ' hint--warns' : ''}`} data-testid={testId}>
      <Icon name={icon} />
      <View className="grow">{children}</View>
    </View>
  );
}
