import { View } from '@tarojs/components';
import './time-left.css';

interface TimeLeftProps {
  /** Counts up with every step of 15 s: the bar begins anew. */
  step: number;
  /** How much of this step has passed, in milliseconds. */
  gone: number;
}

/** A bar that runs out with the code above it. */
export function TimeLeft({ step, gone }: TimeLeftProps) {
  return (
    <View className="time-left">
      <View key={step} className="time-left__bar" style={{ animationDelay: `-${gone}ms` }} />
    </View>
  );
}
