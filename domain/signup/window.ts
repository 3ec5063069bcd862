import type { Instant } from '../../types/vocabulary';

const HOUR_MS = 3_600_000;

/** Gates open so long before a session starts. */
const EARLY_MS = 2 * HOUR_MS;

/** A check-in that was made in time may arrive so much later before somebody counts as absent. */
const GRACE_MS = 2 * HOUR_MS;

/** When presence at a session can be proved: from two hours before it starts until it ends. */
export function checkInWindow({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }): {
  opensAt: Instant;
  closesAt: Instant;
} {
  return { opensAt: startsAt - EARLY_MS, closesAt: endsAt };
}

/** When somebody who did not come counts as absent. */
export function absentAfter({ endsAt }: { endsAt: Instant }): Instant {
  return endsAt + GRACE_MS;
}
