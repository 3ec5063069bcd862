import { MINUTE_MS, type Plan } from '../../domain/league/schedule/plan';
import { preview } from '../../domain/league/schedule/preview';
import { replan } from '../../domain/league/schedule/replan';
import { restsOf } from '../../domain/league/schedule/rest';
import { schedule } from '../../domain/league/schedule/schedule';
import { at, competition, courtsOf, evenings, planOf } from '../support/schedule-cases';
import { faultsOf } from '../support/schedule-check';

/** Teams of five; the n-th of the second competition's entries has a person of the first's for every eighth. */
const team = (entry: string): string[] => Array.from({ length: 5 }, (_, number) => `${entry}-${number}`);

/** 500 matches: 32 groups of 4 with a knockout of 64 (256), 16 groups of 5 with a knockout of 32 (192), 52 more. */
export function fiveHundred(evening: number, count: number): Plan {
  const matches = [
    ...competition({
      name: 'tennis',
      groups: 32,
      size: 4,
      minutes: 30,
      rest: 15,
      through: 2,
      people: (entry) => [entry],
    }),
    ...competition({
      name: 'badminton',
      groups: 16,
      size: 5,
      minutes: 35,
      rest: 20,
      through: 2,
      people: (e) => [e, `${e}x`],
    }),
    ...competition({ name: 'esports', groups: 8, size: 4, minutes: 50, rest: 20, through: 1, people: team }),
  ].slice(0, 500);
  return planOf(courtsOf(12, evenings(count, evening)), matches);
}

function timed<T>(what: () => T): { value: T; ms: number } {
  const began = performance.now();
  const value = what();
  return { value, ms: performance.now() - began };
}

function restWords(plan: Plan, placements: Parameters<typeof restsOf>[1]): string {
  const shortest = [...restsOf(plan, placements).values()].map((gaps) => Math.min(...gaps)).sort((a, b) => a - b);
  const of = (share: number): number => shortest[Math.floor((shortest.length - 1) * share)] ?? 0;
  return `shortest rest of a person: ${of(0)} min at least, ${of(0.1)} / ${of(0.5)} / ${of(0.9)} at 10 / 50 / 90 of 100`;
}

/** Time on courts from the first evening on: the nights between do not count. */
function openUntil(plan: Plan, until: number): number {
  const [court] = plan.courts;
  return (court?.openings ?? []).reduce((sum, { startsAt, endsAt }) => {
    return sum + Math.max(0, Math.min(endsAt, until) - startsAt) / MINUTE_MS;
  }, 0);
}

export function measureSchedule(): void {
  const plan = fiveHundred(300, 6);
  const { value, ms } = timed(() => schedule(plan));
  const quick = timed(() => schedule(plan, 4_000));
  if (value.kind !== 'fits') throw new Error(`${value.left.length} matches have no place`);
  const [finish, bound] = [openUntil(plan, value.finish), openUntil(plan, value.leastFinish)];
  console.log(`schedule of ${plan.matches.length} matches on ${plan.courts.length} courts: ${ms.toFixed(0)} ms`);
  console.log(
    `  open minutes until all is over ${finish}, lower bound ${bound.toFixed(0)}: ${(finish / bound).toFixed(3)}`,
  );
  console.log(`  ${restWords(plan, value.placements)}`);
  const quickly = quick.value.kind === 'fits' ? openUntil(plan, quick.value.finish) / bound : Number.NaN;
  console.log(`  with a tenth of the effort: ${quick.ms.toFixed(0)} ms, ${quickly.toFixed(3)}`);
  const look = timed(() => preview(plan));
  const { neededMinutes, leastCourts, courts } = look.value;
  console.log(
    `preview: ${look.ms.toFixed(0)} ms, ${neededMinutes} min, at least ${leastCourts} courts, found ${courts}`,
  );
  const now = at(60);
  const played = value.placements.filter(({ startsAt }) => startsAt < now);
  const fewer = { ...plan, courts: plan.courts.slice(1) };
  const again = timed(() => replan(fewer, { now, before: value.placements, played, off: [] }));
  const { moved, placements, kind } = again.value;
  const there = value.placements.filter(({ court, startsAt }) => court === 'c01' && startsAt >= now).length;
  console.log(
    `one court drops out after an hour: ${again.ms.toFixed(0)} ms, ${kind}, ${there} stood there, ${moved.length} moved`,
  );
  const faults = [...faultsOf(plan, value.placements), ...faultsOf(plan, placements)];
  console.log(`clashes, by looking at every two: ${faults.length}`);
  if (faults.length > 0) process.exitCode = 1;
}
