import type { Caps, EarningKind, EntryCause } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import type { AccountRecord, EntryRecord } from './account';
import { counted, roomUnder } from './caps';
import { balanceAt, expired } from './expiry';
import { giveBack, into, lotFor, takeInOrder } from './lots';
import { bookTime, type Draft, posted, sumOf } from './posting';

/** Why points move: the cause's id posts once, ever. */
interface Caused {
  /** The entry's id. */
  id: string;
  /** When it happened. */
  on: Instant;
  cause: EntryCause;
}

export interface Earning extends Caused {
  kind: EarningKind;
  /** What the rule names, before caps. */
  points: number;
  /** The version of the rules, and their caps. */
  rules: string;
  caps: Caps;
}

/**
 * Points by the rules, as far as the caps of the day and the year of `on` leave room. They settle a debt first. What a cap
 * swallows whole is an entry of 0 points: its cause has been looked at.
 */
export function earn(account: AccountRecord, earning: Earning, now: Instant): AccountRecord {
  const { id, on, cause, kind, points, rules, caps } = earning;
  const at = bookTime(account, now);
  const before = expired(account, at);
  const given = Math.min(points, roomUnder(caps, before.earned, kind, on, at));
  const settled = Math.min(before.debt, given);
  const after = posted(
    { ...before, earned: counted(before.earned, kind, given, on, at) },
    {
      id,
      on,
      cause,
      against: 'issued',
      lots: into(lotFor(on, at), given - settled),
      debt: -settled,
      sum: 'earned',
      kind,
      rules,
      ...(given < points && { capped: points - given }),
    },
    at,
  );
  return given > 0 ? { ...after, latest: { entryId: id, points: given, at } } : after;
}

export interface Grant extends Caused {
  points: number;
}

/** Points from an organizer: no caps, of the year of `on`; they settle a debt first. */
export function grant(account: AccountRecord, { id, on, cause, points }: Grant, now: Instant): AccountRecord {
  const at = bookTime(account, now);
  const before = expired(account, at);
  const settled = Math.min(before.debt, points);
  const lots = into(lotFor(on, at), points - settled);
  return posted(before, { id, on, cause, against: 'adjusted', lots, debt: -settled, sum: 'granted' }, at);
}

export type Spent = { kind: 'spent'; account: AccountRecord } | { kind: 'short'; needs: number; has: number };

/** The points that expire soonest first; all of the price or none. What costs nothing makes no entry. */
export function spend(account: AccountRecord, { id, on, cause, points }: Grant, now: Instant): Spent {
  const at = bookTime(account, now);
  const has = balanceAt(account, at);
  if (has < points) return { kind: 'short', needs: points, has };
  if (points === 0) return { kind: 'spent', account };
  const before = expired(account, at);
  const lots = takeInOrder(before.lots, points);
  const draft: Draft = { id, on, cause, against: 'redeemed', lots, debt: 0, sum: 'spent' };
  return { kind: 'spent', account: posted(before, draft, at) };
}

/** The id of the one entry that takes another back, or gives back what it took. */
export function backOf(entryId: string): string {
  return `back.${entryId}`;
}

type Back = Omit<Caused, 'id'>;

/** What was spent comes back, each part to the lot that it came from; it settles a debt first. */
export function refund(account: AccountRecord, spent: EntryRecord, { on, cause }: Back, now: Instant): AccountRecord {
  if (spent.points >= 0) throw new Error(`${spent._id} took nothing`);
  const at = bookTime(account, now);
  const before = expired(account, at);
  const settled = Math.min(before.debt, -spent.points);
  const lots = giveBack(spent.lots, settled, at);
  const from = { id: backOf(spent._id), reverses: spent._id, against: spent.against };
  return posted(before, { ...from, on, cause, lots, debt: -settled, sum: 'refunded' }, at);
}

/**
 * Takes back what an entry brought: from its own lot first, then from the others, those that expire soonest first; what
 * is not there becomes a debt. The caps of its day and year have room again.
 */
export function takeBack(
  account: AccountRecord,
  brought: EntryRecord,
  { on, cause }: Back,
  now: Instant,
): AccountRecord {
  if (brought.points < 0) throw new Error(`${brought._id} brought nothing`);
  const at = bookTime(account, now);
  const before = expired(account, at);
  const own = new Set(brought.lots.map(({ lot }) => lot));
  const inOrder = [...before.lots.filter(({ id }) => own.has(id)), ...before.lots.filter(({ id }) => !own.has(id))];
  const lots = takeInOrder(inOrder, brought.points);
  const { kind } = brought;
  const earned = kind ? counted(before.earned, kind, -brought.points, brought.on, at) : before.earned;
  const from = { id: backOf(brought._id), reverses: brought._id, against: brought.against };
  const debt = brought.points + sumOf(lots);
  const { latest, ...rest } = posted({ ...before, earned }, { ...from, on, cause, lots, debt, sum: 'takenBack' }, at);
  // Nobody is greeted with what is gone.
  return latest && latest.entryId !== brought._id ? { ...rest, latest } : rest;
}
