import type { Applicant, ManagedActivity, ManagedCard } from '../../types/contract/organizer-activity';
import type { Plan } from '../../types/contract/plan';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A whole minute: what a date field can show. One for all samples of a file, or two of them differ where a minute ends. */
const NOW = Math.floor(Date.now() / MINUTE) * MINUTE;

/** Open for sign-up, by approval, a week away: one evening with two zones, one afternoon without. */
export function planOf(change: Partial<Plan> = {}): Plan {
  const startsAt = NOW + 7 * DAY;
  return {
    title: '职工音乐节',
    tagline: '草坪上听同事唱歌',
    brand: 'vital',
    format: 'show',
    description: ['十二支乐队。', '如果下雨，改期。'],
    rules: ['凭电子票入场'],
    venue: { name: '中央公园草坪', address: '药谷中路 1 号', latitude: 39.7961, longitude: 116.5063 },
    allocation: 'approval',
    waitlist: true,
    onePlacePer: 'activity',
    companions: 2,
    quota: { each: 20, own: { e9: 5 } },
    coolDown: { absences: 2, days: 60 },
    takesAttendance: true,
    eligibility: { employments: ['employee'] },
    questions: [
      { id: 'bus', label: '散场班车', required: true, kind: 'choice', options: ['不坐', '地铁站'] },
      { id: 'age', label: '孩子几岁', required: false, kind: 'number', min: -1, max: 12 },
    ],
    opensAt: NOW - DAY,
    closesAt: NOW + 3 * DAY,
    cancelUntil: NOW + 5 * DAY,
    preview: false,
    sessions: [
      {
        ...{ id: 's1', name: '周六晚场', startsAt, endsAt: startsAt + 3 * HOUR, capacity: 300 },
        zones: [
          { id: 'a', name: '草坪区', capacity: 200 },
          { id: 'b', name: '看台区', capacity: 100 },
        ],
      },
      {
        id: 's2',
        name: '周日下午场',
        startsAt: startsAt + DAY,
        endsAt: startsAt + DAY + HOUR,
        capacity: 80,
        zones: [],
      },
    ],
    ...change,
  };
}

export function managedOf(change: Partial<ManagedActivity> = {}): ManagedActivity {
  const plan = change.plan ?? planOf();
  const { title, brand, opensAt, closesAt } = plan;
  return {
    ...{ id: 'music', title, brand, state: 'published', opensAt, closesAt, plan, termsV: 3 },
    startsAt: Math.min(...plan.sessions.map((session) => session.startsAt)),
    endsAt: Math.max(...plan.sessions.map((session) => session.endsAt)),
    counts: { confirmed: 150, waitlisted: 8, applied: 3, cancelled: 5 },
    used: { s1: 186, s1_a: 120, s1_b: 66, s2: 10, e_e1: 20 },
    now: Date.now(),
    ...change,
  };
}

export function managedCardOf(id: string, change: Partial<ManagedCard> = {}): ManagedCard {
  const { brand, state, startsAt, endsAt, opensAt, closesAt } = managedOf();
  return { id, title: `活动 ${id}`, brand, state, startsAt, endsAt, opensAt, closesAt, ...change };
}

export function applicantOf(id: string, name: string, change: Partial<Applicant> = {}): Applicant {
  return {
    ...{ registrationId: id, memberId: `m-${id}`, name, phone: '138****1001', enterpriseName: '禾芩生物制药' },
    session: { id: 's1', name: '周六晚场' },
    zone: { id: 'a', name: '草坪区' },
    companions: 0,
    answers: { bus: '地铁站' },
    state: 'applied',
    signedUpAt: Date.now() - HOUR,
    ...change,
  };
}
