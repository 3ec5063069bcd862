import fc from 'fast-check';
import { drawKnockout, qualifiers, slotsOf } from '../../../domain/league/draw';
import { fixturesOf } from '../../../domain/league/fixtures';
import { planIssues } from '../../../domain/league/plan-issues';
import { type LeagueState, resolve } from '../../../domain/league/resolve';
import { roundRobin } from '../../../domain/league/round-robin';
import type { Outcome } from '../../../domain/league/score';
import type { GroupStage, KnockoutStage, Source, Stage } from '../../../domain/league/stage';
import { formatOf } from '../../support/groups';
import {
  alone,
  esports,
  groupsThenKnockout,
  knockoutOf,
  leagueOf,
  lotsForAll,
  playByChance,
  wonBy,
} from '../../support/leagues';
import { chance, holds } from '../../support/seed';

const entry = (name: string): Source => ({ from: 'entry', entry: name });

describe('round robin', () => {
  test.each([2, 3, 4, 5, 6, 7, 8, 13])('in a group of %i each meets each once, nobody twice in a round', (size) => {
    const rounds = roundRobin(size, 1);
    expect(rounds).toHaveLength(size % 2 === 0 ? size - 1 : size);
    const pairs = rounds.flat().map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
    expect(new Set(pairs).size).toBe((size * (size - 1)) / 2);
    expect(pairs).toHaveLength((size * (size - 1)) / 2);
    for (const round of rounds) expect(new Set(round.flat()).size).toBe(round.length * 2);
    expect(rounds.at(-1)).toContainEqual([0, 1]);
  });

  test('the second time sides are turned', () => {
    const rounds = roundRobin(4, 2);
    expect(rounds.slice(3)).toEqual(rounds.slice(0, 3).map((pairs) => pairs.map(([a, b]) => [b, a])));
  });
});

function played(state: LeagueState, from: number): LeagueState {
  return playByChance({ ...state, lots: lotsForAll(state.stages) }, chance(from));
}

test('groups, then a knockout: the places of the groups meet, those of one group in different halves', () => {
  holds(
    fc.property(fc.integer({ min: 6, max: 30 }), fc.nat(), (size, from) => {
      const groups = Math.max(2, Math.floor(size / 4));
      const stages = groupsThenKnockout(alone(size), groups, `s${from}`);
      const entries = new Set(Array.from({ length: size }, (_, at) => `e${at + 1}`));
      expect(planIssues(stages, entries, esports())).toEqual([]);
      const { stages: done, fixtures } = resolve(played(leagueOf(stages), from));
      const [first, second] = [done.get('g'), done.get('ko')];
      if (first?.kind !== 'groups' || second?.kind !== 'knockout') throw new Error('other stages');
      const best = [...first.tables.values()].flatMap(({ rows }) => rows.slice(0, 2).map((row) => row.entry));
      expect([...second.places.keys()].sort()).toEqual(best.sort());
      const half = (group: string) =>
        (stages[1] as KnockoutStage).slots.flatMap((slot, at, all) =>
          slot?.from === 'group' && slot.group === group ? [at < all.length / 2] : [],
        );
      for (const { id } of (stages[0] as GroupStage).groups) expect(new Set(half(id)).size).toBe(2);
      expect([...fixtures.values()].every(({ decided }) => decided)).toBe(true);
      return true;
    }),
    60,
  );
});

test('regional preliminaries feed a final in which all their champions are seeded', () => {
  const region = (id: string, from: number): Stage =>
    knockoutOf(
      alone(8).map((_, at) => ({ source: entry(`e${from + at}`) })),
      { id },
    );
  const regions = ['east', 'west', 'north', 'south'].map((id, at) => region(id, at * 8));
  const drawn = slotsOf(drawKnockout(qualifiers(regions, 2), { seeds: 4, seed: 's', purpose: 'final' }));
  const final: Stage = { id: 'final', kind: 'knockout', bestOf: 1, placeThree: true, slots: drawn };
  const stages = [...regions, final];
  expect(planIssues(stages, new Set(Array.from({ length: 32 }, (_, at) => `e${at}`)), esports())).toEqual([]);
  const first = fixturesOf(final).filter(({ round }) => round === 1);
  for (const { feeds } of first) {
    const places = feeds.map((feed) => (feed.from === 'place' ? feed.place : 0));
    expect(places.sort()).toEqual([1, 2]);
    const from = feeds.map((feed) => (feed.from === 'place' ? feed.stage : ''));
    expect(new Set(from).size).toBe(2);
  }
  const state = leagueOf(stages);
  expect(resolve(state).fixtures.get('final.1.1')?.entries).toEqual([undefined, undefined]);
  const best = regions
    .map(({ id }) => resolve(played(state, 5)).stages.get(id))
    .map((one) => one?.kind === 'knockout' && one.champion);
  const finalists = [...resolve(played(state, 5)).fixtures.values()].filter(
    ({ fixture }) => fixture.stage === 'final' && fixture.round === 1,
  );
  for (const { entries } of finalists) expect(entries.filter((one) => best.includes(one ?? false))).toHaveLength(1);
});

describe('what feeds what', () => {
  const groups: GroupStage = {
    id: 'g',
    kind: 'groups',
    rounds: 1,
    bestOf: 1,
    groups: [
      { id: 'A', slots: [entry('a'), entry('b'), entry('c')] },
      { id: 'B', slots: [entry('d'), entry('e'), entry('f')] },
    ],
  };
  const place = (group: string, at: number): Source => ({ from: 'group', stage: 'g', group, place: at });
  const final: KnockoutStage = {
    id: 'ko',
    kind: 'knockout',
    bestOf: 1,
    placeThree: true,
    slots: [place('A', 1), place('B', 2), place('A', 2), place('B', 1)],
  };
  const stages = [groups, final];
  const results = (of: Record<string, [string, string, Outcome]>) =>
    new Map(Object.entries(of).map(([id, [a, b, outcome]]) => [id, { entries: [a, b] as const, outcome }]));

  test('nobody is fed before the group is complete, nor while lots are due', () => {
    const two = results({ 'g.A.1.1': ['b', 'c', wonBy(0)], 'g.A.2.1': ['a', 'c', wonBy(1)] });
    expect(resolve({ ...leagueOf(stages), results: two }).fixtures.get('ko.1.1')?.entries[0]).toBeUndefined();
    const cycle = new Map([...two, ...results({ 'g.A.3.1': ['a', 'b', wonBy(0)] })]);
    const due = resolve({ ...leagueOf(stages), results: cycle });
    expect(due.stages.get('g')).toMatchObject({ complete: false });
    const table = due.stages.get('g');
    expect(table?.kind === 'groups' && table.tables.get('A')).toMatchObject({ complete: true, lotsDue: true });
    expect(due.fixtures.get('ko.1.1')?.entries[0]).toBeUndefined();
    const drawn = resolve({ ...leagueOf(stages, { 'g.A': 'lots' }), results: cycle });
    expect(['a', 'b', 'c']).toContain(drawn.fixtures.get('ko.1.1')?.entries[0]);
  });

  test('a place that nobody has, because its entries did not complete the group, lets the other side go on', () => {
    const badminton = { ...formatOf('badminton-singles', 3) };
    const shuttle = stages.map((stage) => ({ ...stage, bestOf: 3 }));
    const won: Outcome = {
      kind: 'played',
      score: {
        kind: 'games',
        games: [
          [21, 3],
          [21, 3],
        ],
      },
    };
    const gone = (side: 0 | 1): Outcome => ({ kind: 'walkover', side });
    const state: LeagueState = {
      discipline: badminton,
      stages: shuttle,
      lots: {},
      results: results({
        'g.A.1.1': ['b', 'c', won],
        'g.A.2.1': ['a', 'c', won],
        'g.A.3.1': ['a', 'b', won],
        'g.B.1.1': ['e', 'f', gone(0)],
        'g.B.2.1': ['d', 'f', gone(1)],
        'g.B.3.1': ['d', 'e', gone(1)],
      }),
    };
    const { fixtures, stages: done } = resolve(state);
    expect(fixtures.get('ko.1.1')).toMatchObject({ entries: ['a', null], winner: 'a', decided: true });
    expect(fixtures.get('ko.1.2')).toMatchObject({ entries: ['b', 'd'], decided: false });
    expect(done.get('g')).toMatchObject({ complete: true });
  });

  test('what cannot be is said before anything is played', () => {
    const entries = new Set(['a', 'b', 'c', 'd', 'e', 'f']);
    const codes = (changed: readonly Stage[]) => planIssues(changed, entries, esports()).map(({ code }) => code);
    expect(codes(stages)).toEqual([]);
    expect(codes([final, groups])).toEqual(['no-source', 'no-source', 'no-source', 'no-source']);
    expect(codes([{ ...groups, bestOf: 7 }])).toEqual(['best-of']);
    expect(codes([groups, { ...final, slots: [place('A', 4), place('B', 1)] }])).toEqual(['no-source']);
    expect(codes([groups, { ...final, slots: [place('A', 1), place('A', 1)] }])).toEqual(['twice']);
    expect(codes([{ ...final, slots: [entry('a'), entry('b'), entry('c')] }])).toEqual(['bracket-size']);
    expect(codes([{ ...final, slots: [entry('a'), null, null, entry('b')] }])).toEqual(['too-many-byes']);
    const eight = [entry('a'), entry('b'), entry('c'), entry('d'), entry('e'), null, null, null];
    expect(codes([{ ...final, slots: eight }])).toEqual(['byes-meet']);
    expect(codes([{ ...groups, groups: [{ id: 'A', slots: [entry('a')] }] }])).toEqual(['too-small']);
    expect(codes([groups, groups]).includes('same-stage')).toBe(true);
    expect(
      codes([
        { ...final, placeThree: false, slots: [entry('a'), entry('b'), entry('c'), entry('d')] },
        { ...final, id: 'x', slots: [{ from: 'place', stage: 'ko', place: 3 }, entry('e')] },
      ]),
    ).toEqual(['no-source']);
    expect(
      codes([
        groups,
        {
          ...groups,
          id: 'h',
          groups: [
            { id: 'A', slots: [place('A', 1), place('B', 1)] },
            { id: 'A', slots: [place('A', 2), place('B', 2)] },
          ],
        },
      ]),
    ).toEqual(['same-group']);
  });
});
