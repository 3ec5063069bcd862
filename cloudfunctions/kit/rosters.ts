import { ROSTERS, type RosterBook, type RosterPage, rosterPageOf } from '../../domain/member/roster';
import type { EnterpriseId } from '../../types/vocabulary';
import { byId, find } from './documents';

/**
 * Whether the phone is on the roster that is in force: the enterprise's own line, then the one page where it would stand.
 * An import that comes into force in between leaves the former pages where they are for a while.
 */
export async function isOnRoster(enterpriseId: EnterpriseId, key: string): Promise<boolean> {
  const book = await byId<Pick<RosterBook, '_id' | 'of'>>('rosterBook', ROSTERS, { [`of.${enterpriseId}`]: true });
  const at = book?.of?.[enterpriseId];
  if (!at) return false;
  const _id = rosterPageOf(enterpriseId, at, key);
  return (await find<RosterPage>('rosters', { _id, keys: key }, { limit: 1, projection: { import: true } })).length > 0;
}
