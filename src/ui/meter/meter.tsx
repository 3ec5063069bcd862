import { View } from '@tarojs/components';
import './meter.css';

interface MeterProps {
  /** From 0 to 1; what is beyond is drawn as full. */
  share: number;
  tone: 'warm' | 'craft' | 'vital' | 'books';
}

/** How much of something is taken, as a bar. */
export function Meter({ share, tone }: MeterProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <View className="meter">
      <View className={`meter__taken meter__taken--${tone}`} style={{ width: `${percent}%` }} />
    </View>
  );
}
