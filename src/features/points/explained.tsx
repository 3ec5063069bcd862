import { View } from '@tarojs/components';
import { explanationLines, lotTitle, signed } from '../../../domain/wording/entries';
import { lastDay } from '../../../domain/wording/points';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { Failure } from '../../shell/failure';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import './points.css';

/** How the balance came to be: an addition that anybody can check, and what is left of each year. */
export function Explained() {
  const { value, refused, asking, again } = useAnswer('points.explain', {});
  const now = useNow();
  if (!value) {
    return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonRows count={4} />;
  }
  return (
    <View data-testid="explained">
      <CellGroup title="从第一分算起">
        {explanationLines(value).map(({ words, points }) => (
          <Cell key={words} title={words} value={<View className="number">{signed(points)}</View>} />
        ))}
        {value.debt > 0 && <Cell title="还欠着，以后先还" value={<View className="number">+{value.debt}</View>} />}
        <Cell title="现在可用" value={<View className="number strong points__gain">{value.points}</View>} />
      </CellGroup>
      {value.lots.length > 0 && (
        <CellGroup title="按到期的先后用">
          {value.lots.map((lot) => (
            <Cell
              key={`${lot.expiresAt} ${lot.year ?? ''}`}
              title={lotTitle(lot)}
              note={`一共 ${lot.came} 分，${lastDay(lot.expiresAt, now)}到期`}
              value={<View className="number">剩 {lot.points}</View>}
            />
          ))}
        </CellGroup>
      )}
    </View>
  );
}
