import type { AccountRecord, EntryRecord, SystemAccount } from './account';

/**
 * One member's entries, added up one by one in the order of their keys, by nothing of what posted them. What it keeps does
 * not grow with how many there are, save for a number a lot.
 */
export class AccountAudit {
  readonly faults: string[] = [];
  /** What went to this member from each of the system's accounts. */
  readonly from: Partial<Record<SystemAccount, number>> = {};
  readonly #memberId: string;
  readonly #lots = new Map<string, number>();
  #has = 0;
  #debt = 0;
  #n = 0;

  constructor(memberId: string) {
    this.#memberId = memberId;
  }

  add({ _id, n, lots, debt, points, balance, against }: EntryRecord): void {
    this.#n += 1;
    if (n !== this.#n) this.faults.push(`${this.#memberId}: entry ${this.#n} is missing, ${_id} is number ${n}`);
    let moved = 0;
    for (const { lot, points: by } of lots) {
      const left = (this.#lots.get(lot) ?? 0) + by;
      if (left < 0) this.faults.push(`${_id}: lot ${lot} falls to ${left}`);
      this.#lots.set(lot, left);
      moved += by;
    }
    this.#has += moved;
    this.#debt += debt;
    this.from[against] = (this.from[against] ?? 0) + points;
    if (points !== moved - debt) this.faults.push(`${_id}: is ${points}, its parts are ${moved} and a debt of ${debt}`);
    if (this.#debt < 0) this.faults.push(`${_id}: settles more than is owed`);
    if (balance !== this.#has) this.faults.push(`${_id}: says ${balance} are left, there are ${this.#has}`);
  }

  /** After the last entry: what the account says, held against what was added up. */
  end({ entries, lots, debt }: Pick<AccountRecord, 'entries' | 'lots' | 'debt'>): void {
    const who = this.#memberId;
    if (entries !== this.#n) this.faults.push(`${who}: counts ${entries} entries, has ${this.#n}`);
    if (debt !== this.#debt) this.faults.push(`${who}: owes ${debt}, its entries say ${this.#debt}`);
    const said = new Map(lots.map(({ id, points }) => [id, points]));
    for (const lot of new Set([...said.keys(), ...this.#lots.keys()])) {
      const [is, should] = [said.get(lot) ?? 0, this.#lots.get(lot) ?? 0];
      if (is !== should) this.faults.push(`${who}: lot ${lot} has ${is}, its entries say ${should}`);
    }
  }
}
