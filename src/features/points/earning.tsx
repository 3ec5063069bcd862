import { View } from '@tarojs/components';
import { startOfDay } from '../../../domain/time/shanghai';
import { capWords, EARNING_WORDS, ruleStart, ruleTitle } from '../../../domain/wording/earning';
import { EARNING_KINDS, type RuleBook } from '../../../types/contract/points';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { Failure } from '../../shell/failure';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import './points.css';

/** The rules of one day, by what one does, each with its caps. */
export function RuleList({ book }: { book: RuleBook }) {
  return (
    <>
      {EARNING_KINDS.map((kind) => {
        const rules = book.rules.filter((rule) => rule.kind === kind);
        if (rules.length === 0) return null;
        const caps = capWords(kind, book.caps);
        return (
          <View key={kind}>
            <CellGroup title={EARNING_WORDS[kind]}>
              {rules.map((rule) => (
                <Cell
                  key={rule.id}
                  title={ruleTitle(rule)}
                  value={<View className="number strong points__gain">+{rule.points}</View>}
                />
              ))}
            </CellGroup>
            {caps !== '' && <View className="note number points__caps">{caps}</View>}
          </View>
        );
      })}
    </>
  );
}

/** How one earns: what holds today, and what is published to come. */
export function Earning() {
  const { value, refused, asking, again } = useAnswer('points.rules', {});
  const now = useNow();
  if (!value) {
    return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonRows count={5} />;
  }
  return (
    <View data-testid="earning">
      <RuleList book={value.today} />
      <View className="note pad points__expiry">一年攒的积分，用到下一年的 12月31日。先到期的先用。</View>
      {value.coming.map((book) => (
        <View key={book.version} className="points__coming" data-testid={`coming-${book.version}`}>
          <View className="title pad number">{ruleStart(startOfDay(book.from), now)}换新规则</View>
          <RuleList book={book} />
        </View>
      ))}
    </View>
  );
}
