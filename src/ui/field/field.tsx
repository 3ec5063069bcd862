import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './field.css';

/** One thing to fill in: its name above, what is wrong with it below. */
export function Field({
  label,
  optional,
  fault,
  children,
}: {
  label: string;
  optional?: boolean;
  fault?: string | undefined;
  children: ReactNode;
}) {
  return (
    <View className={`field${fault ? ' field--fault' : ''}`}>
      <View className="field__label">
        <Text>{label}</Text>
        {optional && <Text className="note">选填</Text>}
      </View>
      {children}
      {fault && <View className="field__fault">{fault}</View>}
    </View>
  );
}
