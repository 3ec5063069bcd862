import { type AuditEntryRecord, roleEntry } from '../../domain/audit/audit';
import { type CallerRecord, callerOf, type MemberRecord, withGrants } from '../../domain/member/member';
import { type GrantInviteRecord, type InviteState, withAccepted } from '../../domain/permission/grant-invite';
import { mayGrant } from '../../domain/permission/granting';
import { type AcceptedRequest, recall, remember } from '../../domain/request/remembered';
import type { Instant, MemberId } from '../../types/vocabulary';
import { othersByKey } from './caller';
import { changeAll, changeIf } from './documents';
import { type FactsByScope, scopeFacts } from './scope-facts';
import { inTransaction } from './transaction';

/**
 * What has to be known beside invites to say whether they work, and what they are about; two calls, where leagues are among
 * them three. Whoever left and came back is another member: the invites of the former one are not theirs.
 */
export async function inviteStates(
  invites: readonly GrantInviteRecord[],
  now: Instant,
): Promise<{ stateOf: (invite: GrantInviteRecord) => InviteState; facts: FactsByScope }> {
  const [makers, facts] = await Promise.all([
    othersByKey([...new Set(invites.map(({ makerKey }) => makerKey))], now),
    scopeFacts(invites.map(({ scope }) => scope)),
  ]);
  const stateOf = ({ role, of, by, makerKey }: GrantInviteRecord): InviteState => {
    const { memberId, grants = [] } = makers.get(makerKey) ?? {};
    return { makerMay: (by === '' || by === memberId) && mayGrant(grants, role, now), facts: facts.get(of), now };
  };
  return { stateOf, facts };
}

function acceptedEntry(
  { _id, role, scope, by, accepted }: GrantInviteRecord,
  memberId: MemberId,
  now: Instant,
): AuditEntryRecord {
  const at = accepted[memberId]?.at ?? now;
  const members = by === '' || by === memberId ? [memberId] : [memberId, by];
  const doing = { at, by: memberId, role, what: 'member.acceptGrant' } as const;
  return roleEntry(`${_id} ${memberId}`, { ...doing, given: role, scope, members });
}

/**
 * Writes out an acceptance that the invite has: the role, in both documents of the member, and the entry that says so, all
 * or none. The member document remembers the invite, so that what was taken back meanwhile is not given a second time.
 * `request`: the member's own, to be remembered with it; a sweep has none.
 */
export async function settleAcceptance(
  invite: GrantInviteRecord,
  memberId: MemberId,
  now: Instant,
  request?: AcceptedRequest,
): Promise<void> {
  const given = { id: invite._id, digest: 'accepted' };
  await inTransaction(async (transaction) => {
    const member = await transaction.get<MemberRecord>('members', memberId);
    // Who has left since has nothing that a role could stand in.
    if (!member) return;
    const caller = await transaction.get<CallerRecord>('callers', member.callerKey);
    const requests = caller?.requests ?? [];
    const fresh = recall(member.requests, given) === 'new';
    const unheard = request !== undefined && recall(requests, request) === 'new';
    if (!fresh && !unheard) return;
    const changed = fresh
      ? { ...withGrants(member, withAccepted(member.grants, invite)), requests: remember(member.requests, given) }
      : member;
    await transaction.put('members', changed);
    await transaction.put('callers', callerOf(changed, unheard ? remember(requests, request) : requests, caller));
    if (fresh) await transaction.put('auditEntries', acceptedEntry(invite, memberId, now));
  });
  await changeIf('grantInvites', invite._id, {}, { [`accepted.${memberId}.settled`]: true });
}

/** Who leaves the union invites nobody any more, and nothing leads from their invites to their account. */
export async function withdrawAllOf(memberId: MemberId): Promise<void> {
  await changeAll('grantInvites', { by: memberId }, { state: 'withdrawn', makerKey: '' });
}
