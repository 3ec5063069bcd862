import type { Decision } from '../../types/contract';
import type { RunningCloud } from './cloud';
import type { Command, Prepare } from './crash-command';
import { accepted, organize, planAlone, requestId, signUp, tokenOf } from './organizing';
import { DAY, HOUR, NOON, plan, session } from './plans';
import { addActivities, addMembers, FIRST_ADMIN, memberOf } from './town';

type Changes = Parameters<typeof plan>[0];

const byAdmin = (op: string, input: object): Command => ({
  ...{ fn: 'organizer', op, input, openid: FIRST_ADMIN },
  requestId: requestId(),
});

/** An activity of its own, to which so many have signed up; with their registrations in that order. */
async function activityOf(cloud: RunningCloud, tag: string, people: number, changes: Changes = {}) {
  const activityId = `edit-${tag}`;
  await addActivities(cloud, plan({ id: activityId, ...changes }));
  const members = Array.from({ length: people }, (_, at) =>
    memberOf(`signed-${tag}-${at}`, { name: `报名${tag}-${at}` }),
  );
  await addMembers(cloud, members);
  const ids: string[] = [];
  for (const { openid } of members) ids.push(accepted(await signUp(cloud, openid, activityId)).id);
  return { activityId, ids };
}

async function createActivity(_cloud: RunningCloud, tag: string): Promise<Command> {
  return byAdmin('createActivity', { plan: planAlone(plan({ title: `新的 ${tag}` })) });
}

async function publishActivity(cloud: RunningCloud, tag: string): Promise<Command> {
  const draft = planAlone(plan({ title: `草稿 ${tag}` }));
  const { activityId } = accepted(await organize(cloud, 'createActivity', { plan: draft }));
  return byAdmin('publishActivity', { activityId });
}

/** Fewer places in one session and more, in more shards, in the other: every step that an edit can have. */
async function editActivity(cloud: RunningCloud, tag: string): Promise<Command> {
  const sessions = [session('s1', 50), session('s2', 20)];
  const { activityId } = await activityOf(cloud, tag, 1, { sessions });
  const after = planAlone(plan({ title: `改过 ${tag}`, sessions: [session('s1', 2), session('s2', 2_100)] }));
  return byAdmin('editActivity', { activityId, termsV: 1, plan: after });
}

async function closeSignUp(cloud: RunningCloud, tag: string): Promise<Command> {
  const { activityId } = await activityOf(cloud, tag, 0);
  return byAdmin('closeSignUp', { activityId });
}

async function extendSignUp(cloud: RunningCloud, tag: string): Promise<Command> {
  const { activityId } = await activityOf(cloud, tag, 1);
  return byAdmin('extendSignUp', { activityId, closesAt: session('s1', 1).startsAt });
}

async function cancelActivity(cloud: RunningCloud, tag: string): Promise<Command> {
  const { activityId } = await activityOf(cloud, tag, 2, { waitlist: true, sessions: [session('s1', 1)] });
  return byAdmin('cancelActivity', { activityId, reason: '台风' });
}

async function moveSession(cloud: RunningCloud, tag: string): Promise<Command> {
  const { activityId } = await activityOf(cloud, tag, 1);
  const startsAt = NOON + 12 * DAY;
  const input = { activityId, sessionId: 's1', startsAt, endsAt: startsAt + HOUR, reason: '场地检修' };
  const confirmed = tokenOf(await organize(cloud, 'moveSession', input));
  return byAdmin('moveSession', { ...input, confirmed });
}

async function setCapacity(cloud: RunningCloud, tag: string): Promise<Command> {
  const { activityId } = await activityOf(cloud, tag, 2, { waitlist: true, sessions: [session('s1', 1)] });
  return byAdmin('setCapacity', { activityId, sessionId: 's1', capacity: 2 });
}

const deciding = (decision: Decision): Prepare =>
  async function decide(cloud, tag) {
    const changes = { allocation: 'approval' as const, sessions: [session('s1', decision === 'waitlist' ? 0 : 2)] };
    const { activityId, ids } = await activityOf(cloud, tag, 2, changes);
    const how = { decision, fit: 'all', ...(decision === 'decline' && { reason: '名额有限' }) };
    return byAdmin('decide', { activityId, registrationIds: ids, ...how });
  };

async function jump(cloud: RunningCloud, tag: string): Promise<Command> {
  const { ids } = await activityOf(cloud, tag, 2, { waitlist: true, sessions: [session('s1', 0)] });
  return byAdmin('jump', { registrationId: ids[1], reason: '上次漏报' });
}

async function announce(cloud: RunningCloud, tag: string): Promise<Command> {
  const { activityId } = await activityOf(cloud, tag, 3, { waitlist: true, sessions: [session('s1', 2)] });
  return byAdmin('announce', { activityId, text: '请提前半小时到', to: ['confirmed', 'waitlisted'] });
}

/** Every command by which organizers change activities and decide on registrations. */
export const ORGANIZING: Record<string, Prepare> = {
  createActivity,
  publishActivity,
  editActivity,
  closeSignUp,
  extendSignUp,
  cancelActivity,
  moveSession,
  setCapacity,
  approve: deciding('approve'),
  decline: deciding('decline'),
  waitlist: deciding('waitlist'),
  jump,
  announce,
};
