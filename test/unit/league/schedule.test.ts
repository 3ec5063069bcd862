import type { Match, Plan } from '../../../domain/league/schedule/plan';
import { type DoesNotFit, type Fits, schedule } from '../../../domain/league/schedule/schedule';
import { at, competition, courtsOf, evenings, match, planOf, seat, smallCase } from '../../support/schedule-cases';
import { bestFinish, faultsOf } from '../../support/schedule-check';
import { chance, saySeed, seed } from '../../support/seed';

function fitted(plan: Plan): Fits {
  const scheduled = schedule(plan);
  if (scheduled.kind !== 'fits') throw new Error(JSON.stringify(scheduled.left));
  return scheduled;
}

function unfitted(plan: Plan): DoesNotFit {
  const scheduled = schedule(plan);
  if (scheduled.kind === 'fits') throw new Error('it fits');
  return scheduled;
}

/** `m1@0 c01`: what is placed where, minutes from the first evening's beginning. */
const told = ({ placements }: Pick<Fits, 'placements'>): string[] =>
  placements.map(({ fixtureId, court, startsAt }) => `${fixtureId}@${(startsAt - at(0)) / 60_000} ${court}`);

const one = courtsOf(1, evenings(1, 120));
const two = courtsOf(2, evenings(1, 120));

describe('where and when a match is played', () => {
  test('two matches of other people are played side by side, on one court one after the other', () => {
    const matches = [match('a', 'ann bob'), match('b', 'cai dan')];
    expect(told(fitted(planOf(two, matches)))).toEqual(['a@0 c01', 'b@0 c02']);
    expect(told(fitted(planOf(one, matches)))).toEqual(['a@0 c01', 'b@20 c01']);
  });

  test('nobody is in two places, and everybody has the rest of the match they come from', () => {
    const matches = [match('a', 'ann bob', { rest: 25 }), match('b', 'bob cai', { rest: 25 })];
    expect(told(fitted(planOf(two, matches)))).toEqual(['a@0 c01', 'b@45 c01']);
  });

  test('a match begins only when all that feed it are over and rested from', () => {
    const fed = match('c', '', { seats: [seat('winner of a', 'a'), seat('winner of b', 'b')] });
    const matches = [match('a', 'ann bob', { minutes: 40 }), match('b', 'cai dan', { rest: 30 }), fed];
    expect(told(fitted(planOf(two, matches)))).toEqual(['a@0 c01', 'b@0 c02', 'c@50 c01']);
  });

  test('before groups are over anybody may be in any quarter-final, and yet they are played side by side', () => {
    const seats = [seat('first', 'a'), seat('second', 'a')];
    const matches = [
      match('a', 'ann bob'),
      ...['x', 'y'].map((id, at) => match(id, '', { seats: [seats[at] ?? seat('')] })),
    ];
    expect(told(fitted(planOf(two, matches)))).toEqual(['a@0 c01', 'x@30 c01', 'y@30 c02']);
  });

  test('two matches with one seat have the same entry in both', () => {
    const matches = [match('a', 'ann bob'), ...['x', 'y'].map((id) => match(id, '', { seats: [seat('first', 'a')] }))];
    expect(told(fitted(planOf(two, matches)))).toEqual(['a@0 c01', 'x@30 c01', 'y@60 c01']);
  });

  test('whoever may come through in one competition is kept free of their matches in another', () => {
    const final = match('x', '', { seats: [seat('first', 'a')], competition: 'league' });
    const matches = [
      match('a', 'ann bob', { competition: 'league' }),
      match('b', 'bob cai', { notBefore: at(30) }),
      final,
    ];
    expect(told(fitted(planOf(two, matches)))).toEqual(['a@0 c01', 'b@30 c01', 'x@60 c01']);
    const others = [match('b', '', { seats: [seat('winner', 'c')] }), match('c', 'bob cai', { notBefore: at(30) })];
    const both = fitted(planOf(two, [match('a', 'ann bob', { competition: 'league' }), final, ...others]));
    expect(
      faultsOf(planOf(two, [match('a', 'ann bob', { competition: 'league' }), final, ...others]), both.placements),
    ).toEqual([]);
  });

  test('what people do elsewhere counts, with their rest before and after', () => {
    const busy = { people: ['bob'], startsAt: at(25), endsAt: at(40), rest: 15 };
    expect(told(fitted(planOf(one, [match('a', 'ann bob')], { commitments: [busy] })))).toEqual(['a@55 c01']);
    expect(told(fitted(planOf(one, [match('a', 'ann cai')], { commitments: [busy] })))).toEqual(['a@0 c01']);
  });

  test('a court that others have taken is not free', () => {
    const taken = { people: [], startsAt: at(10), endsAt: at(40), rest: 0, court: 'c01' };
    expect(told(fitted(planOf(one, [match('a', 'ann bob')], { commitments: [taken] })))).toEqual(['a@40 c01']);
  });

  test('a court is used for its own disciplines, and leaves the others to those that have no other', () => {
    const courts = [...one, { id: 'c02', openings: evenings(1, 120), disciplines: ['chess'] }];
    const matches = [match('a', 'ann bob', { discipline: 'chess' }), match('b', 'cai dan')];
    expect(told(fitted(planOf(courts, matches)))).toEqual(['b@0 c01', 'a@0 c02']);
  });

  test('a match is played within one opening, and openings that touch are one', () => {
    const openings = [
      { startsAt: at(0), endsAt: at(15) },
      { startsAt: at(40), endsAt: at(50) },
    ];
    const touching = [...openings, { startsAt: at(50), endsAt: at(60) }];
    expect(told(fitted(planOf(courtsOf(1, touching), [match('a', 'ann bob')])))).toEqual(['a@40 c01']);
    expect(schedule(planOf(courtsOf(1, openings), [match('a', 'ann bob')])).kind).toBe('does-not-fit');
  });

  test('a match begins no earlier and is over no later than it says', () => {
    expect(told(fitted(planOf(one, [match('a', 'ann bob', { notBefore: at(42) })])))).toEqual(['a@45 c01']);
    const late = [match('a', 'ann bob', { notAfter: at(20) }), match('b', 'cai dan', { minutes: 60 })];
    expect(told(fitted(planOf(one, late)))).toEqual(['a@0 c01', 'b@20 c01']);
  });

  test('matches begin on whole steps of the clock', () => {
    const matches = [match('a', 'ann bob', { minutes: 17 }), match('b', 'cai dan', { minutes: 17 })];
    expect(told(fitted(planOf(one, matches)))).toEqual(['a@0 c01', 'b@20 c01']);
    expect(told(fitted(planOf(one, matches, { step: 1 })))).toEqual(['a@0 c01', 'b@17 c01']);
  });

  test('of schedules that are over at the same time the one with longer rests is taken', () => {
    const matches = [match('a', 'ann bob'), match('b', 'ann cai'), match('z', 'dan eve', { notBefore: at(100) })];
    expect(told(fitted(planOf(two, matches)))).toEqual(['a@0 c01', 'b@90 c01', 'z@100 c02']);
  });

  test('matches that wait for each other, or for one that is not there, are a mistake of whoever made the plan', () => {
    const ring = [match('a', '', { seats: [seat('x', 'b')] }), match('b', '', { seats: [seat('y', 'a')] })];
    expect(() => schedule(planOf(one, ring))).toThrow('circle');
    expect(() => schedule(planOf(one, [match('a', '', { seats: [seat('x', 'b')] })]))).toThrow('waits for b');
  });
});

describe('why not all fit', () => {
  const why = (plan: Plan) => unfitted(plan).left.map(({ fixtureId, why: because }) => [fixtureId, because]);

  test('no court for its discipline, and what it feeds waits', () => {
    const courts = one.map((court) => ({ ...court, disciplines: ['tennis'] }));
    const fed = match('b', '', { seats: [seat('winner', 'a')] });
    expect(why(planOf(courts, [match('a', 'ann bob', { discipline: 'chess' }), fed]))).toEqual([
      ['a', { kind: 'no-court', discipline: 'chess' }],
      ['b', { kind: 'waits', for: ['a'] }],
    ]);
  });

  test('longer than any opening, or always at another match', () => {
    const busy = { people: ['cai'], startsAt: at(0), endsAt: at(115), rest: 0 };
    const matches = [match('a', 'ann bob', { minutes: 130 }), match('b', 'cai dan')];
    expect(why(planOf(one, matches, { commitments: [busy] }))).toEqual([
      ['a', { kind: 'too-long', minutes: 130, longest: 120 }],
      ['b', { kind: 'committed' }],
    ]);
  });

  test('too late after what feeds it, with the minutes that would do', () => {
    const matches = [
      match('a', 'ann bob', { minutes: 90, rest: 30 }),
      match('b', '', { seats: [seat('winner', 'a')] }),
    ];
    const result = unfitted(planOf(two, matches));
    expect(result.left).toEqual([{ fixtureId: 'b', why: { kind: 'too-late', from: at(120) } }]);
    expect(result).toMatchObject({ shortfalls: [], impossible: true, longer: 20 });
  });

  test('minutes of court time that are missing whatever is tried', () => {
    const matches = ['a b', 'c d', 'e f', 'g h'].map((people) => match(people, people, { minutes: 35 }));
    const result = unfitted(planOf(one, matches));
    expect(result.shortfalls).toEqual([
      { kind: 'courts', courts: ['c01'], neededMinutes: 140, openMinutes: 120, missingMinutes: 35 },
    ]);
    expect(result).toMatchObject({ impossible: true, longer: 20, left: [{ why: { kind: 'no-room' } }] });
    expect(result.placements.length).toBe(3);
  });

  test('one person with more matches than time and rest allow', () => {
    const matches = ['bob', 'cai', 'dan'].map((other) => match(other, `ann ${other}`, { minutes: 30, rest: 20 }));
    expect(unfitted(planOf(two, matches)).shortfalls).toEqual([
      { kind: 'person', person: 'ann', matches: 3, atMost: 2 },
    ]);
  });
});

/** A league in small, with everything that can be in one: both orders of its parts. */
function turned(plan: Plan): Plan {
  const back = <T>(list: readonly T[]): T[] => [...list].reverse();
  return { ...plan, courts: back(plan.courts), matches: back(plan.matches), commitments: back(plan.commitments) };
}

describe('any plan', () => {
  const some = Array.from({ length: 30 }, (_, number) => saySeed() + number);

  test('has no clash, has its bound below, and is the same in whatever order its parts stand', () => {
    for (const number of some) {
      const plan = smallCase(number, 9);
      const scheduled = schedule(plan, 1_000);
      expect([number, faultsOf(plan, scheduled.placements)]).toEqual([number, []]);
      expect(schedule(turned(plan), 1_000)).toEqual(scheduled);
      if (scheduled.kind === 'fits') expect(scheduled.finish).toBeGreaterThanOrEqual(scheduled.leastFinish);
      else expect(scheduled.left.length + scheduled.placements.length).toBe(plan.matches.length);
    }
  });

  test('that is small is over as early as any schedule could be, in at least nine of ten', () => {
    let [fits, best] = [0, 0];
    for (const number of some) {
      const plan = smallCase(number, 5);
      const optimum = bestFinish(plan);
      const scheduled = schedule(plan);
      if (optimum === undefined) {
        expect([number, scheduled.kind]).toEqual([number, 'does-not-fit']);
        continue;
      }
      fits += 1;
      if (scheduled.kind !== 'fits') {
        expect([number, scheduled.impossible]).toEqual([number, false]);
        continue;
      }
      expect([number, scheduled.finish >= optimum, scheduled.leastFinish <= optimum]).toEqual([number, true, true]);
      if (scheduled.finish === optimum) best += 1;
    }
    expect(best / fits).toBeGreaterThanOrEqual(0.9);
  });
});

/** Who is really in each match of a league, after its groups and knockout have been played by chance. */
function playedOut(matches: readonly Match[], number: number): Map<string, string[]> {
  const random = chance(number);
  const lineups = new Map<string, string[]>();
  const takers = new Map<string, string[]>();
  for (const { id, people, seats } of [...matches].sort((a, b) => a.round - b.round)) {
    const drawn = seats.map(({ from }) => {
      const key = from.join();
      const list =
        takers.get(key) ?? [...new Set(from.flatMap((each) => lineups.get(each) ?? []))].sort(() => random() - 0.5);
      takers.set(key, list);
      return list.shift() ?? '';
    });
    lineups.set(id, [...people, ...drawn]);
  }
  return lineups;
}

test('whoever comes through, nobody is in two places: a league of groups and knockout played out twenty times', () => {
  const people = (entry: string): string[] => [entry];
  const format = { minutes: 30, rest: 15, through: 2, people };
  const matches = [
    ...competition({ ...format, name: 'tennis', groups: 4, size: 4 }),
    ...competition({
      ...format,
      name: 'chess',
      groups: 2,
      size: 4,
      people: (entry) => [entry.replace('chess', 'tennis')],
    }),
  ];
  const plan = planOf(courtsOf(5, evenings(2, 300)), matches);
  const { placements } = fitted(plan);
  const [tennis, chess] = ['tennis', 'chess'].map((name) => matches.filter(({ competition: of }) => of === name));
  for (let round = 0; round < 20; round++) {
    const lineups = new Map([...playedOut(tennis ?? [], seed + round), ...playedOut(chess ?? [], seed - round)]);
    const known = matches.map((each) => ({ ...each, seats: [], people: lineups.get(each.id) ?? [] }));
    expect(faultsOf({ ...plan, matches: known }, placements)).toEqual([]);
  }
});
