import type { ActivityCard, ActivityDetail } from '../../types/contract/activity';
import type { Me } from '../../types/contract/member';
import type { MyRegistration, Registration } from '../../types/contract/registration';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** An activity that is open, a week from now, with two zones. */
export function detailOf(change: Partial<ActivityDetail> = {}): ActivityDetail {
  const now = Date.now();
  const startsAt = now + 7 * DAY;
  const places = { capacity: 300, left: 40 };
  return {
    id: 'music',
    title: '职工音乐节',
    tagline: '草坪上听同事唱歌',
    brand: 'vital',
    format: 'show',
    startsAt,
    endsAt: startsAt + 3 * HOUR,
    venueName: '中央公园草坪',
    phase: 'open',
    opensAt: now - DAY,
    closesAt: now + 3 * DAY + HOUR,
    places,
    sessions: 1,
    description: ['十二支乐队。'],
    rules: ['凭电子票入场'],
    venue: { name: '中央公园草坪', address: '药谷中路 1 号', latitude: 39.7, longitude: 116.3 },
    allocation: 'first-come',
    waitlist: false,
    onePlacePer: 'activity',
    companions: 0,
    takesAttendance: true,
    waiting: 0,
    mine: [],
    cancelUntil: now + 5 * DAY,
    eligibility: {},
    eligibleEnterprises: [],
    questions: [],
    sessionList: [
      {
        id: 's1',
        name: '周六晚场',
        startsAt,
        endsAt: startsAt + 3 * HOUR,
        places,
        zones: [
          { id: 'a', name: '草坪区', places: { capacity: 200, left: 40 } },
          { id: 'b', name: '看台区', places: { capacity: 100, left: 0 } },
        ],
      },
    ],
    now,
    ...change,
  };
}

export function cardOf(id: string, change: Partial<ActivityCard> = {}): ActivityCard {
  const { tagline, brand, format, startsAt, endsAt, venueName, phase, opensAt, closesAt, places, sessions } =
    detailOf();
  const base = { tagline, brand, format, startsAt, endsAt, venueName, phase, opensAt, closesAt, places, sessions };
  return { id, title: `活动 ${id}`, allocation: 'first-come', waitlist: false, ...base, ...change };
}

export function registrationOf(change: Partial<Registration> = {}): Registration {
  const { startsAt, endsAt, venue, cancelUntil } = detailOf();
  return {
    id: 'reg1',
    state: 'confirmed',
    activityId: 'music',
    title: '职工音乐节',
    brand: 'vital',
    venue,
    allocation: 'first-come',
    session: { id: 's1', name: '周六晚场', startsAt, endsAt },
    zone: { id: 'a', name: '草坪区' },
    answers: {},
    companions: 0,
    cancelUntil,
    signedUpAt: Date.now() - HOUR,
    ...change,
  };
}

/** The key of the ticket of `reg1`, made up. */
export const TICKET_KEY = 'abcdefghijklmnopqrstuvwxyz';

/** The same as its owner sees it alone: its gate is not open yet, and it has its key. */
export function ticketOf(change: Partial<MyRegistration> = {}): MyRegistration {
  const registration = registrationOf(change);
  const { startsAt, endsAt } = registration.session;
  const checkIn = { opensAt: startsAt - 2 * HOUR, closesAt: endsAt };
  const key = registration.state === 'confirmed' ? { ticketKey: TICKET_KEY } : {};
  return { checkIn, ...key, now: Date.now(), ...registration, ...change };
}

export function meOf(change: Partial<Me> = {}): Me & { now: number } {
  return {
    status: 'active',
    memberId: 'member1',
    name: '林晓禾',
    phone: '13800001001',
    enterprise: { id: 'e1', name: '禾芩生物制药' },
    employment: 'employee',
    joinedAt: Date.now() - 400 * DAY,
    grants: [],
    now: Date.now(),
    ...change,
  };
}
