import { ScrollView, Text, View } from '@tarojs/components';
import { lookOf, useLook } from '../look/look';
import { Press } from '../press/press';
import { lineBefore } from './line-before';
import './chips.css';

interface ChipsProps<V extends string> {
  options: readonly { value: V; words: string }[];
  chosen: V;
  onChoose: (value: V) => void;
}

/** Short words in a line that scrolls; one of them is on. */
export function Chips<V extends string>({ options, chosen, onChoose }: ChipsProps<V>) {
  return (
    <ScrollView
      className="chips"
      scrollX
      enhanced
      showScrollbar={false}
      scrollLeft={lineBefore(options, chosen, lookOf(useLook()).scale)}
    >
      <View className="chips__line">
        {options.map(({ value, words }) => (
          <View key={value}>
            <Press
              className={`chip${value === chosen ? ' chip--on' : ''}`}
              pressed={value === chosen}
              onPress={() => onChoose(value)}
            >
              <Text>{words}</Text>
            </Press>
          </View>
        ))}
      </View>
    </ScrollView>
  );
}
