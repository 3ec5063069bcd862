import type { Instant } from '../../../types/vocabulary';
import { leastFinish } from './lower-bound';
import { type Court, MINUTE_MS, type Plan } from './plan';
import { byId, problemOf } from './problem';
import { search } from './search';
import { lengthOf, merged, onStep, sumOfLengths } from './spans';

/** What an organizer sees of a league before there is a schedule. */
export interface Preview {
  matches: number;
  /** How long all matches take together, and how long all courts are open: minutes. */
  neededMinutes: number;
  openMinutes: number;
  /** No schedule does with fewer courts; absent: not even all of them are enough. */
  leastCourts?: number;
  /** With so many courts, the first of `order`, a schedule was found, and when it is over; absent: with none. */
  courts?: number;
  finish?: Instant;
  order: string[];
}

/** A look needs no schedule for publication: a few orders are enough. */
const EFFORT = 4_000;

/** The courts in the order in which one would book them: first one for each discipline, then those that are open longest. */
function bookingOrder({ courts, matches }: Plan): Court[] {
  const open = (court: Court): number => sumOfLengths(merged(court.openings));
  const byUse = [...courts].sort((a, b) => open(b) - open(a) || byId(a, b));
  const first: Court[] = [];
  const hosts = ({ disciplines }: Court, discipline: string): boolean =>
    disciplines === undefined || disciplines.includes(discipline);
  for (const discipline of [...new Set(matches.map((match) => match.discipline))].sort()) {
    if (first.some((court) => hosts(court, discipline))) continue;
    const host = byUse.find((court) => hosts(court, discipline));
    if (host) first.push(host);
  }
  return [...first, ...byUse.filter((court) => !first.includes(court))];
}

/** How many courts it takes at least, by their minutes and by how many of the shortest match each has room for. */
function leastCourts({ courts, matches, step }: Plan): number | undefined {
  const needed = matches.reduce((sum, { minutes }) => sum + minutes * MINUTE_MS, 0);
  const shortest = Math.min(...matches.map(({ minutes }) => minutes)) * MINUTE_MS;
  const apart = Math.max(1, onStep(shortest, step * MINUTE_MS));
  const roomIn = (length: number): number => (length < shortest ? 0 : Math.floor((length - shortest) / apart) + 1);
  const room = ({ openings }: Court): number =>
    merged(openings).reduce((sum, opening) => sum + roomIn(lengthOf(opening)), 0);
  const enough = (of: (court: Court) => number, need: number): number | undefined => {
    let sum = 0;
    const amounts = courts.map(of).sort((a, b) => b - a);
    const at = amounts.findIndex((amount) => {
      sum += amount;
      return sum >= need;
    });
    return at === -1 ? undefined : at + 1;
  };
  const byTime = enough(({ openings }) => sumOfLengths(merged(openings)), needed);
  const byCount = enough(room, matches.length);
  return byTime === undefined || byCount === undefined ? undefined : Math.max(byTime, byCount);
}

/** Matches, hours and courts of a plan, with a lower bound of the courts and a number for which a schedule was found. */
export function preview(plan: Plan): Preview {
  const order = bookingOrder(plan);
  const facts = {
    matches: plan.matches.length,
    neededMinutes: plan.matches.reduce((sum, { minutes }) => sum + minutes, 0),
    openMinutes: order.reduce((sum, { openings }) => sum + sumOfLengths(merged(openings)) / MINUTE_MS, 0),
    order: order.map(({ id }) => id),
  };
  if (plan.matches.length === 0) return { ...facts, leastCourts: 0, courts: 0 };
  const least = leastCourts(plan);
  if (least === undefined) return facts;
  for (let courts = least; courts <= order.length; courts++) {
    const problem = problemOf({ ...plan, courts: order.slice(0, courts) });
    const bound = leastFinish(problem);
    if (bound === Number.POSITIVE_INFINITY) continue;
    const { left, finish } = search(problem, new Map(), bound, EFFORT).pass;
    if (left.length === 0) return { ...facts, leastCourts: least, courts, finish };
  }
  return { ...facts, leastCourts: least };
}
