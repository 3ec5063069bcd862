import type { Grant, Instant, Role, Scope } from '../../types/vocabulary';

/** The scopes that a role can be granted for: an admin or organizer serves the whole union, the others one thing. */
export const SCOPES_OF: Record<Role, readonly Scope['kind'][]> = {
  admin: ['all'],
  organizer: ['all'],
  'unit-officer': ['enterprise'],
  volunteer: ['activity'],
  referee: ['activity'],
  merchant: ['shop'],
};

export function sameScope(a: Scope, b: Scope): boolean {
  if (a.kind === 'all' || b.kind === 'all') return a.kind === b.kind;
  return a.kind === b.kind && a.id === b.id;
}

function inForce(grant: Grant, now: Instant): boolean {
  return grant.until === undefined || grant.until >= now;
}

/** The grants that count now. */
export function grantsInForce(grants: readonly Grant[], now: Instant): Grant[] {
  return grants.filter((grant) => inForce(grant, now));
}

/** Whether one of the roles is held, for any scope. */
export function holdsAny(grants: readonly Grant[], roles: readonly Role[], now: Instant): boolean {
  return grants.some((grant) => roles.includes(grant.role) && inForce(grant, now));
}

/** Whether one of the roles is held for exactly this scope or for everything. */
export function holdsFor(grants: readonly Grant[], roles: readonly Role[], scope: Scope, now: Instant): boolean {
  return grants.some(
    (grant) =>
      roles.includes(grant.role) &&
      inForce(grant, now) &&
      (grant.scope.kind === 'all' || sameScope(grant.scope, scope)),
  );
}

/** The list with this grant in it; one of the same role and scope is replaced, so granting again changes its end. */
export function withGrant(grants: readonly Grant[], grant: Grant): Grant[] {
  return [...withoutGrant(grants, grant.role, grant.scope), grant];
}

export function withoutGrant(grants: readonly Grant[], role: Role, scope: Scope): Grant[] {
  return grants.filter((each) => each.role !== role || !sameScope(each.scope, scope));
}
