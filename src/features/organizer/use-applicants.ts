import type { OpOf } from '../../../types/contract';
import type { ValueOf } from '../../../types/contract/op';
import type { Applicant, RegistrationFilter } from '../../../types/contract/organizer-activity';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { type Paged, usePages } from '../../cloud/use-pages';

type ApplicantPage = ValueOf<OpOf<'organizer.registrations'>>;
export type Applicants = Paged<Applicant, ApplicantPage, RefusedBy<'organizer.registrations'>>;

/** Who registered and is in that state, page by page: in the order in which they came, the queue in its own. */
export function useApplicants(which: RegistrationFilter & { name?: string }): Applicants {
  const version = useAnswers(({ versions }) => versions['organizer.registrations'] ?? 0);
  return usePages<Applicant, ApplicantPage, RefusedBy<'organizer.registrations'>>(
    JSON.stringify(which),
    version,
    (cursor) => call('organizer.registrations', { ...which, ...(cursor === undefined ? {} : { cursor }) }),
  );
}
