import type { MemberRecord } from '../../domain/member/member';
import { isSought, type Sought } from '../../domain/member/sought';
import type { RegistrationRecord } from '../../domain/signup/registration';
import type { RegistrationFilter } from '../../types/contract';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';

/** As many as one looks through; who types more of the name has fewer. */
const MOST = 20;

/** Members of that name looked at in one go, with what each has signed up to. */
const AT_ONCE = 200;

/** Members of that name looked at in all: a surname alone, in a park of fifty thousand, has some thousands. */
const LOOKED_AT_MOST = 5_000;

/** What the store is asked for: those of one state, in the session, the zone, the enterprise that are named. */
export function matching({ activityId, state, sessionId, zoneId, enterpriseId }: RegistrationFilter) {
  return {
    ...{ activityId, state, void: _.exists(false) },
    ...(sessionId !== undefined && { sessionId }),
    ...(zoneId !== undefined && { zoneId }),
    ...(enterpriseId !== undefined && { enterpriseId }),
  };
}

/**
 * Those of that name, up to twenty, in the order in which they came. From the members to their registrations: names
 * stand with the members alone, so it costs what the name has namesakes, however many have registered.
 */
export async function namedIn(sought: Sought, filter: RegistrationFilter): Promise<RegistrationRecord[]> {
  const by = sought.by === 'phone' ? { phoneTail: sought.tail } : { grams: _.all(sought.grams) };
  const found: RegistrationRecord[] = [];
  let from = '';
  for (let looked = 0; looked < LOOKED_AT_MOST && found.length < MOST; looked += AT_ONCE) {
    const members = await find<Pick<MemberRecord, '_id' | 'name' | 'phone'>>(
      'members',
      { ...by, _id: _.gt(from) },
      { orderBy: ['_id', 'asc'], limit: AT_ONCE, projection: { name: true, phone: true } },
    );
    const meant = members.filter((person) => isSought(person, sought)).map(({ _id }) => _id);
    if (meant.length > 0) {
      const theirs = { memberId: _.in(meant), ...matching(filter) };
      found.push(...(await find<RegistrationRecord>('registrations', theirs, { limit: 1_000 })));
    }
    from = members.at(-1)?._id ?? '';
    if (members.length < AT_ONCE) break;
  }
  return found.sort((a, b) => (a.cameKey < b.cameKey ? -1 : 1)).slice(0, MOST);
}
