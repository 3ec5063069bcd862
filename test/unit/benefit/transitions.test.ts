import {
  decideCancel,
  decideRevoke,
  decideUndo,
  decideVerify,
  expired,
  leftBehind,
  nextDue,
  UNDO_MS,
  verificationBy,
} from '../../../domain/benefit/transitions';
import type { RedemptionState } from '../../../types/contract';
import { redemptionIn } from '../../support/benefits';
import { DAY, NOON } from '../../support/plans';

const NEW = { id: 'q9', digest: 'd9' };
const shop = { _id: 'cafe', name: '园区咖啡' };
const other = { _id: 'tea', name: '茶室' };
const verifying = (changes: object = {}) => ({ shop, by: 'mx', request: NEW, now: NOON, ...changes });
const ENDS: RedemptionState[] = ['given', 'verified', 'cancelled', 'expired'];

test('a member may cancel up to the last instant that the benefit allows; the points come back', () => {
  const record = redemptionIn('valid');
  const until = record.cancelUntil ?? 0;
  const at = decideCancel(record, NEW, until);
  expect(at).toMatchObject({
    kind: 'change',
    next: { state: 'cancelled', refunded: 100, pending: true, endedBy: 'member' },
  });
  expect(decideCancel(record, NEW, until + 1)).toMatchObject({ refusal: 'PAST_UNTIL', detail: { until } });
});

test('where a benefit lets nobody cancel, the refusal names the moment of redeeming', () => {
  const { cancelUntil: _never, ...record } = redemptionIn('valid');
  expect(decideCancel(record, NEW, NOON)).toMatchObject({ refusal: 'PAST_UNTIL', detail: { until: record.at } });
});

test.each(ENDS)('what is %s can be cancelled and revoked no more', (state) => {
  const no = { kind: 'refuse', refusal: 'NOT_VALID', detail: { state } };
  expect(decideCancel(redemptionIn(state), NEW, NOON)).toEqual(no);
  expect(decideRevoke(redemptionIn(state), { reason: '误发', request: NEW, now: NOON })).toEqual(no);
});

test('what has run out is expired to everybody, before any sweep', () => {
  const record = redemptionIn('valid', { cancelUntil: NOON + 90 * DAY });
  const now = record.useUntil;
  const no = { refusal: 'NOT_VALID', detail: { state: 'expired' } };
  expect(decideCancel(record, NEW, now)).toMatchObject(no);
  expect(decideVerify(record, verifying({ now }))).toMatchObject(no);
});

test('an organizer takes back at any time before use, with a reason, and the points come back', () => {
  const next = decideRevoke(redemptionIn('valid'), { reason: '误发', request: NEW, now: NOON + 2 * DAY });
  expect(next).toMatchObject({ next: { state: 'cancelled', endedBy: 'organizer', reason: '误发', refunded: 100 } });
});

test('what cost nothing brings nothing back, and who leaves gets nothing back', () => {
  const free = decideCancel(redemptionIn('valid', { price: 0 }), NEW, NOON);
  expect(free.kind === 'change' && 'refunded' in free.next).toBe(false);
  const left = leftBehind(redemptionIn('valid'), NOON);
  expect(left).toMatchObject({ state: 'cancelled', endedBy: 'leaving' });
  expect(left).not.toHaveProperty('refunded');
});

test('it expires at its end and not before; what was paid comes back where the benefit says so', () => {
  const record = redemptionIn('valid');
  expect(expired(record, record.useUntil - 1)).toBeUndefined();
  expect(expired(record, record.useUntil)).toMatchObject({ state: 'expired', refunded: 100, pending: true });
  const kept = expired({ ...record, refundExpired: false }, record.useUntil);
  expect(kept).toMatchObject({ state: 'expired' });
  expect(kept).not.toHaveProperty('refunded');
  for (const state of ENDS) expect(expired(redemptionIn(state), record.useUntil)).toBeUndefined();
});

test('a voucher is verified once: here again within the undo time is the same slip, later or elsewhere is refused', () => {
  const first = decideVerify(redemptionIn('valid'), verifying());
  expect(first).toMatchObject({
    kind: 'change',
    next: { state: 'verified', shopId: 'cafe', verifiedDay: '2026-11-20', verified: { at: NOON, shopId: 'cafe' } },
  });
  const record = redemptionIn('verified');
  expect(decideVerify(record, verifying({ now: NOON + UNDO_MS }))).toMatchObject({ kind: 'again' });
  const here = { refusal: 'ALREADY_VERIFIED', detail: { at: NOON, here: true } };
  expect(decideVerify(record, verifying({ now: NOON + UNDO_MS + 1 }))).toMatchObject(here);
  const there = { refusal: 'ALREADY_VERIFIED', detail: { at: NOON, here: false } };
  expect(decideVerify(record, verifying({ shop: other }))).toMatchObject(there);
});

test.each(['given', 'cancelled', 'expired'] as const)('what is %s is not verified', (state) => {
  expect(decideVerify(redemptionIn(state), verifying())).toMatchObject({ refusal: 'NOT_VALID', detail: { state } });
});

test('a verification is undone within ten minutes, and remembered by the request that made it', () => {
  const record = redemptionIn('verified');
  const undoing = { by: 'mx', reason: '扫错了', request: NEW };
  const done = decideUndo(record, { ...undoing, now: NOON + UNDO_MS });
  if (done.kind !== 'change') throw new Error('is undone');
  expect(done.next).toMatchObject({ state: 'valid', dueAt: record.useUntil, undone: [{ shopId: 'cafe' }] });
  for (const gone of ['verified', 'shopId', 'verifiedKey', 'verifiedDay']) expect(done.next).not.toHaveProperty(gone);
  expect(verificationBy(done.next, 'q2')).toMatchObject({ at: NOON, shopName: '园区咖啡' });
  const until = NOON + UNDO_MS;
  expect(decideUndo(record, { ...undoing, now: until + 1 })).toMatchObject({
    refusal: 'PAST_UNTIL',
    detail: { until },
  });
  expect(decideUndo(redemptionIn('valid'), { ...undoing, now: NOON })).toMatchObject({ refusal: 'NOT_VERIFIED' });
});

test('a sweep has to come back only for what is valid, at its end', () => {
  expect(nextDue(redemptionIn('valid'))).toBe(NOON + 30 * DAY);
  for (const state of ENDS) expect(nextDue(redemptionIn(state))).toBeUndefined();
});

test('the same request again is known, and with another input refused', () => {
  const record = redemptionIn('cancelled', { requests: [NEW] });
  expect(decideCancel(record, NEW, NOON + 90 * DAY)).toEqual({ kind: 'known' });
  expect(decideCancel(record, { ...NEW, digest: 'x' }, NOON)).toMatchObject({ refusal: 'REQUEST_REUSED' });
});
