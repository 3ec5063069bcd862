import * as v from 'valibot';
import type { ActivityRecord } from '../../domain/activity/activity';
import type { EnterpriseRecord } from '../../domain/member/member';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { HELD } from '../../domain/signup/states';
import type { ActivityDetail, MyPlace } from '../../types/contract/activity';
import { byId, byIds } from '../kit/documents';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { readPool } from '../kit/places';
import { anyone } from '../kit/policy';
import { presentCard, presentSessions } from './present';

async function placeOf(registrationId: string | undefined): Promise<MyPlace | undefined> {
  const record =
    registrationId === undefined ? undefined : await byId<RegistrationRecord>('registrations', registrationId);
  if (!record || !HELD.includes(record.state)) return undefined;
  const { _id, state, sessionId, zoneId } = record;
  return { registrationId: _id, state, sessionId, ...(zoneId !== undefined && { zoneId }) };
}

async function namesOf(enterpriseIds: readonly string[]): Promise<string[]> {
  const records = await byIds<EnterpriseRecord>('enterprises', enterpriseIds, { name: true });
  const names = new Map(records.map((record) => [record._id, record.name]));
  return enterpriseIds.map((each) => names.get(each) ?? '');
}

export const get = read<'activity.get'>({
  policy: anyone,
  schema: v.strictObject({ activityId: id }),
  async run({ activityId }, { caller, now }) {
    const [activity, pool] = await Promise.all([
      byId<ActivityRecord>('activities', activityId),
      readPool(activityId, caller.memberId),
    ]);
    if (!activity) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'activity' } };
    const [mine, eligibleEnterprises] = await Promise.all([
      placeOf(pool?.claim?.registration),
      namesOf(activity.eligibility.enterprises ?? []),
    ]);
    const { description, rules, venue, allocation, cancelUntil, eligibility, questions } = activity;
    const used = pool?.used ?? {};
    const detail: ActivityDetail = {
      ...presentCard(activity, used, now),
      description,
      rules,
      venue,
      allocation,
      cancelUntil,
      eligibility,
      eligibleEnterprises,
      questions,
      sessionList: presentSessions(activity, used),
      now,
      ...(mine && { mine }),
    };
    return { ok: true, value: detail };
  },
});
