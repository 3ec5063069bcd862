import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { clock, moment } from '../../../domain/wording/dates';
import { managedTag } from '../../../domain/wording/organizer';
import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import type { LiveActivity } from '../../../types/contract/organizer-live';
import type { ActivityId, Instant } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useLive } from '../../cloud/use-live';
import { useNow } from '../../cloud/use-now';
import { Failure, StaleLine } from '../../shell/failure';
import { Chips } from '../../ui/chips/chips';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import { WIDEST } from '../../ui/wide/wide';
import { LiveActs } from './live-acts';
import { isOld, type Pace, paceMs, paceOf, useSame } from './live-pace';
import { LiveSessionView } from './live-session';
import './live.css';

function signUpWords({ signUp, opensAt, closesAt }: LiveActivity, now: Instant): string {
  switch (signUp) {
    case 'before':
      return `报名 ${moment(opensAt, now)} 开始`;
    case 'open':
      return `报名中，${moment(closesAt, now)} 截止`;
    case 'closed':
      return `报名已在 ${moment(closesAt, now)} 截止`;
    default:
      return signUp satisfies never;
  }
}

const PACE_WORDS: Record<Pace, string> = { moving: '每 5 秒更新', still: '每 15 秒更新', over: '每分钟更新' };

function Head({
  activity,
  live,
  pace,
  now,
}: {
  activity: ManagedActivity;
  live: LiveActivity;
  pace: Pace;
  now: Instant;
}) {
  const tag = managedTag(activity, now);
  return (
    <View className="pad live__head">
      <View className="row row--apart">
        <Tag words={tag.words} tone={tag.live ? 'mine' : 'none'} />
        <Text className="note number">
          {clock(live.now)} · {PACE_WORDS[pace]}
        </Text>
      </View>
      <View className="title live__title">{activity.title}</View>
      {live.state === 'published' && <View className="note number">{signUpWords(live, now)}</View>}
    </View>
  );
}

/** The numbers one came for; those that are nothing and cannot be anything are left out. */
function Numbers({ live, activity }: { live: LiveActivity; activity: ManagedActivity }) {
  const { applied, confirmed, waitlisted, offered, arrived } = live;
  const { plan } = activity;
  const tiles = [
    { name: '有名额', count: confirmed, unit: '位' },
    { name: '到场', count: arrived, unit: '人次', mine: true },
    ...(plan.waitlist || waitlisted > 0 ? [{ name: '候补', count: waitlisted, unit: '位' }] : []),
    ...(plan.allocation === 'approval' || applied > 0 ? [{ name: '待审核', count: applied, unit: '位' }] : []),
    ...(offered > 0 ? [{ name: '等对方确认', count: offered, unit: '位' }] : []),
  ];
  return (
    <View className={`live__numbers${tiles.length % 2 === 1 ? ' live__numbers--odd' : ''}`} data-testid="numbers">
      {tiles.map(({ name, count, unit, mine }) => (
        <View key={name} className="card live__tile">
          <View className="note">{name}</View>
          <View>
            <Text className={`large number${mine === true ? ' live__came' : ''}`}>{count}</Text>
            <Text className="note"> {unit}</Text>
          </View>
        </View>
      ))}
    </View>
  );
}

/** The session that is on, else the next, else the last. */
function sessionNow({ sessions }: LiveActivity, now: Instant): string | undefined {
  const coming = sessions.find(({ endsAt }) => endsAt > now);
  return (coming ?? sessions[sessions.length - 1])?.id;
}

function Sessions({ live, now }: { live: LiveActivity; now: Instant }) {
  const [chosen, choose] = useState<string>();
  const { sessions } = live;
  const shown = sessions.find(({ id }) => id === (chosen ?? sessionNow(live, now)));
  if (!shown) return null;
  return (
    <View className="live__sessions">
      {sessions.length > 1 && (
        <Chips
          options={sessions.map(({ id, name }) => ({ value: id, words: name }))}
          chosen={shown.id}
          onChoose={choose}
        />
      )}
      <LiveSessionView key={shown.id} session={shown} now={now} />
    </View>
  );
}

function Shown({
  activity,
  live,
  pace,
  stale,
}: {
  activity: ManagedActivity;
  live: LiveActivity;
  pace: Pace;
  stale: boolean;
}) {
  const clocked = useNow(live.closesAt);
  const now = Math.max(clocked, live.now);
  const old = stale || isOld(live, pace, now);
  return (
    <View className={`live ${WIDEST}`} data-testid="live">
      {old && <StaleLine words={`网络不太顺，这是 ${clock(live.now)} 的数字`} />}
      <Head activity={activity} live={live} pace={pace} now={now} />
      <View className="live__columns">
        <View className="live__side">
          <Numbers live={live} activity={activity} />
          <View className="live__acts">
            <LiveActs activity={activity} live={live} now={now} />
          </View>
        </View>
        <View className="live__main">
          <Sessions live={live} now={now} />
        </View>
      </View>
    </View>
  );
}

/** 现场: how an activity stands right now, and what one can do about it. */
export function Live({ id }: { id: ActivityId }) {
  const managed = useAnswer('organizer.activity', { activityId: id });
  const answer = useAnswer('organizer.live', { activityId: id });
  const { value } = answer;
  const same = useSame(value);
  const pace = value ? paceOf(value, same, value.now) : 'moving';
  useLive(answer, paceMs(pace), value !== undefined);
  if (value && managed.value) {
    return <Shown activity={managed.value} live={value} pace={pace} stale={answer.refused !== undefined} />;
  }
  const refused = answer.refused ?? managed.refused;
  if (!refused) return <SkeletonPage />;
  const again = (): void => {
    answer.again();
    managed.again();
  };
  return <Failure refused={refused} again={again} asking={answer.asking || managed.asking} />;
}
