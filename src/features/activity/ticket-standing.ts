import type { Registration } from '../../../types/contract/registration';
import type { Instant, RegistrationId } from '../../../types/vocabulary';
import { keptAnswer, keyOf, useAnswers } from '../../cloud/answers';
import { serverNow } from '../../cloud/clock';

/** What a ticket is good for: `live` at the gate, or only a record of what was. */
export type TicketStanding = 'live' | 'attended' | 'over' | 'void';

export function standingOf({ state, session }: Registration, now: Instant): TicketStanding {
  if (state === 'attended') return 'attended';
  if (state !== 'confirmed') return 'void';
  return now < session.endsAt ? 'live' : 'over';
}

/** What its page is called, as far as the answer came already. */
export function useTicketTitle(id: RegistrationId): string {
  const key = keyOf('activity.registration', { registrationId: id });
  const value = useAnswers((state) => keptAnswer('activity.registration', key, state.kept));
  return value === undefined || standingOf(value, serverNow()) === 'live' ? '电子票' : '报名记录';
}
