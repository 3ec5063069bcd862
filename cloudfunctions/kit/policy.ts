import { holdsAny } from '../../domain/permission/grants';
import type { Instant, Role } from '../../types/vocabulary';
import type { Caller } from './caller';

/** The roles one of which is needed and missing; `undefined` lets the caller through. */
export type Policy = (caller: Caller, now: Instant) => readonly Role[] | undefined;

/** Visitors too: whoever has an account of the platform. */
export const anyone: Policy = () => undefined;

/** Whoever holds one of the roles, for any scope; the operation itself looks at the scope of what it touches. */
export function staff(...roles: Role[]): Policy {
  return (caller, now) => (holdsAny(caller.grants, roles, now) ? undefined : roles);
}
