import { holdsAny } from '../../domain/permission/grants';
import type { Instant, Role } from '../../types/vocabulary';
import type { Caller } from '../kit/caller';
import { staff } from '../kit/policy';

const ORGANIZERS: Role[] = ['admin', 'organizer'];

export const organizers = staff(...ORGANIZERS);

export function isOrganizer({ grants }: Caller, now: Instant): boolean {
  return holdsAny(grants, ORGANIZERS, now);
}
