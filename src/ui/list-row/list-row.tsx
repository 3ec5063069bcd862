import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Press } from '../press/press';
import './list-row.css';

interface ListRowProps {
  /** What one looks for in the list, at the left: a date or a price. */
  block: ReactNode;
  title: string;
  /** Stands below its lines: its tags, and how it stands. */
  tags: ReactNode;
  /** Of what is past or gone: its name steps back. */
  over: boolean;
  onPress: () => void;
  testId: string;
  /** The lines below the name. */
  children: ReactNode;
}

/** One of many in a list: a block, a name in two lines at most, and words on it. */
export function ListRow({ block, title, tags, over, onPress, testId, children }: ListRowProps) {
  return (
    <Press className={`list-row${over ? ' list-row--over' : ''}`} onPress={onPress} testId={testId}>
      <View className="list-row__inside">
        {block}
        <View className="grow">
          <View className="list-row__title">{title}</View>
          {children}
          <View className="row list-row__tags number">{tags}</View>
        </View>
      </View>
    </Press>
  );
}

/** How it stands, in words beside a tag; `live` while one can act on it. */
export function RowPhase({ words, live }: { words: string; live: boolean }) {
  return <Text className={`list-row__phase${live ? ' list-row__phase--live' : ''}`}>{words}</Text>;
}
