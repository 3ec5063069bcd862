import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './bar.css';

/** Keeps the one primary action in sight at the foot of a page, above the edge of the phone. */
export function Bar({ children }: { children: ReactNode }) {
  return (
    <View className="bar-room">
      <View className="bar">{children}</View>
    </View>
  );
}
