import { UNDER_WAY } from '../../../domain/wording/registration';
import { standingOf } from '../../../domain/wording/standing';
import type { RegistrationId } from '../../../types/vocabulary';
import { keptAnswer, keyOf, useAnswers } from '../../cloud/answers';
import { useNow } from '../../cloud/use-now';

/** What its page is called, as far as the answer came already. */
export function useTicketTitle(id: RegistrationId): string {
  const key = keyOf('activity.registration', { registrationId: id });
  const value = useAnswers((state) => keptAnswer('activity.registration', key, state.kept));
  const now = useNow(value?.session.endsAt);
  const standing = value && standingOf(value, now);
  if (standing === undefined || standing === 'live') return '电子票';
  return UNDER_WAY.includes(standing) ? '报名进展' : '报名记录';
}
