import type { AccountRecord, EntryRecord } from '../../domain/points/account';
import { DAYS_REMEMBERED } from '../../domain/points/caps';
import { idsConcerned, type Posting, postAll } from '../../domain/points/causes';
import { spend } from '../../domain/points/decide';
import { balanceAt, expired } from '../../domain/points/expiry';
import { explain } from '../../domain/points/explain';
import { bookTime, openAccount } from '../../domain/points/posting';
import type { EarningKind } from '../../types/contract';
import { DAY, HOUR, NOON } from '../support/plans';
import { PointsModel } from '../support/points-model';
import { oneOf, type Random, upTo } from '../support/seed';
import { countCommands, type Frequencies, giveByChance, type Simulation } from '../support/simulation';

const CAPS = { day: { attendance: 16, reading: 1 }, year: { attendance: 40, volunteering: 30 } };
const KINDS: EarningKind[] = ['attendance', 'reading', 'volunteering', 'placing'];

/** One member's points, told twice: to the account and its entries, and to the model and its single points. */
class Told {
  readonly #random: Random;
  readonly #model = new PointsModel(CAPS, DAYS_REMEMBERED);
  #account: AccountRecord = openAccount('member');
  readonly #entries = new Map<string, EntryRecord>();
  #now = NOON;
  #made = 0;
  readonly #brought: string[] = [];
  readonly #spent: string[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  /** A new cause, or now and then one that is in the books already. */
  #cause(of: string[]): string {
    if (of.length > 0 && this.#random() < 0.1) return oneOf(of, this.#random);
    this.#made += 1;
    const id = `cause.${this.#made}`;
    of.push(id);
    return id;
  }

  /** The books' clock: another instance's may have been ahead. */
  #at(): number {
    return bookTime(this.#account, this.#now);
  }

  /** Takes over what was decided, and writes it out. */
  #store(account: AccountRecord): void {
    for (const { entry } of account.pending) {
      if (!entry) continue;
      if (this.#entries.has(entry._id)) throw new Error(`${entry._id} was posted twice`);
      this.#entries.set(entry._id, entry);
    }
    this.#account = { ...account, pending: [] };
  }

  #post(posting: Posting): void {
    const known = idsConcerned([posting]).flatMap((id) => this.#entries.get(id) ?? []);
    this.#store(postAll(this.#account, known, [posting], this.#now));
  }

  /** When it was done: mostly just now, at times long ago. */
  #on(): number {
    const ago = oneOf([0, 0, 0, HOUR, DAY, 61 * DAY, 63 * DAY, 400 * DAY, 800 * DAY], this.#random);
    return this.#now - ago;
  }

  earn(): void {
    const [kind, points, on] = [oneOf(KINDS, this.#random), upTo(12, this.#random), this.#on()];
    const id = this.#cause(this.#brought);
    this.#model.earn(id, kind, points, on, this.#at());
    const cause = { kind: 'volunteering', title: '' } as const;
    this.#post({ do: 'earn', id, on, cause, kind, points, rules: 'first', caps: CAPS });
  }

  grant(): void {
    const [points, on, id] = [1 + upTo(20, this.#random), this.#on(), this.#cause(this.#brought)];
    this.#model.grant(id, points, on, this.#at());
    this.#post({ do: 'grant', id, on, cause: { kind: 'grant', reason: '' }, points });
  }

  spend(): void {
    this.#made += 1;
    const id = `redemption.${this.#made}`;
    const price = upTo(15, this.#random);
    const expected = this.#model.spend(id, price, this.#at());
    const command = { id, on: this.#now, cause: { kind: 'redemption', title: '' } as const, points: price };
    const got = spend(this.#account, command, this.#now);
    const says = got.kind === 'short' ? got.has : 'spent';
    if (says !== expected) throw new Error(`${id} for ${price}: the list says ${expected}, the account ${says}`);
    if (got.kind === 'short') return;
    this.#spent.push(id);
    this.#store(got.account);
  }

  refund(): void {
    if (this.#spent.length === 0) return;
    const of = oneOf(this.#spent, this.#random);
    this.#model.refund(of, this.#at());
    this.#post({ do: 'refund', of, on: this.#now, cause: { kind: 'refund', title: '' } });
  }

  takeBack(): void {
    if (this.#brought.length === 0) return;
    const of = oneOf(this.#brought, this.#random);
    this.#model.takeBack(of, this.#at());
    this.#post({ do: 'take-back', of, on: this.#now, cause: { kind: 'reversal', reason: '' } });
  }

  /** Forward, seldom over a year's end; and a little back, as an instance's clock may be behind. */
  passTime(): void {
    this.#now += oneOf([-HOUR, 60_000, HOUR, DAY, 15 * DAY, 31 * DAY, 100 * DAY, 370 * DAY], this.#random);
  }

  sweep(): void {
    this.#store(expired(this.#account, this.#now));
  }

  /** After every command: what can be spent, when it ends, debt, and the sums over all entries. */
  compare(): void {
    const at = this.#at();
    const ends = JSON.stringify(this.#model.ends(at));
    const lots: Record<number, number> = {};
    for (const { points, expiresAt } of this.#account.lots) {
      if (points < 0) throw new Error(`a lot has ${points}`);
      if (points > 0 && expiresAt > at) lots[expiresAt] = (lots[expiresAt] ?? 0) + points;
    }
    if (JSON.stringify(lots) !== ends) throw new Error(`the list ends ${ends}, the lots ${JSON.stringify(lots)}`);
    const { debt } = this.#account;
    if (debt !== this.#model.debt) throw new Error(`the list owes ${this.#model.debt}, the account ${debt}`);
    const balance = balanceAt(this.#account, at);
    if (debt > 0 && balance > 0) throw new Error(`has ${balance} and owes ${debt}`);
    this.#books(balance, at);
  }

  #books(balance: number, at: number): void {
    const entries = [...this.#entries.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    const gap = entries.findIndex(({ n }, place) => n !== place + 1);
    if (gap >= 0) throw new Error(`entry ${gap + 1} is not there, or not in its place`);
    const held = this.#account.lots.reduce((sum, { points }) => sum + points, 0);
    const sum = entries.reduce((all, { points }) => all + points, 0);
    if (sum !== held - this.#account.debt) throw new Error(`entries say ${sum}, the account ${held}`);
    const told = explain(this.#account, at);
    const came = told.earned + told.granted + told.refunded;
    if (came - told.spent - told.expired - told.takenBack !== balance - told.debt)
      throw new Error('it does not add up');
    if (told.points !== balance) throw new Error(`explains ${told.points} of ${balance}`);
  }
}

/** Each as often as it comes up. */
const COMMANDS: Frequencies<Told> = [
  [8, (told) => told.earn()],
  [2, (told) => told.grant()],
  [6, (told) => told.spend()],
  [2, (told) => told.refund()],
  [3, (told) => told.takeBack()],
  [5, (told) => told.passTime()],
  [1, (told) => told.sweep()],
];

/** One member and up to sixty commands; gives how many. */
function round(random: Random): number {
  const told = new Told(random);
  const commands = 20 + upTo(40, random);
  giveByChance(told, COMMANDS, commands, random);
  return commands;
}

/** Earnings, grants, redemptions, what is taken and given back, and years that end: lots against single points. */
export const simulation: Simulation = {
  says: 'accounts, lots, caps, debts and expiry against a list of single points',
  full: 100_000,
  async run(rounds, seed) {
    const commands = countCommands(rounds, seed, round);
    return `${rounds} members, ${commands} commands, every balance, lot and debt the same`;
  },
};
