import { View } from '@tarojs/components';
import { useState } from 'react';
import { moment, span } from '../../../domain/wording/dates';
import { managedTag, toldWords } from '../../../domain/wording/organizer';
import { BRAND_WORDS } from '../../../domain/wording/vocabulary';
import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import type { ActivityId, Instant } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { go } from '../../routes';
import { Failure, StaleLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import { CancelActivitySheet } from './cancel-activity-sheet';
import { CapacitySheet } from './capacity-sheet';
import { CopyDaySheet } from './copy-day';
import { ManagePlaces } from './manage-places';
import { MoveSheet } from './move-sheet';
import { CloseSheet, PublishSheet } from './publish-sheet';
import { actsOf, type ManageAct } from './standing';
import './organizer.css';

function Head({ activity, now }: { activity: ManagedActivity; now: Instant }) {
  const { title, brand, plan, startsAt, endsAt, cancelReason } = activity;
  const tag = managedTag(activity, now);
  const signUp = plan.preview ? '报名时间还没定' : `报名 ${moment(plan.opensAt, now)} 到 ${moment(plan.closesAt, now)}`;
  return (
    <View className="pad manage__head">
      <View className="row">
        <Tag words={BRAND_WORDS[brand].short} tone={brand} />
        <Tag words={tag.words} tone={tag.live ? 'mine' : 'none'} />
      </View>
      <View className="title manage__title">{title}</View>
      <View className="note number">{span(startsAt, endsAt, now)}</View>
      <View className="note">{plan.venue.name}</View>
      {activity.state !== 'cancelled' && <View className="note number">{signUp}</View>}
      {cancelReason !== undefined && <View className="card manage__reason">取消的原因：{cancelReason}</View>}
    </View>
  );
}

const people = (count: number | undefined): string => (count === undefined || count === 0 ? '没有' : `${count} 位`);

/** Who signed up. */
function People({ activity }: { activity: ManagedActivity }) {
  const { id, title, state, counts, plan } = activity;
  const { applied = 0, waitlisted = 0, confirmed = 0, attended = 0, cancelled = 0 } = counts;
  if (state === 'draft') return null;
  if (state === 'cancelled') {
    const { people: untold } = toldWords(counts);
    return (
      <CellGroup title="报名的人">
        <Cell
          title="名单"
          value={untold > 0 ? `正在告诉 ${untold} 位` : people(cancelled)}
          onPress={() => go.manageRoll(id, 'cancelled')}
          testId="roll"
        />
        <Cell title="给大家发消息" onPress={() => go.announce(id)} testId="announce" />
      </CellGroup>
    );
  }
  return (
    <CellGroup title="报名的人">
      <Cell title="现场" note="报名和到场，随时在变" onPress={() => go.manageLive(id)} testId="live" />
      {(plan.allocation === 'approval' || applied > 0) && (
        <Cell title="审核" value={people(applied)} onPress={() => go.manageApprovals(id)} testId="approvals" />
      )}
      {(plan.waitlist || waitlisted > 0) && (
        <Cell title="候补" value={people(waitlisted)} onPress={() => go.manageQueue(id)} testId="queue" />
      )}
      <Cell title="名单" value={people(confirmed + attended)} onPress={() => go.manageRoll(id)} testId="roll" />
      <Cell title="给大家发消息" onPress={() => go.announce(id)} testId="announce" />
      <Cell title="导出名单" onPress={() => go.exportsOf(id, title)} testId="export" />
    </CellGroup>
  );
}

/** What is done with it once it has begun; also where the rest of it was cancelled, for those who had come. */
function Afterwards({ activity: { id, state, startsAt, counts } }: { activity: ManagedActivity }) {
  const held = state === 'published' || (state === 'cancelled' && (counts.attended ?? 0) > 0);
  if (!held || startsAt > serverNow()) return null;
  return (
    <CellGroup title="活动之后">
      <Cell title="活动照片" note="到场的人看得到" onPress={() => go.album(id)} testId="album" />
      <Cell title="参加者怎么说" onPress={() => go.feedbackResult(id)} testId="feedback-result" />
    </CellGroup>
  );
}

const ACT_WORDS: Record<Exclude<ManageAct, 'publish' | 'edit' | 'cancel'>, string> = {
  capacity: '改名额',
  move: '改时间',
  close: '提前截止报名',
};

/** Who came and was not checked in, to sessions that are over: until then they come in at the gate. */
function EnterAttendance({ activity: { id, plan } }: { activity: ManagedActivity }) {
  const over = plan.sessions.some(({ endsAt }) => endsAt <= serverNow());
  if (!over) return <Cell title="补录到场" value="结束以后可以" />;
  return <Cell title="补录到场" onPress={() => go.importAttendance(id)} testId="import" />;
}

/** What can be changed; what cannot be taken back stands last and apart. */
function Changes({
  activity,
  acts,
  onAct,
  onCopy,
}: {
  activity: ManagedActivity;
  acts: readonly ManageAct[];
  onAct: (act: ManageAct) => void;
  onCopy: () => void;
}) {
  return (
    <>
      <CellGroup {...(acts.length > 0 ? { title: '安排' } : {})}>
        {acts.includes('edit') && <Cell title="修改活动" onPress={() => go.manageEdit(activity.id)} testId="edit" />}
        {acts.map((act) =>
          act === 'capacity' || act === 'move' || act === 'close' ? (
            <Cell key={act} title={ACT_WORDS[act]} onPress={() => onAct(act)} testId={act} />
          ) : null,
        )}
        {acts.length > 0 && (
          <Cell title="志愿者和裁判" onPress={() => go.manageVolunteers(activity.id)} testId="volunteers" />
        )}
        {activity.state !== 'draft' && <Cell title="看活动页" onPress={() => go.detail(activity.id)} testId="detail" />}
        {activity.state !== 'cancelled' && <EnterAttendance activity={activity} />}
        <Cell title="照这个再办一次" onPress={onCopy} testId="copy-activity" />
        <Cell title="操作记录" onPress={() => go.manageLog(activity.id)} testId="log" />
      </CellGroup>
      {acts.includes('cancel') && (
        <View className="pad manage__cancel">
          <Button kind="danger" onPress={() => onAct('cancel')} testId="cancel">
            取消活动
          </Button>
        </View>
      )}
    </>
  );
}

/** The one thing that is next: publishing a draft, deciding on who waits for it. */
function Next({
  activity,
  acts,
  onAct,
}: {
  activity: ManagedActivity;
  acts: readonly ManageAct[];
  onAct: (act: ManageAct) => void;
}) {
  const { applied = 0 } = activity.counts;
  if (acts.includes('publish')) {
    return (
      <Bar>
        <Button kind="primary" onPress={() => onAct('publish')} testId="publish">
          发布
        </Button>
      </Bar>
    );
  }
  if (acts.length === 0 || applied === 0) return null;
  return (
    <Bar>
      <Button kind="primary" onPress={() => go.manageApprovals(activity.id)} testId="decide">
        审核 {applied} 位
      </Button>
    </Bar>
  );
}

function ActSheet({
  act,
  activity,
  onClose,
}: {
  act: ManageAct | undefined;
  activity: ManagedActivity;
  onClose: () => void;
}) {
  switch (act) {
    case undefined:
    case 'edit':
      return null;
    case 'publish':
      return <PublishSheet activity={activity} onClose={onClose} />;
    case 'capacity':
      return <CapacitySheet activity={activity} onClose={onClose} />;
    case 'move':
      return <MoveSheet activity={activity} onClose={onClose} />;
    case 'close':
      return <CloseSheet activity={activity} onClose={onClose} />;
    case 'cancel':
      return <CancelActivitySheet activity={activity} onClose={onClose} />;
    default:
      return act satisfies never;
  }
}

/** One activity for its organizers: how it stands, and everything that can be done. */
export function Manage({ id }: { id: ActivityId }) {
  const { value, refused, asking, again } = useAnswer('organizer.activity', { activityId: id });
  const [act, setAct] = useState<ManageAct>();
  const [copying, setCopying] = useState(false);
  const clock = useNow(value?.closesAt);
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  // What it says of itself is never later than now.
  const now = Math.max(clock, value.now);
  const acts = actsOf(value, now);
  return (
    <View className="manage" data-testid={`managed-${value.state}`}>
      {refused && <StaleLine />}
      <Head activity={value} now={now} />
      {value.state !== 'cancelled' && <ManagePlaces activity={value} now={now} />}
      <People activity={value} />
      <Afterwards activity={value} />
      <Changes activity={value} acts={acts} onAct={setAct} onCopy={() => setCopying(true)} />
      <Next activity={value} acts={acts} onAct={setAct} />
      <ActSheet act={act} activity={value} onClose={() => setAct(undefined)} />
      {copying && (
        <CopyDaySheet
          plan={value.plan}
          onClose={() => setCopying(false)}
          onDay={(day) => {
            setCopying(false);
            go.manageLike(id, day);
          }}
        />
      )}
    </View>
  );
}
