import type { Plan, Question, SessionPlan } from '../../types/contract';
import type { Day, Instant } from '../../types/vocabulary';
import { dayNumber, shifted } from '../time/days';
import { DAY_MS, dayOf } from '../time/shanghai';
import { letterAt } from './zone-letter';

const WEEK_DAYS = 7;
const HOUR_MS = 3_600_000;

const firstStart = ({ sessions }: { sessions: readonly SessionPlan[] }): Instant =>
  Math.min(...sessions.map(({ startsAt }) => startsAt));

/** Whole days from one to the other; Shanghai has no summer time, so each of them is as long. */
const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/**
 * The day of the first session when the same is held again: the same weekday, some whole weeks later, the first such that
 * sign-up opens tomorrow or later, for as long as it was open then.
 */
export function nextDayOf(plan: Pick<Plan, 'sessions' | 'opensAt' | 'preview'>, now: Instant): Day {
  const first = dayOf(firstStart(plan));
  // Of what was only announced the window was never settled.
  const begins = plan.preview ? first : dayOf(Math.min(plan.opensAt, firstStart(plan)));
  const missing = daysBetween(begins, dayOf(now)) + 1;
  const weeks = Math.max(1, Math.ceil(missing / WEEK_DAYS));
  return shifted(first, weeks * WEEK_DAYS);
}

/** With ids of its own: places, answers and tallies of the former one are kept by its ids. */
function freshSession({ name, startsAt, endsAt, capacity, zones }: SessionPlan, at: number, by: number): SessionPlan {
  return {
    ...{ id: `s${at + 1}`, name, startsAt: startsAt + by, endsAt: endsAt + by, capacity },
    zones: zones.map((zone, place) => ({ id: letterAt(place), name: zone.name, capacity: zone.capacity })),
  };
}

/**
 * When sign-up is, moved along. An opening that would be past is at the next full hour; where that leaves no time before
 * the deadline, sign-up goes on until the first session begins, and until the end where even that is too soon.
 */
function movedWindow(
  { opensAt, closesAt, cancelUntil }: Pick<Plan, 'opensAt' | 'closesAt' | 'cancelUntil'>,
  sessions: readonly SessionPlan[],
  now: Instant,
): Pick<Plan, 'opensAt' | 'closesAt' | 'cancelUntil'> {
  const opens = opensAt > now ? opensAt : Math.ceil((now + 1) / HOUR_MS) * HOUR_MS;
  const end = Math.max(...sessions.map(({ endsAt }) => endsAt));
  const closes = [closesAt, firstStart({ sessions }), end].find((at) => at > opens) ?? opens + HOUR_MS;
  return { opensAt: opens, closesAt: closes, cancelUntil: cancelUntil > now ? cancelUntil : closes };
}

/**
 * The same activity once more, its first session on that day and everything else as many days away: sessions, sign-up
 * and the time to give a place back. `undefined` for a day that is not to come. Nothing comes along of who was there:
 * what people did is in other documents, and ids are new.
 */
export function copiedPlan(plan: Plan, on: Day, now: Instant): Plan | undefined {
  if (on <= dayOf(now)) return undefined;
  const by = daysBetween(dayOf(firstStart(plan)), on) * DAY_MS;
  const inOrder = [...plan.sessions].sort((one, other) => one.startsAt - other.startsAt);
  const sessions = inOrder.map((session, at) => freshSession(session, at, by));
  const questions = plan.questions.map((question, at): Question => ({ ...question, id: `q${at + 1}` }));
  const { opensAt, closesAt, cancelUntil } = plan;
  const moved = { opensAt: opensAt + by, closesAt: closesAt + by, cancelUntil: cancelUntil + by };
  return { ...plan, sessions, questions, ...movedWindow(moved, sessions, now) };
}
