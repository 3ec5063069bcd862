import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { causeNote, entryNotes, entryWhen, signed } from '../../../domain/wording/entries';
import { causeTitle } from '../../../domain/wording/points';
import type { EntryView } from '../../../types/contract/points';
import type { Instant } from '../../../types/vocabulary';
import './entry-line.css';

interface EntryLineProps {
  entry: EntryView;
  now: Instant;
  /** What can be done about it. */
  children?: ReactNode;
}

/** One posting: what it was for, when, and how many. */
export function EntryLine({ entry, now, children }: EntryLineProps) {
  const { cause, points, at, balance } = entry;
  return (
    <View className="parted entry" data-testid={`entry-${entry.id}`}>
      <View className="grow">
        <View>{causeTitle(cause)}</View>
        <View className="note number">
          {causeNote(cause)} · {entryWhen(at, now)}
        </View>
        {entryNotes(entry).map((words) => (
          <View key={words} className="note number">
            {words}
          </View>
        ))}
        {children}
      </View>
      <View className="entry__amount number">
        <View className={`strong${points > 0 ? ' mine' : ''}`}>{signed(points)}</View>
        <Text className="note">余 {balance}</Text>
      </View>
    </View>
  );
}
