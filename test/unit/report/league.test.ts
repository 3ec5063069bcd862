import { leagueParticipation } from '../../../domain/participation/league-part';
import type { ParticipationRecord } from '../../../domain/participation/participation';
import { factOfPresence } from '../../../domain/report/facts';
import { startOfDay } from '../../../domain/time/shanghai';
import { ReportBooks } from '../../support/report-books';

/** Records are written on 2 January, of a league that was finished on the last of December. */
const OF = { brand: 'vital', finishedAt: startOfDay('2026-12-31'), now: startOfDay('2027-01-02') } as const;
const PLAYERS = [
  { entryId: 'north', memberId: 'ann', enterpriseId: 'e1', employment: 'employee' },
  { entryId: 'north', memberId: 'bob', enterpriseId: 'e1', employment: 'employee' },
  { entryId: 'south', memberId: 'cat', enterpriseId: 'e2', employment: 'employee' },
] as const;
const LINE = '2026.all cells.format-league';

function recordOf(player: (typeof PLAYERS)[number], played = true, known: ParticipationRecord[] = []) {
  const there = new Map(known.map((record) => [record._id, record]));
  const record = leagueParticipation({ leagueId: 'cup', ...player }, played, there, OF);
  if (!record) throw new Error('there is one to write');
  return record;
}

function reported(records: readonly ParticipationRecord[]): Record<string, number> {
  const known = new Map(records.map((record) => [record._id, record]));
  const books = new ReportBooks();
  books.apply(
    records.flatMap((record) => factOfPresence(record, known.get(record.undoes ?? '')) ?? []),
    1,
  );
  return books.says;
}

test('a league is one session of everybody who played, in the month in which it was finished', () => {
  const said = reported(PLAYERS.map((player) => recordOf(player)));
  expect(said).toMatchObject({
    ...{ [`${LINE}.sessions`]: 1, [`${LINE}.persons`]: 3, [`${LINE}.times`]: 3 },
    ...{ '2026.all cells.vital-12.sessions': 1, '2026.all cells.vital-12.persons': 3 },
    ...{ '2026.all enterprises.e1.sessions': 1, '2026.all enterprises.e2.sessions': 1 },
  });
  expect(Object.keys(said).filter((at) => at.startsWith('2027'))).toEqual([]);
});

test('nobody could have been missed in a league, so it is in no rate', () => {
  const said = reported(PLAYERS.map((player) => recordOf(player)));
  expect(Object.keys(said).filter((at) => at.endsWith('.came') || at.endsWith('.missed'))).toEqual([]);
});

test('an entry that did not play after all is taken out of the month in which it was counted', () => {
  const first = PLAYERS.map((player) => recordOf(player));
  const undone = PLAYERS.slice(0, 2).map((player) => recordOf(player, false, first));
  const said = reported([...first, ...undone]);
  expect(said).toMatchObject({
    ...{ [`${LINE}.sessions`]: 1, [`${LINE}.persons`]: 1, [`${LINE}.times`]: 1 },
    ...{ '2026.all cells.month-12.persons': 1 },
  });
  expect(Object.keys(said).filter((at) => at.includes('e1') || at.startsWith('2027'))).toEqual([]);
});
