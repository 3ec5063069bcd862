import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './slip.css';

/** A card that is shown to somebody: its cover, and below it the one thing that it is for. */
export function Slip({ children }: { children: ReactNode }) {
  return <View className="slip">{children}</View>;
}

interface SlipBodyProps {
  /** Words and questions stand further apart than a code and what belongs to it. */
  loose?: boolean;
  testId?: string;
  children: ReactNode;
}

/** The one thing, in the middle: a code, a position, or what became of it. */
export function SlipBody({ loose = false, testId, children }: SlipBodyProps) {
  return (
    <View className={`slip__body${loose ? ' slip__body--loose' : ''}`} data-testid={testId}>
      {children}
    </View>
  );
}

/** Why it ended, in the words of whoever ended it. */
export function SlipReason({ by, reason }: { by: string; reason: string }) {
  return (
    <View className="slip__reason" data-testid="reason">
      <View className="note">{by}说</View>
      <View>{reason}</View>
    </View>
  );
}
