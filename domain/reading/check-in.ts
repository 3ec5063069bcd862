import type { CheckInMark } from '../../types/contract';
import type { BookId, CheckInId, Day, Instant, Month } from '../../types/vocabulary';
import { shifted } from '../time/days';
import { DAY_MS, dayOf, startOfDay } from '../time/shanghai';
import { type ChallengeTerms, isListed, isWithin, lacking } from './challenge';
import { markOf, type ReaderRecord } from './reader';

/** How long after its day's end a check-in that was made offline may arrive, that instant included. */
export const LATE_MS = 48 * 3_600_000;
/** Days of a calendar month for which check-ins may come late. */
export const LATE_DAYS_MOST = 2;
/** Check-ins of one day: more is no reading, and the document has an end. */
export const DAY_CHECK_INS_MOST = 12;
/** How long a removed check-in is known, days: nothing older could be accepted again. */
const REMOVED_DAYS = 4;

/** A check-in as it arrives. */
export interface Arriving extends Pick<CheckInMark, 'id' | 'minutes' | 'pages' | 'characters'> {
  book?: BookId;
  /** By the clock of the device, corrected by the offset that it learnt; only of one that was made offline. */
  madeAt?: Instant;
}

type Refusal<R extends string, D> = { kind: 'refuse'; refusal: R; detail: D };
const refuse = <R extends string, D>(refusal: R, detail: D): Refusal<R, D> => ({ kind: 'refuse', refusal, detail });

export type Accepted = {
  kind: 'accept';
  reader: ReaderRecord;
  day: Day;
  /** What the day still lacks of its rule; 0 where it counts. */
  lacks: number;
};

export type Acceptance =
  | Accepted
  /** It was accepted before: nothing changes. `removed`: and taken away since. */
  | { kind: 'known'; day: Day; removed: boolean }
  | Refusal<'NOT_A_DAY_OF_IT', { day: Day; startsOn: Day; endsOn: Day }>
  | Refusal<'BEFORE_JOINING', { day: Day; joinedOn: Day }>
  | Refusal<'NOT_ON_LIST', Record<never, never>>
  | Refusal<'CAME_TOO_LATE', { day: Day; until: Instant }>
  | Refusal<'LATE_DAYS_USED', { day: Day; month: Month; most: number }>
  | Refusal<'DAY_FULL', { day: Day; most: number }>;

/** A clock that runs ahead makes nothing in the future: what has arrived was made by then. */
function madeAtOf({ madeAt }: Arriving, now: Instant): Instant {
  return Math.min(madeAt ?? now, now);
}

/** The last instant at which what was made on that day can still arrive. */
export function arrivesUntil(day: Day): Instant {
  return startOfDay(day) + DAY_MS + LATE_MS;
}

const monthOfDay = (day: Day): Month => day.slice(0, 7);

function lateRefusal({ late }: ReaderRecord, day: Day, now: Instant) {
  const until = arrivesUntil(day);
  if (now > until) return refuse('CAME_TOO_LATE', { day, until });
  const month = monthOfDay(day);
  const used = late[month] ?? [];
  // A second check-in of such a day costs nothing: it is days that somebody was without network.
  if (used.includes(day) || used.length < LATE_DAYS_MOST) return undefined;
  return refuse('LATE_DAYS_USED', { day, month, most: LATE_DAYS_MOST });
}

/** A late day is remembered by the month it is of, so that a reader can tell how many are left. */
function withLate(late: ReaderRecord['late'], day: Day): ReaderRecord['late'] {
  const month = monthOfDay(day);
  const days = late[month] ?? [];
  return days.includes(day) ? late : { ...late, [month]: [...days, day].sort() };
}

/** With that day's check-ins in the order of their making: the document is the same whichever arrived first. */
export function withMarks(reader: ReaderRecord, day: Day, marks: CheckInMark[]): ReaderRecord {
  const { [day]: _former, ...others } = reader.days;
  const sorted = [...marks].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return { ...reader, days: sorted.length > 0 ? { ...others, [day]: sorted } : others };
}

/**
 * Whether a check-in counts and for which day, said once, on its arrival: today by the server, or the day on which it was
 * made offline, if it arrives within 48 hours of that day's end and that month has had no two such days. Enough minutes,
 * pages or characters are no condition here: a day's check-ins add up, and the rule looks at them together.
 */
export function accept(reader: ReaderRecord, terms: ChallengeTerms, arriving: Arriving, now: Instant): Acceptance {
  const known = markOf(reader, arriving.id)?.day;
  const gone = reader.removed.find(({ id }) => id === arriving.id)?.day;
  const before = known ?? gone;
  if (before !== undefined) return { kind: 'known', day: before, removed: known === undefined };
  const { startsOn, endsOn } = terms;
  const at = madeAtOf(arriving, now);
  const day = dayOf(at);
  if (!isWithin(terms, day)) return refuse('NOT_A_DAY_OF_IT', { day, startsOn, endsOn });
  if (day < reader.joinedOn) return refuse('BEFORE_JOINING', { day, joinedOn: reader.joinedOn });
  if (!isListed(terms, arriving.book)) return refuse('NOT_ON_LIST', {});
  const late = day < dayOf(now);
  const no = late ? lateRefusal(reader, day, now) : undefined;
  if (no) return no;
  const marks = reader.days[day] ?? [];
  if (marks.length >= DAY_CHECK_INS_MOST) return refuse('DAY_FULL', { day, most: DAY_CHECK_INS_MOST });
  const { id, minutes, pages, characters } = arriving;
  const all = [...marks, { id, minutes, pages, characters, at, ...(late && { late }) }];
  const next = withMarks(late ? { ...reader, late: withLate(reader.late, day) } : reader, day, all);
  return { kind: 'accept', reader: next, day, lacks: lacking(terms.rule, all) };
}

export type Amended =
  | { kind: 'change'; reader: ReaderRecord; day: Day }
  | { kind: 'known' }
  | Refusal<'NOT_FOUND', { what: 'check-in' }>
  | Refusal<'DAY_OVER', { day: Day }>;

/** The author puts a check-in right, while its day lasts: after that others have been ranked by it. */
export function edit(
  reader: ReaderRecord,
  id: CheckInId,
  amounts: Pick<CheckInMark, 'minutes' | 'pages' | 'characters' | 'edit'>,
  now: Instant,
): Amended {
  const found = markOf(reader, id);
  if (!found) return refuse('NOT_FOUND', { what: 'check-in' });
  const { day, mark } = found;
  if (day !== dayOf(now)) return refuse('DAY_OVER', { day });
  const others = (reader.days[day] ?? []).filter((each) => each.id !== id);
  return { kind: 'change', reader: withMarks(reader, day, [...others, { ...mark, ...amounts }]), day };
}

/**
 * Takes a check-in away, with all that rests on it. Its author may while its day lasts, an organizer at any time. It is
 * remembered as gone, so that a slow network does not bring it back.
 */
export function remove(reader: ReaderRecord, id: CheckInId, by: 'author' | 'organizer', now: Instant): Amended {
  if (reader.removed.some((each) => each.id === id)) return { kind: 'known' };
  const found = markOf(reader, id);
  if (!found) return refuse('NOT_FOUND', { what: 'check-in' });
  const { day } = found;
  const today = dayOf(now);
  if (by === 'author' && day !== today) return refuse('DAY_OVER', { day });
  const left = (reader.days[day] ?? []).filter((each) => each.id !== id);
  const removed = reader.removed.filter((each) => each.day >= shifted(today, -REMOVED_DAYS));
  return { kind: 'change', reader: { ...withMarks(reader, day, left), removed: [...removed, { id, day }] }, day };
}
