import { entryOf, letGo } from '../../domain/benefit/redeem';
import type { RedemptionRecord } from '../../domain/benefit/redemption';
import { leftBehind, nextDue } from '../../domain/benefit/transitions';
import { messageOfEnd } from '../../domain/message/message';
import { idsConcerned, type Posting, postAll } from '../../domain/points/causes';
import type { Instant, MemberId } from '../../types/vocabulary';
import { byId, changeIf, difference, find, insertOnce } from './documents';
import { clearPending, decide, entriesOf, writeOut } from './ledger';
import { releaseStock } from './stocks';
import { Busy } from './transaction';

/** Makes `next` of a redemption, if it still is as it was read; `undefined` where something else happened to it first. */
export async function advance(before: RedemptionRecord, next: RedemptionRecord): Promise<RedemptionRecord | undefined> {
  const stored = { ...next, rev: before.rev + 1 };
  const done = await changeIf('redemptions', before._id, { rev: before.rev }, difference(before, stored));
  return done ? stored : undefined;
}

/** Points back, and what was cancelled counts for the limit no more: one change of the account, once. */
async function settleAccount(record: RedemptionRecord, now: Instant): Promise<void> {
  const { memberId, refunded, state, title } = record;
  const postings: Posting[] =
    refunded === undefined
      ? []
      : [{ do: 'refund', of: entryOf(record), on: record.endedAt ?? now, cause: { kind: 'refund', title } }];
  const decided = await decide<never>(memberId, now, async (account, at) => {
    const entries = await entriesOf(idsConcerned(postings));
    const next = postAll(state === 'cancelled' ? letGo(account, record) : account, entries, postings, at);
    return next === account ? { kind: 'leave' } : { kind: 'take', account: next };
  });
  if (decided.kind !== 'taken') return;
  await writeOut(decided.account, now);
  if (decided.account.pending.length > 0) await clearPending(decided.account);
}

/** All that follows from a redemption's end; each step can be done again, by a retry or a sweep. */
async function follow(record: RedemptionRecord, now: Instant): Promise<void> {
  const { state, refunded } = record;
  const cancelled = state === 'cancelled';
  if (cancelled || refunded !== undefined) await settleAccount(record, now);
  if (cancelled) await releaseStock(record);
  const message = messageOfEnd(record);
  if (message) await insertOnce('messages', message);
}

/** The same, and notes that it is done. */
export async function settleRedemption(record: RedemptionRecord, now: Instant): Promise<RedemptionRecord> {
  await follow(record, now);
  const { pending: _pending, dueAt: _due, ...rest } = record;
  const dueAt = nextDue(record);
  return (await advance(record, { ...rest, ...(dueAt !== undefined && { dueAt }) })) ?? record;
}

/** Times a change is decided anew because the redemption changed meanwhile. */
const TRIES = 6;

export type Decision<R> =
  | { kind: 'change'; next: RedemptionRecord }
  | { kind: 'leave' }
  | { kind: 'refuse'; refused: R };

/** One change of one redemption, from what was read of it to all that follows. */
export async function changeRedemption<R>(
  found: RedemptionRecord,
  now: Instant,
  decideOn: (record: RedemptionRecord) => Promise<Decision<R>> | Decision<R>,
): Promise<{ kind: 'done'; record: RedemptionRecord } | { kind: 'refused'; refused: R }> {
  let record: RedemptionRecord | undefined = found;
  for (let attempt = 0; attempt < TRIES && record; attempt++) {
    const decision = await decideOn(record);
    if (decision.kind === 'refuse') return { kind: 'refused', refused: decision.refused };
    if (decision.kind === 'leave') {
      return { kind: 'done', record: record.pending ? await settleRedemption(record, now) : record };
    }
    const changed = await advance(record, decision.next);
    if (changed) return { kind: 'done', record: changed.pending ? await settleRedemption(changed, now) : changed };
    record = await byId<RedemptionRecord>('redemptions', found._id);
  }
  throw new Busy('the redemption kept changing');
}

/**
 * Ends one whose member leaves the union: others may have it. The points go back to their account, which leads to nobody
 * soon; so a leaving that dies half-way has cost them nothing.
 */
export async function endLeft(found: RedemptionRecord, now: Instant): Promise<void> {
  await changeRedemption<never>(found, now, (record) => {
    const next = leftBehind(record, now);
    return next ? { kind: 'change', next } : { kind: 'leave' };
  });
}

/** Redemptions looked at in one go; nobody has so many that are valid. */
const MOST = 200;

/** Everything that somebody who leaves could still have used. */
export async function endAllOf(memberId: MemberId, now: Instant): Promise<void> {
  const valid = await find<RedemptionRecord>('redemptions', { memberId, state: 'valid' }, { limit: MOST });
  for (const record of valid) await endLeft(record, now);
}
