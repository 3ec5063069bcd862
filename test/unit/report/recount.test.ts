import type { PresenceRecord } from '../../../domain/report/facts';
import { factOfPresence } from '../../../domain/report/facts';
import type { TallyRecord } from '../../../domain/report/fold';
import {
  type CountedRecord,
  differencesOf,
  type Recount,
  recountActivity,
  recountMember,
} from '../../../domain/report/recount';
import { attendancesOf } from '../../support/report';
import { ReportBooks } from '../../support/report-books';
import { chance, saySeed } from '../../support/seed';

function grouped<T>(all: readonly T[], of: (each: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const each of all) groups.set(of(each), [...(groups.get(of(each)) ?? []), each]);
  return [...groups.values()];
}

/** Some hundred records of few people, many of them undone and some of those let in again. */
function records(): CountedRecord[] {
  const random = chance(saySeed());
  return attendancesOf(200, (at) => ({ memberId: `m${at % 11}` })).flatMap(({ tallyDue: _due, ...first }) => {
    const second: PresenceRecord = { ...first, _id: `${first.registrationId}.2`, kind: 'undone', undoes: first._id };
    const third: PresenceRecord = { ...first, _id: `${first.registrationId}.3`, enterpriseId: 'e-moved' };
    const many = Math.floor(random() * 5);
    return [first, ...(many > 2 ? [second] : []), ...(many > 3 ? [third] : [])];
  });
}

function recounted(all: readonly CountedRecord[]): Recount {
  const recount: Recount = new Map();
  for (const own of grouped(all, ({ memberId }) => memberId)) recountMember(recount, own);
  for (const own of grouped(all, ({ activityId }) => activityId)) recountActivity(recount, own);
  return recount;
}

function folded(all: readonly CountedRecord[]): Map<string, TallyRecord> {
  const books = new ReportBooks();
  const known = new Map(all.map((record) => [record._id, record]));
  const facts = all.flatMap((record) => factOfPresence(record, known.get(record.undoes ?? '')) ?? []);
  books.apply(facts, 1);
  return books.tallies;
}

function differences(tallies: ReadonlyMap<string, TallyRecord>, recount: Recount): string[] {
  return [...tallies.values()].flatMap((tally) => differencesOf(tally, recount.get(tally._id)));
}

test('counted person by person and activity by activity the records come to what the tallies say', () => {
  const all = records();
  expect(differences(folded(all), recounted(all))).toEqual([]);
});

test('what waits for the sweep is left out, the undoing of what is counted too', () => {
  const all = records();
  const waiting = new Set(all.filter((_each, at) => at % 7 === 3).map(({ _id }) => _id));
  const marked = all.map((each) => (waiting.has(each._id) ? { ...each, tallyDue: 1 } : each));
  const books = new ReportBooks();
  const known = new Map(all.map((record) => [record._id, record]));
  const counted = all.filter(({ _id }) => !waiting.has(_id));
  books.apply(
    counted.flatMap((record) => factOfPresence(record, known.get(record.undoes ?? '')) ?? []),
    1,
  );
  expect(differences(books.tallies, recounted(marked))).toEqual([]);
});

test('one number that is off is named, with what it should be', () => {
  const all = records();
  const tallies = folded(all);
  const whole = tallies.get('2026.all');
  const total = whole?.cells.total;
  if (!whole || !total) throw new Error('counted');
  const wrong = { ...whole, cells: { ...whole.cells, total: { ...total, persons: (total.persons ?? 0) + 1 } } };
  expect(differencesOf(wrong, recounted(all).get('2026.all'))).toEqual([
    `2026.all cells.total.persons: tallied ${(total.persons ?? 0) + 1}, the records say ${total.persons}`,
  ]);
});
