import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { grouped, rateWords } from '../../../domain/wording/report';
import type { Counts, Line } from '../../../types/contract';
import type { Brand } from '../../../types/vocabulary';
import { Press } from '../../ui/press/press';

export interface CountRow {
  key: string;
  words: string;
  /** Whatever more is known of it: an employment has no rate, a format no benefits. */
  line: Counts & Partial<Pick<Line, 'attendance' | 'benefits'>>;
  tone?: Brand;
  /** Stands below its bar. */
  note?: string;
  onPress?: () => void;
}

interface CountTableProps {
  rows: readonly CountRow[];
  /** What the rows are. */
  head: string;
  /** The rows' names are too long to stand beside their numbers on a phone. */
  long?: boolean;
  /** Another largest than that of these rows, where they are some of many; none where something else draws them. */
  most?: number | 'drawn';
}

export const MEASURES = [
  { measure: 'sessions', words: '场次' },
  { measure: 'times', words: '人次' },
  { measure: 'persons', words: '人数' },
] as const;

function Head({ head, rows }: Pick<CountTableProps, 'head' | 'rows'>) {
  const [first] = rows;
  return (
    <View className="counts__line counts__head note" role="row">
      <View className="counts__name" role="columnheader">
        {head}
      </View>
      <View className="counts__numbers">
        {MEASURES.map(({ measure, words }) => (
          <View key={measure} className="counts__number" role="columnheader">
            {words}
          </View>
        ))}
        {first?.line.attendance && (
          <View className="counts__number counts__number--wide" role="columnheader">
            到场率
          </View>
        )}
        {first?.line.benefits !== undefined && (
          <View className="counts__number counts__number--wide" role="columnheader">
            福利
          </View>
        )}
      </View>
    </View>
  );
}

/** What a phone has no column for: below a short name's bar; beside the numbers of a long one is room for the rate alone. */
function More({ row, long }: { row: CountRow; long: boolean }) {
  const { attendance, benefits = 0 } = row.line;
  const rate = attendance && attendance.expected > 0 ? `到场 ${rateWords(attendance)}` : '';
  const given = benefits > 0 && !long ? `福利 ${grouped(benefits)} 份` : '';
  const words = [rate, given].filter((each) => each !== '').join(' · ');
  if (words === '') return null;
  return <View className="note number counts__more">{words}</View>;
}

interface InsideProps {
  row: CountRow;
  /** How much of the line its bar fills, from 0 to 1. */
  filled: number | undefined;
  long: boolean;
}

function Inside({ row, filled, long }: InsideProps) {
  const { words, line, tone = 'plain', note = '' } = row;
  return (
    <View>
      <View className="counts__line">
        <View className="counts__name" role="rowheader">
          {words}
        </View>
        {long && <More row={row} long />}
        <View className="counts__numbers number">
          {MEASURES.map(({ measure }) => (
            <View key={measure} className="counts__number" role="cell">
              {grouped(line[measure])}
            </View>
          ))}
          {line.attendance && (
            <View className="counts__number counts__number--wide" role="cell">
              {rateWords(line.attendance)}
            </View>
          )}
          {line.benefits !== undefined && (
            <View className="counts__number counts__number--wide" role="cell">
              {grouped(line.benefits)}
            </View>
          )}
        </View>
      </View>
      {filled !== undefined && (
        <View className="counts__bar">
          <View className={`counts__fill counts__fill--${tone}`} style={{ width: `${(filled * 100).toFixed(2)}%` }} />
        </View>
      )}
      {note !== '' && <View className="note number counts__note">{note}</View>}
      {!long && <More row={row} long={false} />}
    </View>
  );
}

/** A row that one can press is one thing to a screen reader, and no row of a table. */
const spoken = ({ words, line }: CountRow): string =>
  [words, ...MEASURES.map((each) => `${each.words} ${grouped(line[each.measure])}`)].join('，');

/** Lines of the report below each other: a bar by 人次, and its numbers as text. */
export function CountTable({ rows, head, long = false, most }: CountTableProps) {
  const largest = most ?? Math.max(0, ...rows.map(({ line }) => line.times));
  const inside = (row: CountRow) => {
    const share = (of: number): number => (of > 0 ? Math.max(0, row.line.times / of) : 0);
    return <Inside row={row} filled={largest === 'drawn' ? undefined : share(largest)} long={long} />;
  };
  return (
    <View className={`counts${long ? ' counts--long' : ''}`} role={rows[0]?.onPress ? 'group' : 'table'}>
      <Head head={head} rows={rows} />
      {rows.map((row) =>
        row.onPress ? (
          <Press
            key={row.key}
            className="counts__row"
            label={spoken(row)}
            onPress={row.onPress}
            testId={`row-${row.key}`}
          >
            {inside(row)}
          </Press>
        ) : (
          <View key={row.key} className="counts__row" role="row" data-testid={`row-${row.key}`}>
            {inside(row)}
          </View>
        ),
      )}
    </View>
  );
}

interface SectionProps {
  title: string;
  /** Over the whole width of a desktop window. */
  whole?: boolean;
  /** Comes before the others where they stand in one column. */
  first?: boolean;
  /** Short enough to stay in one piece on paper. */
  kept?: boolean;
  testId: string;
  children: ReactNode;
}

/** One question that the report answers, on a card. */
export function Section({ title, whole = false, first = false, kept = false, testId, children }: SectionProps) {
  const kind = `${first ? ' report__section--first' : ''}${whole ? ' report__section--whole' : ''}${kept ? ' report__section--kept' : ''}`;
  return (
    <View className={`card report__section${kind}`} data-testid={testId}>
      <View className="strong report__title">{title}</View>
      {children}
    </View>
  );
}
