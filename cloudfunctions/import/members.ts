import type { MemberRecord } from '../../domain/member/member';
import { _ } from '../kit/cloud';
import { find, type Projection, type Stored } from '../kit/documents';

/** Phones asked for in one query: few enough that it stays a look-up of each. */
const AT_ONCE = 200;

/** The members whose phones these stand for, of whatever status. */
export async function membersBy<T extends Stored & Pick<MemberRecord, 'phoneKey'>>(
  keys: readonly string[],
  projection: Projection,
): Promise<T[]> {
  const members: T[] = [];
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const part = keys.slice(from, from + AT_ONCE);
    members.push(...(await find<T>('members', { phoneKey: _.in(part) }, { limit: AT_ONCE, projection })));
  }
  return members;
}
