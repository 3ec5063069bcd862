import type { ScoreIssue } from '../../types/contract';
import type { EntryId, FixtureId, StageId } from '../../types/vocabulary';
import { type LeagueState, type Occupant, type Resolved, type ResolvedFixture, type Result, resolve } from './resolve';
import { sameOutcome } from './result';
import type { Outcome } from './score';
import { outcomeIssue } from './score-issue';
import type { Places } from './standings';

/** One fixture that others meet in than before. */
export interface MovedFixture {
  fixture: FixtureId;
  was: readonly [Occupant, Occupant];
  now: readonly [Occupant, Occupant];
}

/** One entry that stands elsewhere than before; absent where it had, or has, no place in that stage. */
export interface MovedPlace {
  stage: StageId;
  group?: string;
  entry: EntryId;
  was?: Places;
  now?: Places;
}

/** What follows from a changed result. */
export interface Consequences {
  fixtures: readonly MovedFixture[];
  places: readonly MovedPlace[];
}

type Refusal<R extends string, D> = { kind: 'refuse'; refusal: R; detail: D };

/** What the organizer can do where a correction is refused. */
export type WayOut =
  /** Take back these results, in this order, and correct then: the matches are played again by whom it concerns. */
  | { do: 'void'; fixtures: readonly FixtureId[] }
  /** Leave the result as it stands. */
  | { do: 'keep' };

export type Correction =
  /** `result` is absent where the match is to be played again. */
  | { kind: 'change'; result?: Result; consequences: Consequences }
  | { kind: 'known' }
  | Refusal<'NOT_FOUND', { what: 'fixture' }>
  /** There is no result that counts: enter one. */
  | Refusal<'NOT_PLAYED', Record<never, never>>
  | Refusal<'BAD_SCORE', { issue: ScoreIssue }>
  /** These have been played, or reported, by others than those who should have met. */
  | Refusal<'NEXT_PLAYED', { blocked: readonly MovedFixture[]; ways: readonly WayOut[] }>;

const NOBODY = [undefined, undefined] as const;

function movedFixtures(before: Resolved, after: Resolved): MovedFixture[] {
  const moved: MovedFixture[] = [];
  for (const [fixture, { entries: now }] of after.fixtures) {
    const was = before.fixtures.get(fixture)?.entries ?? NOBODY;
    if (was[0] !== now[0] || was[1] !== now[1]) moved.push({ fixture, was, now });
  }
  return moved;
}

type PlaceOf = Omit<MovedPlace, 'was' | 'now'> & { place: Places };

function placesIn({ stages }: Resolved): Map<string, PlaceOf> {
  const places = new Map<string, PlaceOf>();
  for (const [stage, resolved] of stages) {
    if (resolved.kind === 'knockout') {
      for (const [entry, place] of resolved.places) places.set(`${stage} ${entry}`, { stage, entry, place });
      continue;
    }
    for (const [group, { rows }] of resolved.tables) {
      for (const { entry, place } of rows) places.set(`${stage} ${group} ${entry}`, { stage, group, entry, place });
    }
  }
  return places;
}

function movedPlaces(before: Resolved, after: Resolved): MovedPlace[] {
  const [was, now] = [placesIn(before), placesIn(after)];
  const moved: MovedPlace[] = [];
  for (const key of new Set([...was.keys(), ...now.keys()])) {
    const [old, next] = [was.get(key), now.get(key)];
    if (old?.place.from === next?.place.from && old?.place.to === next?.place.to) continue;
    const who = next ?? old;
    if (!who) continue;
    const { place: _place, ...named } = who;
    moved.push({ ...named, ...(old && { was: old.place }), ...(next && { now: next.place }) });
  }
  return moved;
}

/** What is different in the league once `results` are these. */
export function consequencesOf(before: Resolved, after: Resolved): Consequences {
  return { fixtures: movedFixtures(before, after), places: movedPlaces(before, after) };
}

function changed(state: LeagueState, fixture: FixtureId, result: Result | undefined): LeagueState {
  const results = new Map(state.results);
  if (result) results.set(fixture, result);
  else results.delete(fixture);
  return { ...state, results };
}

function isKnockout({ fixture: { stage } }: ResolvedFixture, { stages }: LeagueState): boolean {
  return stages.find(({ id }) => id === stage)?.kind === 'knockout';
}

/**
 * An old result is changed, or with `undefined` taken back. Tables, feeding and later pairings become what they would
 * be had it been so from the start. Refused where that changes who should have met in a match that has been played, or
 * that a captain has reported (`reported`): then it says which ones, and what would have to be taken back first.
 */
export function corrected(
  state: LeagueState,
  reported: ReadonlySet<FixtureId>,
  fixture: FixtureId,
  outcome: Outcome | undefined,
): Correction {
  const before = resolve(state);
  const at = before.fixtures.get(fixture);
  const former = state.results.get(fixture);
  if (!at) return { kind: 'refuse', refusal: 'NOT_FOUND', detail: { what: 'fixture' } };
  if (!former) return outcome ? { kind: 'refuse', refusal: 'NOT_PLAYED', detail: {} } : { kind: 'known' };
  const length = { match: state.discipline.match, bestOf: at.fixture.bestOf };
  const issue = outcome && outcomeIssue(outcome, length, isKnockout(at, state));
  if (issue) return { kind: 'refuse', refusal: 'BAD_SCORE', detail: { issue } };
  if (outcome && sameOutcome(outcome, former.outcome)) return { kind: 'known' };
  const result = outcome && { entries: former.entries, outcome };
  const next = changed(state, fixture, result);
  const after = resolve(next);
  const moved = movedFixtures(before, after);
  const blocked = moved.filter((one) => next.results.has(one.fixture) || reported.has(one.fixture));
  if (blocked.length === 0) {
    return { kind: 'change', ...(result && { result }), consequences: consequencesOf(before, after) };
  }
  const fixtures = blocked.map((one) => one.fixture).reverse();
  return {
    kind: 'refuse',
    refusal: 'NEXT_PLAYED',
    detail: { blocked, ways: [{ do: 'void', fixtures }, { do: 'keep' }] },
  };
}
