import * as v from 'valibot';
import { type ActivityRecord, poolTerms } from '../../domain/activity/activity';
import type { EnterpriseRecord } from '../../domain/member/member';
import { capOf, enterpriseCounter, type Used } from '../../domain/signup/counters';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { HELD } from '../../domain/signup/states';
import type { ActivityDetail, Clash, MyPlace, Places, SessionView } from '../../types/contract';
import type { Instant, MemberId } from '../../types/vocabulary';
import type { Caller } from '../kit/caller';
import { _ } from '../kit/cloud';
import { byId, byIds, find } from '../kit/documents';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { readPoolsOf } from '../kit/places';
import { anyone } from '../kit/policy';
import { waitingIn } from '../kit/queue';
import { presentCard, presentSessions, usedByActivity } from './present';

/** Registrations of one member that are still to come; nobody has more. */
const MINE_MOST = 100;

/** What the member holds that is not over: here, and elsewhere at the same time. */
async function comingOf(memberId: MemberId | undefined, now: Instant): Promise<RegistrationRecord[]> {
  if (memberId === undefined) return [];
  const mine = { memberId, state: _.in(HELD), endsAt: _.gt(now) };
  return find<RegistrationRecord>('registrations', mine, { limit: MINE_MOST });
}

function placeOf({ _id, state, sessionId, zoneId, offerUntil }: RegistrationRecord): MyPlace {
  return {
    registrationId: _id,
    state,
    sessionId,
    ...(zoneId !== undefined && { zoneId }),
    ...(state === 'offered' && offerUntil !== undefined && { offerUntil }),
  };
}

/** Sessions with whatever else of the member's is on while they last. */
async function withClashes(sessions: SessionView[], elsewhere: RegistrationRecord[]): Promise<SessionView[]> {
  const startOf = (record: RegistrationRecord) => Number.parseInt(record.startKey, 10);
  const overlapping = (session: SessionView) =>
    elsewhere.find((record) => startOf(record) < session.endsAt && record.endsAt > session.startsAt);
  const found = sessions.map((session) => ({ session, other: overlapping(session) }));
  const ids = found.flatMap(({ other }) => (other ? [other.activityId] : []));
  const titles = new Map(
    (await byIds<ActivityRecord>('activities', ids, { title: true })).map(({ _id, title }) => [_id, title]),
  );
  return found.map(({ session, other }) => {
    if (!other) return session;
    const title = titles.get(other.activityId) ?? '';
    const clash: Clash = { registrationId: other._id, title, startsAt: startOf(other), endsAt: other.endsAt };
    return { ...session, clash };
  });
}

async function namesOf(enterpriseIds: readonly string[]): Promise<string[]> {
  const records = await byIds<EnterpriseRecord>('enterprises', enterpriseIds, { name: true });
  const names = new Map(records.map((record) => [record._id, record.name]));
  return enterpriseIds.map((each) => names.get(each) ?? '');
}

/** What the caller's enterprise may take; of the first pool, where each session has one of its own. */
function quotaOf(activity: ActivityRecord, used: Used, { enterpriseId }: Caller): Places | undefined {
  const [pool] = poolTerms(activity);
  if (!pool || enterpriseId === undefined) return undefined;
  const counter = enterpriseCounter(enterpriseId);
  const capacity = capOf(pool.terms.caps, counter);
  return capacity === undefined ? undefined : { capacity, left: Math.max(0, capacity - (used[counter] ?? 0)) };
}

/** What of the document is shown as it is. */
function told(activity: ActivityRecord) {
  const { description, images, rules, venue, allocation, waitlist, onePlacePer, companions, coolDown } = activity;
  const { takesAttendance, cancelUntil, eligibility, questions, cancelReason } = activity;
  return {
    description,
    rules,
    venue,
    allocation,
    waitlist,
    onePlacePer,
    companions,
    takesAttendance,
    cancelUntil,
    eligibility,
    questions,
    ...(images && { images }),
    ...(coolDown && { coolDown }),
    ...(cancelReason !== undefined && { cancelReason }),
  };
}

export const get = read<'activity.get'>({
  policy: anyone,
  schema: v.strictObject({ activityId: id }),
  async run({ activityId }, { caller, now }) {
    const [activity, pools, coming] = await Promise.all([
      byId<ActivityRecord>('activities', activityId),
      readPoolsOf(activityId),
      comingOf(caller.memberId, now),
    ]);
    if (!activity || activity.state === 'draft') {
      return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'activity' } };
    }
    const here = coming.filter((record) => record.activityId === activityId);
    const elsewhere = coming.filter((record) => record.activityId !== activityId);
    const used = usedByActivity(pools).get(activityId) ?? {};
    const queued = [...new Set(pools.flatMap(({ of, queue }) => (queue ? [of] : [])))];
    const [sessionList, eligibleEnterprises, waiting] = await Promise.all([
      withClashes(presentSessions(activity, used), elsewhere),
      namesOf(activity.eligibility.enterprises ?? []),
      waitingIn(queued),
    ]);
    const quota = quotaOf(activity, used, caller);
    const detail: ActivityDetail = {
      ...presentCard(activity, used, now),
      ...told(activity),
      eligibleEnterprises,
      sessionList,
      mine: here.map(placeOf),
      waiting,
      now,
      ...(quota && { quota }),
    };
    return { ok: true, value: detail };
  },
});
