import type { Eligibility } from '../../types/contract/activity';
import type { Ineligible } from '../../types/contract/registration';
import type { Employment, EnterpriseId, MemberId, MemberStatus } from '../../types/vocabulary';

/** Who asks, as far as eligibility is concerned. */
export interface Applicant {
  memberId?: MemberId;
  status: MemberStatus;
  enterpriseId?: EnterpriseId;
  employment?: Employment;
}

/** Why the applicant may not sign up, or `undefined` where they may. Membership comes before everything else. */
export function ineligible(eligibility: Eligibility, applicant: Applicant): Ineligible | undefined {
  if (applicant.status !== 'active') return { why: 'status', status: applicant.status };
  const { enterprises, employments } = eligibility;
  if (enterprises && !(applicant.enterpriseId !== undefined && enterprises.includes(applicant.enterpriseId))) {
    return { why: 'enterprise' };
  }
  if (employments && !(applicant.employment !== undefined && employments.includes(applicant.employment))) {
    return { why: 'employment' };
  }
  return undefined;
}
