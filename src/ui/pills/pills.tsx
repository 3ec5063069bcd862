import { Text, View } from '@tarojs/components';
import { Press } from '../press/press';
import './pills.css';

interface PillsProps<V extends string> {
  options: readonly { value: V; words: string }[];
  /** Those that are on: one, or several where the form takes several. */
  chosen: readonly V[];
  onPress: (value: V) => void;
}

/** Short words side by side, as many lines as they need. */
export function Pills<V extends string>({ options, chosen, onPress }: PillsProps<V>) {
  return (
    <View className="pills">
      {options.map(({ value, words }) => {
        const on = chosen.includes(value);
        return (
          <View key={value}>
            <Press className={`pill${on ? ' pill--on' : ''}`} pressed={on} onPress={() => onPress(value)}>
              <Text>{words}</Text>
            </Press>
          </View>
        );
      })}
    </View>
  );
}
