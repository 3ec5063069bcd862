import type { MemberRecord } from '../../domain/member/member';
import { venueCode, venueKey } from '../../domain/ticket/code';
import { PRIVACY_NOTICE } from '../../types/vocabulary';
import type { LooseAnswer, RunningCloud } from './cloud';
import type { Command, Prepare } from './crash-command';
import { ORGANIZING } from './crash-organizing';
import { POINTS } from './crash-points';
import { clockOf, codeOf, signedUp } from './gate';
import { plan, session } from './plans';
import { requestIds } from './request-ids';
import { addActivities, addMembers, addToRoster, FIRST_ADMIN, memberOf, runSweep, TICKET_KEY } from './town';

export type { Command, Prepare };

export const requestId = requestIds(7);

/** The activity at whose gates people are let in, however long the rounds take. */
export const OPEN_GATES = 'open-gates';

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

/** Into the queue of an activity whose places are all taken. */
async function queueUp(cloud: RunningCloud, tag: string): Promise<Command> {
  return signUpOf((await person(cloud, tag)).openid, 'sold-out');
}

async function apply(cloud: RunningCloud, tag: string): Promise<Command> {
  return signUpOf((await person(cloud, tag)).openid, 'by-approval');
}

async function leaveQueue(cloud: RunningCloud, tag: string): Promise<Command> {
  const { openid } = await person(cloud, tag);
  const registrationId = await registered(cloud, openid, 'sold-out');
  return { fn: 'activity', op: 'cancel', input: { registrationId }, openid, requestId: requestId() };
}

/** Somebody who has been offered the one place of an activity of its own. */
async function withOffer(cloud: RunningCloud, tag: string): Promise<{ openid: string; registrationId: string }> {
  const activityId = `one-place-${tag}`;
  await addActivities(cloud, plan({ id: activityId, waitlist: true, sessions: [session('s1', 1, [['a', 1]])] }));
  const before = await person(cloud, `${tag}-before`);
  const { openid } = await person(cloud, tag);
  const first = await registered(cloud, before.openid, activityId);
  const registrationId = await registered(cloud, openid, activityId);
  const input = { registrationId: first };
  await send(cloud, { fn: 'activity', op: 'cancel', input, openid: before.openid, requestId: requestId() });
  await runSweep(cloud, 'sweepQueues');
  return { openid, registrationId };
}

const answering = (op: 'acceptOffer' | 'declineOffer'): Prepare =>
  async function answer(cloud, tag) {
    const { openid, registrationId } = await withOffer(cloud, tag);
    return { fn: 'activity', op, input: { registrationId }, openid, requestId: requestId() };
  };

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
  const outlived = 'PHONE_CODE_REFUSED';
  return { fn: 'member', op: 'join', input, openid: `joiner-${tag}`, requestId: requestId(), outlived };
}

async function leave(cloud: RunningCloud, tag: string): Promise<Command> {
  const { openid, name, phone } = await person(cloud, tag);
  await registered(cloud, openid);
  await registered(cloud, openid, 'walk');
  const erases = [name, phone, `"${openid}"`];
  return { fn: 'member', op: 'leave', input: { confirm: true }, openid, requestId: requestId(), erases };
}

/** Somebody with a place where the gates are open, and a companion. */
async function atOpenGates(cloud: RunningCloud, tag: string): Promise<{ openid: string; registrationId: string }> {
  const { openid } = await person(cloud, tag);
  const wish = { activityId: OPEN_GATES, zoneId: 'a', companions: 1 };
  return { openid, registrationId: await signedUp(cloud, openid, wish) };
}

async function scan(cloud: RunningCloud, tag: string): Promise<Command> {
  const { registrationId } = await atOpenGates(cloud, tag);
  const code = codeOf(registrationId, await clockOf(cloud));
  const input = { activityId: OPEN_GATES, sessionId: 's1', code, gate: '东门' };
  return { fn: 'checkin', op: 'scan', input, openid: FIRST_ADMIN, requestId: requestId(), outlived: 'CODE_REFUSED' };
}

async function atVenue(cloud: RunningCloud, tag: string): Promise<Command> {
  const { openid } = await atOpenGates(cloud, tag);
  const code = venueCode(venueKey(TICKET_KEY, OPEN_GATES, 's1'), OPEN_GATES, 's1', await clockOf(cloud));
  return { fn: 'checkin', op: 'atVenue', input: { code }, openid, requestId: requestId(), outlived: 'CODE_REFUSED' };
}

async function admit(cloud: RunningCloud, tag: string): Promise<Command> {
  const { registrationId } = await atOpenGates(cloud, tag);
  const input = { registrationId, gate: '西门' };
  return { fn: 'checkin', op: 'admit', input, openid: FIRST_ADMIN, requestId: requestId() };
}

async function undo(cloud: RunningCloud, tag: string): Promise<Command> {
  const admission = await admit(cloud, tag);
  const answer = await send(cloud, admission);
  if (!answer.ok) throw new Error(`${tag} was not let in: ${JSON.stringify(answer)}`);
  const { registrationId } = answer.value as { registrationId: string };
  const input = { registrationId, reason: '点错了人' };
  return { fn: 'checkin', op: 'undo', input, openid: FIRST_ADMIN, requestId: requestId() };
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
  queueUp,
  apply,
  leaveQueue,
  acceptOffer: answering('acceptOffer'),
  declineOffer: answering('declineOffer'),
  scan,
  atVenue,
  admit,
  undo,
  join,
  leave,
  updateMe,
  consent,
  seen,
  decideMember,
  grant,
  revoke,
  ...ORGANIZING,
  ...POINTS,
};

export { send };
