import { View } from '@tarojs/components';
import { placeWords } from '../../../domain/wording/league';
import type { LeagueDetail, TableRow } from '../../../types/contract';
import { go } from '../../routes';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Sheet } from '../../ui/sheet/sheet';

/** What is said where nobody was level with it. */
function reason({ why, played, deleted }: TableRow): string {
  if (why !== '') return why;
  if (deleted) return '没有打完小组赛，成绩不计';
  return played === 0 ? '还没打过比赛，先并列' : '和别人都拉开了，不用再比别的';
}

/** Why a row stands where it does. */
export function WhySheet({ row, league, onClose }: { row: TableRow; league: LeagueDetail; onClose: () => void }) {
  const { entry, place, played, won, games, points } = row;
  return (
    <Sheet
      open
      title={`${entry.name}：${placeWords(place)}`}
      onClose={onClose}
      testId="why"
      foot={
        <Button
          onPress={() => {
            onClose();
            go.leagueEntry(league.id, entry.id);
          }}
          testId="see-entry"
        >
          看看
          {entry.name}
        </Button>
      }
    >
      <View className="title" data-testid="why-words">
        {reason(row)}
      </View>
      <View className="why__numbers">
        <CellGroup>
          <Cell title="比赛" value={`${played} 场，${won} 胜 ${played - won} 负`} />
          <Cell title="局" value={`${games[0]} 胜 ${games[1]} 负`} />
          <Cell title="分" value={String(points)} />
        </CellGroup>
      </View>
      {row.goesOn && <View className="note why__on">这个名次晋级下一阶段</View>}
    </Sheet>
  );
}
