import { Text, View } from '@tarojs/components';
import { placeWords } from '../../../domain/wording/league';
import type { TableRow, TableView } from '../../../types/contract';
import { Press } from '../../ui/press/press';
import { Selectable } from '../../ui/selectable/selectable';
import './table.css';

/** A place that is shared is the first of them in every row. */
const shown = ({ place: { from, to } }: TableRow): string => (from === to ? String(from) : `${from}-${to}`);

/** The whole row for who hears it instead of seeing it. */
function spoken(row: TableRow): string {
  const { entry, place, played, won, points, games } = row;
  const parts = [
    `${placeWords(place)} ${entry.name}`,
    `赛 ${played} 场，胜 ${won} 场`,
    `局数 ${games[0]} 比 ${games[1]}`,
    `${points} 分`,
    ...(row.goesOn ? ['晋级'] : []),
    ...(row.deleted ? ['成绩不计'] : []),
    '看为什么',
  ];
  return parts.join('，');
}

function Row({ row, onWhy }: { row: TableRow; onWhy: (row: TableRow) => void }) {
  const { entry, played, won, games, points, goesOn, deleted } = row;
  return (
    <Press
      className={`parted table__row${goesOn ? ' table__row--on' : ''}${entry.mine ? ' table__row--mine' : ''}`}
      label={spoken(row)}
      onPress={() => onWhy(row)}
      testId={`row-${entry.id}`}
    >
      <View className="table__line number">
        <Text className="table__place strong">{shown(row)}</Text>
        <View className="table__name">
          <View
            className={`one-line${entry.mine || entry.followed ? ' strong' : ''}${deleted ? ' league__faint' : ''}`}
          >
            {entry.name}
          </View>
          {row.why !== '' && <View className="note table__why">{row.why}</View>}
        </View>
        <Text className="table__cell">
          {won}-{played - won}
        </Text>
        <Text className="table__cell table__games">{games.join(':')}</Text>
        <Text className="table__points strong">{points}</Text>
      </View>
    </Press>
  );
}

function legend(table: TableView): string[] {
  const goesOn = table.rows.some((row) => row.goesOn);
  return [
    ...(goesOn ? ['左边有色条的晋级'] : []),
    '点一行看为什么排在那里',
    ...(table.lotsDue ? ['还有并列，等组织者抽签'] : table.complete ? [] : ['比赛还没打完，名次会变']),
  ];
}

/** One group: who is where, and what separates them. */
export function GroupTable({ table, onWhy }: { table: TableView; onWhy: (row: TableRow) => void }) {
  return (
    <View className="pad table-room" data-testid={`table-${table.group}`}>
      <View className="table">
        <View className="parted table__head note" aria-hidden>
          <View className="table__line">
            <Text className="table__place">名次</Text>
            <Text className="table__name" />
            <Text className="table__cell">胜-负</Text>
            <Text className="table__cell table__games">局</Text>
            <Text className="table__points">分</Text>
          </View>
        </View>
        {table.rows.map((row) => (
          <Row key={row.entry.id} row={row} onWhy={onWhy} />
        ))}
      </View>
      <View className="note table__legend">{legend(table).join('；')}</View>
      {table.lots !== undefined && (
        <View className="note">
          并列的由抽签定，公开的种子：
          <Selectable className="number" testId="lots">
            {table.lots}
          </Selectable>
        </View>
      )}
    </View>
  );
}
