import { holdsAny, holdsFor } from '../../domain/permission/grants';
import type { CommonRefusals, Refused } from '../../types/contract';
import type { ActivityId, Instant, Role } from '../../types/vocabulary';
import type { Caller } from '../kit/caller';

export const ORGANIZERS: Role[] = ['organizer', 'admin'];
/** Who puts photos into an album: whoever serves at the activity has a phone there. */
export const SERVING: Role[] = ['volunteer', ...ORGANIZERS];

export const decidesOn = ({ grants }: Caller, now: Instant): boolean => holdsAny(grants, ORGANIZERS, now);

export const servesAt = ({ grants }: Caller, activityId: ActivityId, now: Instant): boolean =>
  holdsFor(grants, SERVING, { kind: 'activity', id: activityId }, now);

export const notServing: Refused<Pick<CommonRefusals, 'FORBIDDEN'>> = {
  ...{ ok: false, refusal: 'FORBIDDEN', detail: { needs: SERVING } },
};
