import type { Registration } from '../../types/contract/registration';
import type { Instant } from '../../types/vocabulary';

/**
 * What a registration means to its member at this moment: its state, read with the clock and with who ended it. An
 * answer may be old: an offer lapses and a session ends whether or not a sweep, or this phone, has heard of it.
 */
export type Standing =
  | 'applied'
  | 'waitlisted'
  | 'offered'
  /** The offer's deadline has passed. */
  | 'lapsed'
  /** A place, and the ticket that opens the gate. */
  | 'live'
  /** The session is over, and what became of the place is not known yet. */
  | 'over'
  /** The session is over, and there was no place. */
  | 'unlucky'
  | 'attended'
  | 'absent'
  | 'declined'
  /** Its member let the offered place go. */
  | 'let-go'
  | 'cancelled'
  /** The organizer ended it. */
  | 'called-off';

export function standingOf({ state, session, offerUntil, endedBy }: Registration, now: Instant): Standing {
  const over = now >= session.endsAt;
  switch (state) {
    case 'applied':
    case 'waitlisted':
      return over ? 'unlucky' : state;
    case 'offered':
      return over || (offerUntil !== undefined && now > offerUntil) ? 'lapsed' : 'offered';
    case 'confirmed':
      return over ? 'over' : 'live';
    case 'declined':
      return endedBy === 'member' ? 'let-go' : 'declined';
    case 'expired':
      return 'lapsed';
    case 'cancelled':
      return endedBy === 'organizer' ? 'called-off' : 'cancelled';
    case 'attended':
    case 'absent':
      return state;
    default:
      return state satisfies never;
  }
}
