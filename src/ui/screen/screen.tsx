import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { lookOf, scaleStyle, useLook } from '../look/look';
import '../look/tokens.css';
import '../look/base.css';
import './screen.css';

/** The ground of every page: carries the tokens, the size of text and care mode to what is on it. */
export function Screen({ children }: { children: ReactNode }) {
  const look = lookOf(useLook());
  return (
    <View className={`screen${look.care ? ' screen--care' : ''}`} style={scaleStyle(look.scale)}>
      {children}
    </View>
  );
}
