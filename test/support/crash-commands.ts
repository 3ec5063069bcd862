import type { MemberRecord } from '../../domain/member/member';
import { PRIVACY_NOTICE } from '../../types/vocabulary';
import type { LooseAnswer, RunningCloud } from './cloud';
import { requestIds } from './request-ids';
import { addMembers, addToRoster, FIRST_ADMIN, memberOf } from './town';

/** One command as a device sends it, again and again with the same request id until it is answered. */
export interface Command {
  fn: string;
  op: string;
  input: object;
  openid: string;
  requestId: string;
  /** What may be found nowhere once it is done. */
  erases?: string[];
}

/** Everything that a command needs made anew, so that one round never meets what another left. */
export type Prepare = (cloud: RunningCloud, tag: string) => Promise<Command>;

export const requestId = requestIds(7);

async function send(cloud: RunningCloud, command: Command): Promise<LooseAnswer> {
  const { fn, op, input, openid, requestId: id } = command;
  return (await cloud.call(fn, op, input, { openid, requestId: id })).answer;
}

async function person(cloud: RunningCloud, tag: string, changes: Partial<MemberRecord> = {}): Promise<MemberRecord> {
  const member = memberOf(`person-${tag}`, { name: `某人${tag}`, ...changes });
  await addMembers(cloud, [member]);
  return member;
}

function signUpOf(openid: string, activityId = 'music'): Command {
  const input = { activityId, sessionId: 's1', zoneId: 'a', answers: {} };
  return { fn: 'activity', op: 'signUp', input, openid, requestId: requestId() };
}

async function signUp(cloud: RunningCloud, tag: string): Promise<Command> {
  return signUpOf((await person(cloud, tag)).openid);
}

async function registered(cloud: RunningCloud, openid: string, activityId?: string): Promise<string> {
  const answer = await send(cloud, signUpOf(openid, activityId));
  if (!answer.ok) throw new Error(`${openid} has no place: ${JSON.stringify(answer)}`);
  return (answer.value as { id: string }).id;
}

async function cancel(cloud: RunningCloud, tag: string): Promise<Command> {
  const { openid } = await person(cloud, tag);
  const registrationId = await registered(cloud, openid);
  return { fn: 'activity', op: 'cancel', input: { registrationId }, openid, requestId: requestId() };
}

/** Each try of a join is of the same request, so its phone code is spent by the first that reaches the platform. */
async function join(cloud: RunningCloud, tag: string): Promise<Command> {
  const phone = `136${tag.replace(/\D/g, '').padStart(8, '0').slice(-8)}`;
  await addToRoster(cloud, 'e1', phone);
  const input = {
    name: `某人${tag}`,
    phoneCode: `phone-${phone}-${requestId()}`,
    enterpriseId: 'e1',
    employment: 'employee',
    consent: { notice: PRIVACY_NOTICE },
  };
  return { fn: 'member', op: 'join', input, openid: `joiner-${tag}`, requestId: requestId() };
}

async function leave(cloud: RunningCloud, tag: string): Promise<Command> {
  const { openid, name, phone } = await person(cloud, tag);
  await registered(cloud, openid);
  await registered(cloud, openid, 'walk');
  const erases = [name, phone, `"${openid}"`];
  return { fn: 'member', op: 'leave', input: { confirm: true }, openid, requestId: requestId(), erases };
}

async function updateMe(cloud: RunningCloud, tag: string): Promise<Command> {
  const { openid } = await person(cloud, tag);
  const input = { name: `改名${tag}`, employment: 'new-form' };
  return { fn: 'member', op: 'updateMe', input, openid, requestId: requestId() };
}

async function consent(cloud: RunningCloud, tag: string): Promise<Command> {
  const { openid } = await person(cloud, tag);
  return { fn: 'message', op: 'consent', input: { kinds: ['offered', 'moved'] }, openid, requestId: requestId() };
}

async function seen(cloud: RunningCloud, tag: string): Promise<Command> {
  const { openid } = await person(cloud, tag);
  return { fn: 'message', op: 'seen', input: { upTo: 1 }, openid, requestId: requestId() };
}

function byAdmin(op: string, input: object): Command {
  return { fn: 'organizer', op, input, openid: FIRST_ADMIN, requestId: requestId() };
}

async function decideMember(cloud: RunningCloud, tag: string): Promise<Command> {
  const { _id } = await person(cloud, tag, { status: 'pending' });
  return byAdmin('decideMember', { memberId: _id, decision: 'approve' });
}

const scope = { kind: 'enterprise', id: 'e1' } as const;

async function grant(cloud: RunningCloud, tag: string): Promise<Command> {
  const { _id } = await person(cloud, tag);
  return byAdmin('grant', { memberId: _id, role: 'unit-officer', scope });
}

async function revoke(cloud: RunningCloud, tag: string): Promise<Command> {
  const { _id } = await person(cloud, tag, { grants: [{ role: 'unit-officer', scope }] });
  return byAdmin('revoke', { memberId: _id, role: 'unit-officer', scope });
}

/** Every command that writes, by its name. */
export const COMMANDS: Record<string, Prepare> = {
  signUp,
  cancel,
  join,
  leave,
  updateMe,
  consent,
  seen,
  decideMember,
  grant,
  revoke,
};

export { send };
