import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { moved, moveOf, newBoardShard, type Own, shardOf } from '../../../domain/reading/board';
import { isTorn, PAGE_SIZE, wantedFor } from '../../../domain/reading/board-page';
import { amountIn, bandOf, hasOneScore, packed, periodsOf, unpacked } from '../../../domain/reading/score';
import { standingOf } from '../../../domain/reading/standing';
import { BoardTown } from '../../support/board-town';
import { lived, TERMS } from '../../support/reading-diary';
import { holds } from '../../support/seed';

interface Person {
  id: string;
  days: number;
  minutes: number;
  seen: boolean;
  enterpriseId: string;
}

/** Everybody sorted anew: the rank of each is one more than have more days, or as many and more minutes. */
function sorted(people: readonly Person[]) {
  const more = (a: Person, b: Person) => a.days > b.days || (a.days === b.days && a.minutes > b.minutes);
  const ranked = people.filter(({ seen, days, minutes }) => seen && days + minutes > 0);
  return ranked
    .map((person) => ({ ...person, rank: 1 + ranked.filter((other) => more(other, person)).length }))
    .sort((a, b) => a.rank - b.rank || shardOf(a.id) - shardOf(b.id) || (a.id < b.id ? -1 : 1));
}

const ownOf = ({ days, minutes, seen, id, enterpriseId }: Person, rev: number): Own => ({
  rev,
  score: packed({ days, minutes }),
  enterpriseId,
  ...(seen && { name: `书友${id}` }),
});

/** Few different scores, so that many tie, in bands of one score and of several. */
const person = fc.record({
  id: fc.nat({ max: 80 }).map((number) => `m${number}`),
  days: fc.nat({ max: 8 }),
  minutes: fc.oneof(
    fc.nat({ max: 12 }),
    fc.nat({ max: 12 }).map((number) => number * 40),
  ),
  seen: fc.boolean(),
  enterpriseId: fc.constantFrom('e1', 'e2'),
});

/** The town after all moves, in their order, and people as the last move left them. */
function afterMoves(moves: readonly Person[]) {
  const town = new BoardTown();
  const people = new Map<string, Person>();
  moves.forEach((each, at) => {
    town.move(each.id, ownOf(each, at + 1));
    people.set(each.id, each);
  });
  return { town, people: [...people.values()] };
}

test('every page, and the rank of everybody, is what sorting all of them says', () => {
  holds(
    fc.property(fc.array(person, { maxLength: 160 }), (moves) => {
      const { town, people } = afterMoves(moves);
      const expected = sorted(people);
      const rows = Array.from({ length: Math.ceil(expected.length / PAGE_SIZE) }, (_, page) => {
        const from = page * PAGE_SIZE;
        return town.page(from).rows.map(({ id, rank, score }) => ({ id, rank, ...unpacked(score) }));
      });
      const flat = expected.map(({ id, rank, days, minutes }) => ({ id, rank, days, minutes }));
      // Also from a page that has nobody: one's own rank needs its own look.
      const ranks = [0, 1_000].every((from) =>
        people.every(({ id }) => {
          const { mine, count } = town.page(from, id);
          return mine?.rank === expected.find((each) => each.id === id)?.rank && count === expected.length;
        }),
      );
      return ranks && isDeepStrictEqual(rows.flat(), flat);
    }),
    100,
  );
});

test('a page may begin anywhere', () => {
  holds(
    fc.property(fc.array(person, { minLength: 60, maxLength: 160 }), fc.nat({ max: 100 }), (moves, from) => {
      const { town, people } = afterMoves(moves);
      const expected = sorted(people).slice(from, from + PAGE_SIZE);
      return isDeepStrictEqual(
        town.page(from).rows.map(({ id, rank }) => [id, rank]),
        expected.map(({ id, rank }) => [id, rank]),
      );
    }),
    100,
  );
});

test('moves of one person in any order, and again, end where the latest document is', () => {
  holds(
    fc.property(fc.array(person, { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.nat()), (states, stream) => {
      const moves = states.map((state, at) => ({
        next: ownOf({ ...state, id: 'm1' }, at),
        at: stream.next().value ?? 0,
      }));
      const [straight, mixed] = [new BoardTown(), new BoardTown()];
      for (const { next } of moves) straight.move('m1', next);
      for (const { next } of [...moves, ...moves].sort((a, b) => a.at - b.at)) mixed.move('m1', next);
      const sums = ({ shards }: BoardTown) =>
        shards.flatMap((board) => Object.values(board.sums)).filter((sum) => sum > 0);
      const rest = ({ shards }: BoardTown) => shards.map(({ own, counts, cells }) => ({ own, counts, cells }));
      const end = (town: BoardTown) => [rest(town), sums(town)];
      return isDeepStrictEqual(end(straight), end(mixed));
    }),
  );
});

test('the sums of enterprises are those of all readers, seen or not', () => {
  holds(
    fc.property(fc.array(person, { maxLength: 100 }), (moves) => {
      const { town, people } = afterMoves(moves);
      return ['e1', 'e2'].every((enterprise) => {
        const amounts = town.shards.map(({ sums }) => unpacked(sums[enterprise] ?? 0));
        const own = people.filter(({ enterpriseId }) => enterpriseId === enterprise);
        const total = (of: 'days' | 'minutes', list: Record<'days' | 'minutes', number>[]) =>
          list.reduce((sum, each) => sum + each[of], 0);
        return total('days', amounts) === total('days', own) && total('minutes', amounts) === total('minutes', own);
      });
    }),
  );
});

const own = (rev: number, minutes: number): Own => ({ rev, score: packed({ days: 1, minutes }), name: '书友' });

test('a move that was decided on what is no longer there changes nothing', () => {
  const none = { own: undefined, counts: {} };
  const [first, second] = [moveOf('m1', none, own(1, 5)), moveOf('m1', none, own(2, 7))];
  if (!first || !second) throw new Error('both are new');
  const after = moved(newBoardShard('c1.whole', shardOf('m1')), first);
  expect(after && moved(after, second)).toBeUndefined();
  expect(moveOf('m1', { own: own(2, 7), counts: {} }, own(2, 7))).toBeUndefined();
  expect(moveOf('m1', { own: own(2, 7), counts: {} }, own(1, 5))).toBeUndefined();
});

test('who left a band last, and somebody has come to it meanwhile: decided anew, so that nobody is lost', () => {
  const shard = shardOf('m1');
  const other = Array.from({ length: 500 }, (_, at) => `m${at + 2}`).find((id) => shardOf(id) === shard) ?? '';
  const put = (id: string, next: Own, board = newBoardShard('c1.whole', shard)) => {
    const move = moveOf(id, { own: board.own[id], counts: board.counts }, next);
    return (move && moved(board, move)) ?? board;
  };
  const alone = put('m1', own(1, 5));
  const leaving = moveOf('m1', { own: own(1, 5), counts: alone.counts }, own(2, 7));
  const both = put(other, own(1, 5), alone);
  expect(leaving?.empties).toBe(true);
  expect(leaving && moved(both, leaving)).toBeUndefined();
  expect(Object.values(put('m1', own(2, 7), both).counts)).toEqual([1, 1]);
  const staying = moveOf('m1', { own: own(1, 5), counts: both.counts }, own(2, 7));
  expect(staying && moved(alone, staying)).toBeUndefined();
});

test('nothing stays of a band that nobody is in any more', () => {
  const town = new BoardTown();
  for (let minutes = 1; minutes <= 40; minutes++) town.move('m1', own(minutes, minutes));
  const { counts, cells } = town.shards[shardOf('m1')] ?? { counts: {}, cells: {} };
  expect([Object.values(counts), Object.keys(cells).length]).toEqual([[1], 1]);
});

test('who moves into or out of the page between the two reads is noticed, who moves elsewhere does not matter', () => {
  const town = new BoardTown();
  for (let at = 0; at < 60; at++) town.move(`m${at}`, own(1, at + 1));
  const wanted = wantedFor(town.shards, 0);
  const torn = () => isTorn(wanted, Object.assign({}, ...town.shards.map(({ cells }) => cells)));
  expect(torn()).toBe(false);
  town.move('m3', own(2, 9));
  expect(torn()).toBe(false);
  town.move('m50', own(2, 9));
  expect(torn()).toBe(true);
});

test('who is not seen any more is in no cell, and their name nowhere', () => {
  const town = new BoardTown();
  town.move('m1', { rev: 1, score: packed({ days: 4, minutes: 90 }), name: '书友', enterpriseId: 'e1' });
  town.move('m1', { rev: 2, score: packed({ days: 4, minutes: 90 }), enterpriseId: 'e1' });
  expect(JSON.stringify(town.shards)).not.toContain('书友');
  expect(town.page(0, 'm1')).toEqual({ rows: [], count: 0 });
});

const amount = fc.record({ days: fc.nat({ max: 366 }), minutes: fc.nat({ max: 366 * 1_440 }) });

test('bands are in the order of scores, and one that is said to have one score has one', () => {
  holds(
    fc.property(amount, amount, fc.boolean(), (a, b, sameDays) => {
      const other = sameDays ? { ...b, days: a.days } : b;
      const [low = 0, high = 0] = [packed(a), packed(other)].sort((x, y) => x - y);
      const inOrder = bandOf(low) <= bandOf(high);
      return inOrder && (low === high || bandOf(low) !== bandOf(high) || !hasOneScore(bandOf(low)));
    }),
    2_000,
  );
});

test('as many minutes as people like to say, on every day, are a band of their own', () => {
  for (const days of [1, 3, 4, 60, 100]) {
    for (const minutes of [20, 30, 40, 60])
      expect(hasOneScore(bandOf(packed({ days, minutes: days * minutes })))).toBe(true);
  }
});

test('a score is its amount again, and more days beat any minutes', () => {
  holds(
    fc.property(amount, ({ days, minutes }) =>
      isDeepStrictEqual(unpacked(packed({ days, minutes })), { days, minutes }),
    ),
  );
  expect(packed({ days: 2, minutes: 0 })).toBeGreaterThan(packed({ days: 1, minutes: 366 * 1_440 }));
  const fullShard = 1_800 * packed({ days: 366, minutes: 366 * 1_440 });
  expect(fullShard).toBeLessThan(Number.MAX_SAFE_INTEGER);
  expect(1_800 * 366 * 1_440).toBeLessThan(packed({ days: 1, minutes: 0 }));
});

describe('periods', () => {
  test('what was read after a challenge that ends earlier than it was to counts nowhere', () => {
    const diary = lived('RRRR');
    const shorter = { ...TERMS, endsOn: '2026-11-02' };
    expect(amountIn(diary.reader, shorter, { from: '2026-11-01', to: '2026-11-07' }).days).toBe(2);
    expect(standingOf(diary.reader, shorter, '2026-11-05')).toMatchObject({ current: 2, longest: 2, days: 2 });
  });

  test('the last day of a year is in a week that ends in the next', () => {
    expect(periodsOf(TERMS, '2026-12-31')).toEqual([
      { span: 'day', name: '2026-12-31', from: '2026-12-31', to: '2026-12-31' },
      { span: 'week', name: '2026-W53', from: '2026-12-28', to: '2027-01-03' },
      { span: 'whole', name: 'whole', from: '2026-11-01', to: '2026-12-31' },
    ]);
  });

  test('a filled day is none that was read, and minutes that do not make a day are minutes', () => {
    const diary = lived('RRF');
    diary.checkIn(Date.parse('2026-11-04T20:00:00+08:00'), undefined, 15);
    const [day, week, whole] = periodsOf(TERMS, '2026-11-04');
    const of = (period = whole) => (period ? amountIn(diary.reader, TERMS, period) : undefined);
    expect(of(day)).toEqual({ days: 0, minutes: 15 });
    // 2 November is a Monday.
    expect(of(week)).toEqual({ days: 1, minutes: 45 });
    expect(of()).toEqual({ days: 2, minutes: 75 });
  });
});
