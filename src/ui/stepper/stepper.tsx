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
  /** How much one tap is; absent: one. */
  by?: number;
  onChange: (value: number) => void;
  testId?: string;
}

/** A small number, a step up or down by a tap that needs no aim. */
export function Stepper({ value, least, most, label, unit, by = 1, onChange, testId = 'stepper' }: StepperProps) {
  const words = by === 1 ? '一' : ` ${by}`;
  return (
    <View className="stepper" data-testid={testId}>
      <Press
        className={`stepper__step${value <= least ? ' stepper__step--off' : ''}`}
        label={`${label}减${words}`}
        disabled={value <= least}
        onPress={() => onChange(Math.max(least, value - by))}
      >
        <Icon name="minus" />
      </Press>
      <View className="stepper__value" aria-live="polite">
        <Text className="title number">{value}</Text>
        <Text>{unit}</Text>
      </View>
      <Press
        className={`stepper__step${value >= most ? ' stepper__step--off' : ''}`}
        label={`${label}加${words}`}
        disabled={value >= most}
        onPress={() => onChange(Math.min(most, value + by))}
      >
        <Icon name="plus" />
      </Press>
    </View>
  );
}
