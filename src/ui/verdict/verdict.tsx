import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon/icon';
import './verdict.css';

interface VerdictProps {
  /** `unsure` has no colour: nothing says that it may not be. */
  tone: 'in' | 'again' | 'refused' | 'unsure';
  icon: IconName;
  head: string;
  /** What is read from furthest away. */
  name: string;
  text?: string;
  note?: string;
  /** What can be done about it. */
  children?: ReactNode;
  testId: string;
}

/** The answer to a code that somebody showed: read at arm's length, in one colour. */
export function Verdict({ tone, icon, head, name, text, note, children, testId }: VerdictProps) {
  const bad = tone === 'refused' || tone === 'unsure';
  return (
    <View className={`verdict verdict--${tone}`} role={bad ? 'alert' : 'status'} data-testid={testId}>
      <View className="verdict__head">
        <Icon name={icon} />
        <View className="title">{head}</View>
      </View>
      <View className="verdict__name">{name}</View>
      {text !== undefined && <View className="verdict__text">{text}</View>}
      {note !== undefined && <View className="verdict__note number">{note}</View>}
      {children !== undefined && <View className="verdict__step">{children}</View>}
    </View>
  );
}
