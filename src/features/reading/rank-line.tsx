import { Text, View } from '@tarojs/components';
import { Press } from '../../ui/press/press';
import './boards.css';

interface RankLineProps {
  rank: number;
  name: string;
  amount: string;
  note: string;
  mine: boolean;
  onPress?: () => void;
}

/** One place of a board: the rank, who, and what they have. */
export function RankLine({ rank, name, amount, note, mine, onPress }: RankLineProps) {
  const inside = (
    <View className={`rank${mine ? ' rank--mine' : ''}`} data-testid={mine ? 'rank-mine' : 'rank'}>
      <Text className={`rank__place number${rank <= 3 ? ' strong' : ' note'}`}>{rank}</Text>
      <View className="grow">{name}</View>
      <View className="rank__amount">
        <View className="number strong">{amount}</View>
        <View className="number note">{note}</View>
      </View>
    </View>
  );
  return onPress ? <Press onPress={onPress}>{inside}</Press> : inside;
}
