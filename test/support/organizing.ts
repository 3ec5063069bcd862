import type { ActivityPlan } from '../../domain/activity/activity';
import type { RegistrationRecord } from '../../domain/signup/registration';
import type { Answer, OrganizerContract, Plan } from '../../types/contract';
import type { RunningCloud } from './cloud';
import { requestIds } from './request-ids';
import { documents, FIRST_ADMIN, runSweep } from './town';

export const requestId = requestIds(11);

type Organizing = keyof OrganizerContract & string;

/** An organizer's call; typed by the contract. */
export async function organize<O extends Organizing>(
  cloud: RunningCloud,
  op: O,
  input: OrganizerContract[O]['input'],
  { openid = FIRST_ADMIN, id = requestId() }: { openid?: string; id?: string } = {},
): Promise<Answer<OrganizerContract[O]>> {
  return (await cloud.call('organizer', op, input, { openid, requestId: id })).answer;
}

export const sweepActivities = (cloud: RunningCloud) => runSweep(cloud, 'sweepActivities', 'organizer');

/** A plan without the id that tests name it by. */
export function planAlone({ id: _id, ...plan }: ActivityPlan): Plan {
  return plan;
}

/** The value of an answer; throws what refused it. */
export function accepted<V>(answer: { ok: true; value: V } | { ok: false }): V {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

export async function registrationsIn(cloud: RunningCloud, activityId: string): Promise<RegistrationRecord[]> {
  const records = await documents<RegistrationRecord>(cloud, 'registrations');
  return records.filter((record) => record.activityId === activityId);
}
