import type { AccountRecord, EntryRecord } from '../../../domain/points/account';
import { decided, notReversible, proposed } from '../../../domain/points/adjustment';
import { postAll } from '../../../domain/points/causes';
import { type Earning, earn, grant, refund, spend, takeBack } from '../../../domain/points/decide';
import { balanceAt, expired, nextToExpire } from '../../../domain/points/expiry';
import { openAccount } from '../../../domain/points/posting';
import { startOfDay } from '../../../domain/time/shanghai';
import { DAY, HOUR, NOON } from '../../support/plans';

const nobody = openAccount('member');
const cause = { kind: 'volunteering', title: '音乐节' } as const;
const back = { on: NOON, cause: { kind: 'refund', title: '电影票' } } as const;
const earning = (id: string, points: number, on = NOON, caps = {}): Earning => ({
  ...{ id, on, cause, kind: 'attendance', points, rules: 'first' },
  caps: { day: {}, year: {}, ...caps },
});
const granted = (account: AccountRecord, points: number, now: number, id = `g${now}`) =>
  grant(account, { id, on: now, cause: { kind: 'grant', reason: '志愿服务' }, points }, now);

function spent(account: AccountRecord, points: number, now: number): AccountRecord {
  const said = spend(account, { id: `s${now}`, on: now, cause: { kind: 'redemption', title: '电影票' }, points }, now);
  if (said.kind === 'short') throw new Error(`has ${said.has} of ${said.needs}`);
  return said.account;
}

function last({ pending }: AccountRecord): EntryRecord {
  const entry = pending.at(-1)?.entry;
  if (!entry) throw new Error('nothing is pending');
  return entry;
}

const NEXT_YEAR = startOfDay('2027-03-01');
const LOST = startOfDay('2028-01-01');

test('points of a year can be spent up to the last moment of the next, and not after, whether or not a sweep was there', () => {
  const account = granted(nobody, 7, NOON);
  expect([balanceAt(account, LOST - 1), balanceAt(account, LOST)]).toEqual([7, 0]);
  expect(nextToExpire(account, LOST - 1)).toEqual({ points: 7, expiresAt: LOST });
  expect(account.dueAt).toBe(NOON + 20_000);
  expect(spend(account, { id: 's', on: LOST, cause, points: 1 }, LOST)).toEqual({ kind: 'short', needs: 1, has: 0 });
  expect(last(expired(account, LOST))).toMatchObject({ _id: 'expiry.member.2026', points: -7, on: LOST, balance: 0 });
});

test('spending takes the oldest first, all of the price or nothing; what costs nothing makes no entry', () => {
  const account = granted(granted(nobody, 5, NOON), 5, NEXT_YEAR);
  expect(last(spent(account, 7, NEXT_YEAR)).lots.map(({ lot, points }) => [lot, points])).toEqual([
    ['2026', -5],
    ['2027', -2],
  ]);
  expect(() => spent(account, 11, NEXT_YEAR)).toThrow('has 10 of 11');
  expect(spent(account, 0, NEXT_YEAR)).toBe(account);
});

test('what was spent comes back to its lots; for a lot that is gone there is one that lives 30 days', () => {
  const account = spent(granted(granted(nobody, 5, NOON), 5, NEXT_YEAR), 7, NEXT_YEAR);
  const entry = last(account);
  const inTime = refund(account, entry, back, NEXT_YEAR + DAY);
  expect(inTime.lots.map(({ id, points }) => [id, points])).toEqual([
    ['2026', 5],
    ['2027', 5],
  ]);
  const late = refund(account, entry, back, LOST + HOUR);
  expect(late.lots.map(({ id, points, expiresAt }) => [id, points, expiresAt])).toEqual([
    [`back-${LOST + HOUR + 30 * DAY}`, 5, LOST + HOUR + 30 * DAY],
    ['2027', 5, startOfDay('2029-01-01')],
  ]);
});

test('what is taken back and no longer there is a debt, which the next earning settles before anything else', () => {
  const first = earn(nobody, earning('e1', 10), NOON);
  const owing = takeBack(spent(first, 8, NOON + 1), last(first), back, NOON + 2);
  expect([balanceAt(owing, NOON + 2), owing.debt]).toEqual([0, 8]);
  expect(last(owing)).toMatchObject({ _id: 'back.e1', points: -10, debt: 8, reverses: 'e1' });
  expect(owing.latest).toBeUndefined();
  const settled = earn(owing, earning('e2', 12), NOON + 3);
  expect([balanceAt(settled, NOON + 3), settled.debt]).toEqual([4, 0]);
});

test('caps go by the day and the year of what was done, and what is taken back makes room again', () => {
  const caps = { day: { attendance: 10 }, year: { attendance: 15 } };
  const first = earn(nobody, earning('e1', 8, NOON, caps), NOON);
  const second = earn(first, earning('e2', 8, NOON + HOUR, caps), NOON + HOUR);
  expect(last(second)).toMatchObject({ points: 2, capped: 6 });
  const late = earn(second, earning('e3', 8, NOON - DAY, caps), NOON + 2 * HOUR);
  expect(last(late)).toMatchObject({ points: 5, capped: 3 });
  const full = earn(late, earning('e4', 8, NOON, caps), NOON + 2 * HOUR);
  expect(last(full)).toMatchObject({ points: 0, capped: 8 });
  const room = takeBack(full, last(first), back, NOON + 3 * HOUR);
  expect(last(earn(room, earning('e5', 9, NOON, caps), NOON + 4 * HOUR))).toMatchObject({ points: 8, capped: 1 });
});

test('a cause that is in the books, or pending, posts nothing; taking back what never was does nothing', () => {
  const posting = { do: 'earn', ...earning('e1', 5) } as const;
  const once = postAll(nobody, [], [posting, posting], NOON);
  expect(once.entries).toBe(1);
  expect(postAll({ ...once, pending: [] }, [last(once)], [posting], NOON).entries).toBe(1);
  expect(postAll(nobody, [], [{ do: 'take-back', of: 'e1', ...back }], NOON)).toBe(nobody);
});

test('time in the books never goes back: who comes with an earlier clock is posted at the latest entry’s instant', () => {
  const account = granted(expired(granted(nobody, 3, NOON), LOST), 2, LOST - HOUR);
  expect(last(account).at).toBe(LOST);
  expect(balanceAt(account, LOST - HOUR)).toBe(2);
});

test('up to a hundred points an organizer decides alone; above, and about their own, somebody else does', () => {
  const wish = (points: number, by = 'lin', memberId = 'hu') => {
    const proposal = { _id: 'a', kind: 'grant' as const, memberId, points, reason: '志愿服务', by, at: NOON };
    return proposed(proposal, { id: 'q1', digest: 'd' }, NOON + 1);
  };
  expect([wish(100).state, wish(101).state, wish(1, 'hu').state]).toEqual(['approved', 'proposed', 'proposed']);
  const command = { approve: true, reason: undefined, request: { id: 'q2', digest: 'd' }, now: NOON };
  const said = (by: string, changes = {}) => decided(wish(101), { ...command, by, ...changes }, NOON + 1);
  expect([said('lin'), said('hu')]).toEqual(Array(2).fill({ kind: 'refuse', refusal: 'OWN' }));
  expect(said('zhao')).toMatchObject({ next: { state: 'approved', decidedBy: 'zhao', dueAt: NOON + 1 } });
  expect(said('lin', { approve: false })).toEqual({ kind: 'refuse', refusal: 'REASON_NEEDED' });
  expect(said('lin', { approve: false, reason: '重复了' })).toMatchObject({ next: { state: 'rejected' } });
});

test('what was spent, expired, taken back or never brought anything cannot be taken back', () => {
  const brought = last(granted(nobody, 5, NOON));
  expect(notReversible(brought, false)).toBeUndefined();
  expect(notReversible(brought, true)).toBe('nothing');
  expect(notReversible(last(spent(granted(nobody, 5, NOON), 5, NOON)), false)).toBe('spent');
  expect(notReversible(last(expired(granted(nobody, 5, NOON), LOST)), false)).toBe('expired');
  expect(notReversible(last(takeBack(granted(nobody, 5, NOON), brought, back, NOON)), false)).toBe('reversal');
});
