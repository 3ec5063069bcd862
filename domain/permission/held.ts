import { type Grant, type MemberId, ROLES, type Role } from '../../types/vocabulary';
import { timeKey } from '../time/shanghai';

/** What stands for a role without an end, or with one that no key can hold: the latest instant that one can, in 2286. */
const NO_END = 9_999_999_999_999;

/**
 * Until when somebody has each role, for whichever scope they have it longest: who has a role now is found by it, and
 * whose roles end first come first. It stands in the member document, beside the grants that it follows from.
 */
export type HeldKeys = Partial<Record<Role, string>>;

export function heldKeys(memberId: MemberId, grants: readonly Grant[]): HeldKeys {
  const held: HeldKeys = {};
  for (const role of ROLES) {
    const ends = grants.filter((grant) => grant.role === role).map(({ until = NO_END }) => Math.min(until, NO_END));
    if (ends.length > 0) held[role] = timeKey(Math.max(...ends), memberId);
  }
  return held;
}
