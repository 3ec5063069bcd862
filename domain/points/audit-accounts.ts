import type { Instant } from '../../types/vocabulary';
import type { RedemptionRecord } from '../benefit/redemption';
import { AccountAudit, type AuditedAccount, type AuditedEntry, isUnderWay } from './audit';
import { page, type Walk } from './audit-asks';
import { causeFaults } from './audit-causes';
import { type AuditRecord, withFaults } from './audit-record';

/** So many documents are few enough for one answer of the store. */
const ACCOUNTS = 100;
const ENTRIES = 500;

const ACCOUNT_FIELDS = ['entries', 'lots', 'debt', 'sums', 'at', 'pending'];
const ENTRY_FIELDS = [
  ...['memberId', 'key', 'n', 'at', 'against', 'points'],
  ...['lots', 'debt', 'balance', 'reverses'],
];

type Place = Pick<AuditedEntry, 'memberId' | 'key'>;

/** Accounts in the order of their members, and the entries of these in the same order, each account held against its own. */
class Merging {
  #audit: AuditRecord;
  #current: AccountAudit | undefined;
  readonly #left: AuditedAccount[];
  readonly #asOf: Instant;

  constructor(audit: AuditRecord, accounts: readonly AuditedAccount[], asOf: Instant) {
    const { member, ...rest } = audit;
    this.#audit = rest;
    this.#current = member && new AccountAudit(member.memberId, member);
    this.#left = [...accounts];
    this.#asOf = asOf;
  }

  take(entries: readonly AuditedEntry[]): void {
    for (const entry of entries) {
      if (entry.memberId !== this.#current?.sums.memberId) {
        this.endMember();
        this.#endUntil(entry.memberId);
        this.#current = new AccountAudit(entry.memberId);
      }
      this.#current.add(entry);
    }
    this.#audit = { ...this.#audit, entries: this.#audit.entries + entries.length };
  }

  fault(faults: readonly string[]): void {
    this.#audit = withFaults(this.#audit, faults);
  }

  /** No more entries of the one that was added up last. */
  endMember(): void {
    const current = this.#current;
    if (!current) return;
    const { memberId } = current.sums;
    this.#current = undefined;
    this.#endUntil(memberId);
    if (this.#left[0]?._id === memberId) this.#end(current, this.#left.shift());
    else this.#end(current, undefined);
  }

  /** No more entries of anybody whose account is among these. */
  endAll(): void {
    this.endMember();
    this.#endUntil(undefined);
  }

  /** As it stands: the next run goes on from there. */
  get audit(): AuditRecord {
    if (!this.#current) return this.#audit;
    return { ...withFaults(this.#audit, this.#current.faults), member: this.#current.sums };
  }

  /** Those before that member have no entries at all. */
  #endUntil(memberId: string | undefined): void {
    for (let next = this.#left[0]; next && (memberId === undefined || next._id < memberId); next = this.#left[0]) {
      this.#left.shift();
      this.#end(new AccountAudit(next._id), next);
    }
  }

  #end(added: AccountAudit, account: AuditedAccount | undefined): void {
    const after = added.sums.memberId;
    if (account && isUnderWay(account.at, this.#asOf)) {
      const { accounts, moving } = this.#audit;
      this.#audit = withFaults({ ...this.#audit, after, accounts: accounts + 1, moving: moving + 1 }, added.faults);
      return;
    }
    for (const { entry } of account?.pending ?? []) if (entry && entry.key > added.sums.last) added.add(entry);
    if (account) added.end(account);
    else added.faults.push(`${after}: ${added.sums.n} entries of nobody who has an account`);
    const { accounts, held, owed, from } = this.#audit;
    const sums = { ...from };
    for (const system of Object.keys(added.sums.from) as (keyof typeof sums)[])
      sums[system] = (sums[system] ?? 0) + (added.sums.from[system] ?? 0);
    const has = (account?.lots ?? []).reduce((sum, { points }) => sum + points, 0);
    const next = {
      ...{ ...this.#audit, after, from: sums },
      ...{ accounts: accounts + (account ? 1 : 0), held: held + has, owed: owed + (account?.debt ?? 0) },
    };
    this.#audit = withFaults(next, added.faults);
  }
}

/** Behind that entry of that member, or of whoever comes after them. */
function entriesBehind(place: Place | undefined, after: string, upTo: string | undefined): Walk<AuditedEntry[]> {
  const some = { of: 'entries', limit: ENTRIES, fields: ENTRY_FIELDS } as const;
  if (place) return page({ ...some, equal: { memberId: place.memberId }, over: 'key', after: place.key });
  return page({ ...some, over: 'memberId', after, thenBy: 'key', ...(upTo !== undefined && { upTo }) });
}

const isMade = (redemption: RedemptionRecord | undefined): RedemptionRecord[] => (redemption ? [redemption] : []);

/**
 * One page of accounts with all entries of these, or as many as `most` allows: then somebody's are left half added up.
 * What happened after `asOf` is left to another day, since what follows from it may still be under way.
 */
export function* auditAccounts(audit: AuditRecord, asOf: Instant, most: number): Walk<AuditRecord> {
  const { after, member } = audit;
  const accounts = yield* page<AuditedAccount>({
    ...{ of: 'accounts', over: '_id', after, limit: ACCOUNTS, fields: ACCOUNT_FIELDS },
  });
  const upTo = accounts.length < ACCOUNTS ? undefined : accounts.at(-1)?._id;
  const made = accounts.flatMap(({ pending }) => pending.flatMap(({ redemption }) => isMade(redemption)));
  const pending = new Map(made.map((redemption) => [redemption._id, redemption]));
  const merging = new Merging(audit, accounts, asOf);
  let place: Place | undefined = member && { memberId: member.memberId, key: member.last };
  let behind = after;
  for (let read = 0; read < most; ) {
    const found = yield* entriesBehind(place, behind, upTo);
    const entries = found.filter(({ at }) => !isUnderWay(at, asOf));
    merging.fault(yield* causeFaults(entries, pending));
    merging.take(entries);
    read += found.length;
    const last = found.at(-1);
    if (found.length === ENTRIES && last) place = last;
    else if (place) {
      merging.endMember();
      behind = place.memberId;
      place = undefined;
    } else {
      merging.endAll();
      return upTo === undefined ? { ...merging.audit, stage: 'participations', after: '' } : merging.audit;
    }
  }
  return merging.audit;
}
