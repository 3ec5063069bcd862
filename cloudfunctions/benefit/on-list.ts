import type { BenefitId, MemberId } from '../../types/vocabulary';
import { byId } from '../kit/documents';

export function listedId(benefitId: BenefitId, memberId: MemberId): string {
  return `${benefitId}.${memberId}`;
}

export async function isListed(benefitId: BenefitId, memberId: MemberId): Promise<boolean> {
  return (await byId('listed', listedId(benefitId, memberId), { key: true })) !== undefined;
}
