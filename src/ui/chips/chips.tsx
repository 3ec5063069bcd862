import { ScrollView, Text, View } from '@tarojs/components';
import { lookOf, useLook } from '../look/look';
import { Press } from '../press/press';
import './chips.css';

interface ChipsProps<V extends string> {
  options: readonly { value: V; words: string }[];
  chosen: V;
  onChoose: (value: V) => void;
}

/** Of a chip besides its words, in px: its sides and the gap behind it; and of each sign in it at the usual size. */
const AROUND = 36;
const SIGN = 16;

/** How far the line is scrolled to begin with the chosen one. (By its id the whole page would scroll with it.) */
function widthBefore(options: ChipsProps<string>['options'], chosen: string, scale: number): number {
  const before = options.slice(
    0,
    options.findIndex(({ value }) => value === chosen),
  );
  return before.reduce((sum, { words }) => sum + AROUND + words.length * SIGN * scale, 0);
}

/** Short words in a line that scrolls; one of them is on. */
export function Chips<V extends string>({ options, chosen, onChoose }: ChipsProps<V>) {
  return (
    <ScrollView
      className="chips"
      scrollX
      enhanced
      showScrollbar={false}
      scrollLeft={widthBefore(options, chosen, lookOf(useLook()).scale)}
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
