import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import type { Applicant } from '../../../domain/signup/eligibility';
import { asOf } from '../../../domain/wording/phase';
import { primaryOf } from '../../../domain/wording/primary';
import type { ActivityDetail } from '../../../types/contract/activity';
import type { ActivityId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { openPlace } from '../../device/place';
import { detailPath, go } from '../../routes';
import { ActivityFacts } from '../../shell/activity-page/activity-facts';
import { ActivityPlaces } from '../../shell/activity-page/activity-places';
import { ActivityHead, ActivityWords } from '../../shell/activity-page/activity-words';
import { Failure, StaleLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import type { BeTold } from './be-told';
import { DetailActions } from './detail-actions';
import { DetailAfterwards } from './detail-afterwards';
import { DetailMine } from './detail-mine';
import { SignUpSheet } from './sign-up-sheet';
import './detail.css';

interface DetailProps {
  id: ActivityId;
  /** Who looks; absent while that is not known yet. */
  who: Applicant | undefined;
  /** Stands below what one got by signing up. */
  beTold?: BeTold;
}

/** The next instant at which something changes by itself: opening, closing, the beginning, the end, the deadline of an offer. */
function nextTurn(detail: ActivityDetail | undefined, now: number): number | undefined {
  if (!detail) return undefined;
  const offers = detail.mine.flatMap(({ offerUntil }) => (offerUntil === undefined ? [] : [offerUntil]));
  return [detail.opensAt, detail.closesAt, detail.startsAt, detail.endsAt, ...offers]
    .filter((at) => at > now)
    .sort((a, b) => a - b)[0];
}

/** One activity: what, when, where, how many places, and the one thing to do about it. */
export function Detail({ id, who, beTold }: DetailProps) {
  const { value, refused, asking, again } = useAnswer('activity.get', { activityId: id });
  const [signing, setSigning] = useState(false);
  const [soonest, setSoonest] = useState<number>();
  const now = useNow(soonest);
  const turn = nextTurn(value, now);
  if (turn !== soonest) setSoonest(turn);
  useShareAppMessage(() => ({ title: value?.title ?? '药谷职工之家', path: detailPath(id) }));

  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  const detail = asOf(value, now);
  const primary = primaryOf(detail, who ?? { status: 'visitor' }, now);
  const act = (): void => {
    if (primary.act === 'sign-up') setSigning(true);
    else if (primary.act === 'join') go.join();
    else if (primary.registrationId !== undefined) go.ticket(primary.registrationId);
  };
  return (
    <View className="detail">
      {refused && <StaleLine />}
      <View className="pad">
        <ActivityHead detail={detail} />
        <CancelReason detail={detail} />
      </View>
      <DetailMine detail={detail} primary={primary} now={now} />
      {who?.status === 'active' && now >= detail.startsAt && detail.phase !== 'cancelled' && (
        <DetailAfterwards id={id} />
      )}
      <ActivityFacts detail={detail} now={now} onPlace={() => void openPlace(detail.venue)} />
      <DetailActions detail={detail} />
      <ActivityPlaces detail={detail} now={now} />
      <ActivityWords detail={detail} />
      <Bar>
        <View className="detail__bar">
          {primary.note !== '' && <View className="note number detail__note">{primary.note}</View>}
          <View className="detail__primary">
            <Button
              kind={primary.act === 'none' || primary.act === 'record' ? 'plain' : 'primary'}
              disabled={primary.act === 'none' || who === undefined}
              onPress={act}
              testId="primary"
            >
              {primary.words}
            </Button>
          </View>
        </View>
      </Bar>
      <SignUpSheet detail={detail} open={signing} onClose={() => setSigning(false)} onRefresh={again} beTold={beTold} />
    </View>
  );
}

/** Where it will not take place: why, in the organizer's words. */
function CancelReason({ detail: { phase, cancelReason } }: { detail: ActivityDetail }) {
  if (phase !== 'cancelled') return null;
  return (
    <View className="card detail__cancelled" data-testid="cancel-reason">
      <View className="strong">活动取消了</View>
      {cancelReason !== undefined && <View>{cancelReason}</View>}
    </View>
  );
}
