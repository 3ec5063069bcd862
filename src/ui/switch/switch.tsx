import { View } from '@tarojs/components';
import { Press } from '../press/press';
import './switch.css';

interface SwitchProps {
  title: string;
  /** What it means while it is on, or off. */
  note?: string;
  on: boolean;
  onChange: (on: boolean) => void;
  testId?: string;
}

/** Something that is or is not so; the whole line takes the tap. */
export function Switch({ title, note, on, onChange, testId }: SwitchProps) {
  return (
    <Press
      className="switch"
      pressed={on}
      label={`${title}，${on ? '已开' : '未开'}`}
      onPress={() => onChange(!on)}
      {...(testId === undefined ? {} : { testId })}
    >
      <View className="row">
        <View className="grow">
          <View>{title}</View>
          {note !== undefined && <View className="note">{note}</View>}
        </View>
        <View className={`switch__track${on ? ' switch__track--on' : ''}`}>
          <View className="switch__knob" />
        </View>
      </View>
    </Press>
  );
}
