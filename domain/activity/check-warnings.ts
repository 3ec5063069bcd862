import type { Plan, PlanCheck, VenueClash } from '../../types/contract';
import { type PlanWarning, planWarnings, type WarningFacts } from './plan-warnings';

/** What a look into the store adds to what the plan itself says. */
export type CheckWarning =
  | PlanWarning
  | ({ path: string } & (
      | { kind: 'venue-clash'; clash: VenueClash }
      | { kind: 'more-at-venue' }
      /** Tickets are to be looked at, and nobody may. */
      | { kind: 'no-volunteers' }
    ));

/** Everything to think of before a plan is published; without `check` what the plan itself says. */
export function checkWarnings(plan: Plan, facts: WarningFacts, check: PlanCheck | undefined): CheckWarning[] {
  const clashes = (check?.clashes ?? []).map(
    (clash): CheckWarning => ({ kind: 'venue-clash', clash, path: `sessions.${clash.sessionId}.startsAt` }),
  );
  const found: (CheckWarning | false | undefined)[] = [
    check?.moreClashes && { kind: 'more-at-venue', path: 'venue.name' },
    check?.volunteers === 0 && plan.takesAttendance && { kind: 'no-volunteers', path: 'takesAttendance' },
  ];
  return [
    ...planWarnings(plan, facts),
    ...clashes,
    ...found.filter((each): each is CheckWarning => each !== false && each !== undefined),
  ];
}
