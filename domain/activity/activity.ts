import type { Eligibility, Question, Venue } from '../../types/contract/activity';
import type {
  ActivityId,
  Allocation,
  Brand,
  Day,
  Format,
  Instant,
  Month,
  SessionId,
  ZoneId,
} from '../../types/vocabulary';
import { gramsOf } from '../search/grams';
import { POOL_PLACES, POOL_V, type PoolRecord, sessionCounter, type Terms, zoneCounter } from '../signup/pool';
import { daysOf, timeKey } from '../time/shanghai';

export const ACTIVITY_V = 1;

export interface Session {
  id: SessionId;
  name: string;
  startsAt: Instant;
  endsAt: Instant;
  capacity: number;
  zones: { id: ZoneId; name: string; capacity: number }[];
}

/** What an organizer decides; everything else in the document follows from it. */
export interface ActivityPlan {
  id: ActivityId;
  title: string;
  tagline: string;
  brand: Brand;
  format: Format;
  description: string[];
  rules: string[];
  venue: Venue;
  allocation: Allocation;
  eligibility: Eligibility;
  questions: Question[];
  opensAt: Instant;
  closesAt: Instant;
  cancelUntil: Instant;
  sessions: Session[];
  /** Shown, but how to sign up is not announced yet: it has no pool. */
  preview: boolean;
}

export interface ActivityRecord extends Omit<ActivityPlan, 'id'> {
  _id: ActivityId;
  v: typeof ACTIVITY_V;
  termsV: number;
  state: 'published' | 'cancelled';
  startsAt: Instant;
  endsAt: Instant;
  /** Keys by which lists are sorted and pages go on. */
  startKey: string;
  endKey: string;
  /** When something happens, so that a day or a month finds it. */
  days: Day[];
  months: Month[];
  grams: string[];
}

function repeats(named: readonly { id: string }[]): boolean {
  return new Set(named.map(({ id }) => id)).size !== named.length;
}

/** Why a plan cannot be published; each names the field. */
export function planIssues(plan: ActivityPlan): string[] {
  const issues: string[] = [];
  const { sessions } = plan;
  if (sessions.length === 0) issues.push('sessions: at least one');
  for (const session of sessions) {
    if (!/^s[0-9a-z]{1,6}$/.test(session.id)) issues.push(`sessions.${session.id}: an id is s and up to 6 of 0-9 a-z`);
    if (session.endsAt <= session.startsAt) issues.push(`sessions.${session.id}: ends before it starts`);
    if (session.zones.some((zone) => !/^[0-9a-z]{1,6}$/.test(zone.id))) issues.push(`sessions.${session.id}: zone id`);
    if (repeats(session.zones)) issues.push(`sessions.${session.id}: zone ids repeat`);
    if (![session, ...session.zones].every(({ capacity }) => Number.isSafeInteger(capacity) && capacity >= 0)) {
      issues.push(`sessions.${session.id}: places are whole numbers`);
    }
  }
  if (repeats(sessions)) issues.push('sessions: ids repeat');
  const places = sessions.reduce((sum, session) => sum + session.capacity, 0);
  if (!plan.preview && places > POOL_PLACES) issues.push(`sessions: more than ${POOL_PLACES} places together`);
  if (plan.closesAt <= plan.opensAt) issues.push('closesAt: before opensAt');
  return issues;
}

/** The stored document of a plan. Throws where `planIssues` has any: checked at the edge, so here it is a bug. */
export function activityFrom(plan: ActivityPlan, termsV = 1): ActivityRecord {
  const issues = planIssues(plan);
  if (issues.length > 0) throw new Error(`not a plan: ${issues.join('; ')}`);
  const { id, ...rest } = plan;
  const startsAt = Math.min(...plan.sessions.map((session) => session.startsAt));
  const endsAt = Math.max(...plan.sessions.map((session) => session.endsAt));
  const days = new Set(plan.sessions.flatMap((session) => daysOf(session.startsAt, session.endsAt)));
  return {
    ...rest,
    _id: id,
    v: ACTIVITY_V,
    termsV,
    state: 'published',
    startsAt,
    endsAt,
    startKey: timeKey(startsAt, id),
    endKey: timeKey(endsAt, id),
    days: [...days].sort(),
    months: [...new Set([...days].map((day) => day.slice(0, 7)))].sort(),
    grams: gramsOf(plan.title),
  };
}

/** Places by counter. */
function capsOf(activity: ActivityRecord): Record<string, number> {
  const caps: Record<string, number> = {};
  for (const session of activity.sessions) {
    caps[sessionCounter(session.id)] = session.capacity;
    for (const zone of session.zones) caps[zoneCounter(session.id, zone.id)] = zone.capacity;
  }
  return caps;
}

/** What people sign up to: the one way in which the pool's copy is made. */
export function termsOf(activity: ActivityRecord): Terms {
  return {
    v: activity.termsV,
    title: activity.title,
    brand: activity.brand,
    venue: activity.venue,
    sessions: activity.sessions.map(({ id, name, startsAt, endsAt, zones }) => ({
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
    caps: capsOf(activity),
  };
}

/** The pool of an activity in which nobody has a place yet. */
export function emptyPool(activity: ActivityRecord): PoolRecord {
  return { _id: activity._id, v: POOL_V, terms: termsOf(activity), used: {}, claims: {}, past: {}, sweptTo: 0 };
}
