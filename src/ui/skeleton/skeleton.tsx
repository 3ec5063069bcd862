import { Text, View } from '@tarojs/components';
import './skeleton.css';

const LINES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** The shape of one thing, of the size that its class says. */
export function Bone({ className }: { className: string }) {
  return <View className={`bone ${className}`} />;
}

/** The shape of a list that is on its way. */
export function SkeletonRows({ count = 5 }: { count?: number }) {
  return (
    <View className="skeleton" data-testid="skeleton">
      <Text className="out-of-sight">正在加载</Text>
      {LINES.slice(0, count).map((line) => (
        <View key={line} className="skeleton__row">
          <View className="bone skeleton__block" />
          <View className="grow">
            <View className="bone skeleton__line" />
            <View className="bone skeleton__line skeleton__line--short" />
          </View>
        </View>
      ))}
    </View>
  );
}

/** The shape of one thing on its way: a cover and some lines. */
export function SkeletonPage() {
  return (
    <View className="skeleton" data-testid="skeleton">
      <Text className="out-of-sight">正在加载</Text>
      <View className="bone skeleton__cover" />
      <View className="bone skeleton__line" />
      <View className="bone skeleton__line skeleton__line--short" />
      <View className="bone skeleton__panel" />
    </View>
  );
}

/** The shape of a card with a few words, above rows that lead on. */
export function SkeletonCard() {
  return (
    <View data-testid="skeleton">
      <Text className="out-of-sight">正在加载</Text>
      <View className="bone skeleton__line skeleton__line--short" />
      <View className="bone skeleton__line skeleton__line--shorter" />
      <View className="bone skeleton__line skeleton__line--shorter" />
    </View>
  );
}
