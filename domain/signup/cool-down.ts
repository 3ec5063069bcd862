import type { CoolDown } from '../../types/contract/activity';
import type { Instant } from '../../types/vocabulary';
import { DAY_MS } from '../time/shanghai';

/**
 * Until when somebody who did not come too often waits: until the oldest of the last absences that count is out of the
 * span. `undefined` where they may sign up.
 */
export function coolingUntil(
  { absences: most, days }: CoolDown,
  absences: readonly Instant[],
  now: Instant,
): Instant | undefined {
  const counted = absences.filter((at) => at > now - days * DAY_MS && at <= now).sort((a, b) => b - a);
  const oldest = counted[most - 1];
  return oldest === undefined ? undefined : oldest + days * DAY_MS;
}
