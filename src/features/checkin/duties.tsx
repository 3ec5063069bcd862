import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { gatePhase, phaseWords, sessionWords } from '../../../domain/wording/checkin';
import { dateBlock } from '../../../domain/wording/dates';
import type { Duty } from '../../../types/contract/checkin';
import type { Page } from '../../../types/contract/op';
import type { Instant } from '../../../types/vocabulary';
import { call, type RefusedBy } from '../../cloud/call';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { DateBlock } from '../../ui/cover/cover';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import { Trouble } from './trouble';
import './duties.css';

function DutyRow({ duty, now }: { duty: Duty; now: Instant }) {
  const { activityId, title, brand, venueName, session, checkIn } = duty;
  const phase = gatePhase(checkIn, now);
  return (
    <Press
      className={`duty${phase === 'late' ? ' duty--over' : ''}`}
      onPress={() => go.gate(activityId, session.id)}
      testId={`duty-${activityId}-${session.id}`}
    >
      <View className="duty__inside">
        <DateBlock date={dateBlock(session.startsAt)} tone={brand} />
        <View className="grow">
          <View className="duty__title">{title}</View>
          <View className="note number">{sessionWords(session, title, now)}</View>
          <View className="note one-line">{venueName}</View>
          <View className="row duty__tags">
            <Tag words={phaseWords(checkIn, now)} tone={phase === 'open' ? 'mine' : 'none'} />
          </View>
        </View>
      </View>
    </Press>
  );
}

/** 值守: the sessions at whose gates I may serve, soonest first. */
export function Duties() {
  const now = useNow();
  const list = usePages<Duty, Page<Duty> & { now: Instant }, RefusedBy<'checkin.duties'>>('duties', 0, (cursor) =>
    call('checkin.duties', cursor === undefined ? {} : { cursor }),
  );
  useReachBottom(list.loadMore);
  if (!list.items) {
    return list.refused ? (
      <Trouble refused={list.refused} again={list.again} asking={list.asking} />
    ) : (
      <SkeletonRows count={4} />
    );
  }
  if (list.items.length === 0) {
    return <Notice icon="calendar" title="还没有要值守的场次" text="组织者安排好后，场次会出现在这里" testId="empty" />;
  }
  return (
    <View className="duties" data-testid="duties">
      {list.items.map((duty) => (
        <DutyRow key={`${duty.activityId} ${duty.session.id}`} duty={duty} now={now} />
      ))}
      {list.refused && (
        <View className="pad">
          <FailureLine refused={list.refused} again={list.again} asking={list.asking} />
        </View>
      )}
    </View>
  );
}
