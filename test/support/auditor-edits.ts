import type { ActivityRecord } from '../../domain/activity/activity';
import type { PoolRecord } from '../../domain/signup/pool';
import type { RegistrationRecord } from '../../domain/signup/registration';

/** Written out again here: what still holds something, and is told when a promise changes. */
const HELD = new Set(['applied', 'waitlisted', 'offered', 'confirmed', 'attended']);

/** Pools that no session of the plan stands for any more: nobody is in them, and nobody comes in. */
export function closedPools(pools: readonly PoolRecord[]): string[] {
  return pools.flatMap(({ _id, terms, claims, used }) => [
    ...(terms.cancelled ? [] : [`${_id}: people sign up to what is not planned`]),
    ...(Object.keys(claims).length > 0 ? [`${_id}: has claims, and is not planned`] : []),
    ...(Object.values(used).some((taken) => taken !== 0) ? [`${_id}: is used, and is not planned`] : []),
  ]);
}

interface Edited {
  activities: readonly ActivityRecord[];
  registrations: readonly RegistrationRecord[];
}

interface Log {
  _id: string;
  activityId: string;
  what: string;
  answer?: object;
}

/** Every edit that was done stands in the log, with its answer; and of every jump the log knows. */
export function editsAgree({ activities, ...books }: { activities: readonly ActivityRecord[]; logs: object[] }) {
  const logs = books.logs as Log[];
  const faults: string[] = [];
  for (const { _id, termsV, state, cancelReason } of activities) {
    const own = logs.filter(({ activityId }) => activityId === _id);
    const said = own.some(({ what }) => what === (state === 'draft' ? 'created' : state));
    // What a test put there by itself has no log, until it is cancelled.
    const logged = state === 'cancelled' || own.some(({ what }) => what === 'created');
    if (logged && !said) faults.push(`${_id} is ${state}, and the log does not say so`);
    if (state === 'cancelled' && cancelReason === undefined) faults.push(`${_id}: cancelled without a reason`);
    const told = own.flatMap(({ answer }) => (answer && 'termsV' in answer ? [Number(answer.termsV)] : []));
    if (told.some((each) => each > termsV)) faults.push(`${_id}: somebody was told of a version that it does not have`);
    if (new Set(told).size !== told.length) faults.push(`${_id}: two edits were told the same version`);
  }
  return faults;
}

/** Once all sweeps have run: no edit is under way, and everybody who holds something holds it as it is promised. */
export function editsRest({ activities, registrations }: Edited, now: number): string[] {
  const known = new Map(activities.map((activity) => [activity._id, activity]));
  return [
    ...activities.filter(({ next }) => next).map(({ _id }) => `an edit of ${_id} is still under way`),
    ...activities
      .filter(({ dueAt }) => dueAt !== undefined && dueAt <= now)
      .map(({ _id }) => `${_id} is still due after the sweeps`),
    ...registrations.filter(({ state }) => HELD.has(state)).flatMap((record) => promiseKept(record, known)),
  ];
}

function promiseKept(record: RegistrationRecord, known: ReadonlyMap<string, ActivityRecord>): string[] {
  const { _id, activityId, sessionId, state, promiseV, startKey, endsAt } = record;
  const activity = known.get(activityId);
  if (!activity) return [`${_id} is for no activity`];
  const session = activity.sessions.find(({ id }) => id === sessionId);
  return [
    ...(promiseV === activity.promiseV ? [] : [`${_id} follows promise ${promiseV} of ${activity.promiseV}`]),
    ...(activity.state === 'cancelled' && state !== 'attended' ? [`${_id} is ${state} in what was cancelled`] : []),
    ...(session && Number.parseInt(startKey, 10) === session.startsAt && endsAt === session.endsAt
      ? []
      : [`${_id} is at another time than its session`]),
  ];
}
