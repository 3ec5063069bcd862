import type { RunningCloud } from './cloud';
import type { Command, Prepare } from './crash-command';
import { requestId, started } from './exports';
import { addMembers, memberOf } from './town';

const list = { kind: 'registrations', activityId: 'music' } as const;

/** Somebody who may export and has none under way. */
async function organizer(cloud: RunningCloud, tag: string): Promise<string> {
  const member = memberOf(`exporter-${tag}`, { grants: [{ role: 'organizer', scope: { kind: 'all' } }] });
  await addMembers(cloud, [member]);
  return member.openid;
}

async function start(cloud: RunningCloud, tag: string): Promise<Command> {
  const openid = await organizer(cloud, tag);
  return { fn: 'export', op: 'start', input: { of: list }, openid, requestId: requestId() };
}

async function cancel(cloud: RunningCloud, tag: string): Promise<Command> {
  const openid = await organizer(cloud, tag);
  const exportId = await started(cloud, list, openid);
  return { fn: 'export', op: 'cancel', input: { exportId }, openid, requestId: requestId(), outlived: 'NOT_UNDER_WAY' };
}

export const EXPORTING: Record<string, Prepare> = { start, cancel };
