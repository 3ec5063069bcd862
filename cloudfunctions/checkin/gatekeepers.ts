import * as v from 'valibot';
import { holdsAny, holdsFor } from '../../domain/permission/grants';
import { GATE_NAME } from '../../domain/ticket/arrivals';
import type { CommonRefusals, Refused } from '../../types/contract';
import type { ActivityId, Instant, Role } from '../../types/vocabulary';
import type { Caller } from '../kit/caller';
import { staff } from '../kit/policy';

const ORGANIZERS: Role[] = ['organizer', 'admin'];
const GATEKEEPERS: Role[] = ['volunteer', ...ORGANIZERS];

/** Who serves at some gate; at which, each operation asks of the activity that it touches. */
export const gatekeepers = staff(...GATEKEEPERS);

export function isOrganizer({ grants }: Caller, now: Instant): boolean {
  return holdsAny(grants, ORGANIZERS, now);
}

export type Forbidden = Refused<Pick<CommonRefusals, 'FORBIDDEN'>>;

/** The refusal for whoever has no grant for exactly that activity, nor one for everything. */
export function notServing({ grants }: Caller, activityId: ActivityId, now: Instant): Forbidden | undefined {
  if (holdsFor(grants, GATEKEEPERS, { kind: 'activity', id: activityId }, now)) return undefined;
  return { ok: false, refusal: 'FORBIDDEN', detail: { needs: GATEKEEPERS } };
}

/** The refusal where it takes an organizer. */
export const forOrganizers: Forbidden = { ok: false, refusal: 'FORBIDDEN', detail: { needs: ORGANIZERS } };

/** The gate at which somebody serves, as they name it. */
export const gate = v.pipe(v.string(), v.trim(), v.regex(GATE_NAME, 'expects up to 12 letters, digits or characters'));
