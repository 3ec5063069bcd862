import type { FixtureId } from '../../../types/vocabulary';
import { clashesOf, type Playing, playingOf } from './people';
import { type Court, type Match, MINUTE_MS, type Plan } from './plan';
import { merged, type Span, without } from './spans';

/** A match with everything that bears on when it can be played. Lengths in milliseconds, others by their number. */
export interface Task {
  match: Match;
  length: number;
  rest: number;
  /** What it waits for at first hand, and what waits for it. */
  feeders: readonly number[];
  fed: readonly number[];
  /** At least so long from the end of each that it rests on, at first hand or through others, to its start. */
  since: ReadonlyMap<number, number>;
  /** At least so long from its end to the start of each that rests on it. */
  until: ReadonlyMap<number, number>;
  /** Those that somebody may have to play as well, and neither waits for the other. */
  clashes: readonly number[];
  /** When somebody who may play has something else. */
  busy: readonly (Span & { rest: number })[];
  /** Where it can be played; those first that fewest other matches could use, then by id. */
  courts: readonly number[];
  /** At least so long from its end until everything that rests on it is over. */
  tail: number;
}

export interface Problem {
  /** By id, so that nothing depends on the order in which they were given. */
  tasks: readonly Task[];
  courts: readonly { id: string; openings: readonly Span[] }[];
  step: number;
  numberOf: ReadonlyMap<FixtureId, number>;
}

export const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Throws where an id is given twice or missing: whoever made the plan made a mistake. */
function numbered(matches: readonly Match[]): Map<FixtureId, number> {
  const numberOf = new Map(matches.map(({ id }, number) => [id, number]));
  if (numberOf.size !== matches.length) throw new Error('two matches have one id');
  for (const { id, minutes, rest } of matches) {
    if (!(minutes >= 0) || !(rest >= 0)) throw new Error(`match ${id} has ${minutes} minutes and ${rest} of rest`);
  }
  return numberOf;
}

function feedersOf(match: Match, numberOf: ReadonlyMap<FixtureId, number>): number[] {
  const ids = new Set(match.seats.flatMap(({ from }) => from));
  return [...ids].map((id) => {
    const number = numberOf.get(id);
    if (number === undefined) throw new Error(`match ${match.id} waits for ${id}, which is not in the plan`);
    return number;
  });
}

/** Each after all that feed it. Throws where they wait for each other in a circle. */
function inOrder(feeders: readonly (readonly number[])[]): number[] {
  const fed: number[][] = feeders.map(() => []);
  feeders.forEach((list, number) => {
    for (const feeder of list) fed[feeder]?.push(number);
  });
  const missing = feeders.map((list) => list.length);
  const order = missing.flatMap((count, number) => (count === 0 ? [number] : []));
  for (const number of order) {
    for (const next of fed[number] ?? []) {
      missing[next] = (missing[next] ?? 0) - 1;
      if (missing[next] === 0) order.push(next);
    }
  }
  if (order.length !== feeders.length) throw new Error('matches wait for each other in a circle');
  return order;
}

type Sized = { length: number; rest: number; feeders: readonly number[] };

/** For each match those that it rests on, with the least time from their end to its start. */
function lags(sized: readonly Sized[], order: readonly number[]): Map<number, number>[] {
  const since: Map<number, number>[] = sized.map(() => new Map());
  for (const number of order) {
    const mine = since[number];
    for (const feeder of sized[number]?.feeders ?? []) {
      const { length = 0, rest = 0 } = sized[feeder] ?? {};
      mine?.set(feeder, Math.max(mine.get(feeder) ?? 0, rest));
      for (const [earlier, lag] of since[feeder] ?? []) {
        mine?.set(earlier, Math.max(mine.get(earlier) ?? 0, lag + length + rest));
      }
    }
  }
  return since;
}

const canHold = ({ disciplines }: Court, { discipline }: Match): boolean =>
  disciplines === undefined || disciplines.includes(discipline);

/** For each match its courts. */
function courtsFor(matches: readonly Match[], courts: readonly Court[]): number[][] {
  const users = courts.map((court) => matches.filter((match) => canHold(court, match)).length);
  const order = courts.map((_, number) => number).sort((a, b) => (users[a] ?? 0) - (users[b] ?? 0) || a - b);
  return matches.map((match) =>
    order.filter((number) => {
      const court = courts[number];
      return court !== undefined && canHold(court, match);
    }),
  );
}

/** When a court can be used, without what others have fixed there. */
function openingsOf({ id, openings }: Court, { commitments }: Plan): Span[] {
  return commitments.filter(({ court }) => court === id).reduce(without, merged(openings));
}

function busyOf({ known, possible }: Playing, plan: Plan): Task['busy'] {
  return plan.commitments
    .filter(({ people }) => people.some((person) => known.has(person) || possible.has(person)))
    .map(({ startsAt, endsAt, rest }) => ({ startsAt, endsAt, rest: rest * MINUTE_MS }));
}

/** The plan with everything worked out once that every attempt to place its matches asks again and again. */
export function problemOf(plan: Plan): Problem {
  const matches = [...plan.matches].sort(byId);
  const numberOf = numbered(matches);
  const sized = matches.map((match) => ({
    ...{ length: match.minutes * MINUTE_MS, rest: match.rest * MINUTE_MS },
    feeders: feedersOf(match, numberOf),
  }));
  const order = inOrder(sized.map(({ feeders }) => feeders));
  const since = lags(sized, order);
  const playing = playingOf(matches, order, numberOf);
  const clashes = clashesOf(matches, playing, since);
  const until: Map<number, number>[] = matches.map(() => new Map());
  const fed: number[][] = matches.map(() => []);
  sized.forEach(({ feeders }, number) => {
    for (const feeder of feeders) fed[feeder]?.push(number);
    for (const [earlier, lag] of since[number] ?? []) until[earlier]?.set(number, lag);
  });
  const sorted = [...plan.courts].sort(byId);
  const courts = courtsFor(matches, sorted);
  const tasks = matches.map((match, number): Task => {
    const { length, rest, feeders } = sized[number] ?? { length: 0, rest: 0, feeders: [] };
    const later = until[number] ?? new Map<number, number>();
    const tail = Math.max(0, ...[...later].map(([next, lag]) => lag + (sized[next]?.length ?? 0)));
    const mine = playing[number] ?? { known: new Set(), possible: new Set() };
    return {
      ...{
        match,
        length,
        rest,
        feeders,
        fed: fed[number] ?? [],
        since: since[number] ?? new Map(),
        until: later,
        tail,
      },
      ...{ clashes: clashes[number] ?? [], busy: busyOf(mine, plan), courts: courts[number] ?? [] },
    };
  });
  const open = sorted.map((court) => ({ id: court.id, openings: openingsOf(court, plan) }));
  return { tasks, courts: open, step: plan.step * MINUTE_MS, numberOf };
}

export const idsOf = ({ tasks }: Problem, numbers: readonly number[]): FixtureId[] =>
  numbers.flatMap((number) => tasks[number]?.match.id ?? []);
