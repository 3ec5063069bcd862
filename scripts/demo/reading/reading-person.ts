import { FIRST_BOOK } from '../../../domain/points/rules';
import { type ChallengeRecord, termsOf } from '../../../domain/reading/challenge-record';
import { followed } from '../../../domain/reading/change';
import { accept } from '../../../domain/reading/check-in';
import type { CheckInRecord } from '../../../domain/reading/check-in-record';
import { fillByCard, unfillable } from '../../../domain/reading/make-up-card';
import { shownName } from '../../../domain/reading/profile';
import { markOf, openReader, type ReaderRecord, withBook } from '../../../domain/reading/reader';
import { amountsIn, newCheckIn } from '../../../domain/reading/wording';
import { dayOf, startOfDay } from '../../../domain/time/shanghai';
import type { Book, SeenAs } from '../../../types/contract';
import type { Day, Instant } from '../../../types/vocabulary';
import { demoRequest } from '../chance';
import { ENTERPRISES } from '../enterprises';
import type { PersonRecords } from '../person';

export interface Sitting {
  minutes: number;
  pages: number;
  book?: Book;
  note?: string;
  photos?: string[];
}

/** Somebody of the demo in one challenge, read in as the function would have it, day by day. */
export class ReadingPerson {
  reader: ReaderRecord;
  readonly checkIns: CheckInRecord[] = [];

  constructor(
    who: PersonRecords,
    readonly seenAs: SeenAs,
    readonly challenge: ChallengeRecord,
    joinedOn: Day,
  ) {
    const { _id: memberId, name: full, enterpriseId } = who.member;
    const enterpriseName = ENTERPRISES.find(({ _id }) => _id === enterpriseId)?.name ?? '';
    const name = shownName(full, seenAs);
    const self = { memberId, enterpriseId, enterpriseName, ...(name !== undefined && { name }) };
    this.reader = openReader(termsOf(challenge), self, joinedOn);
  }

  /** One check-in at that instant; its words others see only where it has some and they are seen. */
  read(at: Instant, { minutes, pages, book, note = '', photos = [] }: Sitting): CheckInRecord {
    const terms = termsOf(this.challenge);
    const request = { id: demoRequest(`read ${this.reader._id}`, at), digest: '' };
    const arriving = { id: request.id, ...amountsIn({ minutes, pages, note }), ...(book?.id && { book: book.id }) };
    const accepted = accept(this.reader, terms, arriving, at);
    if (accepted.kind !== 'accept') throw new Error(`${this.reader._id} cannot read on ${dayOf(at)}`);
    const named = book ? withBook(accepted.reader, book) : accepted.reader;
    const context = { terms, books: [FIRST_BOOK], now: at };
    this.reader = followed(this.reader, { reader: named, days: [accepted.day] }, context, request);
    const found = markOf(this.reader, request.id);
    if (!found) throw new Error('accepted without a mark');
    const shared = note !== '' && this.reader.name !== undefined;
    const written = newCheckIn(this.reader, found, { minutes, pages, note, photos, shared, book }, request, at);
    const { settleAt: _settled, ...record } = written;
    this.checkIns.push(record);
    return record;
  }

  /** Saves the streak by a card, where there is one. */
  fill(day: Day, at: Instant): void {
    const [terms, today] = [termsOf(this.challenge), dayOf(at)];
    if (unfillable(this.reader, terms, day, today)) return;
    const used = fillByCard(this.reader, terms, day, today);
    if (used.kind !== 'change') return;
    const change = { reader: used.reader, days: [day] };
    this.reader = followed(this.reader, change, { terms, books: [FIRST_BOOK], now: at });
  }
}

/** Half past twelve, or an evening hour, of that day. */
export function atSitting(day: Day, evening: boolean, minute: number): Instant {
  return startOfDay(day) + ((evening ? 20 : 12) * 60 + 30 + minute) * 60_000;
}
