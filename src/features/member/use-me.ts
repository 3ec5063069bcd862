import type { Applicant } from '../../../domain/signup/eligibility';
import type { Me } from '../../../types/contract/member';
import { type Shown, useAnswer } from '../../cloud/use-answer';

/** Who I am for the union. */
export function useMe(): Shown<'member.me'> {
  return useAnswer('member.me', {});
}

/** Myself as far as signing up is concerned. */
export function applicantOf({ memberId, status, enterprise, employment }: Me): Applicant {
  return {
    status,
    ...(memberId === undefined ? {} : { memberId }),
    ...(enterprise === undefined ? {} : { enterpriseId: enterprise.id }),
    ...(employment === undefined ? {} : { employment }),
  };
}
