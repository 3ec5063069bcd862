import fc from 'fast-check';
import { bracketSize, lines } from '../../../domain/league/bracket';
import { fixturesOf } from '../../../domain/league/fixtures';
import { planIssues } from '../../../domain/league/plan-issues';
import { resolve } from '../../../domain/league/resolve';
import type { KnockoutStage } from '../../../domain/league/stage';
import { alone, esports, knockoutOf, leagueOf, playByChance } from '../../support/leagues';
import { chance, holds } from '../../support/seed';

const knockout = (stage: KnockoutStage, from: number) => {
  const played = playByChance(leagueOf([stage]), chance(from));
  const resolved = resolve(played).stages.get(stage.id);
  if (resolved?.kind !== 'knockout') throw new Error('no knockout');
  return { played, ...resolved };
};

test('every knockout ends with one champion, and everybody else has lost once, or for place 3 once more', () => {
  holds(
    fc.property(fc.integer({ min: 2, max: 40 }), fc.boolean(), fc.nat(), (size, placeThree, from) => {
      const stage = knockoutOf(alone(size), { placeThree });
      const { places, champion, complete, played } = knockout(stage, from);
      expect(complete).toBe(true);
      expect([...places].filter(([, place]) => place.to === 1).map(([entry]) => entry)).toEqual([champion]);
      const losses = new Map<string, number>();
      for (const [fixture, { entries, outcome }] of played.results) {
        if (fixture === 'ko.place3') continue;
        const side =
          outcome.kind === 'walkover'
            ? outcome.side
            : 'score' in outcome && JSON.stringify(outcome.score).includes('[1,0]')
              ? 1
              : 0;
        losses.set(entries[side], (losses.get(entries[side]) ?? 0) + 1);
      }
      expect(losses.size).toBe(size - 1);
      expect([...losses.values()].every((count) => count === 1)).toBe(true);
      expect(losses.has(champion ?? '')).toBe(false);
      return true;
    }),
    60,
  );
});

test('the places that a knockout gives are each counted once', () => {
  holds(
    fc.property(fc.integer({ min: 2, max: 40 }), fc.boolean(), fc.nat(), (size, placeThree, from) => {
      const { places } = knockout(knockoutOf(alone(size), { placeThree }), from);
      const shared = new Map<string, number>();
      for (const { from: first, to } of places.values()) {
        shared.set(`${first}-${to}`, (shared.get(`${first}-${to}`) ?? 0) + 1);
      }
      const covered = [...shared].flatMap(([range, count]) => {
        const [first = 0, last = 0] = range.split('-').map(Number);
        expect(count).toBe(last - first + 1);
        return Array.from({ length: count }, (_, at) => first + at);
      });
      expect(covered.sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, at) => at + 1));
      return true;
    }),
    60,
  );
});

test('there are byes only where there must be: as few as make a power of two, in the first round, for the first seeds', () => {
  for (let size = 2; size <= 128; size++) {
    const stage = knockoutOf(alone(size));
    const byes = stage.slots.filter((slot) => slot === null).length;
    expect(size + byes).toBe(bracketSize(size));
    expect(byes).toBeLessThan(size);
    const first = fixturesOf(stage).filter(({ round }) => round === 1);
    expect(first.filter(({ forPlaceThree }) => !forPlaceThree)).toHaveLength((size - byes) / 2);
    expect(
      planIssues([stage], new Set(alone(size).map(({ source }) => ('entry' in source ? source.entry : ''))), esports()),
    ).toEqual([]);
    const order = lines(bracketSize(size));
    const withBye = order.filter((_, at) => stage.slots[at] !== null && stage.slots[at ^ 1] === null);
    expect(withBye.sort((a, b) => a - b)).toEqual(Array.from({ length: byes }, (_, at) => at + 1));
  }
});

test('the first seeds can meet as late as can be: two in the final, four in the semi-finals, eight in the round before', () => {
  for (const size of [4, 8, 16, 32, 64, 128]) {
    const order = lines(size);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, at) => at + 1));
    for (let parts = 2; parts <= size; parts *= 2) {
      const seeds = order.flatMap((line, at) => (line <= parts ? [Math.floor((at * parts) / size)] : []));
      expect(new Set(seeds).size).toBe(parts);
    }
  }
});

test('of three entrants the loser of the one semi-final is third without another match', () => {
  const stage = knockoutOf(alone(3));
  expect(fixturesOf(stage).some(({ forPlaceThree }) => forPlaceThree)).toBe(false);
  expect([...knockout(stage, 1).places.values()]).toContainEqual({ from: 3, to: 3 });
});

test('without a match for it place 3 is shared', () => {
  const { places } = knockout(knockoutOf(alone(8), { placeThree: false }), 3);
  expect([...places.values()].filter(({ from }) => from === 3)).toEqual([
    { from: 3, to: 4 },
    { from: 3, to: 4 },
  ]);
});
