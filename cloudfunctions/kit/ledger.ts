import type { AccountRecord, EntryRecord, StoredEntry } from '../../domain/points/account';
import { idsConcerned, type Posting, postAll } from '../../domain/points/causes';
import { bookTime, openAccount, scheduled } from '../../domain/points/posting';
import type { Instant, MemberId } from '../../types/vocabulary';
import { byId, byManyIds, changeIf, difference, insertOnce } from './documents';
import { writeRedeemed } from './redeemed';
import { Busy } from './transaction';

/** Times a posting is decided anew because the account changed meanwhile. */
const TRIES = 8;

/** One call. Who never had points has an account in which nothing has happened; it is stored with the first entry. */
export async function loadAccount(memberId: MemberId): Promise<AccountRecord> {
  return (await byId<AccountRecord>('accounts', memberId)) ?? openAccount(memberId);
}

/**
 * Writes out what the account has decided and not yet shown, each entry with the mark by which the sweep of tallies finds
 * it; each of it once, so it can be done again.
 */
export async function writeOut({ pending }: AccountRecord, now: Instant): Promise<void> {
  for (const { entry, redemption } of pending) {
    const stored: StoredEntry | undefined = entry && { ...entry, tallyDue: now };
    if (stored) await insertOnce('entries', stored);
    if (redemption) await writeRedeemed(redemption);
  }
}

/** Notes in the account that all is written out; whoever changed it since has seen to that too. */
export async function clearPending(account: AccountRecord): Promise<void> {
  const { _id, rev, at } = account;
  const change = difference(account, scheduled({ ...account, pending: [] }, at));
  // The store takes no change without a field.
  if (Object.keys(change).length > 0) await changeIf('accounts', _id, { rev }, change);
}

/** Makes `next` of the account, if it still is as it was read; gives it as it is stored now, else `undefined`. */
async function advance(before: AccountRecord, next: AccountRecord): Promise<AccountRecord | undefined> {
  const stored = { ...next, rev: before.rev + 1 };
  const { _id, rev } = before;
  const done =
    rev === 0
      ? await insertOnce('accounts', stored)
      : await changeIf('accounts', _id, { rev }, difference(before, stored));
  return done ? stored : undefined;
}

/** What somebody makes of an account: something new, nothing, or a refusal of the operation. */
export type Verdict<R> = { kind: 'take'; account: AccountRecord } | { kind: 'leave' } | { kind: 'refuse'; refused: R };

/** `left`: the account as it is, and what is pending there is written out. */
export type Decided<R> =
  | { kind: 'taken'; account: AccountRecord }
  | { kind: 'left'; account: AccountRecord }
  | { kind: 'refused'; refused: R };

/**
 * One decision in one member's account: two calls, where nothing of others is pending. `judge` gets the account with
 * nothing pending, and what was is in the books: an entry that it does not find then can come to be only through a
 * change that makes this one fail, and it is asked again. The clock given to it never runs backwards.
 *
 * What is decided has happened, and is pending in the account that comes back. The caller writes it out; who does not
 * clear it leaves that to the sweep.
 */
export async function decide<R>(
  memberId: MemberId,
  now: Instant,
  judge: (account: AccountRecord, at: Instant) => Promise<Verdict<R>> | Verdict<R>,
): Promise<Decided<R>> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const found = await loadAccount(memberId);
    await writeOut(found, now);
    const at = bookTime(found, now);
    const verdict = await judge({ ...found, pending: [] }, at);
    if (verdict.kind === 'refuse') return { kind: 'refused', refused: verdict.refused };
    if (verdict.kind === 'leave') return { kind: 'left', account: found };
    const stored = await advance(found, scheduled(verdict.account, at));
    if (stored) return { kind: 'taken', account: stored };
  }
  throw new Busy('the account kept changing');
}

/**
 * Posts what has not been posted of these causes of one member, in one change, and writes it out: five calls. A cause
 * that is in the books already changes nothing. `judged` is asked in every attempt, after the account was read, for what
 * is to be posted.
 */
export async function post(
  memberId: MemberId,
  now: Instant,
  judged: readonly Posting[] | (() => Promise<readonly Posting[]>),
): Promise<AccountRecord> {
  const decided = await decide<never>(memberId, now, async (account, at) => {
    const postings = typeof judged === 'function' ? await judged() : judged;
    const entries = await entriesOf(idsConcerned(postings));
    const next = postAll(account, entries, postings, at);
    // What is taken back before it was posted must not come after: a posting under way fails, and looks again.
    const overtakes = postings.some((each) => 'of' in each && !entries.some(({ _id }) => _id === each.of));
    return next === account && !overtakes ? { kind: 'leave' } : { kind: 'take', account: next };
  });
  if (decided.kind === 'refused') throw new Error('a posting is never refused');
  if (decided.kind === 'taken') {
    await writeOut(decided.account, now);
    await clearPending(decided.account);
  }
  return decided.account;
}

/** Those of the entries that are written out. */
export async function entriesOf(ids: readonly string[]): Promise<EntryRecord[]> {
  return [...(await byManyIds<EntryRecord>('entries', ids)).values()];
}
