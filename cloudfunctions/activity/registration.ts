import * as v from 'valibot';
import { type ActivityRecord, termsOf } from '../../domain/activity/activity';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { byId } from '../kit/documents';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { presentRegistration } from './present';

/** The caller's own registration of that id; somebody else's is not there for them. */
export async function ownRegistration(
  registrationId: string,
  memberId: string | undefined,
): Promise<RegistrationRecord | undefined> {
  if (memberId === undefined) return undefined;
  const record = await byId<RegistrationRecord>('registrations', registrationId);
  return record && record.memberId === memberId && !record.void ? record : undefined;
}

export const registration = read<'activity.registration'>({
  policy: anyone,
  schema: v.strictObject({ registrationId: id }),
  async run({ registrationId }, { caller, now }) {
    const record = await ownRegistration(registrationId, caller.memberId);
    const activity = record && (await byId<ActivityRecord>('activities', record.activityId));
    if (!record || !activity) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'registration' } };
    return { ok: true, value: { ...presentRegistration(record, termsOf(activity)), now } };
  },
});
