import { View } from '@tarojs/components';
import { useAnswer } from '../../cloud/use-answer';
import { go } from '../../routes';
import { MemberSearch } from '../../shell/member-search/member-search';
import { Cell, CellGroup } from '../../ui/cell/cell';
import './desk.css';

/** 积分管理: what waits for a decision, the rules, and anybody's account. */
export function PointsHome() {
  const { value } = useAnswer('points.adjustments', { proposed: true });
  const waiting = value?.items.length ?? 0;
  return (
    <View className="desk-list" data-testid="points-home">
      <CellGroup>
        <Cell
          icon="clock"
          title="等另一位来定"
          value={waiting === 0 ? '' : `${waiting}${value?.next === undefined ? '' : '+'} 笔`}
          onPress={go.deskAdjustments}
          testId="adjustments"
        />
        <Cell icon="points" title="积分规则" onPress={go.deskRules} testId="rules" />
      </CellGroup>
      <View className="pad desk-search">
        <MemberSearch
          why="看积分，发积分，或者撤回一笔"
          onChoose={({ memberId, name }) => go.deskAccount(memberId, name)}
        />
      </View>
    </View>
  );
}
