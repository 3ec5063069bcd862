import { View } from '@tarojs/components';
import { useDeferredValue } from 'react';
import { planPreview } from '../../../domain/activity/plan-preview';
import { instantAt } from '../../../domain/time/shanghai';
import { primaryOf } from '../../../domain/wording/primary';
import type { ActivityDetail } from '../../../types/contract/activity';
import type { Instant } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { openPlace } from '../../device/place';
import { ActivityFacts } from '../../shell/activity-page/activity-facts';
import { ActivityPlaces } from '../../shell/activity-page/activity-places';
import { ActivityHead, ActivityWords } from '../../shell/activity-page/activity-words';
import { useEnterpriseNames } from '../../shell/enterprise-choice/enterprise-names';
import { type PlanForm, planFrom, pointOf } from './plan-form';
import './edit.css';

/** The page as far as the form says it; `undefined` while no session has its times. */
export function previewOf(form: PlanForm, enterprises: string[], now: Instant): ActivityDetail | undefined {
  const timed = form.sessions.filter(({ startsAt, endsAt }) => {
    const [from, until] = [instantAt(startsAt), instantAt(endsAt)];
    return from !== undefined && until !== undefined && until > from;
  });
  if (timed.length === 0) return undefined;
  const unsettled = instantAt(form.opensAt) === undefined || instantAt(form.closesAt) === undefined;
  const plan = planFrom({ ...form, sessions: timed, preview: form.preview || unsettled });
  const title = plan.title === '' ? '活动名称' : plan.title;
  const { venue } = plan;
  const place = { ...venue, name: venue.name === '' ? '地点还没填' : venue.name };
  return planPreview({ ...plan, title, venue: place }, enterprises, now);
}

/** Whoever may come and is a member. */
const anybody = ({ eligibility }: ActivityDetail) => ({
  status: 'active' as const,
  enterpriseId: eligibility.enterprises?.[0] ?? '',
  employment: eligibility.employments?.[0] ?? ('employee' as const),
});

/** The activity as workers will see it, drawn from what is typed by the very parts that draw their page. */
export function PlanLook({ form: typed }: { form: PlanForm }) {
  // It may be a moment behind: typing comes first.
  const form = useDeferredValue(typed);
  const nameOf = useEnterpriseNames(form.enterprises);
  const now = serverNow();
  const minute = Math.floor(now / 60_000) * 60_000;
  const detail = previewOf(form, form.enterprises.map(nameOf), minute);
  if (!detail) return <View className="note plan-look__none">填好一场的时间，就看得到大家看到的样子</View>;
  const { words, note } = primaryOf(detail, anybody(detail), minute);
  const placed = pointOf(form.venuePoint) !== undefined;
  return (
    <View className="plan-look" data-testid="plan-look">
      <ActivityHead detail={detail} />
      <ActivityFacts detail={detail} now={minute} onPlace={placed ? () => void openPlace(detail.venue) : undefined} />
      <ActivityPlaces detail={detail} now={minute} />
      <ActivityWords detail={detail} />
      <View className="plan-look__primary row">
        <View className="note number grow">{note}</View>
        <View className="strong">{words}</View>
      </View>
    </View>
  );
}
