import { Text, View } from '@tarojs/components';
import { Press } from '../../ui/press/press';
import './organizer.css';

interface TargetProps {
  title: string;
  note: string;
  /** What the way to another one says. */
  other: string;
  onOther: () => void;
}

/** What a sheet is about, once it was chosen among several, and the way to another one. */
export function Target({ title, note, other, onOther }: TargetProps) {
  return (
    <View className="row row--apart target">
      <View className="grow">
        <View className="strong">{title}</View>
        <View className="note number">{note}</View>
      </View>
      <Press className="text-press" onPress={onOther} testId="other-target">
        <Text>{other}</Text>
      </Press>
    </View>
  );
}
