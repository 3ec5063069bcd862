import { View } from '@tarojs/components';
import { grouped, monthShort } from '../../../domain/wording/report';
import type { PointsMonth } from '../../../types/contract';
import { Section } from './count-table';

type Sums = Omit<PointsMonth, 'month'>;
const KINDS = ['issued', 'adjusted', 'redeemed', 'expired'] as const;
const KIND_WORDS: Record<(typeof KINDS)[number], string> = {
  issued: '攒下',
  adjusted: '调整',
  redeemed: '兑换',
  expired: '过期',
};

/** Points of a year, each kind by itself. */
export function pointsSum(points: readonly PointsMonth[]): Sums {
  const sum = { issued: 0, adjusted: 0, redeemed: 0, expired: 0 };
  for (const month of points) for (const kind of KINDS) sum[kind] += month[kind];
  return sum;
}

function PointsRow({ words, sums, strong = false }: { words: string; sums: Sums; strong?: boolean }) {
  return (
    <View className={`points-row number${strong ? ' strong' : ''}`} role="row" data-testid={`points-${words}`}>
      <View className="points-row__name" role="rowheader">
        {words}
      </View>
      {KINDS.map((kind) => (
        <View key={kind} className="points-row__number" role="cell">
          {grouped(sums[kind])}
        </View>
      ))}
    </View>
  );
}

/** What moved between members and the union's books, month by month. */
export function PointsTable({ points }: { points: readonly PointsMonth[] }) {
  const moved = points.filter((month) => KINDS.some((kind) => month[kind] !== 0));
  return (
    <Section title="积分" testId="points-by-month">
      {moved.length === 0 ? (
        <View className="note">这一年没有积分进出</View>
      ) : (
        <View role="table">
          <View className="points-row note" role="row">
            <View className="points-row__name" role="columnheader">
              月份
            </View>
            {KINDS.map((kind) => (
              <View key={kind} className="points-row__number" role="columnheader">
                {KIND_WORDS[kind]}
              </View>
            ))}
          </View>
          {moved.map((month) => (
            <PointsRow key={month.month} words={monthShort(month.month)} sums={month} />
          ))}
          <PointsRow words="全年" sums={pointsSum(points)} strong />
        </View>
      )}
    </Section>
  );
}
