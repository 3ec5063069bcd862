import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon/icon';
import { Press } from '../press/press';
import './cell.css';

/** Rows that belong together. */
export function CellGroup({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <View className="cell-group">
      {title !== undefined && <View className="cell-group__title">{title}</View>}
      <View className="cell-group__rows">{children}</View>
    </View>
  );
}

interface CellProps {
  title: string;
  icon?: IconName;
  /** A second line below the title. */
  note?: string;
  /** What stands at the right. */
  value?: ReactNode;
  onPress?: () => void;
  testId?: string;
}

/** One row: what it is at the left, its value at the right; a chevron where a tap leads somewhere. */
export function Cell({ title, icon, note, value, onPress, testId }: CellProps) {
  const inside = (
    <View className="cell__inside">
      {icon && <Icon name={icon} />}
      <View className="grow">
        <View>{title}</View>
        {note !== undefined && <View className="note">{note}</View>}
      </View>
      {value !== undefined && (
        <View className="cell__value">{typeof value === 'string' ? <Text>{value}</Text> : value}</View>
      )}
      {onPress && <Icon name="forward" small />}
    </View>
  );
  if (!onPress) return <View className="cell">{inside}</View>;
  return (
    <Press className="cell" onPress={onPress} {...(testId === undefined ? {} : { testId })}>
      {inside}
    </Press>
  );
}
