import type { Instant } from '../../types/vocabulary';

const HOUR_MS = 3_600_000;

/** Gates open so long before a session starts. */
const EARLY_MS = 2 * HOUR_MS;

/** A check-in that was made in time may arrive so much later before somebody counts as absent. */
const GRACE_MS = 2 * HOUR_MS;

/** So long after the end an organizer may still say that somebody was there. */
const CORRECTION_MS = 30 * 24 * HOUR_MS;

/** When presence at a session can be proved: from two hours before it starts until it ends. */
export function checkInWindow({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }): {
  opensAt: Instant;
  closesAt: Instant;
} {
  return { opensAt: startsAt - EARLY_MS, closesAt: endsAt };
}

/** The same for organizers, who may say so afterwards too, until the month's books are read. */
export function correctionWindow(session: { startsAt: Instant; endsAt: Instant }): {
  opensAt: Instant;
  closesAt: Instant;
} {
  return { opensAt: checkInWindow(session).opensAt, closesAt: session.endsAt + CORRECTION_MS };
}

/** When somebody who did not come counts as absent. */
export function absentAfter({ endsAt }: { endsAt: Instant }): Instant {
  return endsAt + GRACE_MS;
}
