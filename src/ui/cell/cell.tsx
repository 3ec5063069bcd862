import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon/icon';
import { lookOf, useLook } from '../look/look';
import { Press } from '../press/press';
import './cell.css';

interface CellGroupProps {
  title?: string;
  /** Of what is over: read, but not acted on. */
  muted?: boolean;
  children: ReactNode;
}

/** Rows that belong together. */
export function CellGroup({ title, muted = false, children }: CellGroupProps) {
  return (
    <View className={`cell-group${muted ? ' cell-group--muted' : ''}`}>
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

/** From this size of text on a line has no room for a note and a value side by side. */
const BELOW_FROM = 1.2;

/** One row: what it is at the left, its value at the right; a chevron where a tap leads somewhere. */
export function Cell({ title, icon, note, value, onPress, testId }: CellProps) {
  const large = lookOf(useLook()).scale >= BELOW_FROM;
  const below = value !== undefined && note !== undefined && large;
  const inside = (
    <View className="cell__inside">
      {icon && <Icon name={icon} />}
      <View className="grow">
        <View>{title}</View>
        {note !== undefined && <View className="note">{note}</View>}
        {below && <View className="cell__below">{value}</View>}
      </View>
      {value !== undefined && !below && (
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
