import type { Fact } from '../../domain/report/facts';
import {
  bySubject,
  folded,
  increased,
  incrementsOf,
  openSubject,
  openTally,
  stepOf,
  type TalliedRecord,
  type TallyRecord,
} from '../../domain/report/fold';

/** Tallies and what they remember, in memory; a batch may stop after any of its writes and be applied again. */
export class ReportBooks {
  readonly tallies = new Map<string, TallyRecord>();
  readonly tallied = new Map<string, TalliedRecord>();

  /** Applies the batch up to so many writes. */
  apply(facts: readonly Fact[], n: number, writes = Number.POSITIVE_INFINITY): void {
    let left = writes;
    const steps = [...bySubject(facts)].map(([id, { what, facts: own }]) => {
      const next = folded(this.tallied.get(id) ?? openSubject(id), own, n);
      if (left-- > 0) this.tallied.set(id, next);
      return { what, step: stepOf(next) };
    });
    for (const [id, increments] of incrementsOf(facts, steps))
      if (left-- > 0) this.tallies.set(id, increased(this.tallies.get(id) ?? openTally(id), increments, n));
  }

  /** All that is not 0, by tally and path. */
  get says(): Record<string, number> {
    const said: Record<string, number> = {};
    const look = (tree: unknown, at: string): void => {
      if (typeof tree === 'number' && tree !== 0) said[at] = tree;
      if (typeof tree === 'object' && tree !== null)
        for (const [field, below] of Object.entries(tree)) look(below, `${at}${at.includes(' ') ? '.' : ' '}${field}`);
    };
    for (const [id, { _id, v: _v, through: _through, ...rest }] of this.tallies) look(rest, id);
    return said;
  }
}
