import type { EntryId, FixtureId } from '../../types/vocabulary';
import { type LeagueState, type Result, resolve } from './resolve';
import type { Outcome } from './score';

function outcomeFor(gone: readonly [boolean, boolean], knockout: boolean): Outcome | undefined {
  if (gone[0] && gone[1]) return knockout ? undefined : { kind: 'both-absent' };
  if (gone[0]) return { kind: 'walkover', side: 0 };
  return gone[1] ? { kind: 'walkover', side: 1 } : undefined;
}

/**
 * The matches that those who gave up their part lose without playing, also those that they only come to by the others'
 * walkovers. What they have played stands. In a knockout a match between two of them is left to a referee.
 */
export function walkoversOf(state: LeagueState, withdrawn: ReadonlySet<EntryId>): Map<FixtureId, Result> {
  const found = new Map<FixtureId, Result>();
  for (;;) {
    const { fixtures } = resolve({ ...state, results: new Map([...state.results, ...found]) });
    const before = found.size;
    for (const [id, { fixture, entries, decided }] of fixtures) {
      const [a, b] = entries;
      if (decided || state.results.has(id) || typeof a !== 'string' || typeof b !== 'string') continue;
      const knockout = state.stages.find((stage) => stage.id === fixture.stage)?.kind === 'knockout';
      const outcome = outcomeFor([withdrawn.has(a), withdrawn.has(b)], knockout);
      if (outcome) found.set(id, { entries: [a, b], outcome });
    }
    if (found.size === before) return found;
  }
}
