import { Text, View } from '@tarojs/components';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import './year-line.css';

/** The books begin with it. */
const FIRST_YEAR = 2020;

interface YearLineProps {
  year: number;
  /** There is none behind it. */
  last: number;
  onChoose: (year: number) => void;
}

/** One year, and the ways to the one before and the one after. */
export function YearLine({ year, last, onChoose }: YearLineProps) {
  const step = (to: number, icon: 'back' | 'forward', testId: string) => {
    if (to < FIRST_YEAR || to > last) return <View className="year-line__step" />;
    return (
      <Press className="year-line__step" label={`${to} 年`} onPress={() => onChoose(to)} testId={testId}>
        <Icon name={icon} />
      </Press>
    );
  };
  return (
    <View className="year-line">
      {step(year - 1, 'back', 'year-before')}
      <Text className="title number" data-testid="year">
        {year} 年
      </Text>
      {step(year + 1, 'forward', 'year-after')}
    </View>
  );
}
