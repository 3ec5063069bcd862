import fc from 'fast-check';
import { placings } from '../../../domain/league/placings';
import { type LeagueState, resolve } from '../../../domain/league/resolve';
import type { Stage } from '../../../domain/league/stage';
import { walkoversOf } from '../../../domain/league/withdrawal';
import { alone, groupsThenKnockout, knockoutOf, leagueOf, lotsForAll, playByChance } from '../../support/leagues';
import { chance, holds, upTo } from '../../support/seed';

const league = (size: number, from: number): LeagueState => {
  const stages = groupsThenKnockout(alone(size), Math.max(2, Math.floor(size / 4)), `s${from}`);
  return { ...leagueOf(stages), lots: lotsForAll(stages) };
};

test('in the end everybody has a place, those who share one fill it, and there is one champion', () => {
  holds(
    fc.property(fc.integer({ min: 6, max: 30 }), fc.nat(), (size, from) => {
      const state = playByChance(league(size, from), chance(from));
      const places = placings(state.stages, resolve(state));
      const sorted = [...(places ?? new Map()).values()].map((place) => `${place.from}-${place.to}`).sort();
      expect(sorted).toHaveLength(size);
      for (const range of new Set(sorted)) {
        const [first = 0, last = 0] = range.split('-').map(Number);
        expect(sorted.filter((one) => one === range)).toHaveLength(last - first + 1);
      }
      expect(sorted.filter((one) => one === '1-1')).toHaveLength(1);
      return true;
    }),
    60,
  );
});

test('whoever did not get out of the groups stands behind all who did, thirds before fourths', () => {
  const state = playByChance(league(8, 3), chance(3));
  const resolved = resolve(state);
  const places = placings(state.stages, resolved);
  const groups = resolved.stages.get('g');
  if (groups?.kind !== 'groups') throw new Error('no groups');
  for (const { rows } of groups.tables.values()) {
    expect(rows.slice(2).map(({ entry }) => places?.get(entry))).toEqual([
      { from: 5, to: 6 },
      { from: 7, to: 8 },
    ]);
  }
});

test('preliminaries beside each other share what was reached in them', () => {
  const region = (id: string, first: number): Stage =>
    knockoutOf(
      Array.from({ length: 4 }, (_, at) => ({ source: { from: 'entry', entry: `e${first + at}` } })),
      { id },
    );
  const champions = ['east', 'west'].map((stage) => ({ from: 'place', stage, place: 1 }) as const);
  const final: Stage = { id: 'final', kind: 'knockout', bestOf: 1, placeThree: false, slots: champions };
  const stages = [region('east', 0), region('west', 4), final];
  const state = playByChance(leagueOf(stages), chance(1));
  const ranges = [...(placings(stages, resolve(state)) ?? new Map()).values()].map(({ from, to }) => `${from}-${to}`);
  expect(ranges.sort()).toEqual(['1-1', '2-2', '3-4', '3-4', '5-6', '5-6', '7-8', '7-8']);
});

test('there are no placings while a match, or a lot, is missing', () => {
  const state = playByChance(league(8, 3), chance(3));
  const [first = ''] = state.results.keys();
  const missing = new Map(state.results);
  missing.delete(first);
  expect(placings(state.stages, resolve({ ...state, results: missing }))).toBeUndefined();
  expect(placings(state.stages, resolve(state))).toBeDefined();
});

test('who gave up its part loses all that is left, and the league still ends', () => {
  holds(
    fc.property(fc.integer({ min: 6, max: 20 }), fc.nat(), (size, from) => {
      const random = chance(from);
      let state = playByChance(league(size, from), random, upTo(size, random));
      const gone = new Set([`e${1 + upTo(size - 1, random)}`]);
      const before = new Map(state.results);
      for (let round = 0; round < 20; round++) {
        const lost = walkoversOf(state, gone);
        for (const { entries, outcome } of lost.values()) {
          expect(outcome.kind === 'walkover' && gone.has(entries[outcome.side])).toBe(true);
        }
        state = { ...state, results: new Map([...state.results, ...lost]) };
        const next = playByChance(state, random, 1);
        if (next.results.size === state.results.size) break;
        state = next;
      }
      state = playByChance(state, random);
      for (const [fixture, result] of before) expect(state.results.get(fixture)).toBe(result);
      expect(placings(state.stages, resolve(state))?.size).toBe(size);
      return true;
    }),
    40,
  );
});

test('who gave up before a semi-final loses it, and the match for place 3 as soon as it is known', () => {
  const state = playByChance(leagueOf([knockoutOf(alone(4))]), chance(1), 1);
  const [played = ''] = state.results.keys();
  const other = [...resolve(state).fixtures.values()].find(
    ({ fixture }) => fixture.round === 1 && fixture.id !== played,
  );
  const gone = other?.entries[0] ?? '';
  const lost = walkoversOf(state, new Set([gone]));
  expect([...lost.keys()].sort()).toEqual([other?.fixture.id, 'ko.place3'].sort());
});

test('of two in a knockout who both gave up a referee decides, in a group both lose', () => {
  const both = new Set(['e1', 'e2']);
  expect(walkoversOf(leagueOf([knockoutOf(alone(2))]), both).size).toBe(0);
  const slots = alone(2).map(({ source }) => source);
  const group: Stage = { id: 'g', kind: 'groups', rounds: 1, bestOf: 1, groups: [{ id: 'A', slots }] };
  expect([...walkoversOf(leagueOf([group]), both).values()]).toEqual([
    { entries: ['e1', 'e2'], outcome: { kind: 'both-absent' } },
  ]);
});
