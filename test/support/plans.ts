import { type ActivityPlan, type ActivityRecord, emptyPools } from '../../domain/activity/activity';
import type { PoolRecord } from '../../domain/signup/pool';
import type { SessionPlan } from '../../types/contract';

/** The pool of an activity that has but one, nobody in it yet. */
export function soloPool(activity: ActivityRecord): PoolRecord {
  const [pool, ...more] = emptyPools(activity);
  if (!pool || more.length > 0) throw new Error(`${activity._id} has not one pool`);
  return pool;
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Noon of 20 November 2026 in Shanghai: around it the made-up activities take place. */
export const NOON = Date.UTC(2026, 10, 20, 4);

export function session(id: string, capacity: number, zones: [id: string, capacity: number][] = []): SessionPlan {
  return {
    id,
    name: `场次 ${id}`,
    startsAt: NOON + 10 * DAY,
    endsAt: NOON + 10 * DAY + 2 * HOUR,
    capacity,
    zones: zones.map(([zone, places]) => ({ id: zone, name: `${zone} 区`, capacity: places })),
  };
}

/** An activity open for sign-up at `NOON`, everything else as the test says. */
export function plan(changes: Partial<ActivityPlan> = {}): ActivityPlan {
  return {
    id: 'music-2026',
    title: '职工音乐节',
    tagline: '一起来听',
    brand: 'warm',
    format: 'show',
    description: ['一晚的歌'],
    rules: ['凭电子票入场'],
    venue: { name: '药谷广场', address: '药谷路 1 号', latitude: 30.1, longitude: 120.2 },
    allocation: 'first-come',
    waitlist: false,
    onePlacePer: 'activity',
    companions: 0,
    takesAttendance: false,
    eligibility: {},
    questions: [],
    opensAt: NOON - DAY,
    closesAt: NOON + 5 * DAY,
    cancelUntil: NOON + 8 * DAY,
    sessions: [session('s1', 50)],
    preview: false,
    ...changes,
  };
}
