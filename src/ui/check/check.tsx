import { View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import './check.css';

/** The round box of a line that can be chosen with others. */
export function Check({ on }: { on: boolean }) {
  return <View className={`check${on ? ' check--on' : ''}`}>{on && <Icon name="check" small />}</View>;
}
