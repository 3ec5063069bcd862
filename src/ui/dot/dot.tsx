import { View } from '@tarojs/components';
import './dot.css';

/** There is something new; `label` says what, to who does not see it. */
export function Dot({ label }: { label: string }) {
  return <View className="dot" role="img" aria-label={label} />;
}
