import { View } from '@tarojs/components';
import { pointsFor, rulesOn } from '../../../domain/points/rules';
import { dayOf, instantAt } from '../../../domain/time/shanghai';
import { FORMAT_WORDS } from '../../../domain/wording/vocabulary';
import type { RuleBook } from '../../../types/contract/points';
import { serverNow } from '../../cloud/clock';
import { useAnswer } from '../../cloud/use-answer';
import { Failure } from '../../shell/failure';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import type { PlanForm } from './plan-form';

/** The day by whose rules the first session counts. */
function dayIn({ sessions }: PlanForm): string {
  const starts = sessions.map(({ startsAt }) => instantAt(startsAt)).filter((at) => at !== undefined);
  return dayOf(starts.length > 0 ? Math.min(...starts) : serverNow());
}

const capWords = ({ caps }: RuleBook): string => {
  const [day, year] = [caps.day.attendance, caps.year.attendance];
  const parts = [day === undefined ? '' : `一天最多 ${day} 分`, year === undefined ? '' : `一年最多 ${year} 分`];
  return parts.filter((part) => part !== '').join('，');
};

function Earned({ form, book }: { form: PlanForm; book: RuleBook }) {
  const { format, brand, takesAttendance } = form;
  const caps = capWords(book);
  if (format === '' || brand === '') return <Cell title="选好品牌和形式，就知道来一次有多少积分" />;
  const points = pointsFor(book, { kind: 'attendance', format, brand });
  const serving = pointsFor(book, { kind: 'volunteering' });
  if (!takesAttendance) return <Cell title="不签到就没有积分" note="积分跟着签到走；要发，打开“要签到”" />;
  return (
    <>
      <Cell
        title={`来一场${FORMAT_WORDS[format]}`}
        value={points > 0 ? `+${points} 分` : '没有积分'}
        {...(caps === '' ? {} : { note: caps })}
      />
      <Cell title="在入口值守的志愿者" note="一场一次" value={serving > 0 ? `+${serving} 分` : '没有积分'} />
    </>
  );
}

/** What coming earns, by the rules that hold on that day. They are the same for all, so nothing is set here. */
export function EditRewards({ form }: { form: PlanForm }) {
  const { value, refused, asking, again } = useAnswer('points.rules', {});
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonRows count={3} />;
  const book = rulesOn([value.today, ...value.coming], dayIn(form));
  return (
    <View className="edit-rewards" data-testid="rewards">
      <CellGroup title="签到以后自动到账">
        <Earned form={form} book={book} />
      </CellGroup>
      <View className="note edit-rewards__note">
        积分按全园统一的规则给，不能单个活动另定：谁都能在“积分”里看到规则，哪一场来都一样。有特别的贡献，活动以后在“积分管理”里写明原因补发。
      </View>
    </View>
  );
}
