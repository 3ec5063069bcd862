import { View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import { Press } from '../press/press';
import './choice.css';

export interface ChoiceOption<V extends string> {
  value: V;
  title: string;
  note?: string;
  /** Cannot be chosen now; the note says why. */
  off?: boolean;
}

interface ChoiceProps<V extends string> {
  options: readonly ChoiceOption<V>[];
  chosen: V | undefined;
  onChoose: (value: V) => void;
}

/** One of several, each with room for a fact that helps to choose. */
export function Choice<V extends string>({ options, chosen, onChoose }: ChoiceProps<V>) {
  return (
    <View className="choice">
      {options.map(({ value, title, note, off = false }) => {
        const on = value === chosen;
        return (
          <Press
            key={value}
            className={`choice__option${on ? ' choice__option--on' : ''}${off ? ' choice__option--off' : ''}`}
            onPress={() => onChoose(value)}
            disabled={off}
            pressed={on}
          >
            <View className="row">
              <View className="grow">
                <View>{title}</View>
                {note !== undefined && <View className="note number">{note}</View>}
              </View>
              {on && <Icon name="check" />}
            </View>
          </Press>
        );
      })}
    </View>
  );
}
