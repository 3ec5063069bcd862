import { useEffect } from 'react';
import { ENDED } from '../../../domain/signup/states';
import type { MyRegistration, Registration } from '../../../types/contract/registration';
import type { RegistrationId } from '../../../types/vocabulary';
import { keepAnswer, keptAnswer, keyOf } from '../../cloud/answers';
import { call } from '../../cloud/call';

/** Fetches a registration with the key of its ticket, to be kept; where it does not come, the ticket asks again. */
export async function fetchTicket(id: RegistrationId): Promise<void> {
  const outcome = await call('activity.registration', { registrationId: id });
  // On a slow network its member may have ended it meanwhile: what is kept of that is newer.
  const ended = ENDED.includes(kept(id)?.state ?? 'confirmed');
  if (outcome.ok && !ended) {
    keepAnswer('activity.registration', { registrationId: id }, outcome.value);
  }
}

const kept = (id: RegistrationId): MyRegistration | undefined =>
  keptAnswer('activity.registration', keyOf('activity.registration', { registrationId: id }));

/** So many at most, the soonest: whoever holds more opens them one day before they are needed. */
const MOST = 3;

/**
 * Has the keys of the next tickets at hand before anybody needs them: a place given by the organizer or from the queue
 * comes while the phone sleeps, and at the gate there may be no network to ask for it.
 */
export function useTicketsAtHand(mine: readonly Registration[]): void {
  const wanted = mine
    .filter(({ state }) => state === 'confirmed')
    .slice(0, MOST)
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => {
    void (async () => {
      for (const id of wanted.split(' ')) if (id !== '' && kept(id)?.ticketKey === undefined) await fetchTicket(id);
    })();
  }, [wanted]);
}
