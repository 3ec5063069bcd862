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

/** A year's report, of all or of an enterprise. */
export interface OfYear {
  year: number;
  enterprise?: { id: EnterpriseId; name: string };
}

/** From where one came, and what one may: what the sheet offers follows from these. */
export interface Standpoint {
  activityId?: ActivityId;
  /** Of an officer: their own, which is all they reach. Of others the one whose report they came from. */
  enterpriseId?: EnterpriseId;
  /** Its name, where one came from its report. */
  enterpriseName?: string;
  /** The year that one read about. */
  year?: number;
  admin: boolean;
  /** Full phones, and the whole union. */
  whole: boolean;
}

interface From {
  activityId?: ActivityId | undefined;
  ofYear?: OfYear | undefined;
}

export function standpointOf(grants: readonly Grant[], { activityId, ofYear }: From, now: Instant): Standpoint {
  const whole = holdsAny(grants, ['admin', 'organizer'], now);
  const own = grants.flatMap(({ role, scope }) =>
    role === 'unit-officer' && scope.kind === 'enterprise' ? [scope.id] : [],
  );
  const enterpriseId = ofYear?.enterprise?.id ?? (whole ? undefined : own[0]);
  return {
    admin: holdsAny(grants, ['admin'], now),
    whole,
    ...(activityId !== undefined && { activityId }),
    ...(enterpriseId !== undefined && { enterpriseId }),
    ...(ofYear && { year: ofYear.year }),
    ...(ofYear?.enterprise && { enterpriseName: ofYear.enterprise.name }),
  };
}

export function kindsFor({ activityId, admin, enterpriseName }: Standpoint): ExportOf['kind'][] {
  if (activityId !== undefined) return ['registrations', 'attendance'];
  // Whoever came from an enterprise's report means that enterprise; points are known of the whole union alone.
  const points = admin && enterpriseName === undefined;
  return ['year', 'participation', ...(points ? (['points'] as const) : [])];
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
