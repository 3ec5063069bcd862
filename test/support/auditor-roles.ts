import type { AuditEntryRecord } from '../../domain/audit/audit';
import type { MemberRecord } from '../../domain/member/member';
import type { GrantInviteRecord } from '../../domain/permission/grant-invite';
import type { RunningCloud } from './cloud';
import { documents } from './town';

/** Who has which role until when, as the member documents say it; written out again here. */
function heldAgree(members: readonly MemberRecord[]): string[] {
  return members.flatMap(({ _id, grants, held = {} }) => {
    const ends = new Map<string, number>();
    for (const { role, until = 9_999_999_999_999 } of grants) ends.set(role, Math.max(until, ends.get(role) ?? 0));
    const should = [...ends].map(([role, end]) => `${role} ${String(end).padStart(13, '0')}_${_id}`).sort();
    const does = Object.entries(held)
      .map(([role, key]) => `${role} ${key}`)
      .sort();
    return should.join() === does.join() ? [] : [`${_id} is found as ${does.join() || 'nobody'}, and is ${should}`];
  });
}

/**
 * No invite was accepted more often than it may be, and every acceptance is a role that was given and noted once.
 * `swept`: nothing may be left to do.
 */
export async function invitesAgree(cloud: RunningCloud, swept: boolean): Promise<string[]> {
  const members = await documents<MemberRecord>(cloud, 'members');
  const invites = await documents<GrantInviteRecord>(cloud, 'grantInvites');
  const entries = await documents<AuditEntryRecord>(cloud, 'auditEntries');
  const persons = new Map(members.map((member) => [member._id, member]));
  const acceptances = entries.filter(({ what }) => what === 'member.acceptGrant');
  const faults = heldAgree(members);
  let settled = 0;
  for (const { _id, uses, used, accepted, dueAt } of invites) {
    const who = Object.entries(accepted);
    if (who.length !== used) faults.push(`invite ${_id}: used ${used}, accepted by ${who.length}`);
    if (used > uses) faults.push(`invite ${_id}: accepted by ${used} of ${uses}`);
    for (const [memberId, { settled: done }] of who) {
      if (!done && swept) faults.push(`invite ${_id}: ${memberId} has accepted and nothing came of it`);
      const member = persons.get(memberId);
      const remembers = member?.requests.some(({ id }) => id === _id) === true;
      if (done && member && !remembers) faults.push(`${memberId} accepted ${_id} and does not know it`);
      if (remembers) settled += 1;
    }
    if (swept && dueAt !== undefined) faults.push(`invite ${_id} is still due after the sweeps`);
  }
  const living = acceptances.filter(({ by }) => persons.has(by));
  if (living.length !== settled) faults.push(`${settled} roles were accepted, ${living.length} are noted`);
  return faults;
}
