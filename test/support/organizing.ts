import type { ActivityPlan } from '../../domain/activity/activity';
import type { RegistrationRecord } from '../../domain/signup/registration';
import type { Answer, OrganizerContract, Plan } from '../../types/contract';
import type { RunningCloud } from './cloud';
import { plan } from './plans';
import { requestIds } from './request-ids';
import { documents, FIRST_ADMIN, memberOf, runSweep } from './town';

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

type Changes = Parameters<typeof plan>[0];

export async function created(cloud: RunningCloud, changes: Changes = {}): Promise<string> {
  return accepted(await organize(cloud, 'createActivity', { plan: planAlone(plan(changes)) })).activityId;
}

/** An activity as an organizer makes it: drafted, then published. */
export async function published(cloud: RunningCloud, changes: Changes = {}): Promise<string> {
  const activityId = await created(cloud, changes);
  accepted(await organize(cloud, 'publishActivity', { activityId }));
  return activityId;
}

export const managed = async (cloud: RunningCloud, activityId: string) =>
  accepted(await organize(cloud, 'activity', { activityId }));

/** An edit made from the plan as it is now. */
export async function changed(
  cloud: RunningCloud,
  activityId: string,
  changes: Partial<Plan>,
  more: { confirmed?: string; reason?: string } = {},
) {
  const { plan: before, termsV } = await managed(cloud, activityId);
  return organize(cloud, 'editActivity', { activityId, termsV, plan: { ...before, ...changes }, ...more });
}

export async function signUp(cloud: RunningCloud, openid: string, activityId: string, rest: object = {}) {
  const input = { activityId, sessionId: 's1', answers: {}, ...rest };
  return (await cloud.call('activity', 'signUp', input, { openid, requestId: requestId() })).answer;
}

/** What somebody was told of that activity. */
export async function toldTo(cloud: RunningCloud, openid: string, activityId: string) {
  type Told = { memberId: string; kind: string; activityId: string; reason?: string; startsAt: number };
  const messages = await documents<Told>(cloud, 'messages');
  return messages.filter((each) => each.memberId === memberOf(openid)._id && each.activityId === activityId);
}

/** `accepted`, or the refusal's code. */
export const outcome = (answer: { ok: true } | { ok: false; refusal: string }): string =>
  answer.ok ? 'accepted' : answer.refusal;

/** The token with which an edit that asks is confirmed; empty where it does not ask. */
export function tokenOf(answer: { ok: boolean; detail?: unknown }): string {
  const { token } = (answer.detail ?? {}) as { token?: string };
  return token ?? '';
}
