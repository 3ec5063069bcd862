import type { Role } from '../../types/vocabulary';
import type { Caller } from '../kit/caller';

/** Who gives and takes roles at all. */
export const GRANTERS: Role[] = ['admin', 'organizer'];

/** Those who help at one activity, or verify at one shop: organizers find them themselves. */
const HELPERS: readonly Role[] = ['volunteer', 'referee', 'merchant'];

/** The roles one of which it takes to give or take that role, where the caller has none of them. */
export function lacking({ grants }: Caller, role: Role): Role[] | undefined {
  const needs: Role[] = HELPERS.includes(role) ? GRANTERS : ['admin'];
  return grants.some((grant) => needs.includes(grant.role)) ? undefined : needs;
}
