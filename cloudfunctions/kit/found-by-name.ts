import type { MemberRecord } from '../../domain/member/member';
import { isSought, type Sought } from '../../domain/member/sought';
import { _ } from './cloud';
import { find, type Projection } from './documents';

/** As many as one looks through; who types more of the name has fewer. */
export const FOUND_MOST = 20;

/** Members of that name looked at in one go, each with what they may hold: one query each. */
const AT_ONCE = 200;

/** Members of that name looked at in all: a surname alone, in a park of fifty thousand, has some thousands. */
const LOOKED_AT_MOST = 5_000;

/**
 * What people of that name, or of that phone's end, have, until there are `FOUND_MOST` of it or a few more. From the members
 * to what they have and not the other way: names and phones stand with the members alone, and a list of twenty thousand
 * would have to be read whole. So it costs what the name has namesakes, however long the list is.
 */
export async function foundByName<M extends Pick<MemberRecord, '_id' | 'name' | 'phone'>, T>(
  sought: Sought,
  projection: Projection,
  theirs: (members: readonly M[]) => Promise<T[]>,
): Promise<T[]> {
  const by = sought.by === 'phone' ? { phoneTail: sought.tail } : { grams: _.all(sought.grams) };
  const found: T[] = [];
  let from = '';
  for (let looked = 0; looked < LOOKED_AT_MOST && found.length < FOUND_MOST; looked += AT_ONCE) {
    const members = await find<M>(
      'members',
      { ...by, _id: _.gt(from) },
      { orderBy: ['_id', 'asc'], limit: AT_ONCE, projection },
    );
    const meant = members.filter((person) => isSought(person, sought));
    if (meant.length > 0) found.push(...(await theirs(meant)));
    from = members.at(-1)?._id ?? '';
    if (members.length < AT_ONCE) break;
  }
  return found;
}
