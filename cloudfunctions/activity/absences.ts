import type { RegistrationRecord } from '../../domain/signup/registration';
import { DAY_MS } from '../../domain/time/shanghai';
import type { CoolDown } from '../../types/contract';
import type { Instant, MemberId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';

/** Absences looked at; an activity asks for fewer. */
const MOST = 20;

/** When somebody was absent within the span that the activity looks back on; asked only where it looks at all. */
export async function absencesOf(
  memberId: MemberId | undefined,
  coolDown: CoolDown | undefined,
  now: Instant,
): Promise<Instant[]> {
  if (!coolDown || memberId === undefined) return [];
  const found = await find<Pick<RegistrationRecord, '_id' | 'endsAt'>>(
    'registrations',
    { memberId, state: 'absent', endsAt: _.gt(now - coolDown.days * DAY_MS) },
    { limit: MOST, projection: { endsAt: true } },
  );
  return found.map(({ endsAt }) => endsAt);
}
