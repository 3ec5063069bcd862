import type { RedemptionRecord } from '../../domain/benefit/redemption';
import type { LeagueRecord } from '../../domain/league/league-record';
import type { StoredParticipation } from '../../domain/participation/participation';
import type { AccountRecord, EntryRecord } from '../../domain/points/account';
import type { AdjustmentRecord } from '../../domain/points/adjustment';
import type { Ask } from '../../domain/points/audit-asks';
import type { Awarded } from '../../domain/points/audit-reading';
import { idsConcerned, type Posting, postAll } from '../../domain/points/causes';
import { spend } from '../../domain/points/decide';
import { expired } from '../../domain/points/expiry';
import { openAccount } from '../../domain/points/posting';
import { DAY, NOON } from './plans';

/** All that an audit looks at; a test changes what it likes. */
export interface Books {
  accounts: AccountRecord[];
  entries: EntryRecord[];
  participations: StoredParticipation[];
  adjustments: AdjustmentRecord[];
  redemptions: RedemptionRecord[];
  leagues: Pick<LeagueRecord, '_id' | 'placings' | 'recounts'>[];
  readers: Awarded[];
}

const LIKE = { v: 1, zoneId: 'a', brand: 'warm', format: 'show', enterpriseId: 'e1', employment: 'employee' };

/** One who was there, and one whose check-in was a mistake, both let in by the volunteer `mv`. */
function participationsOf(memberId: string): StoredParticipation[] {
  const like = { ...LIKE, memberId, activityId: 'gala', sessionId: 's1', seats: 1, at: NOON - DAY, way: 'scan' };
  const [there, wrong] = [`${memberId}a`, `${memberId}b`];
  const records = [
    { ...like, _id: `${there}.1`, registrationId: there, kind: 'took-part', by: 'mv' },
    { ...like, _id: `${wrong}.1`, registrationId: wrong, kind: 'took-part', by: 'mw' },
    { ...like, _id: `${wrong}.2`, registrationId: wrong, kind: 'undone', by: 'mo', undoes: `${wrong}.1` },
  ];
  return records as unknown as StoredParticipation[];
}

function adjustmentsOf(memberId: string): AdjustmentRecord[] {
  const like = { v: 1 as const, memberId, reason: '志愿服务', by: 'mo', at: NOON - DAY, key: '', requests: [] };
  const adjustments: Omit<AdjustmentRecord, 'openKey'>[] = [
    { ...like, _id: `${memberId}g`, kind: 'grant', points: 60, state: 'approved' },
    { ...like, _id: `${memberId}h`, kind: 'grant', points: 20, state: 'approved' },
    {
      ...like,
      _id: `${memberId}r`,
      kind: 'reverse',
      points: 20,
      state: 'approved',
      entryId: `adjustment.${memberId}h`,
    },
    { ...like, _id: `${memberId}p`, kind: 'grant', points: 500, state: 'proposed' },
  ];
  return adjustments.map((each) => ({ ...each, openKey: each.entryId ?? each._id }));
}

function redemptionsOf(memberId: string): RedemptionRecord[] {
  const records = [
    { _id: `${memberId}x`, price: 30, state: 'verified' },
    { _id: `${memberId}y`, price: 10, state: 'cancelled', refunded: 10 },
    { _id: `${memberId}z`, price: 0, state: 'valid' },
  ];
  return records.map((each) => ({ ...each, memberId, digits: each._id })) as unknown as RedemptionRecord[];
}

class Book {
  readonly entries: EntryRecord[] = [];
  account: AccountRecord;

  constructor(memberId: string) {
    this.account = openAccount(memberId);
  }

  keep(next: AccountRecord): void {
    this.entries.push(...next.pending.flatMap(({ entry }) => entry ?? []));
    this.account = { ...next, rev: this.account.rev + 1, pending: [] };
  }

  post(posting: Posting, at: number): void {
    const known = idsConcerned([posting]).flatMap((id) => this.entries.filter(({ _id }) => _id === id));
    this.keep(postAll(this.account, known, [posting], at));
  }

  earn(id: string, at: number): void {
    const cause = { kind: 'volunteering', title: '' } as const;
    const caps = { day: {}, year: {} };
    this.post({ do: 'earn', id, on: at, cause, kind: 'attendance', points: 5, rules: 'first', caps }, at);
  }

  back(of: string, how: 'refund' | 'take-back', at: number): void {
    this.post({ do: how, of, on: at, cause: { kind: 'reversal', reason: '' } }, at);
  }

  spend(id: string, points: number, at: number): void {
    const spent = spend(this.account, { id, on: at, cause: { kind: 'redemption', title: '' }, points }, at);
    if (spent.kind === 'short') throw new Error('has enough');
    this.keep(spent.account);
  }
}

/** Entries of every cause: 60 points of long ago, of which 30 went and 30 expired, then 5 that stay, and what came and went. */
function bookOf(memberId: string): Book {
  const book = new Book(memberId);
  const long = NOON - 3 * 365 * DAY;
  book.post(
    { do: 'grant', id: `adjustment.${memberId}g`, on: long, cause: { kind: 'grant', reason: '' }, points: 60 },
    long,
  );
  book.spend(`redemption.${memberId}x`, 30, long + 1);
  book.keep(expired(book.account, NOON - 2 * DAY));
  book.earn(`took-part.${memberId}a.1`, NOON - DAY);
  book.earn(`took-part.${memberId}b.1`, NOON - DAY);
  book.back(`took-part.${memberId}b.1`, 'take-back', NOON - DAY);
  const cause = { kind: 'grant', reason: '' } as const;
  book.post({ do: 'grant', id: `adjustment.${memberId}h`, on: NOON - DAY, cause, points: 20 }, NOON - DAY);
  book.spend(`redemption.${memberId}y`, 10, NOON - DAY);
  book.back(`redemption.${memberId}y`, 'refund', NOON - DAY);
  book.back(`adjustment.${memberId}h`, 'take-back', NOON - DAY);
  return book;
}

/** Books of those members in which everything agrees, and of two who served at the gate, one for nothing. */
export function soundBooks(...members: string[]): Books {
  const books = members.map(bookOf);
  const [served, mistaken] = [new Book('mv'), new Book('mw')];
  served.earn('volunteered.gala.s1.mv', NOON - DAY);
  mistaken.earn('volunteered.gala.s1.mw', NOON - DAY);
  mistaken.back('volunteered.gala.s1.mw', 'take-back', NOON - DAY);
  const all = [...books, served, mistaken];
  return {
    accounts: all.map(({ account }) => account),
    entries: all.flatMap(({ entries }) => entries),
    participations: members.flatMap(participationsOf),
    adjustments: members.flatMap(adjustmentsOf),
    redemptions: members.flatMap(redemptionsOf),
    leagues: [],
    readers: [],
  };
}

const textOf = (document: object, field: string): string => String((document as Record<string, unknown>)[field]);

/** What a store would answer. */
export function lookedUpIn(books: Books): (asks: Ask[]) => Promise<unknown[][]> {
  const answer = (ask: Ask): unknown[] => {
    const all: object[] = books[ask.of];
    if (ask.kind === 'among') return all.filter((document) => ask.values.includes(textOf(document, ask.field)));
    const { equal = {}, over, after = '', upTo = '~', thenBy, limit } = ask;
    const fits = all
      .filter((document) => Object.entries(equal).every(([field, value]) => textOf(document, field) === value))
      .filter((document) => over === undefined || (textOf(document, over) > after && textOf(document, over) <= upTo));
    const place = (document: object) => [over, thenBy].map((field) => (field ? textOf(document, field) : '')).join(' ');
    return fits.sort((a, b) => (place(a) < place(b) ? -1 : 1)).slice(0, limit);
  };
  return async (asks) => asks.map(answer);
}
