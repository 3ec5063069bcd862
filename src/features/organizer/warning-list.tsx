import { View } from '@tarojs/components';
import { type CheckWarning, checkWarnings } from '../../../domain/activity/check-warnings';
import { warningWords } from '../../../domain/wording/plan-warnings';
import type { Plan } from '../../../types/contract/plan';
import { serverNow } from '../../cloud/clock';
import type { Shown } from '../../cloud/use-answer';
import { FailureLine } from '../../shell/failure';
import { Cell, CellGroup } from '../../ui/cell/cell';

interface WarningListProps {
  plan: Plan;
  published: boolean;
  checked: Shown<'organizer.checkPlan'>;
  /** To where it would be changed. */
  onMend: (warning: CheckWarning) => void;
}

/** What to think of before it is published: each with what to do, and a press that leads there. None of it is a refusal. */
export function WarningList({ plan, published, checked, onMend }: WarningListProps) {
  const now = serverNow();
  const { value, refused, asking, again } = checked;
  const warnings = checkWarnings(plan, { now, published }, value);
  return (
    <View className="warnings" data-testid="warnings">
      {warnings.length > 0 && (
        <CellGroup title="发布前看一眼，不改也能发布">
          {warnings.map((warning) => {
            const { title, advice } = warningWords(warning, plan, now);
            return (
              <Cell
                key={JSON.stringify(warning)}
                title={title}
                note={advice}
                onPress={() => onMend(warning)}
                testId={`warning-${warning.kind}`}
              />
            );
          })}
        </CellGroup>
      )}
      {refused && <FailureLine refused={refused} again={again} asking={asking} />}
      {asking && !value && <View className="note edit-checking">正在核对…</View>}
      {value && warnings.length === 0 && (
        <View className="note edit-checking" data-testid="no-warnings">
          {value.volunteers === undefined ? '时间、名额和场地' : '时间、名额、场地和志愿者'}都看过了，没有要提醒的
        </View>
      )}
    </View>
  );
}
