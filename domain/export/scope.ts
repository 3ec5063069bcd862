import type { ExportOf } from '../../types/contract';
import type { EnterpriseId, Grant, Instant, Role } from '../../types/vocabulary';
import { holdsFor } from '../permission/grants';

export const EXPORTERS: Role[] = ['admin', 'organizer', 'unit-officer'];
const WHOLE: Role[] = ['admin', 'organizer'];

/** Characters of a reason for full phones. */
export const REASON_LEAST = 4;

/** As whom somebody exports, and of which enterprises; of all where `within` is absent. */
export interface Reach {
  role: Role;
  within?: EnterpriseId[];
}

const enterpriseOf = (of: ExportOf): EnterpriseId | undefined => ('enterpriseId' in of ? of.enterpriseId : undefined);

/** Of an officer's own enterprises those that it is about; none for what is of the whole union. */
function ownIn(of: ExportOf, own: EnterpriseId[]): EnterpriseId[] {
  switch (of.kind) {
    case 'registrations':
    case 'attendance':
      return own;
    case 'participation':
    case 'year':
      return own.filter((each) => each === of.enterpriseId);
    case 'points':
      return [];
    default:
      return of satisfies never;
  }
}

/**
 * What of it somebody may export, or the roles one of which it takes. Admins and organizers all, points admins alone; a unit
 * officer the rows of their own enterprises. Full phones are for admins and organizers.
 */
export function reachOf(
  { of, phones }: { of: ExportOf; phones?: 'full' },
  grants: readonly Grant[],
  now: Instant,
): { reach: Reach } | { needs: Role[] } {
  const whole = (of.kind === 'points' ? (['admin'] as const) : WHOLE).find((role) =>
    holdsFor(grants, [role], { kind: 'all' }, now),
  );
  const one = enterpriseOf(of);
  if (whole) return { reach: { role: whole, ...(one !== undefined && { within: [one] }) } };
  if (of.kind === 'points') return { needs: ['admin'] };
  const ofWhole = (of.kind === 'participation' || of.kind === 'year') && one === undefined;
  if (phones === 'full' || ofWhole) return { needs: WHOLE };
  const own = grants.flatMap(({ role, scope }) =>
    role === 'unit-officer' && scope.kind === 'enterprise' ? [scope.id] : [],
  );
  const inForce = own.filter((id) => holdsFor(grants, ['unit-officer'], { kind: 'enterprise', id }, now));
  const within = ownIn(of, inForce);
  return within.length > 0 ? { reach: { role: 'unit-officer', within } } : { needs: EXPORTERS };
}
