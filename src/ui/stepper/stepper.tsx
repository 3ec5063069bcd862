import { Text, View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import { Press } from '../press/press';
import './stepper.css';

interface StepperProps {
  value: number;
  least: number;
  most: number;
  /** What is counted: `同伴`; a screen reader hears it at both buttons. */
  label: string;
  /** What stands after the number: `位`. */
  unit: string;
  onChange: (value: number) => void;
  testId?: string;
}

/** A small number, one up or one down by a tap that needs no aim. */
export function Stepper({ value, least, most, label, unit, onChange, testId = 'stepper' }: StepperProps) {
  return (
    <View className="stepper" data-testid={testId}>
      <Press
        className={`stepper__step${value <= least ? ' stepper__step--off' : ''}`}
        label={`${label}减一`}
        disabled={value <= least}
        onPress={() => onChange(value - 1)}
      >
        <Icon name="minus" />
      </Press>
      <View className="stepper__value" aria-live="polite">
        <Text className="title number">{value}</Text>
        <Text>{unit}</Text>
      </View>
      <Press
        className={`stepper__step${value >= most ? ' stepper__step--off' : ''}`}
        label={`${label}加一`}
        disabled={value >= most}
        onPress={() => onChange(value + 1)}
      >
        <Icon name="plus" />
      </Press>
    </View>
  );
}
