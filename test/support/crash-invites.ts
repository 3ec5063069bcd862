import type { RunningCloud } from './cloud';
import type { Command, Prepare } from './crash-command';
import { invited, requestId } from './invites';
import { addMembers, FIRST_ADMIN, memberOf } from './town';

const byAdmin = (op: string, input: object): Command => ({
  ...{ fn: 'organizer', op, input, openid: FIRST_ADMIN },
  requestId: requestId(),
});

async function person(cloud: RunningCloud, tag: string) {
  const member = memberOf(`helper-${tag}`, { name: `帮手${tag}` });
  await addMembers(cloud, [member]);
  return member;
}

async function inviteGrant(): Promise<Command> {
  return byAdmin('inviteGrant', { role: 'volunteer', scope: { kind: 'activity', id: 'music' }, uses: 5 });
}

async function withdrawInvite(cloud: RunningCloud): Promise<Command> {
  return byAdmin('withdrawInvite', { id: (await invited(cloud)).id });
}

async function acceptGrant(cloud: RunningCloud, tag: string): Promise<Command> {
  const { openid } = await person(cloud, tag);
  const { code } = await invited(cloud);
  return { fn: 'member', op: 'acceptGrant', input: { code }, openid, requestId: requestId() };
}

/** Whose invites are withdrawn with them. */
async function leave(cloud: RunningCloud, tag: string): Promise<Command> {
  const member = memberOf(`maker-${tag}`, {
    name: `组织${tag}`,
    grants: [{ role: 'organizer', scope: { kind: 'all' } }],
  });
  await addMembers(cloud, [member]);
  await invited(cloud, {}, member.openid);
  const erases = [member.name, member.phone, `"${member.openid}"`];
  return {
    ...{ fn: 'member', op: 'leave', input: { confirm: true }, openid: member.openid },
    ...{ requestId: requestId(), erases },
  };
}

async function grant(cloud: RunningCloud, tag: string): Promise<Command> {
  const { _id } = await person(cloud, tag);
  return byAdmin('grant', { memberId: _id, role: 'volunteer', scope: { kind: 'activity', id: 'music' } });
}

/** What is done with invites to roles; giving one by name is noted in the same way. */
export const INVITING: Record<string, Prepare> = { inviteGrant, withdrawInvite, acceptGrant, grant, leave };
