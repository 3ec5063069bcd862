import type { EnterpriseRecord, MemberRecord } from '../../domain/member/member';
import { openProfile, type ProfileRecord, shownName } from '../../domain/reading/profile';
import type { SeenAs } from '../../types/contract';
import type { EnterpriseId, MemberId } from '../../types/vocabulary';
import { byId } from '../kit/documents';

export async function loadProfile(memberId: MemberId): Promise<ProfileRecord> {
  return (await byId<ProfileRecord>('profiles', memberId)) ?? openProfile(memberId);
}

/** What stands under the notes of whoever works there. */
export async function nameOf(enterpriseId: EnterpriseId): Promise<string> {
  return (await byId<EnterpriseRecord>('enterprises', enterpriseId, { name: true }))?.name ?? '';
}

/** What others see of somebody; nothing of who has left. */
export async function seenName(memberId: MemberId, seenAs: SeenAs): Promise<string | undefined> {
  if (seenAs === 'nobody') return undefined;
  const member = await byId<MemberRecord>('members', memberId, { name: true });
  return member && shownName(member.name, seenAs);
}
