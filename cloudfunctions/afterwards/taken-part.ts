import { type Part, partsTaken } from '../../domain/afterwards/took-part';
import type { OnlyThere, Refused } from '../../types/contract';
import type { ActivityId, MemberId } from '../../types/vocabulary';
import { find } from '../kit/documents';

/** Records of one member in one activity: nobody has more. */
const MOST = 100;

const PART = { kind: true, undoes: true, sessionId: true, at: true, startsAt: true };

export const notMember: Refused<Pick<OnlyThere, 'NOT_MEMBER'>> = { ok: false, refusal: 'NOT_MEMBER', detail: {} };
export const notThere: Refused<Pick<OnlyThere, 'NOT_THERE'>> = { ok: false, refusal: 'NOT_THERE', detail: {} };
export const noActivity: Refused<Pick<OnlyThere, 'NOT_FOUND'>> = {
  ...{ ok: false, refusal: 'NOT_FOUND', detail: { what: 'activity' } },
};

/** The records by which a member took part: what a sheet says counts like a check-in, and nothing else does. */
export async function takenPart(activityId: ActivityId, memberId: MemberId): Promise<Part[]> {
  const records = await find<Part>('participations', { activityId, memberId }, { limit: MOST, projection: PART });
  return partsTaken(records);
}
