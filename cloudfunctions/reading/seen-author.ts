import type { EnterpriseRecord, MemberRecord } from '../../domain/member/member';
import { type ProfileRecord, shownName } from '../../domain/reading/profile';
import type { EnterpriseId, MemberId } from '../../types/vocabulary';
import { byId } from '../kit/documents';

/** As others see who writes; without a name where they chose not to be seen, or never chose. */
export interface SeenAuthor {
  author?: string;
  enterpriseName: string;
}

/** Three calls at the same time. */
export async function seenAuthor(memberId: MemberId, enterpriseId: EnterpriseId | undefined): Promise<SeenAuthor> {
  const [member, profile, enterprise] = await Promise.all([
    byId<Pick<MemberRecord, '_id' | 'name'>>('members', memberId, { name: true }),
    byId<Pick<ProfileRecord, '_id' | 'seenAs'>>('profiles', memberId, { seenAs: true }),
    enterpriseId === undefined
      ? undefined
      : byId<Pick<EnterpriseRecord, '_id' | 'name'>>('enterprises', enterpriseId, { name: true }),
  ]);
  const author = member && shownName(member.name, profile?.seenAs ?? 'nobody');
  return { ...(author !== undefined && { author }), enterpriseName: enterprise?.name ?? '' };
}
