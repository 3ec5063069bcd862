import { View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import { Press } from '../press/press';
import { LARGEST, SMALLEST, STEP, within } from './pan-zoom-props';
import './pan-zoom.css';

/** The same without two fingers. */
export function ZoomSigns({ scale, onScale }: { scale: number; onScale: (scale: number) => void }) {
  return (
    <View className="pan-zoom__signs">
      <Press
        className="pan-zoom__sign"
        label="缩小"
        disabled={scale <= SMALLEST}
        onPress={() => onScale(within(scale / STEP))}
        testId="zoom-out"
      >
        <Icon name="minus" />
      </Press>
      <Press
        className="pan-zoom__sign"
        label="放大"
        disabled={scale >= LARGEST}
        onPress={() => onScale(within(scale * STEP))}
        testId="zoom-in"
      >
        <Icon name="plus" />
      </Press>
    </View>
  );
}
