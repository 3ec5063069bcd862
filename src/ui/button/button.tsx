import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Press } from '../press/press';
import './button.css';

interface ButtonProps {
  onPress: () => void;
  children: ReactNode;
  /** `primary` is the one main action of a screen. */
  kind?: 'primary' | 'plain' | 'danger' | 'quiet';
  small?: boolean;
  /** Something is under way: the button says so and takes no further tap. */
  busy?: boolean;
  disabled?: boolean;
  testId?: string;
}

export function Button({
  onPress,
  children,
  kind = 'plain',
  small,
  busy = false,
  disabled = false,
  testId,
}: ButtonProps) {
  const off = disabled || busy;
  return (
    <Press
      className={`button button--${kind}${small ? ' button--small' : ''}${disabled ? ' button--off' : ''}`}
      onPress={onPress}
      disabled={off}
      {...(testId === undefined ? {} : { testId })}
    >
      <View className="button__face">
        {busy && <View className="button__turn" />}
        <Text>{children}</Text>
      </View>
    </Press>
  );
}
