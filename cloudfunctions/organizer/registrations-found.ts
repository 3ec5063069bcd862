import type { MemberRecord } from '../../domain/member/member';
import type { Sought } from '../../domain/member/sought';
import type { RegistrationRecord } from '../../domain/signup/registration';
import type { RegistrationFilter } from '../../types/contract';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { FOUND_MOST, foundByName } from '../kit/found-by-name';

/** What the store is asked for: those of one state, in the session, the zone, the enterprise that are named. */
export function matching({ activityId, state, sessionId, zoneId, enterpriseId }: RegistrationFilter) {
  return {
    ...{ activityId, state, void: _.exists(false) },
    ...(sessionId !== undefined && { sessionId }),
    ...(zoneId !== undefined && { zoneId }),
    ...(enterpriseId !== undefined && { enterpriseId }),
  };
}

type Named = Pick<MemberRecord, '_id' | 'name' | 'phone'>;

/** Those of that name, up to twenty, in the order in which they came. */
export async function namedIn(sought: Sought, filter: RegistrationFilter): Promise<RegistrationRecord[]> {
  const theirs = (members: readonly Named[]) =>
    find<RegistrationRecord>(
      'registrations',
      { memberId: _.in(members.map(({ _id }) => _id)), ...matching(filter) },
      { limit: 1_000 },
    );
  const found = await foundByName(sought, { name: true, phone: true }, theirs);
  return found.sort((a, b) => (a.cameKey < b.cameKey ? -1 : 1)).slice(0, FOUND_MOST);
}
