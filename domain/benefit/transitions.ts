import type { RedemptionState } from '../../types/contract';
import { ABANDONED_MS } from '../../types/limits';
import type { Instant, MemberId } from '../../types/vocabulary';
import { marked } from '../report/marks';
import { type AcceptedRequest, recall, remember } from '../request/remembered';
import { dayOf, timeKey } from '../time/shanghai';
import { after, type RedemptionRecord, stateAt, type Verification } from './redemption';

/** How long whoever verified may say that it was a mistake, milliseconds. */
export const UNDO_MS = 10 * 60_000;

/** Verifications that were undone, remembered of one redemption. */
const UNDONE_MOST = 10;

type Refusal<R extends string, D> = { kind: 'refuse'; refusal: R; detail: D };
export type Change = { kind: 'change'; next: RedemptionRecord };
type Settled = { kind: 'known' };
type Reused = Refusal<'REQUEST_REUSED', Record<never, never>>;
type NotValid = Refusal<'NOT_VALID', { state: RedemptionState }>;

const notValid = (state: RedemptionState): NotValid => ({ kind: 'refuse', refusal: 'NOT_VALID', detail: { state } });
const reused: Reused = { kind: 'refuse', refusal: 'REQUEST_REUSED', detail: {} };

/** What is left to be seen to by a sweep, should the call die that changed it. */
const pendingFrom = (now: Instant) => ({ pending: true as const, dueAt: now + ABANDONED_MS });

/** Ended before it was used: what was paid comes back. */
function cancelled(
  record: RedemptionRecord,
  now: Instant,
  by: NonNullable<RedemptionRecord['endedBy']>,
  more: Partial<RedemptionRecord> = {},
): RedemptionRecord | undefined {
  const state = after(stateAt(record, now), 'cancel');
  if (state === undefined) return undefined;
  const back = record.price > 0 ? { refunded: record.price } : {};
  return { ...record, state, endedBy: by, endedAt: now, ...back, ...more, ...pendingFrom(now) };
}

export type CancelDecision = Change | Settled | Reused | NotValid | Refusal<'PAST_UNTIL', { until: Instant }>;

/** By its member: until then, and where the benefit allows it at all. */
export function decideCancel(record: RedemptionRecord, request: AcceptedRequest, now: Instant): CancelDecision {
  const known = recall(record.requests, request);
  if (known !== 'new') return known === 'same' ? { kind: 'known' } : reused;
  const next = cancelled(record, now, 'member', { requests: remember(record.requests, request) });
  if (!next) return notValid(stateAt(record, now));
  const until = record.cancelUntil ?? record.at;
  return now <= until ? { kind: 'change', next } : { kind: 'refuse', refusal: 'PAST_UNTIL', detail: { until } };
}

/** By an organizer, at any time before it was used; the reason is its member's to read. */
export function decideRevoke(
  record: RedemptionRecord,
  { reason, request, now }: { reason: string; request: AcceptedRequest; now: Instant },
): Change | Settled | Reused | NotValid {
  const known = recall(record.requests, request);
  if (known !== 'new') return known === 'same' ? { kind: 'known' } : reused;
  const next = cancelled(record, now, 'organizer', { reason, requests: remember(record.requests, request) });
  return next ? { kind: 'change', next } : notValid(stateAt(record, now));
}

/** Its member has left the union; `undefined` where nothing of it could be used any more. */
export function leftBehind(record: RedemptionRecord, now: Instant): RedemptionRecord | undefined {
  return cancelled(record, now, 'leaving');
}

/** Its time is over; what was paid comes back where the benefit says so. `undefined` where it is not over, or was used. */
export function expired(record: RedemptionRecord, now: Instant): RedemptionRecord | undefined {
  const state = now >= record.useUntil ? after(record.state, 'expire') : undefined;
  if (state === undefined) return undefined;
  const back = record.refundExpired && record.price > 0;
  return { ...record, state, endedAt: now, ...(back && { refunded: record.price }), ...pendingFrom(now) };
}

/** When a sweep has something to do for one of which everything is seen to. */
export function nextDue({ state, useUntil }: RedemptionRecord): Instant | undefined {
  return state === 'valid' ? useUntil : undefined;
}

export interface Verify {
  shop: { _id: string; name: string };
  by: MemberId | '';
  request: AcceptedRequest;
  now: Instant;
}

export type VerifyDecision =
  | Change
  | NotValid
  /** By this shop and so lately that it can still be undone: the same slip of paper, scanned again. */
  | { kind: 'again'; verification: Verification }
  | Refusal<'ALREADY_VERIFIED', { at: Instant; here: boolean }>;

/** Once. Who scans what was verified a moment ago here is not refused: they see that it was. */
export function decideVerify(record: RedemptionRecord, { shop, by, request, now }: Verify): VerifyDecision {
  const { verified } = record;
  if (verified) {
    const here = verified.shopId === shop._id;
    if (here && now <= verified.at + UNDO_MS) return { kind: 'again', verification: verified };
    return { kind: 'refuse', refusal: 'ALREADY_VERIFIED', detail: { at: verified.at, here } };
  }
  const state = after(stateAt(record, now), 'verify');
  if (state === undefined) return notValid(stateAt(record, now));
  const { dueAt: _due, ...rest } = record;
  const verification = { at: now, shopId: shop._id, shopName: shop.name, by, request: request.id };
  const found = { shopId: shop._id, verifiedKey: timeKey(now, record._id), verifiedDay: dayOf(now) };
  const requests = remember(record.requests, request);
  const next = { ...rest, state, verified: verification, ...found, requests, ...marked(record, now) };
  return { kind: 'change', next };
}

/** The verification that a request made, also where it was undone since. */
export function verificationBy({ verified, undone }: RedemptionRecord, request: string): Verification | undefined {
  return [...undone, ...(verified ? [verified] : [])].find((each) => each.request === request);
}

export type UndoDecision =
  | Change
  | Refusal<'NOT_VERIFIED', { state: RedemptionState }>
  | Refusal<'PAST_UNTIL', { until: Instant }>;

/** It can be used again, until its own end; the mistake stays in its books. */
export function decideUndo(
  record: RedemptionRecord,
  { by, reason, request, now }: { by: MemberId | ''; reason: string; request: AcceptedRequest; now: Instant },
): UndoDecision {
  const { verified, shopId: _s, verifiedKey: _k, verifiedDay: _d, ...rest } = record;
  const state = after(record.state, 'undo-verify');
  if (state === undefined || !verified) {
    return { kind: 'refuse', refusal: 'NOT_VERIFIED', detail: { state: stateAt(record, now) } };
  }
  const until = verified.at + UNDO_MS;
  if (now > until) return { kind: 'refuse', refusal: 'PAST_UNTIL', detail: { until } };
  const undone = [...record.undone, { ...verified, undone: { at: now, by, reason } }].slice(-UNDONE_MOST);
  const requests = remember(record.requests, request);
  const next = { ...rest, state, undone, requests, dueAt: record.useUntil, ...marked(record, now) };
  return { kind: 'change', next };
}
