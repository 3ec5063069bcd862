import { View } from '@tarojs/components';
import './today.css';

const SPINES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;

/** Seven books of a row are a card: those read stand on the shelf, the last one has just come. */
export function Shelf({ daysToNext, label }: { daysToNext: number; label: string }) {
  const read = Math.max(0, SPINES.length - daysToNext);
  return (
    <View className="shelf" role="img" aria-label={label}>
      {SPINES.map((spine, at) => (
        <View
          key={spine}
          className={`shelf__book shelf__book--${spine}${at < read ? ' shelf__book--read' : ''}${at === read - 1 ? ' shelf__book--last' : ''}`}
        />
      ))}
    </View>
  );
}
