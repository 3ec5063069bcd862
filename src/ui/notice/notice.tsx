import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon/icon';
import './notice.css';

interface NoticeProps {
  icon: IconName;
  title: string;
  /** Something came out well: the sign carries the accent. */
  good?: boolean;
  text?: string;
  /** What can be done next: buttons. */
  children?: ReactNode;
  testId?: string;
}

/** Fills the place of what is not there, says why in a line, and what can be done. */
export function Notice({ icon, title, good = false, text, children, testId }: NoticeProps) {
  return (
    <View className="notice" data-testid={testId}>
      <View className={`notice__sign${good ? ' mine' : ''}`}>
        <Icon name={icon} large />
      </View>
      <View className="title">{title}</View>
      {text !== undefined && <Text className="notice__text">{text}</Text>}
      {children !== undefined && <View className="notice__steps">{children}</View>}
    </View>
  );
}
