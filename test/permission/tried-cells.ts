import { everyMoment } from '../support/moments';
import { saySeed } from '../support/seed';
import { ASKERS, type Asker, TABLE } from './table';

interface Cell {
  name: string;
  who: Asker;
  verdict: string;
}

/**
 * Every refusal is tried in every run. Of those who are let in by an operation the first, and of the others a third that
 * goes round with the seed: each needs something of its own that it may do it to. All at once: `MOMENTS=all`.
 */
export function triedCells(): Cell[] {
  const seed = saySeed();
  const cells = Object.entries(TABLE).flatMap(([name, row]) => {
    const first = ASKERS.find((who) => row[who] === 'allowed');
    return ASKERS.map((who) => ({ name, who, verdict: row[who], first: who === first }));
  });
  return cells.filter(
    ({ verdict, first }, at) => verdict !== 'allowed' || first || everyMoment || (at + seed) % 3 === 0,
  );
}
