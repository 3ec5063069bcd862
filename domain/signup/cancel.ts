import type { Instant } from '../../types/vocabulary';
import { type AcceptedRequest, recall } from '../request/remembered';
import type { RegistrationRecord } from './registration';
import { after } from './states';
import { cancelledByMember, offerAccepted, offerDeclined } from './transitions';

export type MemberDecision<R> =
  | { kind: 'change'; next: RegistrationRecord }
  /** Done by this very request before; what follows from it may still have to be. */
  | { kind: 'resume' }
  | { kind: 'refuse'; refusal: R | 'REQUEST_REUSED' };

function before<R>(record: RegistrationRecord, request: AcceptedRequest): MemberDecision<R> | undefined {
  const known = recall(record.requests, request);
  if (known === 'reused') return { kind: 'refuse', refusal: 'REQUEST_REUSED' };
  return known === 'same' ? { kind: 'resume' } : undefined;
}

/**
 * Cancelling by the member: only what is still held, and a place until its deadline. Who only waits, for a decision or
 * in the queue, takes nothing from anybody and may go at any time.
 */
export function decideCancel(
  record: RegistrationRecord,
  request: AcceptedRequest,
  now: Instant,
): MemberDecision<'TOO_LATE' | 'NOT_HELD'> {
  const known = before<'TOO_LATE' | 'NOT_HELD'>(record, request);
  if (known) return known;
  if (after(record.state, 'cancel') === undefined) return { kind: 'refuse', refusal: 'NOT_HELD' };
  if (record.state === 'confirmed' && now > record.cancelUntil) return { kind: 'refuse', refusal: 'TOO_LATE' };
  const next = cancelledByMember(record, now, { request });
  return next ? { kind: 'change', next } : { kind: 'refuse', refusal: 'NOT_HELD' };
}

/** Taking the offered place: until its deadline, whether or not a sweep has run since. */
export function decideAccept(
  record: RegistrationRecord,
  request: AcceptedRequest,
  now: Instant,
): MemberDecision<'NOT_OFFERED' | 'OFFER_EXPIRED'> {
  const known = before<'NOT_OFFERED' | 'OFFER_EXPIRED'>(record, request);
  if (known) return known;
  const { state, offerUntil } = record;
  if (state === 'expired') return { kind: 'refuse', refusal: 'OFFER_EXPIRED' };
  if (state === 'offered' && offerUntil !== undefined && now > offerUntil) {
    return { kind: 'refuse', refusal: 'OFFER_EXPIRED' };
  }
  const next = offerAccepted(record, now, request);
  return next ? { kind: 'change', next } : { kind: 'refuse', refusal: 'NOT_OFFERED' };
}

/** Letting the offered place go to the next. */
export function decideDeclineOffer(
  record: RegistrationRecord,
  request: AcceptedRequest,
  now: Instant,
): MemberDecision<'NOT_OFFERED'> {
  const known = before<'NOT_OFFERED'>(record, request);
  if (known) return known;
  const next = offerDeclined(record, now, request);
  return next ? { kind: 'change', next } : { kind: 'refuse', refusal: 'NOT_OFFERED' };
}
