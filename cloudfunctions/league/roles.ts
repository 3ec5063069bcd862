import { holdsAny, holdsFor } from '../../domain/permission/grants';
import type { CommonRefusals, Refused } from '../../types/contract';
import type { Instant, LeagueId, Role } from '../../types/vocabulary';
import type { Caller } from '../kit/caller';

const ORGANIZERS: Role[] = ['admin', 'organizer'];

export function isOrganizer({ grants }: Caller, now: Instant): boolean {
  return holdsAny(grants, ORGANIZERS, now);
}

/** Whether they may enter results of that league, on the courts that it gives them. */
export function isReferee({ grants }: Caller, leagueId: LeagueId, now: Instant): boolean {
  return holdsFor(grants, ['referee'], { kind: 'activity', id: leagueId }, now);
}

export type Forbidden = Refused<Pick<CommonRefusals, 'FORBIDDEN'>>;

/** The refusal where it takes somebody who enters results. */
export const FOR_REFEREES: Forbidden = {
  ok: false,
  refusal: 'FORBIDDEN',
  detail: { needs: ['referee', ...ORGANIZERS] },
};
