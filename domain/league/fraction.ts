/** What was won and what was lost of one thing: matches, games, points. Whole numbers. */
export interface Tally {
  won: number;
  lost: number;
}

export const NOTHING: Tally = { won: 0, lost: 0 };

export function added(a: Tally, b: Tally): Tally {
  return { won: a.won + b.won, lost: a.lost + b.lost };
}

/** Nothing won and nothing lost is as good as even: above who lost more than they won, below who won more. */
function proper({ won, lost }: Tally): Tally {
  return won === 0 && lost === 0 ? { won: 1, lost: 1 } : { won, lost };
}

/**
 * Below 0 where `a` has the better ratio of won to lost, 0 where they are equal. By cross-multiplication, which is exact
 * up to 94 million of each: a quotient in floating point calls some equal that are not. Who lost nothing stands above
 * all who lost something, and equal to each other however much they won.
 */
export function byRatio(a: Tally, b: Tally): number {
  const one = proper(a);
  const other = proper(b);
  if (one.lost === 0 || other.lost === 0) return Math.sign(one.lost) - Math.sign(other.lost);
  return other.won * one.lost - one.won * other.lost;
}

export function byDifference(a: Tally, b: Tally): number {
  return b.won - b.lost - (a.won - a.lost);
}
