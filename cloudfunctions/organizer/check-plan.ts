import * as v from 'valibot';
import { daysAsked } from '../../domain/activity/plan-warnings';
import { clashesOf, type Neighbour } from '../../domain/activity/venue-clash';
import type { MemberRecord } from '../../domain/member/member';
import { holdsFor } from '../../domain/permission/grants';
import type { Plan } from '../../types/contract';
import type { ActivityId, Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { staff } from '../kit/policy';
import { planSchema } from './plan-schema';

/** Activities looked at: more than the park has on the days of any activity of a few days. */
const NEIGHBOURS_MOST = 200;
const SHOWN_MOST = 20;
/** Helpers of one activity whose grants are looked at; one volunteer is all that is asked about. */
const HELPERS_MOST = 50;

const NEIGHBOUR = { title: true, 'venue.name': true, 'sessions.startsAt': true, 'sessions.endsAt': true };

/** Published activities of the plan's days, and whether those may not be all. */
async function neighboursOf(plan: Plan, activityId: ActivityId | undefined) {
  const { days, more } = daysAsked(plan.sessions);
  if (days.length === 0) return { neighbours: [], more };
  const found = await find<Neighbour>(
    'activities',
    { state: 'published', days: _.in(days) },
    { limit: NEIGHBOURS_MOST, projection: NEIGHBOUR },
  );
  return {
    neighbours: found.filter(({ _id }) => _id !== activityId),
    more: more || found.length === NEIGHBOURS_MOST,
  };
}

/** How many may let people in when it begins. */
async function volunteersOf(activityId: ActivityId, { sessions }: Plan): Promise<number> {
  const begins: Instant = Math.min(...sessions.map(({ startsAt }) => startsAt));
  const helpers = await find<Pick<MemberRecord, '_id' | 'grants'>>(
    'members',
    { 'grants.scope.id': activityId },
    { limit: HELPERS_MOST, projection: { grants: true } },
  );
  const scope = { kind: 'activity' as const, id: activityId };
  return helpers.filter(({ grants }) => holdsFor(grants, ['volunteer'], scope, begins)).length;
}

/**
 * What a plan does not say of itself. Nothing is refused for it, and nothing of it is kept: it is asked again when it is
 * published. Three calls; activities of the same days and helpers of this one are all that is read.
 */
export const checkPlan = read<'organizer.checkPlan'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ activityId: v.exactOptional(id), plan: planSchema }),
  async run({ activityId, plan }, { now }) {
    const [{ neighbours, more }, volunteers] = await Promise.all([
      neighboursOf(plan, activityId),
      activityId === undefined ? undefined : volunteersOf(activityId, plan),
    ]);
    const clashes = clashesOf(plan, neighbours);
    return {
      ok: true,
      value: {
        clashes: clashes.slice(0, SHOWN_MOST),
        moreClashes: more || clashes.length > SHOWN_MOST,
        ...(volunteers !== undefined && { volunteers }),
        now,
      },
    };
  },
});
