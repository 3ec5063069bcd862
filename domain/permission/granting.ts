import type { Grant, Instant, Role } from '../../types/vocabulary';
import { holdsAny } from './grants';

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
