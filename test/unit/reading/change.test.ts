import type { ChallengeTerms } from '../../../domain/reading/challenge';
import { badgesOf, followed } from '../../../domain/reading/change';
import { accept, remove } from '../../../domain/reading/check-in';
import { openReader, type ReaderRecord } from '../../../domain/reading/reader';
import { DAY_MS, startOfDay } from '../../../domain/time/shanghai';
import { ABANDONED_MS } from '../../../types/limits';

const TERMS: ChallengeTerms = {
  ...{ id: 'c1', startsOn: '2026-11-10', endsOn: '2026-12-09', rule: { kind: 'minutes', least: 30 } },
};
const MIDNIGHT = startOfDay('2026-11-21');
const SELF = { memberId: 'm1', enterpriseId: 'e1', enterpriseName: '一厂' };
const OPEN = openReader(TERMS, SELF, '2026-11-20');

/** The reader after a check-in that was decided at that instant. */
function checkedIn(before: ReaderRecord, id: string, now: number): ReaderRecord {
  const accepted = accept(before, TERMS, { id, minutes: 30, pages: 0, characters: 0 }, now);
  if (accepted.kind !== 'accept') throw new Error(accepted.kind);
  const { reader, day } = accepted;
  return followed(before, { reader, days: [day] }, { terms: TERMS, books: [], now }, { id, digest: 'd' });
}

test('a call whose clock is of yesterday does not take back the points of today', () => {
  const today = checkedIn(OPEN, 'b', MIDNIGHT);
  const both = checkedIn(today, 'a', MIDNIGHT - 1);
  expect(Object.keys(both.awards).sort()).toEqual(['2026-11-20', '2026-11-21']);
  expect(both.pending.map(({ do: what }) => what)).toEqual(['earn', 'earn']);
});

test('a change is due for the oldest that is left, tells the boards of its days, and raises the number', () => {
  const first = checkedIn(OPEN, 'a', MIDNIGHT - 1);
  const second = checkedIn(first, 'b', MIDNIGHT);
  expect([first.rev, second.rev]).toEqual([1, 2]);
  expect(second.dueAt).toBe(MIDNIGHT - 1 + ABANDONED_MS);
  expect(second.untold).toEqual(['2026-11-20', '2026-11-21']);
});

test('a request remembers the badges that it brought, and no others', () => {
  const first = checkedIn(OPEN, 'a', MIDNIGHT - 1);
  const second = checkedIn(first, 'b', MIDNIGHT + DAY_MS);
  expect([badgesOf(second, { id: 'a' }), badgesOf(second, { id: 'b' })]).toEqual([['first-day'], []]);
});

test('what is removed is taken back by the same change', () => {
  const before = checkedIn(OPEN, 'a', MIDNIGHT - 1);
  const removed = remove(before, 'a', 'author', MIDNIGHT - 1);
  if (removed.kind !== 'change') throw new Error(removed.kind);
  const change = { reader: removed.reader, days: [removed.day] };
  const after = followed(before, change, { terms: TERMS, books: [], now: MIDNIGHT - 1 });
  expect(after.awards).toEqual({});
  expect(after.pending.map(({ do: what }) => what)).toEqual(['earn', 'take-back']);
});
