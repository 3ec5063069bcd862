import type { Plan, SessionPlan } from '../../types/contract';
import type { Instant, SessionId } from '../../types/vocabulary';
import { weekdayOf } from '../time/days';
import { DAY_MS, dayOf, daysOf, startOfDay } from '../time/shanghai';

const HOUR_MS = 3_600_000;

/** Less notice than this before sign-up opens reaches only who happens to look. */
const NOTICE_MS = HOUR_MS;
/** Shifts: whoever works or sleeps while sign-up is open for less than a day has had no chance. */
const WINDOW_MS = DAY_MS;
/** What an organizer needs to look at applications, and people to hear of it. */
const DECIDING_MS = DAY_MS;
/** A session that is longer than this is more often a wrong date than a long session. */
const SESSION_MS = DAY_MS;
/** Likewise one that begins later than this. */
const AHEAD_MS = 366 * DAY_MS;
/** Hours of the day in Shanghai between which people hear of something. */
const AWAKE = { from: 8, until: 22 };

/** What an experienced organizer would ask about. None of it is wrong; each names the field where it would be changed. */
export type PlanWarning = { path: string } & (
  | { kind: 'in-the-past' | 'far-away' | 'very-long' | 'no-places'; session: SessionId }
  /** More places than the venue holds; `sessions` are there at the same time. */
  | { kind: 'over-venue'; sessions: SessionId[]; places: number; holds: number }
  | { kind: 'zones-differ'; session: SessionId; zones: number; places: number }
  | { kind: 'sessions-overlap'; sessions: [SessionId, SessionId] }
  /** Sign-up, or the time to give a place back, goes on when these have begun. */
  | { kind: 'closes-late' | 'cancel-late'; sessions: SessionId[] }
  | { kind: 'closed-already' | 'opens-at-once' | 'opens-soon' | 'opens-on-day-off' | 'opens-at-night' }
  | { kind: 'cancel-before-close' | 'little-time-to-decide' }
  | { kind: 'short-window'; hours: number }
  /** All enterprises that may come can take fewer places than there are. */
  | { kind: 'quota-leaves-places'; most: number; places: number }
  | { kind: 'quota-without-effect'; each: number; places: number }
  | { kind: 'companions-over-quota'; each: number }
  /** The name says a year in which nothing of it happens. */
  | { kind: 'other-year'; year: string }
);

export type WarningKind = PlanWarning['kind'];

export interface WarningFacts {
  now: Instant;
  /** Everybody sees it already: when it would open is no question any more. */
  published: boolean;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
const path = ({ id }: SessionPlan, part: string): string => `sessions.${id}.${part}`;
const overlap = (a: SessionPlan, b: SessionPlan): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** How many people a session takes: where its zones have fewer places together, no more than those. */
function placesIn({ capacity, zones }: SessionPlan): number {
  return zones.length === 0 ? capacity : Math.min(capacity, sum(zones.map((zone) => zone.capacity)));
}

function ofSession(session: SessionPlan, { now }: WarningFacts): PlanWarning[] {
  const { id, startsAt, endsAt, capacity, zones } = session;
  const inZones = sum(zones.map((zone) => zone.capacity));
  const found: (PlanWarning | false)[] = [
    startsAt <= now && { kind: 'in-the-past', session: id, path: path(session, 'startsAt') },
    startsAt > now + AHEAD_MS && { kind: 'far-away', session: id, path: path(session, 'startsAt') },
    endsAt - startsAt > SESSION_MS && { kind: 'very-long', session: id, path: path(session, 'endsAt') },
    capacity === 0 && { kind: 'no-places', session: id, path: path(session, 'capacity') },
    zones.length > 0 &&
      inZones !== capacity && {
        ...{ kind: 'zones-differ', session: id, zones: inZones, places: capacity },
        path: path(session, 'capacity'),
      },
  ];
  return found.filter((each) => each !== false);
}

/** Sessions that are on together share the one venue: those that are there whenever one of them begins, each time once. */
function overVenue({ venue, sessions }: Plan): PlanWarning[] {
  const { holds } = venue;
  if (holds === undefined) return [];
  const beginning = sessions.filter(
    ({ startsAt }, at) => sessions.findIndex((one) => one.startsAt === startsAt) === at,
  );
  const crowds = beginning.map((session) => {
    const together = sessions.filter(
      ({ startsAt, endsAt }) => startsAt <= session.startsAt && session.startsAt < endsAt,
    );
    return { session, together, places: sum(together.map(placesIn)) };
  });
  return crowds.flatMap(({ session, together, places }): PlanWarning[] => {
    if (places <= holds) return [];
    return [
      {
        ...{ kind: 'over-venue', sessions: together.map(({ id }) => id), places, holds },
        path: path(session, 'capacity'),
      },
    ];
  });
}

function overlapping({ sessions }: Plan): PlanWarning[] {
  return sessions.flatMap((session, at) =>
    sessions.slice(at + 1).flatMap((other): PlanWarning[] => {
      if (!overlap(session, other)) return [];
      return [{ kind: 'sessions-overlap', sessions: [session.id, other.id], path: path(other, 'startsAt') }];
    }),
  );
}

const begunBy = ({ sessions }: Plan, at: Instant): SessionId[] =>
  sessions.filter(({ startsAt }) => startsAt < at).map(({ id }) => id);

const SATURDAY = 5;

/** Saturday and Sunday. Public holidays, and the weekends that make up for them, are in no calendar that we have. */
const isDayOff = (at: Instant): boolean => weekdayOf(dayOf(at)) >= SATURDAY;

function isNight(at: Instant): boolean {
  const hour = Math.floor((at - startOfDay(dayOf(at))) / HOUR_MS);
  return hour < AWAKE.from || hour >= AWAKE.until;
}

/** When people can first sign up, as seen by who has not heard of it before. */
function opening({ opensAt, closesAt }: Plan, { now, published }: WarningFacts): PlanWarning[] {
  if (closesAt <= now) return [{ kind: 'closed-already', path: 'closesAt' }];
  if (published) return [];
  const from = Math.max(opensAt, now);
  const hours = Math.floor((closesAt - from) / HOUR_MS);
  const found: (PlanWarning | false)[] = [
    opensAt <= now && { kind: 'opens-at-once', path: 'opensAt' },
    opensAt > now && opensAt < now + NOTICE_MS && { kind: 'opens-soon', path: 'opensAt' },
    isDayOff(from) && { kind: 'opens-on-day-off', path: 'opensAt' },
    isNight(from) && { kind: 'opens-at-night', path: 'opensAt' },
    closesAt - from < WINDOW_MS && { kind: 'short-window', hours, path: 'closesAt' },
  ];
  return found.filter((each) => each !== false);
}

function ofWindow(plan: Plan, facts: WarningFacts): PlanWarning[] {
  // Of what is only announced the window is not settled.
  if (plan.preview || plan.sessions.length === 0) return [];
  const { closesAt, cancelUntil, allocation } = plan;
  const first = Math.min(...plan.sessions.map(({ startsAt }) => startsAt));
  const [signingUp, cancelling] = [begunBy(plan, closesAt), begunBy(plan, cancelUntil)];
  const found: (PlanWarning | false)[] = [
    signingUp.length > 0 && { kind: 'closes-late', sessions: signingUp, path: 'closesAt' },
    cancelling.length > 0 && { kind: 'cancel-late', sessions: cancelling, path: 'cancelUntil' },
    cancelUntil < closesAt && { kind: 'cancel-before-close', path: 'cancelUntil' },
    allocation === 'approval' &&
      closesAt <= first &&
      first - closesAt < DECIDING_MS && { kind: 'little-time-to-decide', path: 'closesAt' },
  ];
  return [...opening(plan, facts), ...found.filter((each) => each !== false)];
}

/** Places that quotas are counted in: of all sessions together, or of each by itself. */
function poolPlaces({ onePlacePer, sessions }: Plan): number {
  const places = sessions.map(placesIn);
  return onePlacePer === 'session' ? Math.max(0, ...places) : sum(places);
}

function ofQuota(plan: Plan): PlanWarning[] {
  const { quota, eligibility, companions } = plan;
  const { each, own = {} } = quota ?? {};
  const places = poolPlaces(plan);
  const caps = eligibility.enterprises?.map((id) => own[id] ?? each);
  // One enterprise without a limit may take what the others leave.
  const most = caps?.every((cap) => cap !== undefined) ? sum(caps.map((cap) => cap ?? 0)) : undefined;
  const found: (PlanWarning | false)[] = [
    most !== undefined && most < places && { kind: 'quota-leaves-places', most, places, path: 'quota.each' },
    each !== undefined && each >= places && { kind: 'quota-without-effect', each, places, path: 'quota.each' },
    each !== undefined && each > 0 && companions >= each && { kind: 'companions-over-quota', each, path: 'companions' },
  ];
  return found.filter((warning) => warning !== false);
}

function otherYear({ title, sessions }: Plan): PlanWarning[] {
  const named = title.match(/\d+/g)?.find((digits) => /^20\d\d$/.test(digits));
  if (named === undefined) return [];
  const days = sessions.flatMap(({ startsAt, endsAt }) => [dayOf(startsAt), dayOf(Math.max(startsAt, endsAt - 1))]);
  return days.some((day) => day.startsWith(named)) ? [] : [{ kind: 'other-year', year: named, path: 'title' }];
}

/** What the plan itself says of what may go wrong, in the order of its form. */
export function planWarnings(plan: Plan, facts: WarningFacts): PlanWarning[] {
  return [
    ...otherYear(plan),
    ...plan.sessions.flatMap((session) => ofSession(session, facts)),
    ...overlapping(plan),
    ...overVenue(plan),
    ...ofWindow(plan, facts),
    ...ofQuota(plan),
  ];
}

/** Days on which a plan is looked for at its venue: those of a season; of a longer one the first. */
const DAYS_MOST = 62;
/** The year 2100 in Shanghai: what is said to be later is no day that anything is planned for. */
const LATEST = Date.UTC(2099, 11, 31, 16);

/** The days that its sessions touch, ascending, and whether there are more than are asked about. */
export function daysAsked(sessions: readonly SessionPlan[]): { days: string[]; more: boolean } {
  const days = new Set<string>();
  for (const { startsAt, endsAt } of sessions.filter((session) => session.startsAt < LATEST)) {
    const until = Math.min(endsAt, startsAt + (DAYS_MOST + 1) * DAY_MS);
    for (const day of daysOf(startsAt, until)) days.add(day);
  }
  const sorted = [...days].sort();
  return { days: sorted.slice(0, DAYS_MOST), more: sorted.length > DAYS_MOST };
}
