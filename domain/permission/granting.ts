import { type Grant, type Instant, ROLES, type Role, type Scope } from '../../types/vocabulary';
import { holdsAny, SCOPES_OF } from './grants';

/** Who gives and takes roles at all. */
export const GRANTERS: Role[] = ['admin', 'organizer'];

/** Those who help at one activity, or verify at one shop: organizers find them themselves. */
const HELPERS: readonly Role[] = ['volunteer', 'referee', 'merchant'];

/** The roles one of which it takes to give or take that one. */
export function grantersOf(role: Role): Role[] {
  return HELPERS.includes(role) ? [...GRANTERS] : ['admin'];
}

export function mayGrant(grants: readonly Grant[], role: Role, now: Instant): boolean {
  return holdsAny(grants, grantersOf(role), now);
}

/** The roles that there are for such a thing. */
export function rolesAt(kind: Scope['kind']): Role[] {
  return ROLES.filter((role) => SCOPES_OF[role].includes(kind));
}

/**
 * How many may accept one invite. Helpers come in numbers and are of one activity; whoever speaks for an enterprise or
 * takes vouchers for a shop is one person. A forwarded link makes no admin and no organizer: those are found by name.
 */
export const USES_MOST: Record<Role, number> = {
  admin: 0,
  organizer: 0,
  'unit-officer': 1,
  volunteer: 30,
  referee: 30,
  merchant: 1,
};
