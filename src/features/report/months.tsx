import { Text, View } from '@tarojs/components';
import { grouped, monthShort, timesWords } from '../../../domain/wording/report';
import { BRAND_WORDS } from '../../../domain/wording/vocabulary';
import type { YearReport } from '../../../types/contract';
import { type CountRow, CountTable, Section } from './count-table';

type MonthLine = YearReport['months'][number];

const share = (part: number, of: number): string => `${of > 0 ? Math.max(0, (part / of) * 100).toFixed(2) : 0}%`;

function Column({ line, most }: { line: MonthLine; most: number }) {
  return (
    <View className="months__month">
      <View className="months__room">
        <View className="months__stack" style={{ height: share(line.times, most) }}>
          {line.brands.map(({ brand, times }) => (
            <View
              key={brand}
              className={`months__part counts__fill--${brand}`}
              style={{ height: share(times, line.times) }}
            />
          ))}
        </View>
      </View>
      <Text className="note number">{Number(line.month.slice(5))}</Text>
    </View>
  );
}

/** Which colour is which brand. */
function Legend() {
  return (
    <View className="months__legend note">
      {Object.entries(BRAND_WORDS).map(([brand, { short }]) => (
        <View key={brand} className="row">
          <View className={`months__dot counts__fill--${brand}`} />
          <Text>{short}</Text>
        </View>
      ))}
    </View>
  );
}

function rowOf(line: MonthLine): CountRow {
  const split = line.brands
    .filter(({ times }) => times > 0)
    .map(({ brand, times }) => `${BRAND_WORDS[brand].short} ${grouped(times)}`);
  return { key: line.month, words: monthShort(line.month), line, note: split.join(' · ') };
}

const isSomething = ({ times, benefits, attendance }: MonthLine): boolean =>
  times > 0 || benefits > 0 || attendance.expected > 0;

/** The year month by month: how it went as columns in the brands' colours, and every number below. */
export function Months({ months }: Pick<YearReport, 'months'>) {
  const most = Math.max(0, ...months.map(({ times }) => times));
  const best = months.find(({ times }) => times === most);
  const said = months.map(({ month, times }) => timesWords(monthShort(month), times)).join('，');
  return (
    <Section title="按月份" first testId="by-month">
      {best && most > 0 && (
        <View className="note number">
          人次最多的是 {monthShort(best.month)}，{grouped(most)}
        </View>
      )}
      <View className="months" role="img" aria-label={said}>
        {months.map((line) => (
          <Column key={line.month} line={line} most={most} />
        ))}
      </View>
      <Legend />
      <CountTable head="月份" most="drawn" rows={months.filter(isSomething).map(rowOf)} />
    </Section>
  );
}
