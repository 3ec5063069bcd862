import type { ActivityPlan } from '../../../domain/activity/activity';
import type { SessionPlan } from '../../../types/contract';
import type { Instant } from '../../../types/vocabulary';
import type { Calendar } from '../calendar';

export interface DemoActivity {
  plan: ActivityPlan;
  /** How many have a place by now, by session (`s1`) or, where it has zones, by zone (`s1_a`). */
  taken: Record<string, number>;
  /** How many of them gave it back since. */
  returned?: number;
  /** How many wait in the queue, likewise. */
  waiting?: Record<string, number>;
  /** Of an activity by approval: how many wait for a decision, beside those whom `taken` says are approved. */
  applied?: number;
  /** Of an activity that is on: how many are in already. */
  arrived?: number;
  /** What its organizer wrote to all who have a place, half an hour ago. */
  announced?: string;
}

type Usual =
  | 'allocation'
  | 'waitlist'
  | 'onePlacePer'
  | 'companions'
  | 'takesAttendance'
  | 'eligibility'
  | 'questions'
  | 'cancelUntil'
  | 'preview';
type Draft = Omit<ActivityPlan, Usual> & Partial<Pick<ActivityPlan, Usual>> & Partial<Omit<DemoActivity, 'plan'>>;

/** First come, for every member, no questions, to be cancelled until sign-up closes: unless said otherwise. */
export function demoActivity({
  taken = {},
  returned,
  waiting,
  applied,
  arrived,
  announced,
  ...draft
}: Draft): DemoActivity {
  const usual = {
    allocation: 'first-come' as const,
    waitlist: false,
    onePlacePer: 'activity' as const,
    companions: 0,
    takesAttendance: true,
    eligibility: {},
    questions: [],
    preview: false,
  };
  return {
    plan: { ...usual, cancelUntil: draft.closesAt, ...draft },
    taken,
    ...(returned !== undefined && { returned }),
    ...(waiting && { waiting }),
    ...(applied !== undefined && { applied }),
    ...(arrived !== undefined && { arrived }),
    ...(announced !== undefined && { announced }),
  };
}

/** Zones by id: their name and places. */
export type Zones = Record<string, [name: string, capacity: number]>;

/** A session of so many places, or of zones that make up all its places. */
export function session(
  id: string,
  name: string,
  [startsAt, endsAt]: readonly [Instant, Instant],
  places: number | Zones,
): SessionPlan {
  if (typeof places === 'number') return { id, name, startsAt, endsAt, capacity: places, zones: [] };
  const zones = Object.entries(places).map(([zone, [zoneName, capacity]]) => ({ id: zone, name: zoneName, capacity }));
  return { id, name, startsAt, endsAt, capacity: zones.reduce((sum, { capacity }) => sum + capacity, 0), zones };
}

/** `10:00` so many days before the day, to `18:00` so many days before it. */
export function window(cal: Calendar, day: number, opensBefore: number, closesBefore: number) {
  return { opensAt: cal.at(day - opensBefore, '10:00'), closesAt: cal.at(day - closesBefore, '18:00') };
}

/** From one time of the day to another. */
export function hours(cal: Calendar, day: number, from: string, to: string): readonly [Instant, Instant] {
  return [cal.at(day, from), cal.at(day, to)];
}
