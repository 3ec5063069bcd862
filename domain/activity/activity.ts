import type { ActivityState, Plan, SessionPlan } from '../../types/contract';
import type { ActivityId, Day, Instant, Month, SessionId } from '../../types/vocabulary';
import { gramsOf } from '../search/grams';
import { type Caps, EACH_ENTERPRISE, enterpriseCounter, sessionCounter, zoneCounter } from '../signup/counters';
import { POOL_V, type PoolRecord, poolIdOf, shardId, shardsFor, type Terms } from '../signup/pool';
import { daysOf, timeKey } from '../time/shanghai';
import type { LogRecord } from './log';
import { planIssues } from './plan-issues';
import { sharesOf } from './shares';

export const ACTIVITY_V = 1;

/** What an organizer decides, with the id that the activity has; everything else in the document follows from it. */
export interface ActivityPlan extends Plan {
  id: ActivityId;
}

export interface ActivityRecord extends Omit<ActivityPlan, 'id'> {
  _id: ActivityId;
  v: typeof ACTIVITY_V;
  termsV: number;
  /** Rises with what those who hold a place must hear of: moved, another venue, cancelled. */
  promiseV: number;
  state: ActivityState;
  cancelReason?: string;
  startsAt: Instant;
  endsAt: Instant;
  /** Keys by which lists are sorted and pages go on. */
  startKey: string;
  endKey: string;
  /** When something happens, so that a day or a month finds it. */
  days: Day[];
  months: Month[];
  grams: string[];
  /** What changed of what people were promised, the last of it; registrations that are behind learn from it. */
  promises?: PromiseChange[];
  /** An edit under way: pools may follow it already. Whoever comes next, a retry or a sweep, ends it. */
  next?: PlannedEdit;
  /** When registrations still have to follow a promise that changed, or an edit was left half done. */
  dueAt?: Instant;
}

/** A change of what people were promised, as far as a registration does not show it by itself. */
export interface PromiseChange {
  v: number;
  at: Instant;
  /** It is somewhere else now. */
  venue?: true;
  reason?: string;
}

/** What one shard has of the places, before and after an edit; a new one had none. */
export interface PoolShare {
  pool: string;
  of: string;
  shard: number;
  former?: Caps;
  target: Caps;
}

/**
 * How far an edit has come. `lower`: what has fewer places afterwards is bringing itself down, under the former plan;
 * only here it can still turn out that people hold more. `set`: every shard takes the new plan, which cannot fail any
 * more. `undo`: every shard gets back what it had.
 */
export type EditStep = 'lower' | 'set' | 'undo';

/** An edit as it was decided, until every pool and the activity itself have taken it. */
export interface PlannedEdit {
  plan: Plan;
  state: ActivityState;
  cancelReason?: string;
  promiseV: number;
  promise?: PromiseChange;
  /** The entry of the log, written when it is done; its id names the edit. */
  log: LogRecord;
  at: Instant;
  step: EditStep;
  /** The version that every shard has once the step is done: each step has one of its own. */
  termsV: number;
  shares: PoolShare[];
}

/** The stored document of a plan. Throws where `planIssues` has any: checked at the edge, so here it is a bug. */
export function activityFrom(plan: ActivityPlan, termsV = 1, state: ActivityState = 'published'): ActivityRecord {
  const issues = planIssues(plan);
  if (issues.length > 0) throw new Error(`not a plan: ${issues.map(({ path, message }) => `${path}: ${message}`)}`);
  const { id, ...rest } = plan;
  const startsAt = Math.min(...plan.sessions.map((session) => session.startsAt));
  const endsAt = Math.max(...plan.sessions.map((session) => session.endsAt));
  const days = new Set(plan.sessions.flatMap((session) => daysOf(session.startsAt, session.endsAt)));
  return {
    ...rest,
    _id: id,
    v: ACTIVITY_V,
    termsV,
    promiseV: 1,
    state,
    startsAt,
    endsAt,
    startKey: timeKey(startsAt, id),
    endKey: timeKey(endsAt, id),
    days: [...days].sort(),
    months: [...new Set([...days].map((day) => day.slice(0, 7)))].sort(),
    grams: gramsOf(plan.title),
  };
}

/** Places by counter, of all shards together. */
export function capsOf(activity: Pick<Plan, 'quota'>, sessions: readonly SessionPlan[]): Caps {
  const caps: Caps = {};
  for (const session of sessions) {
    caps[sessionCounter(session.id)] = session.capacity;
    for (const zone of session.zones) caps[zoneCounter(session.id, zone.id)] = zone.capacity;
  }
  const { each, own = {} } = activity.quota ?? {};
  if (each !== undefined) caps[EACH_ENTERPRISE] = each;
  for (const [enterprise, places] of Object.entries(own)) caps[enterpriseCounter(enterprise)] = places;
  return caps;
}

/**
 * What people sign up to: the one way in which the pools' copies are made. Of one session where each has a pool of its
 * own, else of all.
 */
export function termsOf(activity: ActivityRecord, sessionId?: SessionId): Terms {
  const sessions = activity.sessions.filter(({ id }) => sessionId === undefined || id === sessionId);
  return {
    v: activity.termsV,
    title: activity.title,
    brand: activity.brand,
    format: activity.format,
    venue: activity.venue,
    allocation: activity.allocation,
    waitlist: activity.waitlist,
    onePlacePer: activity.onePlacePer,
    companions: activity.companions,
    ...(activity.coolDown && { coolDown: activity.coolDown }),
    takesAttendance: activity.takesAttendance,
    sessions: sessions.map(({ id, name, startsAt, endsAt, zones }) => ({
      id,
      name,
      startsAt,
      endsAt,
      zones: zones.map((zone) => ({ id: zone.id, name: zone.name })),
    })),
    questions: activity.questions,
    eligibility: activity.eligibility,
    opensAt: activity.opensAt,
    closesAt: activity.closesAt,
    cancelUntil: activity.cancelUntil,
    cancelled: activity.state === 'cancelled',
    promiseV: activity.promiseV,
    caps: capsOf(activity, sessions),
  };
}

/** The pools of an activity by their ids, with their whole terms: one, or one for each session. */
export function poolTerms(activity: ActivityRecord): { of: string; terms: Terms }[] {
  if (activity.onePlacePer === 'activity') return [{ of: activity._id, terms: termsOf(activity) }];
  return activity.sessions.map(({ id }) => ({
    of: poolIdOf(activity._id, id, 'session'),
    terms: termsOf(activity, id),
  }));
}

/** Places that all sessions of the terms have together. */
export function placesIn({ sessions, caps }: Terms): number {
  return sessions.reduce((sum, { id }) => sum + (caps[sessionCounter(id)] ?? 0), 0);
}

/** The pools of an activity in which nobody has a place yet, every shard of each. */
export function emptyPools(activity: ActivityRecord): PoolRecord[] {
  return poolTerms(activity).flatMap(({ of, terms }) => {
    const shares = sharesOf(
      terms,
      Array.from({ length: shardsFor(placesIn(terms)) }, () => ({})),
    );
    return shares.map((caps, shard) => emptyShard({ of, activityId: activity._id, shard, terms: { ...terms, caps } }));
  });
}

/** One shard in which nobody has a place yet. */
export function emptyShard(of: Pick<PoolRecord, 'of' | 'activityId' | 'shard' | 'terms'>): PoolRecord {
  const _id = shardId(of.of, of.shard);
  return { _id, v: POOL_V, ...of, used: {}, claims: {}, past: {}, held: {}, enterprises: [], arrived: {}, sweptTo: 0 };
}
