import type { ActivityDetail } from '../../types/contract/activity';
import type { Admitted, Arrivals, Attendee, Duty } from '../../types/contract/checkin';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const OF = { activityId: 'music', sessionId: 's1' };

/** An evening that begins in forty minutes: its gate is open. */
export function eveningOf(startsIn = 40 * MINUTE): Duty['session'] {
  const startsAt = Date.now() + startsIn;
  return { id: 's1', name: '周六晚场', startsAt, endsAt: startsAt + 2 * HOUR };
}

export function gateDetailOf(session = eveningOf(), change: Partial<ActivityDetail> = {}): ActivityDetail {
  const { startsAt, endsAt } = session;
  const places = { capacity: 300, left: 0 };
  return {
    id: 'music',
    title: '职工音乐节',
    tagline: '草坪上听同事唱歌',
    brand: 'vital',
    format: 'show',
    startsAt,
    endsAt,
    venueName: '中央公园草坪',
    phase: 'closed',
    opensAt: startsAt - 200 * HOUR,
    closesAt: startsAt - 100 * HOUR,
    places,
    sessions: 1,
    allocation: 'first-come',
    waitlist: true,
    description: [],
    rules: [],
    venue: { name: '中央公园草坪', address: '药谷中路 1 号', latitude: 39.7, longitude: 116.3, checkInWithin: 300 },
    onePlacePer: 'activity',
    companions: 2,
    takesAttendance: true,
    waiting: 0,
    cancelUntil: startsAt - 24 * HOUR,
    eligibility: {},
    eligibleEnterprises: [],
    questions: [],
    sessionList: [{ ...session, places, zones: [] }],
    mine: [],
    now: Date.now(),
    ...change,
  };
}

export function attendeeOf(change: Partial<Attendee> = {}): Attendee {
  return {
    registrationId: 'reg1',
    name: '林晓禾',
    phone: '138****1001',
    enterpriseName: '禾芩生物制药',
    zone: { id: 'a', name: '草坪区' },
    companions: 0,
    state: 'confirmed',
    ...change,
  };
}

export function admittedOf(change: Partial<Admitted> = {}): Admitted {
  const attendance = { at: Date.now() - MINUTE, way: 'ticket' as const };
  return { ...attendeeOf({ state: 'attended', attendance }), again: false, ...change };
}

export function dutyOf(change: Partial<Duty> = {}): Duty {
  const session = eveningOf();
  return {
    activityId: 'music',
    title: '职工音乐节',
    brand: 'vital',
    venueName: '中央公园草坪',
    session,
    checkIn: { opensAt: session.startsAt - 2 * HOUR, closesAt: session.endsAt },
    ...change,
  };
}

export function arrivalsOf(change: Partial<Arrivals> = {}): Arrivals & { now: number } {
  const minute = Math.floor(Date.now() / MINUTE) * MINUTE;
  return {
    expected: 300,
    arrived: 187,
    zones: [{ id: 'a', name: '草坪区', expected: 200, arrived: 151 }],
    gates: [{ gate: '东门', arrived: 96 }],
    minutes: [
      { at: minute - 2 * MINUTE, arrived: 9 },
      { at: minute, arrived: 4 },
    ],
    now: Date.now(),
    ...change,
  };
}
