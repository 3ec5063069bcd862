import type { ActivityState, Plan } from '../../types/contract';
import { type Caps, EACH_ENTERPRISE, summed, type Used } from '../signup/counters';
import { type PoolView, shardId, shardsFor, type Terms } from '../signup/pool';
import {
  type ActivityRecord,
  activityFrom,
  type EditStep,
  type PlannedEdit,
  type PoolShare,
  placesIn,
  poolTerms,
  termsOf,
} from './activity';
import type { LogRecord } from './log';
import { breaksPromise, promiseChange, withPromise } from './promises';
import { fewer, lowered, sharesOf } from './shares';
import { tooSmall } from './too-small';

/** A shard as far as an edit is concerned. */
export type EditedPool = Pick<PoolView, '_id' | 'of' | 'shard' | 'terms' | 'used'>;

/** What an organizer wants of an activity. */
export interface Wanted {
  plan: Plan;
  state: ActivityState;
  cancelReason?: string;
}

/** The part of the document that its organizer decided. */
export function planOf(activity: Plan): Plan {
  const { title, tagline, brand, format, description, rules, venue, allocation, waitlist, onePlacePer } = activity;
  const { images, companions, quota, coolDown, takesAttendance, eligibility, questions } = activity;
  const { opensAt, closesAt, cancelUntil, sessions, preview } = activity;
  return {
    ...{ title, tagline, brand, format, description, rules, venue, allocation, waitlist, onePlacePer },
    ...{ companions, takesAttendance, eligibility, questions, opensAt, closesAt, cancelUntil, sessions, preview },
    ...(images && { images }),
    ...(quota && { quota }),
    ...(coolDown && { coolDown }),
  };
}

/** Whether people can have signed up: what is a draft, or only announced, has no pools. */
export function hasPools({ state, preview }: Pick<ActivityRecord, 'state' | 'preview'>): boolean {
  return state === 'published' && !preview;
}

type Target = Pick<PlannedEdit, 'plan' | 'state' | 'cancelReason' | 'promiseV' | 'promise' | 'termsV'>;

/** The activity once the edit is done. */
export function edited(activity: ActivityRecord, target: Target): ActivityRecord {
  const { plan, state, cancelReason, promiseV, promise, termsV } = target;
  const promises = withPromise(activity.promises, promise);
  return {
    ...activityFrom({ id: activity._id, ...plan }, termsV, state),
    promiseV,
    ...(promises.length > 0 && { promises }),
    ...(cancelReason !== undefined && { cancelReason }),
  };
}

/** The pools that the activity has afterwards, with their whole terms. */
function poolsAfter(before: ActivityRecord, after: ActivityRecord): { of: string; terms: Terms }[] {
  const wanted = hasPools(after) || (after.state === 'cancelled' && hasPools(before));
  return wanted ? poolTerms(after) : [];
}

/** What people hold more of than there would be, over all pools as they are now. */
export function overIn(before: ActivityRecord, after: ActivityRecord, pools: readonly EditedPool[]) {
  const whole = new Map(poolsAfter(before, after).map(({ of, terms }) => [of, terms.caps]));
  return [...new Set(pools.map(({ of }) => of))].flatMap((of) => {
    const used = summed(pools.filter((pool) => pool.of === of).map((pool) => pool.used));
    return tooSmall(whole.get(of) ?? {}, used);
  });
}

/** How the places lie over the shards afterwards; a pool that is gone has none. */
function laidOut(
  before: ActivityRecord,
  after: ActivityRecord,
  pools: readonly EditedPool[],
  formerOf: (pool: string) => Caps | undefined,
): PoolShare[] {
  const share = (pool: string, of: string, shard: number, target: Caps): PoolShare => {
    const former = formerOf(pool);
    return { pool, of, shard, ...(former && { former }), target };
  };
  const wanted = poolsAfter(before, after);
  const laid = wanted.flatMap(({ of, terms }) => {
    const shards = pools.filter((pool) => pool.of === of);
    const length = Math.max(shards.length, shardsFor(placesIn(terms)));
    const used = Array.from({ length }, (_, at): Used => shards.find(({ shard }) => shard === at)?.used ?? {});
    return sharesOf(terms, used).map((target, shard) => share(shardId(of, shard), of, shard, target));
  });
  const gone = pools.filter((pool) => !wanted.some(({ of }) => of === pool.of));
  return [...laid, ...gone.map(({ _id, of, shard }) => share(_id, of, shard, {}))];
}

/** Only where some shard takes fewer can the edit still turn out not to fit: then that comes first. */
const firstStep = (shares: readonly PoolShare[]): EditStep =>
  shares.some(({ former, target }) => former && fewer(former, lowered(former, target)).length > 0) ? 'lower' : 'set';

/** The edit as it is begun; it must fit (see `overIn`). */
export function plannedEdit(
  activity: ActivityRecord,
  { plan, state, cancelReason }: Wanted,
  log: LogRecord,
  pools: readonly EditedPool[],
): PlannedEdit {
  const { at, reason } = log;
  const broken = hasPools(activity) && breaksPromise(activity, plan, state);
  const promiseV = activity.promiseV + (broken ? 1 : 0);
  const why = { before: activity, after: plan, ...(reason !== undefined && { reason }) };
  const target: Target = {
    plan,
    state,
    ...(cancelReason !== undefined && { cancelReason }),
    promiseV,
    ...(broken && { promise: promiseChange(promiseV, at, why) }),
    termsV: activity.termsV + 1,
  };
  const former = new Map(pools.map(({ _id, terms }) => [_id, terms.caps]));
  const shares = laidOut(activity, edited(activity, target), pools, (pool) => former.get(pool));
  return { ...target, log, at, step: firstStep(shares), shares };
}

/**
 * The edit laid out anew, because a shard had given out more by the time it was to come down; undone, where people hold
 * more than there would be. Either way under a version of its own: a place may have been decided on against the last.
 */
export function relaid(activity: ActivityRecord, next: PlannedEdit, pools: readonly EditedPool[]): PlannedEdit {
  const termsV = next.termsV + 1;
  const after = edited(activity, next);
  if (overIn(activity, after, pools).length > 0) return { ...next, step: 'undo', termsV };
  const former = new Map(next.shares.map((share) => [share.pool, share.former]));
  return { ...next, termsV, shares: laidOut(activity, after, pools, (pool) => former.get(pool)) };
}

/** What a pool stands for that the plan has no place for: nobody signs up to it. */
function closedTerms(activity: ActivityRecord): Terms {
  return { ...termsOf(activity), sessions: [], caps: {}, cancelled: true };
}

function wholeTerms(activity: ActivityRecord, of: string): Terms {
  return poolTerms(activity).find((pool) => pool.of === of)?.terms ?? closedTerms(activity);
}

/** The terms that a shard has once the step is done. */
export function termsIn(activity: ActivityRecord, next: PlannedEdit, { of, former = {}, target }: PoolShare): Terms {
  const v = next.termsV;
  switch (next.step) {
    case 'lower':
      return { ...wholeTerms(activity, of), v, caps: lowered(former, target) };
    case 'set':
      return { ...wholeTerms(edited(activity, next), of), v, caps: target };
    case 'undo':
      return { ...wholeTerms(activity, of), v, caps: former };
    default:
      return next.step satisfies never;
  }
}

/** What must still be so for a shard to come down: of each counter no more given out than it will have. */
export interface Room {
  /** At most so many may be taken. */
  most: Record<string, number>;
  /** Any enterprise may have come in since: nothing at all may have been taken or given back. */
  asRead: boolean;
}

export function roomFor({ former = {}, target }: PoolShare): Room {
  const caps = lowered(former, target);
  const counters = fewer(former, caps);
  return {
    most: Object.fromEntries(counters.map((counter) => [counter, caps[counter] ?? 0])),
    asRead: counters.includes(EACH_ENTERPRISE),
  };
}

/** Whether what the shard had given out when it was read fits. */
export function fitsIn(share: PoolShare, used: Used): boolean {
  return tooSmall(lowered(share.former ?? {}, share.target), used).length === 0;
}

/** Whether the shard has more of anything than before: then the queue may move. */
export function grows({ former = {}, target }: PoolShare): boolean {
  return fewer(target, former).length > 0;
}
