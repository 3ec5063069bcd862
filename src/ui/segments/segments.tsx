import { Text, View } from '@tarojs/components';
import { Press } from '../press/press';
import './segments.css';

interface SegmentsProps<V extends string> {
  options: readonly { value: V; words: string }[];
  chosen: V;
  onChoose: (value: V) => void;
}

/** Two to four views of one thing, side by side over the whole width; one of them is in sight. */
export function Segments<V extends string>({ options, chosen, onChoose }: SegmentsProps<V>) {
  return (
    <View className="segments">
      {options.map(({ value, words }) => (
        <Press
          key={value}
          className={`segment${value === chosen ? ' segment--on' : ''}`}
          pressed={value === chosen}
          onPress={() => onChoose(value)}
          testId={`segment-${value}`}
        >
          <Text>{words}</Text>
        </Press>
      ))}
    </View>
  );
}
