import type { Placement, Plan } from '../../../domain/league/schedule/plan';
import { type Progress, type Replanned, replan } from '../../../domain/league/schedule/replan';
import { schedule } from '../../../domain/league/schedule/schedule';
import { at, competition, courtsOf, evenings, match, planOf, seat } from '../../support/schedule-cases';
import { faultsOf } from '../../support/schedule-check';
import { chance, oneOf, saySeed, upTo } from '../../support/seed';

const place = (fixtureId: string, court: string, from: number, minutes = 20): Placement => ({
  ...{ fixtureId, court },
  ...{ startsAt: at(from), endsAt: at(from + minutes) },
});

/** `b: 20 c1 → 40 c1`: what moved, minutes from the first evening's beginning. */
const told = ({ moved }: Replanned): string[] =>
  moved.map(({ fixtureId, from, to }) => {
    const [was, is] = [from, to].map((each) => (each ? `${(each.startsAt - at(0)) / 60_000} ${each.court}` : '-'));
    return `${fixtureId}: ${was} → ${is}`;
  });

const two = courtsOf(2, evenings(1, 120));
const four = ['a', 'b', 'c', 'd'].map((id) => match(id, `${id}1 ${id}2`));
const before = [place('a', 'c01', 0), place('b', 'c01', 20), place('c', 'c01', 40), place('d', 'c02', 20)];
const progress = (more: Partial<Progress>): Progress => ({ now: at(0), before, played: [], off: [], ...more });

describe('a new plan', () => {
  test('of one that still holds moves nothing', () => {
    const result = replan(planOf(two, four), progress({ now: at(10), played: [place('a', 'c01', 0)] }));
    expect(result).toEqual({ kind: 'fits', placements: result.placements, moved: [] });
    expect(result.placements.map(({ fixtureId }) => fixtureId)).toEqual(['a', 'b', 'd', 'c']);
  });

  test('after an overrun moves what it runs into, and keeps the rest', () => {
    const played = [place('a', 'c01', 0, 30)];
    expect(told(replan(planOf(two, four), progress({ now: at(20), played })))).toEqual(['b: 20 c01 → 40 c02']);
  });

  test('after a no-show gives the match another time, and keeps what was played as it was', () => {
    const played = [place('b', 'c01', 20)];
    const result = replan(planOf(two, four), progress({ now: at(25), played: [...played, place('d', 'c02', 20)] }));
    expect(told(result)).toEqual(['a: 0 c01 → 40 c02']);
    expect(result.placements).toEqual(expect.arrayContaining(played));
  });

  test('after a walkover no more waits for the match, and nobody is asked to come sooner', () => {
    const fed = match('x', '', { seats: [seat('winner of a', 'a'), seat('winner of b', 'b')] });
    const plan = planOf(two, [...four, fed]);
    const result = replan(plan, progress({ before: [...before, place('x', 'c02', 60)], off: ['a'] }));
    expect(told(result)).toEqual([]);
    expect(result.placements.map(({ fixtureId }) => fixtureId)).not.toContain('a');
  });

  test('after a court dropped out moves what stood there to where there is room', () => {
    const result = replan(planOf(two.slice(0, 1), four), progress({}));
    expect(told(result)).toEqual(['d: 20 c02 → 60 c01']);
  });

  test('moves what a late match feeds', () => {
    const fed = match('x', '', { seats: [seat('winner of a', 'a')] });
    const plan = planOf(two, [...four, fed]);
    const late = { before: [...before, place('x', 'c02', 40)], played: [place('a', 'c01', 0, 40)], now: at(20) };
    expect(told(replan(plan, progress(late)))).toEqual(['b: 20 c01 → 40 c02', 'x: 40 c02 → 60 c01']);
  });

  test('lets go of a match that could stay only where another would have no place at all', () => {
    const courts = [{ id: 'c01', openings: evenings(1, 80) }];
    const fed = match('x', '', { seats: [seat('winner of a', 'a')], rest: 0 });
    const plan = planOf(courts, [match('a', 'ann bob', { rest: 0 }), match('b', 'cai dan'), fed]);
    const old = [place('a', 'c01', 0), place('x', 'c01', 20), place('b', 'c01', 60)];
    // At 20 nothing has begun: `a` can only be played before `x`, which must make room.
    expect(told(replan(plan, progress({ before: old, now: at(20) })))).toEqual([
      'a: 0 c01 → 20 c01',
      'x: 20 c01 → 40 c01',
    ]);
  });

  test('begins a match sooner than people were told only where it would have no place otherwise', () => {
    const courts = [{ id: 'c01', openings: evenings(1, 60) }];
    const old = [place('a', 'c02', 40), place('b', 'c01', 40)];
    expect(told(replan(planOf(courts, four.slice(0, 2)), progress({ before: old })))).toEqual(['a: 40 c02 → 0 c01']);
  });

  test('says what has no place any more, and how much longer the courts would have to be open', () => {
    const courts = [{ id: 'c01', openings: evenings(1, 60) }];
    const result = replan(planOf(courts, four), progress({ now: at(5), played: [place('a', 'c01', 0)] }));
    expect(told(result)).toEqual(['d: 20 c02 → -']);
    expect(result).toMatchObject({
      kind: 'does-not-fit',
      left: [{ fixtureId: 'd', why: { kind: 'no-room' } }],
      shortfalls: [{ kind: 'courts', neededMinutes: 60, openMinutes: 40, missingMinutes: 20 }],
      longer: 20,
    });
  });
});

/** What is still to be played, with what was played as it was: all that a schedule must then hold to. */
function stillTrue(plan: Plan, { played, now }: Progress): Plan {
  const was = new Map(played.map((each) => [each.fixtureId, each]));
  const matches = plan.matches.map((each) => {
    const placement = was.get(each.id);
    if (!placement) return { ...each, notBefore: now };
    return { ...each, minutes: (placement.endsAt - placement.startsAt) / 60_000 };
  });
  return { ...plan, matches };
}

test('whatever happens in an evening, there is no clash, what was played stays, and all that moved is told', () => {
  const people = (entry: string): string[] => [entry];
  const matches = competition({ name: 'cup', groups: 4, size: 4, minutes: 30, rest: 15, through: 2, people });
  const plan = planOf(courtsOf(4, evenings(2, 240)), matches);
  const first = schedule(plan);
  for (let round = 0; round < 12; round++) {
    const random = chance(saySeed() + round);
    const now = at(5 * upTo(40, random));
    const begun = first.placements.filter(({ startsAt }) => startsAt < now);
    // A no-show where nothing has begun that rests on it: else that could not have been played.
    const free = begun.filter(({ fixtureId }) => {
      const fed = matches.filter(({ seats }) => seats.some(({ from }) => from.includes(fixtureId)));
      return !fed.some(({ id }) => begun.some((each) => each.fixtureId === id));
    });
    const missing = free.length > 0 ? oneOf(free, random) : undefined;
    const late = oneOf(first.placements, random).fixtureId;
    const played = begun.flatMap((each) => {
      if (each === missing) return [];
      return [each.fixtureId === late && each.endsAt > now ? { ...each, endsAt: each.endsAt + 900_000 } : each];
    });
    const state = { now, before: first.placements, played, off: [] };
    const result = replan(plan, state);
    expect([round, result.kind, faultsOf(stillTrue(plan, state), result.placements)]).toEqual([round, 'fits', []]);
    expect(result.placements).toEqual(expect.arrayContaining(played));
    const same = new Set(first.placements.map((each) => JSON.stringify(each)));
    const changed = result.placements.filter((each) => !same.has(JSON.stringify(each)) && !played.includes(each));
    expect(result.moved.map(({ fixtureId }) => fixtureId).sort()).toEqual(
      changed.map(({ fixtureId }) => fixtureId).sort(),
    );
  }
});
