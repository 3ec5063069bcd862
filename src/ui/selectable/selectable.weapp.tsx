import { Text } from '@tarojs/components';
import type { SelectableProps } from './selectable-props';

export function Selectable({ className, children }: SelectableProps) {
  return (
    <Text className={className} userSelect>
      {children}
    </Text>
  );
}
