import { grantersOf } from '../../domain/permission/granting';
import type { Role } from '../../types/vocabulary';
import type { Caller } from '../kit/caller';

export { GRANTERS } from '../../domain/permission/granting';

/** The roles one of which it takes to give or take that role, where the caller has none of them. */
export function lacking({ grants }: Caller, role: Role): Role[] | undefined {
  const needs = grantersOf(role);
  return grants.some((grant) => needs.includes(grant.role)) ? undefined : needs;
}
