import type { RunningCloud } from './cloud';
import type { Command, Prepare } from './crash-command';
import { requestIds } from './request-ids';
import { addMembers, FIRST_ADMIN, memberOf } from './town';

const requestId = requestIds(17);

const byAdmin = (op: string, input: object): Command => ({
  ...{ fn: 'points', op, input, openid: FIRST_ADMIN },
  requestId: requestId(),
});

/** A member who has nothing. */
async function somebody(cloud: RunningCloud, tag: string): Promise<string> {
  const member = memberOf(`points-${tag}`, { name: `积分${tag}` });
  await addMembers(cloud, [member]);
  return member._id;
}

async function grant(cloud: RunningCloud, tag: string, points = 40): Promise<Command> {
  return byAdmin('grant', { memberId: await somebody(cloud, tag), points, reason: '志愿服务' });
}

async function granted(cloud: RunningCloud, command: Command): Promise<string> {
  const { fn, op, input, openid, requestId: id } = command;
  const { answer } = await cloud.call(fn, op, input, { openid, requestId: id });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return (answer.value as { id: string }).id;
}

async function reverse(cloud: RunningCloud, tag: string): Promise<Command> {
  const given = await grant(cloud, tag);
  const entryId = `adjustment.${await granted(cloud, given)}`;
  const { memberId } = given.input as { memberId: string };
  return byAdmin('reverse', { memberId, entryId, reason: '记错了人' });
}

/** What another organizer proposed. */
async function decideAdjustment(cloud: RunningCloud, tag: string): Promise<Command> {
  const organizer = memberOf(`organizer-${tag}`, {
    name: `干事${tag}`,
    grants: [{ role: 'organizer', scope: { kind: 'all' } }],
  });
  await addMembers(cloud, [organizer]);
  const adjustmentId = await granted(cloud, { ...(await grant(cloud, tag, 400)), openid: organizer.openid });
  return byAdmin('decideAdjustment', { adjustmentId, decision: 'approve' });
}

/** Every command by which organizers adjust points. */
export const POINTS: Record<string, Prepare> = {
  grantPoints: (cloud, tag) => grant(cloud, tag),
  reversePoints: reverse,
  decideAdjustment,
};
