/**
 * The tables of ITTF 3.7.5 and BWF GCR 16.2, written from their text, slowly, and without a line of the product: scores
 * in, ranks out. A rank is a list of those who share it: what lots would have to separate.
 */

/** A match between two, by their numbers: its games as played; `lost` where it was not played to its end. */
export interface RawMatch {
  a: number;
  b: number;
  games: [number, number][];
  lost?: { by: 'walkover' | 'retired'; who: number };
}

export type Ranks = number[][];

interface Counted {
  winner: number;
  loser: number;
  complete: boolean;
  /** [winner's, loser's] */
  games: [bigint, bigint];
  points: [bigint, bigint];
}

/** Games to three wins at 11 points; whatever was not played is won by the other side to love. */
function counted({ a, b, games, lost }: RawMatch): Counted {
  const sheet = games.map(([x, y]) => ({ [a]: x, [b]: y }) as Record<number, number>);
  const of = (game: Record<number, number>, who: number) => game[who] ?? 0;
  const finished = (game: Record<number, number>) => {
    const [high, low] = [Math.max(of(game, a), of(game, b)), Math.min(of(game, a), of(game, b))];
    return high >= 11 && high - low >= 2;
  };
  const wonBy = (who: number, other: number) =>
    sheet.filter((game) => finished(game) && of(game, who) > of(game, other)).length;
  let winner = wonBy(a, b) > wonBy(b, a) ? a : b;
  if (lost) winner = lost.who === a ? b : a;
  const loser = winner === a ? b : a;
  for (const game of sheet) {
    while (!finished(game)) game[winner] = of(game, winner) + 1;
  }
  while (wonBy(winner, loser) < 3) sheet.push({ [winner]: 11, [loser]: 0 });
  const sum = (who: number) => sheet.reduce((total, game) => total + BigInt(of(game, who)), 0n);
  return {
    winner,
    loser,
    complete: lost === undefined,
    games: [BigInt(wonBy(winner, loser)), BigInt(wonBy(loser, winner))],
    points: [sum(winner), sum(loser)],
  };
}

/** The entries by a relation, those of whom none is better than another together. */
function classes(entries: number[], better: (x: number, y: number) => boolean): number[][] {
  const left = [...entries];
  const ranks: number[][] = [];
  while (left.length > 0) {
    const best = left.filter((x) => !left.some((y) => better(y, x)));
    ranks.push(best);
    for (const x of best) left.splice(left.indexOf(x), 1);
  }
  return ranks;
}

/** Of a fraction that may have nothing below the line. Nothing over nothing is even. */
function ratioAbove([w1, l1]: [bigint, bigint], [w2, l2]: [bigint, bigint]): boolean {
  if (w1 === 0n && l1 === 0n) return w2 < l2;
  if (w2 === 0n && l2 === 0n) return w1 > l1;
  if (l1 === 0n) return l2 !== 0n;
  if (l2 === 0n) return false;
  return w1 * l2 > w2 * l1;
}

function ratioOf(matches: Counted[], who: number, what: 'games' | 'points'): [bigint, bigint] {
  let [won, lost] = [0n, 0n];
  for (const match of matches) {
    const [best, worst] = match[what];
    if (match.winner === who) [won, lost] = [won + best, lost + worst];
    if (match.loser === who) [won, lost] = [won + worst, lost + best];
  }
  return [won, lost];
}

export function ittfRanks(size: number, raw: RawMatch[]): Ranks {
  const all = raw.map(counted);
  const pointsOf = (matches: Counted[], who: number) =>
    matches.filter(({ winner }) => winner === who).length * 2 +
    matches.filter(({ loser, complete }) => loser === who && complete).length;
  const resolve = (tied: number[]): Ranks => {
    if (tied.length === 1) return [tied];
    const between = all.filter(({ winner, loser }) => tied.includes(winner) && tied.includes(loser));
    const steps = [
      (x: number, y: number) => pointsOf(between, x) > pointsOf(between, y),
      (x: number, y: number) => ratioAbove(ratioOf(between, x, 'games'), ratioOf(between, y, 'games')),
      (x: number, y: number) => ratioAbove(ratioOf(between, x, 'points'), ratioOf(between, y, 'points')),
    ];
    for (const better of steps) {
      const ranks = classes(tied, better);
      if (ranks.length > 1) return ranks.flatMap(resolve);
    }
    return [tied];
  };
  const everybody = Array.from({ length: size }, (_, at) => at);
  return classes(everybody, (x, y) => pointsOf(all, x) > pointsOf(all, y)).flatMap(resolve);
}

/** The ranks, and those whose results were deleted. */
export function bwfRanks(size: number, raw: RawMatch[]): { ranks: Ranks; deleted: number[] } {
  const deleted = [...new Set(raw.flatMap(({ lost }) => (lost ? [lost.who] : [])))];
  const staying = Array.from({ length: size }, (_, at) => at).filter((who) => !deleted.includes(who));
  const matches = raw.filter(({ a, b }) => !deleted.includes(a) && !deleted.includes(b));
  const won = ([x, y]: [number, number]) => x > y;
  const winnerOf = ({ a, b, games }: RawMatch) =>
    games.filter(won).length > games.filter((game) => !won(game)).length ? a : b;
  const wins = (who: number, among: number[]) =>
    matches.filter((match) => among.includes(match.a) && among.includes(match.b) && winnerOf(match) === who).length;
  const difference = (who: number, value: (mine: number, theirs: number) => number) => {
    let sum = 0;
    for (const { a, b, games } of matches) {
      if (a === who) for (const [x, y] of games) sum += value(x, y);
      if (b === who) for (const [x, y] of games) sum += value(y, x);
    }
    return sum;
  };
  const games = (who: number) => difference(who, (mine, theirs) => (mine > theirs ? 1 : -1));
  const points = (who: number) => difference(who, (mine, theirs) => mine - theirs);
  const two = (tied: number[]): Ranks | undefined => {
    if (tied.length !== 2) return undefined;
    const ranks = classes(tied, (x, y) => wins(x, tied) > wins(y, tied));
    return ranks.length > 1 ? ranks : undefined;
  };
  const byPoints = (tied: number[]): Ranks =>
    two(tied) ?? classes(tied, (x, y) => points(x) > points(y)).flatMap((rank) => two(rank) ?? [rank]);
  const byGames = (tied: number[]): Ranks =>
    two(tied) ?? classes(tied, (x, y) => games(x) > games(y)).flatMap(byPoints);
  const ranks = classes(staying, (x, y) => wins(x, staying) > wins(y, staying)).flatMap(byGames);
  return { ranks, deleted };
}
