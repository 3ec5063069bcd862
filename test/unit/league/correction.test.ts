import fc from 'fast-check';
import { corrected } from '../../../domain/league/correction';
import { type LeagueState, type Resolved, resolve } from '../../../domain/league/resolve';
import {
  alone,
  groupsThenKnockout,
  knockoutOf,
  leagueOf,
  lotsForAll,
  playByChance,
  wonBy,
} from '../../support/leagues';
import { chance, holds, oneOf } from '../../support/seed';

const NONE: ReadonlySet<string> = new Set();

/** A league of groups and a knockout with so many matches played, all tables' lots at hand. */
function halfPlayed(size: number, from: number, share: number): LeagueState {
  const stages = groupsThenKnockout(alone(size), Math.max(2, Math.floor(size / 4)), `s${from}`);
  const state = { ...leagueOf(stages), lots: lotsForAll(stages) };
  const all = resolve(state).fixtures.size;
  return playByChance(state, chance(from), Math.round(all * share));
}

/** Those who stand on the place of a group of which somebody goes on. */
function promoted({ stages }: Resolved): Map<string, string | undefined> {
  const groups = stages.get('g');
  const found = new Map<string, string | undefined>();
  if (groups?.kind !== 'groups') return found;
  for (const [id, { rows, complete }] of groups.tables) {
    for (const place of [0, 1]) found.set(`${id}${place}`, complete ? rows[place]?.entry : undefined);
  }
  return found;
}

test('an old result of a knockout can be turned exactly as long as the next match has not been played', () => {
  holds(
    fc.property(
      fc.integer({ min: 4, max: 20 }),
      fc.nat(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (size, from, share) => {
        const start = leagueOf([knockoutOf(alone(size), {}, `s${from}`)]);
        const state = playByChance(start, chance(from), Math.max(1, Math.round(share * size)));
        const [fixture, { entries, outcome }] = oneOf([...state.results], chance(from + 1));
        const before = resolve(state);
        const winner = before.fixtures.get(fixture)?.winner;
        const turned = wonBy(winner === entries[0] ? 1 : 0);
        const next = [...before.fixtures.values()].filter(({ fixture: { feeds } }) =>
          feeds.some((feed) => 'fixture' in feed && feed.fixture === fixture),
        );
        const blocking = next.filter((one) => state.results.has(one.fixture.id));
        const correction = corrected(state, NONE, fixture, turned);
        expect(correction.kind).toBe(blocking.length > 0 ? 'refuse' : 'change');
        if (correction.kind === 'change') {
          expect(correction.consequences.fixtures.map((one) => one.fixture).sort()).toEqual(
            next.map((one) => one.fixture.id).sort(),
          );
        }
        // Who won stays: then nothing behind it moves, whatever has been played.
        const same = corrected(state, NONE, fixture, { kind: 'walkover', side: winner === entries[0] ? 1 : 0 });
        expect(same.kind).toBe(outcome.kind === 'walkover' ? 'known' : 'change');
        return true;
      },
    ),
  );
});

test('an old result of a group is refused exactly where it sends others into a match that has been played', () => {
  holds(
    fc.property(
      fc.integer({ min: 6, max: 20 }),
      fc.nat(),
      fc.double({ min: 0.5, max: 1, noNaN: true }),
      (size, from, share) => {
        const state = halfPlayed(size, from, share);
        const ofGroups = [...state.results].filter(([id]) => id.startsWith('g.'));
        const [fixture, { entries }] = oneOf(ofGroups, chance(from + 1));
        const before = resolve(state);
        const turned = wonBy(before.fixtures.get(fixture)?.winner === entries[0] ? 1 : 0);
        const results = new Map(state.results).set(fixture, { entries, outcome: turned });
        const onlyGroups = new Map([...results].filter(([id]) => id.startsWith('g.')));
        const [was, now] = [promoted(before), promoted(resolve({ ...state, results: onlyGroups }))];
        const others = [...was].filter(([place, entry]) => now.get(place) !== entry).map(([, entry]) => entry);
        const played = [...state.results].some(
          ([id, result]) => id.startsWith('ko.') && result.entries.some((entry) => others.includes(entry)),
        );
        const correction = corrected(state, NONE, fixture, turned);
        expect(correction.kind).toBe(played ? 'refuse' : 'change');
        if (correction.kind === 'change') expect(resolve({ ...state, results }).misfits).toEqual([]);
        return true;
      },
    ),
  );
});

test('once the results that a refusal names are taken back in its order, each may be, and the correction is accepted', () => {
  holds(
    fc.property(fc.integer({ min: 6, max: 20 }), fc.nat(), (size, from) => {
      let state = halfPlayed(size, from, 1);
      const [fixture, { entries }] = oneOf([...state.results], chance(from + 1));
      const turned = wonBy(resolve(state).fixtures.get(fixture)?.winner === entries[0] ? 1 : 0);
      const refused = corrected(state, NONE, fixture, turned);
      if (refused.kind !== 'refuse') return true;
      if (refused.refusal !== 'NEXT_PLAYED') throw new Error(refused.refusal);
      const [way] = refused.detail.ways;
      if (way?.do !== 'void') throw new Error('no way out');
      for (const one of way.fixtures) {
        expect(corrected(state, NONE, one, undefined).kind).toBe('change');
        const results = new Map(state.results);
        results.delete(one);
        state = { ...state, results };
      }
      expect(corrected(state, NONE, fixture, turned).kind).toBe('change');
      return true;
    }),
  );
});

describe('a correction', () => {
  const final = leagueOf([knockoutOf(alone(4))]);
  const state = playByChance(final, chance(1), 2);
  const [[semi, { entries }] = ['', { entries: ['', ''] as const }]] = state.results;
  const turned = wonBy(resolve(state).fixtures.get(semi)?.winner === entries[0] ? 1 : 0);

  test('is refused where the next match has been reported, though not confirmed', () => {
    expect(corrected(state, new Set(['ko.2.1']), semi, turned)).toMatchObject({
      kind: 'refuse',
      refusal: 'NEXT_PLAYED',
      detail: { blocked: [{ fixture: 'ko.2.1' }], ways: [{ do: 'void', fixtures: ['ko.2.1'] }, { do: 'keep' }] },
    });
  });

  test('is refused for a score that cannot be, an unknown match and one without a result', () => {
    const draw = { kind: 'played', score: { kind: 'wins', wins: [1, 1] } } as const;
    expect(corrected(state, NONE, semi, draw)).toMatchObject({ refusal: 'BAD_SCORE' });
    expect(corrected(state, NONE, semi, { kind: 'both-absent' })).toMatchObject({ refusal: 'BAD_SCORE' });
    expect(corrected(state, NONE, 'ko.9.9', turned)).toMatchObject({ refusal: 'NOT_FOUND' });
    expect(corrected(state, NONE, 'ko.2.1', turned)).toMatchObject({ refusal: 'NOT_PLAYED' });
    expect(corrected(state, NONE, 'ko.2.1', undefined)).toEqual({ kind: 'known' });
  });

  test('says who stands elsewhere and who meets whom instead', () => {
    const correction = corrected(state, NONE, semi, turned);
    if (correction.kind !== 'change') throw new Error('refused');
    expect(correction.result).toEqual({ entries, outcome: turned });
    expect(correction.consequences.fixtures.map(({ fixture }) => fixture).sort()).toEqual(['ko.2.1', 'ko.place3']);
    const loser = resolve(state).fixtures.get(semi)?.loser;
    expect(correction.consequences.places).toContainEqual({ stage: 'ko', entry: loser, was: { from: 3, to: 4 } });
  });
});
