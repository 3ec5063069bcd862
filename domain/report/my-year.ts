import type { Book, MyYear } from '../../types/contract';
import { BRANDS, type Brand, type CheckInId, type Day } from '../../types/vocabulary';
import type { AccountRecord } from '../points/account';
import { type ChallengeTerms, counts } from '../reading/challenge';
import type { ReaderRecord } from '../reading/reader';
import { standingOf } from '../reading/standing';
import { yearOf } from './cells';
import { factOfPresence, type PresenceRecord } from './facts';

/** A record of theirs with where it was, as far as the activity still says so. */
export type WentThere = PresenceRecord & { venueName?: string };

/** What they read in one challenge, with what counts there. */
export interface ReadThere {
  reader: Pick<ReaderRecord, 'days' | 'fills' | 'joinedOn'>;
  terms: ChallengeTerms;
}

/** Everything that somebody's year is made of. */
export interface MyRecords {
  year: number;
  went: readonly WentThere[];
  read: readonly ReadThere[];
  /** Check-ins that name a book; whether one counts stands in the reader's days. */
  named: readonly { _id: CheckInId; book?: Book }[];
  earned: AccountRecord['earned'];
  today: Day;
}

/** Sessions in which they were and nothing has undone it, in the order of their days. */
function attendedIn(year: number, went: readonly WentThere[]): WentThere[] {
  const undone = new Set(went.map(({ undoes }) => undoes));
  return went
    .filter((record) => record.kind === 'took-part' && !undone.has(record._id))
    .filter((record) => {
      const fact = factOfPresence(record, undefined);
      return fact !== undefined && yearOf(fact.facets.month) === String(year);
    })
    .sort((a, b) => (a.startsAt ?? a.at) - (b.startsAt ?? b.at));
}

/** Days of one reader that the year has and that count. */
function daysIn(year: number, { reader, terms }: ReadThere): Day[] {
  return Object.keys(reader.days).filter((day) => day.startsWith(`${year}-`) && counts(terms.rule, reader.days[day]));
}

function longestIn(year: number, { reader, terms }: ReadThere, today: Day): number {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const within = { ...reader, joinedOn: reader.joinedOn < first ? first : reader.joinedOn };
  const ends = { ...terms, endsOn: terms.endsOn < last ? terms.endsOn : last };
  return standingOf(within, ends, today < last ? today : last).longest;
}

/** Each once, by its ISBN or its title, in the order in which they were named. */
function booksIn({ year, read, named }: MyRecords): Book[] {
  const standing = new Set(
    read.flatMap((each) => daysIn(year, each).flatMap((day) => (each.reader.days[day] ?? []).map(({ id }) => id))),
  );
  const books = new Map<string, Book>();
  for (const { _id, book } of named) {
    if (!book || !standing.has(_id)) continue;
    const key = book.id ?? `${book.title} ${book.author ?? ''}`;
    if (!books.has(key)) books.set(key, book);
  }
  return [...books.values()];
}

function brandsOf(attended: readonly { brand: Brand }[]): MyYear['brands'] {
  return BRANDS.map((brand) => ({ brand, activities: attended.filter((each) => each.brand === brand).length }))
    .filter(({ activities }) => activities > 0)
    .sort((a, b) => b.activities - a.activities);
}

/** Somebody's year from their own records as they stand now, whatever the tallies have counted. */
export function myYearOf(mine: MyRecords): Omit<MyYear, 'now'> {
  const { year, went, read, earned, today } = mine;
  const attended = attendedIn(year, went);
  return {
    year,
    activities: attended.length,
    brands: brandsOf(attended),
    places: [...new Set(attended.flatMap(({ venueName }) => venueName ?? []))],
    books: booksIn(mine),
    readingDays: new Set(read.flatMap((each) => daysIn(year, each))).size,
    longestStreak: Math.max(0, ...read.map((each) => longestIn(year, each, today))),
    points: Object.values(earned[String(year)] ?? {}).reduce((sum, points) => sum + points, 0),
  };
}
