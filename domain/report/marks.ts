import type { Instant } from '../../types/vocabulary';

/** What a record that changes remembers of how it is counted. */
export interface CountedNote {
  /** The batch that counted it so. */
  n: number;
  /** Its facets as a text, empty where it counts nowhere. */
  as: string;
}

/** The mark of a record that is to be counted anew: never the one that it has, so that no sweep takes away a later one. */
export function marked(before: { tallyDue?: Instant }, now: Instant): { tallyDue: Instant } {
  return { tallyDue: before.tallyDue === undefined ? now : Math.max(now, before.tallyDue + 1) };
}
