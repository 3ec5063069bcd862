import type { GrantInviteRecord } from '../../domain/permission/grant-invite';
import { ABANDONED_MS } from '../../types/limits';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, changeIf, find } from '../kit/documents';
import { settleAcceptance } from '../kit/grant-invites';
import { forEachDue, SWEEP_MOST, underLease } from '../kit/sweep';

/** Those whose call may still be at it are left to it. */
async function settleAll(inviteId: string, now: Instant): Promise<void> {
  const invite = await byId<GrantInviteRecord>('grantInvites', inviteId);
  if (!invite) return;
  const open = Object.entries(invite.accepted).filter(([, { settled }]) => settled !== true);
  const late = open.filter(([, { at }]) => at <= now - ABANDONED_MS);
  for (const [memberId] of late) await settleAcceptance(invite, memberId, now);
  const young = open.filter(([, { at }]) => at > now - ABANDONED_MS).map(([, { at }]) => at + ABANDONED_MS);
  const dueAt = young.length > 0 ? Math.min(...young) : _.remove();
  // Whoever accepted since is looked at another time.
  await changeIf('grantInvites', inviteId, { used: invite.used }, { dueAt });
}

/** Gives roles that were accepted and that a dead call did not write out. */
export const sweepInvites = underLease('sweepInvites', async (now) => {
  const due = await find<{ _id: string }>(
    'grantInvites',
    { dueAt: _.lte(now) },
    { orderBy: ['dueAt', 'asc'], limit: SWEEP_MOST, projection: { _id: true } },
  );
  const done = await forEachDue('member.sweepInvites', due, ({ _id }) => settleAll(_id, now));
  return { found: due.length, done: done.length };
});
