import { ScrollView, Text, View } from '@tarojs/components';
import { Press } from '../press/press';
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
      scrollIntoView={chosen === options[0]?.value ? '' : `chip-${chosen}`}
    >
      <View className="chips__line">
        {options.map(({ value, words }) => (
          <View key={value} id={`chip-${value}`}>
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
