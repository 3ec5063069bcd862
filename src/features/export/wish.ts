import { holdsAny } from '../../../domain/permission/grants';
import type { ExportOf } from '../../../types/contract/export';
import type { ActivityId, EnterpriseId, Grant, Instant } from '../../../types/vocabulary';

/** What somebody can choose on the sheet, before it is an input. */
export interface Wish {
  kind: ExportOf['kind'];
  year: number;
  /** 0: the whole year. */
  month: number;
}

/** From where one came, and what one may: what the sheet offers follows from these. */
export interface Standpoint {
  activityId?: ActivityId;
  /** Of an officer: their own, which is all they reach. */
  enterpriseId?: EnterpriseId;
  admin: boolean;
  /** Full phones, and the whole union. */
  whole: boolean;
}

export function standpointOf(grants: readonly Grant[], activityId: ActivityId | undefined, now: Instant): Standpoint {
  const whole = holdsAny(grants, ['admin', 'organizer'], now);
  const own = grants.flatMap(({ role, scope }) =>
    role === 'unit-officer' && scope.kind === 'enterprise' ? [scope.id] : [],
  );
  const [enterpriseId] = own;
  return {
    admin: holdsAny(grants, ['admin'], now),
    whole,
    ...(activityId !== undefined && { activityId }),
    ...(!whole && enterpriseId !== undefined && { enterpriseId }),
  };
}

export function kindsFor({ activityId, admin }: Standpoint): ExportOf['kind'][] {
  if (activityId !== undefined) return ['registrations', 'attendance'];
  return ['year', 'participation', ...(admin ? (['points'] as const) : [])];
}

export function exportOfWish({ kind, year, month }: Wish, { activityId = '', enterpriseId }: Standpoint): ExportOf {
  const own = enterpriseId === undefined ? {} : { enterpriseId };
  const within = month === 0 ? {} : { month };
  switch (kind) {
    case 'registrations':
    case 'attendance':
      return { kind, activityId };
    case 'participation':
      return { kind, year, ...within, ...own };
    case 'points':
      return { kind, year, ...within };
    case 'year':
      return { kind, year, ...own };
    default:
      return kind satisfies never;
  }
}
