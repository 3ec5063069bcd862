import * as v from 'valibot';
import { type ActivityRecord, termsOf } from '../../domain/activity/activity';
import type { Terms } from '../../domain/signup/pool';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { ticketKey } from '../../domain/ticket/code';
import type { MyRegistration } from '../../types/contract';
import { byId } from '../kit/documents';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { positionOf } from '../kit/queue';
import { ticketSecret } from '../kit/secrets';
import { presentRegistration } from './present';

/** The caller's own registration of that id; somebody else's is not there for them. */
async function ownRegistration(
  registrationId: string,
  memberId: string | undefined,
): Promise<RegistrationRecord | undefined> {
  if (memberId === undefined) return undefined;
  const record = await byId<RegistrationRecord>('registrations', registrationId);
  return record && record.memberId === memberId && !record.void ? record : undefined;
}

/** What the registration's activity says of it; activities are never removed, so its absence is a bug. */
export async function termsFor({ activityId }: RegistrationRecord): Promise<Terms> {
  const activity = await byId<ActivityRecord>('activities', activityId);
  if (!activity) throw new Error(`no activity ${activityId}`);
  return termsOf(activity);
}

/** Who waits sees where they stand, who may come in has the key of their ticket: each of these live, and theirs alone. */
export const registration = read<'activity.registration'>({
  policy: anyone,
  schema: v.strictObject({ registrationId: id }),
  async run({ registrationId }, { caller, now }) {
    const record = await ownRegistration(registrationId, caller.memberId);
    const activity = record && (await byId<ActivityRecord>('activities', record.activityId));
    if (!record || !activity) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'registration' } };
    const value: MyRegistration = { ...presentRegistration(record, termsOf(activity)), now };
    if (record.state === 'waitlisted') {
      const position = await positionOf(record.poolId, record._id);
      if (position !== undefined) value.position = position;
    }
    if (value.state === 'confirmed') value.ticketKey = ticketKey(ticketSecret(), record._id);
    return { ok: true, value };
  },
});
