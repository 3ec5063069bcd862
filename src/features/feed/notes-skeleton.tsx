import { Text, View } from '@tarojs/components';
import { Bone } from '../../ui/skeleton/skeleton';
import './feed.css';

const ROWS = ['a', 'b', 'c'];

/** The shape of notes that are on their way. */
export function NotesSkeleton({ count = 3 }: { count?: number }) {
  return (
    <View data-testid="skeleton">
      <Text className="out-of-sight">正在加载</Text>
      {ROWS.slice(0, count).map((row) => (
        <View key={row} className="note-row">
          <Bone className="skeleton__line skeleton__line--shorter" />
          <Bone className="skeleton__line" />
          <Bone className="skeleton__line skeleton__line--short" />
        </View>
      ))}
    </View>
  );
}
