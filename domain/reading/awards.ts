import { ABANDONED_MS } from '../../types/limits';
import type { Day, Instant } from '../../types/vocabulary';
import type { AwardPosting, ReaderRecord } from './reader';
import type { Standing } from './standing';

/** What a reader has points coming for: a day that counts, or one on which the streak had so many real days. */
export interface Award {
  day: Day;
  /** Absent: for the day itself. */
  days?: number;
}

/** A name that is the same for the same deed, and a field's name. */
function keyOf({ day, days }: Award): string {
  return days === undefined ? day : `${day}_${days}`;
}

/**
 * All that points are due for. A streak's bonus is due on the day on which its count of real days is one that the rules
 * of that day name: once in each streak, and never on a day that a card fills.
 */
export function awardsOf({ real }: Pick<Standing, 'real'>, namedOn: (day: Day) => readonly number[]): Award[] {
  return [...real].flatMap(([day, row]) => (namedOn(day).includes(row) ? [{ day }, { day, days: row }] : [{ day }]));
}

function entryId(reader: ReaderRecord, number: number): string {
  return `reading.${reader._id}.${number}`;
}

function earned(id: string, { day, days }: Award): AwardPosting {
  return days === undefined ? { do: 'earn', id, kind: 'reading', day } : { do: 'earn', id, kind: 'streak', day, days };
}

/**
 * With the ledger's news pending: what came to be due is earned, what is not due any more is taken back, and what was due
 * before and still is stays as it is. A deed that is due again, after it was taken back, has a new number, since the
 * ledger posts a cause once, ever.
 */
export function withAwards(reader: ReaderRecord, due: readonly Award[], now: Instant): ReaderRecord {
  const named = new Map(due.map((award) => [keyOf(award), award]));
  const awards: ReaderRecord['awards'] = {};
  const postings: AwardPosting[] = [];
  let { awarded } = reader;
  for (const [key, number] of Object.entries(reader.awards)) {
    if (named.delete(key)) awards[key] = number;
    else postings.push({ do: 'take-back', id: entryId(reader, number) });
  }
  for (const [key, award] of named) {
    awarded += 1;
    awards[key] = awarded;
    postings.push(earned(entryId(reader, awarded), award));
  }
  if (postings.length === 0) return reader;
  return { ...reader, awards, awarded, pending: [...reader.pending, ...postings], dueAt: now + ABANDONED_MS };
}

/** What was written out is pending no more: so many postings from the first one on. */
export function writtenOut({ dueAt, pending, ...reader }: ReaderRecord, written: number): ReaderRecord {
  const left = pending.slice(written);
  return { ...reader, pending: left, ...(left.length > 0 && dueAt !== undefined && { dueAt }) };
}
