import type { ActivityDetail } from '../../types/contract/activity';

type Ruled = Pick<
  ActivityDetail,
  'allocation' | 'onePlacePer' | 'sessionList' | 'companions' | 'takesAttendance' | 'coolDown' | 'phase'
>;

/**
 * What follows from how the activity is set up, as one would say it to a colleague; the organizer's own rules come
 * after. Nothing is said that goes without saying, such as one place a person where there is one session.
 */
export function joiningRules(detail: Ruled): string[] {
  const { allocation, onePlacePer, sessionList, companions, takesAttendance, coolDown, phase } = detail;
  if (phase === 'preview') return [];
  const rules: string[] = [];
  if (allocation === 'approval') rules.push('报名由组织者审核，通过了才有名额');
  if (sessionList.length > 1) {
    rules.push(onePlacePer === 'activity' ? '一人一个名额，几场里选一场' : '每一场都可以报，一场一个名额');
  }
  if (companions > 0) rules.push(`最多带 ${companions} 位同伴，每位占一个名额，凭你的电子票一起入场`);
  rules.push(takesAttendance ? '到场要签到；来不了请早点取消，把名额让给同事' : '不用签到，到时候直接来');
  if (coolDown) {
    const { absences, days } = coolDown;
    rules.push(`最近 ${days} 天里有 ${absences} 次报了名没来的，要等一阵才能再报`);
  }
  return rules;
}
