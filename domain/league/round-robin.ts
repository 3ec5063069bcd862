/**
 * Who meets whom in a group of so many, round by round, counted from 0; each meets each once, and nobody twice in a
 * round. The circle method: the first stays, the others move on by one; an odd group has one who rests in each round. The
 * first two meet in the last round. In the second of two rounds sides are turned.
 */
export function roundRobin(size: number, times: 1 | 2): [number, number][][] {
  const seats = Array.from({ length: size + (size % 2) }, (_, at) => at);
  const rounds: [number, number][][] = [];
  for (let round = 1; round < seats.length; round++) {
    const shift = (seat: number) => (seat === 0 ? 0 : ((seat - 1 + round) % (seats.length - 1)) + 1);
    const pairs: [number, number][] = [];
    for (let at = 0; at < seats.length / 2; at++) {
      const [one, other] = [shift(at), shift(seats.length - 1 - at)];
      if (one < size && other < size) pairs.push(one < other ? [one, other] : [other, one]);
    }
    rounds.unshift(pairs);
  }
  if (times === 1) return rounds;
  return [...rounds, ...rounds.map((pairs) => pairs.map(([a, b]): [number, number] => [b, a]))];
}
