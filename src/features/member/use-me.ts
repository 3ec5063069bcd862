import type { Applicant } from '../../../domain/signup/eligibility';
import type { Me } from '../../../types/contract/member';
import { keptAnswer, keyOf, useAnswers } from '../../cloud/answers';
import { type Shown, useAnswer } from '../../cloud/use-answer';

/** Who I am for the union. */
export function useMe(): Shown<'member.me'> {
  return useAnswer('member.me', {});
}

/** Who I am as far as this device knows; asked only where it knows nothing, for pages that are come back to all the time. */
export function useKnownMe(): Me | undefined {
  const known = useAnswers((state) => keptAnswer('member.me', keyOf('member.me', {}), state.kept));
  useAnswer('member.me', known === undefined ? {} : undefined);
  return known;
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
