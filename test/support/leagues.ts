import type { Discipline } from '../../domain/league/discipline';
import { disciplineOf } from '../../domain/league/disciplines';
import { drawGroups, drawKnockout, type Entrant, qualifiers, slotsOf } from '../../domain/league/draw';
import { type LeagueState, type ResolvedFixture, type Result, resolve } from '../../domain/league/resolve';
import type { Outcome, Side } from '../../domain/league/score';
import type { KnockoutStage, Stage } from '../../domain/league/stage';
import type { Random } from './seed';

export function esports(): Discipline {
  const discipline = disciplineOf({ id: 'esports-5v5', version: 1 });
  if (!discipline) throw new Error('no e-sports');
  return discipline;
}

/** Entrants `e1`, `e2` …, of as many enterprises, one after the other, as there are numbers in `enterprises`. */
export function entrantsOf(enterprises: readonly number[]): Entrant[] {
  let at = 0;
  return enterprises.flatMap((size, enterprise) =>
    Array.from({ length: size }, (): Entrant => {
      at += 1;
      return { source: { from: 'entry', entry: `e${at}` }, apart: `u${enterprise + 1}` };
    }),
  );
}

export const alone = (count: number): Entrant[] => entrantsOf(Array.from({ length: count }, () => 1));

export function knockoutOf(
  entrants: readonly Entrant[],
  change: Partial<KnockoutStage> = {},
  seed = 'seed',
): KnockoutStage {
  const slots = slotsOf(drawKnockout(entrants, { seeds: 0, seed, purpose: 'ko' }));
  return { id: 'ko', kind: 'knockout', bestOf: 1, placeThree: true, slots, ...change };
}

/** Groups, and the first two of each in a knockout, the first ones seeded. */
export function groupsThenKnockout(entrants: readonly Entrant[], groups: number, seed = 'seed'): Stage[] {
  const first: Stage = {
    id: 'g',
    kind: 'groups',
    rounds: 1,
    bestOf: 1,
    groups: drawGroups(entrants, { groups, seeds: 0, seed, purpose: 'g' }),
  };
  const slots = slotsOf(drawKnockout(qualifiers([first], 2), { seeds: groups, seed, purpose: 'ko' }));
  return [first, { id: 'ko', kind: 'knockout', bestOf: 1, placeThree: true, slots }];
}

export function leagueOf(stages: readonly Stage[], lots: Record<string, string> = {}): LeagueState {
  return { discipline: esports(), stages, results: new Map(), lots };
}

/** Lots for every table: whatever is level in the end is separated. */
export function lotsForAll(stages: readonly Stage[]): Record<string, string> {
  const tables = stages.flatMap((stage) =>
    stage.kind === 'groups' ? stage.groups.map(({ id }) => `${stage.id}.${id}`) : [],
  );
  return Object.fromEntries(tables.map((table) => [table, `lots ${table}`]));
}

export const wonBy = (side: Side): Outcome => ({
  kind: 'played',
  score: { kind: 'wins', wins: side === 0 ? [1, 0] : [0, 1] },
});

/** Fixtures that can be played now, of those that have not been. */
export function playable(state: LeagueState): (ResolvedFixture & { entries: readonly [string, string] })[] {
  return [...resolve(state).fixtures.values()].filter(
    (one): one is ResolvedFixture & { entries: readonly [string, string] } =>
      !state.results.has(one.fixture.id) && one.entries.every((entry) => typeof entry === 'string'),
  );
}

/** Plays up to so many fixtures by chance, in an order by chance of those that can be played. */
export function playByChance(state: LeagueState, random: Random, most = Number.POSITIVE_INFINITY): LeagueState {
  const results = new Map<string, Result>(state.results);
  for (;;) {
    const next = playable({ ...state, results }).map((one) => ({ one, at: random() }));
    if (next.length === 0) return { ...state, results };
    for (const { one } of next.sort((a, b) => a.at - b.at)) {
      if (results.size - state.results.size >= most) return { ...state, results };
      const outcome: Outcome = random() < 0.1 ? { kind: 'walkover', side: 1 } : wonBy(random() < 0.5 ? 0 : 1);
      results.set(one.fixture.id, { entries: one.entries, outcome });
    }
  }
}
