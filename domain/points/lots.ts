import type { Instant } from '../../types/vocabulary';
import { DAY_MS, dayOf, startOfDay } from '../time/shanghai';
import type { Lot, LotMove } from './account';

/** How long a lot lives that takes in what comes back too late for its own, milliseconds. */
export const BACK_MS = 30 * DAY_MS;

type Target = Pick<Lot, 'id' | 'expiresAt'>;

export function yearOf(at: Instant): string {
  return dayOf(at).slice(0, 4);
}

/** Points of a calendar year are gone with the end of 31 December of the next. */
function lotOfYear(on: Instant): Target {
  const id = yearOf(on);
  return { id, expiresAt: startOfDay(`${Number(id) + 2}-01-01`) };
}

function backLot(at: Instant): Target {
  const expiresAt = at + BACK_MS;
  return { id: `back-${expiresAt}`, expiresAt };
}

/** Where points go that somebody gets at `at` for what was on `on`. */
export function lotFor(on: Instant, at: Instant): Target {
  const own = lotOfYear(on);
  return own.expiresAt > at ? own : backLot(at);
}

/** Into that lot; nothing where there are no points. */
export function into({ id, expiresAt }: Target, points: number): LotMove[] {
  return points > 0 ? [{ lot: id, points, expiresAt }] : [];
}

/** So many points out of the lots, in their order, as far as there are any. */
export function takeInOrder(lots: readonly Lot[], points: number): LotMove[] {
  const moves: LotMove[] = [];
  let left = points;
  for (const { id, points: has, expiresAt } of lots) {
    const taken = Math.min(has, left);
    if (taken > 0) moves.push({ lot: id, points: -taken, expiresAt });
    left -= taken;
  }
  return moves;
}

/**
 * What was taken goes back to where it came from, each lot its part; for those that are gone by `at` there is one that lives
 * 30 days. The first `settled` points of it stay away, those that expire soonest: they settle a debt.
 */
export function giveBack(taken: readonly LotMove[], settled: number, at: Instant): LotMove[] {
  const moves: LotMove[] = [];
  let owed = settled;
  for (const { lot, points, expiresAt } of taken) {
    const kept = Math.min(-points, owed);
    owed -= kept;
    const target = expiresAt > at ? { id: lot, expiresAt } : backLot(at);
    const same = moves.find((move) => move.lot === target.id);
    if (same) same.points += -points - kept;
    else moves.push(...into(target, -points - kept));
  }
  return moves;
}

const soonestFirst = (a: Lot, b: Lot): number => a.expiresAt - b.expiresAt || (a.id < b.id ? -1 : 1);

/** The lots after the moves. Throws where a lot would go below zero. */
export function moved(lots: readonly Lot[], moves: readonly LotMove[]): Lot[] {
  const next = new Map(lots.map((lot) => [lot.id, lot]));
  for (const { lot: id, points, expiresAt } of moves) {
    const before = next.get(id) ?? { id, points: 0, came: 0, expiresAt };
    const after = { ...before, points: before.points + points, came: before.came + Math.max(points, 0) };
    if (after.points < 0) throw new Error(`lot ${id} has ${before.points}, and ${-points} were taken`);
    next.set(id, after);
  }
  return [...next.values()].sort(soonestFirst);
}
