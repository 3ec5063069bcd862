import { grantsInForce, holdsAny } from '../../../domain/permission/grants';
import type { EnterpriseId, Grant, Instant, Role } from '../../../types/vocabulary';

/** Who reads the whole union's. */
const OF_ALL: readonly Role[] = ['organizer', 'admin'];

/** The enterprises whose reports are all that one may read; none for those who read the whole, and for those who may read nothing. */
export function enterprisesServed(grants: readonly Grant[], now: Instant): EnterpriseId[] {
  if (holdsAny(grants, OF_ALL, now)) return [];
  return grantsInForce(grants, now).flatMap(({ role, scope }) =>
    role === 'unit-officer' && scope.kind === 'enterprise' ? [scope.id] : [],
  );
}
