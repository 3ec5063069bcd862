import { SIZE_CLASSES, type SizeClass } from '../../types/contract';
import type { EnterpriseId } from '../../types/vocabulary';
import type { BoardShard } from './board';
import { type Amount, unpacked } from './score';

/** Of the largest that it reaches. Below ten members there is none: a sum would say who of them reads. */

export function sizeClassOf(members: number): SizeClass | undefined {
  return SIZE_CLASSES.find((least) => members >= least);
}

/** What an enterprise's readers have together, those who are not seen among them. */
export interface EnterpriseTotal extends Amount {
  id: EnterpriseId;
  /** Of the union, readers or not: what it is divided by. */
  members: number;
}

/** Sums of all shards of a board. They are unpacked before they are added: those of one shard fit a score, all may not. */
export function totalsOf(shards: readonly Pick<BoardShard, 'sums'>[]): Map<EnterpriseId, Amount> {
  const totals = new Map<EnterpriseId, Amount>();
  for (const { sums } of shards) {
    for (const [id, sum] of Object.entries(sums)) {
      const { days, minutes } = unpacked(sum);
      const former = totals.get(id) ?? { days: 0, minutes: 0 };
      totals.set(id, { days: former.days + days, minutes: former.minutes + minutes });
    }
  }
  return totals;
}

/** Days per member, then minutes per member, compared as fractions are: nothing is rounded, so equal is equal. */
function compared(a: EnterpriseTotal, b: EnterpriseTotal): number {
  return b.days * a.members - a.days * b.members || b.minutes * a.members - a.minutes * b.members;
}

export interface RankedEnterprise extends EnterpriseTotal {
  /** One more than are ahead: who ties shares it. */
  rank: number;
}

/**
 * The enterprises of one size class that have read at all, the best first, those that tie in the order of their ids. One
 * that has read nothing is not there: no list says who did not take part.
 */
export function rankedIn(size: SizeClass, totals: readonly EnterpriseTotal[]): RankedEnterprise[] {
  const those = totals
    .filter(({ members, days, minutes }) => sizeClassOf(members) === size && days + minutes > 0)
    .sort((a, b) => compared(a, b) || (a.id < b.id ? -1 : 1));
  const ranked: RankedEnterprise[] = [];
  for (const each of those) {
    const former = ranked.at(-1);
    const ties = former !== undefined && compared(former, each) === 0;
    ranked.push({ ...each, rank: ties ? former.rank : ranked.length + 1 });
  }
  return ranked;
}
