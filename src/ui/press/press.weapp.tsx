import { View } from '@tarojs/components';
import './press.css';
import type { PressProps } from './press-props';

export function Press({ onPress, className = '', label, disabled = false, children }: PressProps) {
  return (
    <View
      className={`press ${className}${disabled ? ' press--off' : ''}`}
      hoverClass={disabled ? 'none' : 'press--felt'}
      hoverStartTime={20}
      hoverStayTime={80}
      onClick={() => !disabled && onPress()}
      ariaRole="button"
      {...(label === undefined ? {} : { ariaLabel: label })}
    >
      {children}
    </View>
  );
}
