import type { Instant, MemberId } from '../../types/vocabulary';
import { DAY_MS } from '../time/shanghai';
import type { AccountRecord, EntryRecord, SystemAccount } from './account';

/** What has been added up of one member's entries: enough to go on from there. */
export interface AccountSums {
  memberId: MemberId;
  /** The number and the key of the last entry. */
  n: number;
  last: string;
  /** By lot, and what is owed. */
  lots: Record<string, number>;
  debt: number;
  /** By how much the balances that entries say have differed so far. */
  off: number;
  /** What went to this member from each of the system's accounts. */
  from: Partial<Record<SystemAccount, number>>;
}

export type AuditedEntry = Pick<
  EntryRecord,
  '_id' | 'memberId' | 'key' | 'n' | 'at' | 'against' | 'points' | 'lots' | 'debt' | 'balance' | 'reverses'
>;
export type AuditedAccount = Pick<AccountRecord, '_id' | 'entries' | 'lots' | 'debt' | 'sums' | 'at' | 'pending'>;

/**
 * One member's entries, added up one by one in the order of their keys, by nothing of what posted them. What it keeps does
 * not grow with how many there are, save for a number a lot. One that is lost, or says what is not so, is one fault, not
 * one more with every entry behind it.
 */
export class AccountAudit {
  readonly faults: string[] = [];
  readonly sums: AccountSums;

  constructor(memberId: string, sums?: AccountSums) {
    this.sums = sums
      ? { ...sums, lots: { ...sums.lots }, from: { ...sums.from } }
      : { memberId, n: 0, last: '', lots: {}, debt: 0, off: 0, from: {} };
  }

  add({ _id, key, n, lots, debt, points, balance, against }: Omit<AuditedEntry, 'memberId' | 'at'>): void {
    const { sums, faults } = this;
    if (n !== sums.n + 1) faults.push(`${sums.memberId}: entry ${sums.n + 1} is missing, ${_id} is number ${n}`);
    sums.n = n;
    sums.last = key;
    let moved = 0;
    for (const { lot, points: by } of lots) {
      const left = (sums.lots[lot] ?? 0) + by;
      if (left < 0) faults.push(`${_id}: lot ${lot} falls to ${left}`);
      sums.lots[lot] = left;
      moved += by;
    }
    sums.debt += debt;
    sums.from[against] = (sums.from[against] ?? 0) + points;
    if (points !== moved - debt) faults.push(`${_id}: is ${points}, its parts are ${moved} and a debt of ${debt}`);
    if (sums.debt < 0) faults.push(`${_id}: settles more than is owed`);
    const has = this.#has();
    if (sums.debt > 0 && has > 0) faults.push(`${_id}: ${sums.debt} are owed and ${has} are there`);
    if (balance - has !== sums.off) faults.push(`${_id}: says ${balance} are left, there are ${has}`);
    sums.off = balance - has;
  }

  /** After the last entry: what the account says, held against what was added up. */
  end({ entries, lots, debt, sums }: Pick<AuditedAccount, 'entries' | 'lots' | 'debt' | 'sums'>): void {
    const { memberId: who, n, debt: owed, lots: should } = this.sums;
    if (entries !== n) this.faults.push(`${who}: counts ${entries} entries, has ${n}`);
    if (debt !== owed) this.faults.push(`${who}: owes ${debt}, its entries say ${owed}`);
    const said = new Map(lots.map(({ id, points }) => [id, points]));
    for (const lot of new Set([...said.keys(), ...Object.keys(should)])) {
      const [is, added] = [said.get(lot) ?? 0, should[lot] ?? 0];
      if (is !== added) this.faults.push(`${who}: lot ${lot} has ${is}, its entries say ${added}`);
    }
    const { earned, granted, refunded, spent, expired, takenBack } = sums;
    const life = earned + granted + refunded - spent - expired - takenBack;
    const posted = Object.values(this.sums.from).reduce((sum, points) => sum + points, 0);
    if (life !== posted) this.faults.push(`${who}: its whole life comes to ${life}, its entries to ${posted}`);
  }

  #has(): number {
    let sum = 0;
    for (const lot in this.sums.lots) sum += this.sums.lots[lot] ?? 0;
    return sum;
  }
}

/** Whether something happened so lately that what follows from it may still be under way; no clock is a day ahead. */
export function isUnderWay(at: Instant, asOf: Instant): boolean {
  return at > asOf && at < asOf + DAY_MS;
}
