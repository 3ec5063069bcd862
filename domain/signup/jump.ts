import { ABANDONED_MS } from '../../types/limits';
import type { Instant } from '../../types/vocabulary';
import { type AcceptedRequest, recall, remember } from '../request/remembered';
import type { MemberDecision } from './cancel';
import { HEAD_PAGE } from './queue';
import type { RegistrationRecord } from './registration';

/** An organizer moves somebody to the head of the queue: only who waits; the entry follows the registration. */
export function decideJump(
  record: RegistrationRecord,
  request: AcceptedRequest,
  now: Instant,
): MemberDecision<'NOT_WAITLISTED'> {
  const known = recall(record.requests, request);
  if (known === 'reused') return { kind: 'refuse', refusal: 'REQUEST_REUSED' };
  if (known === 'same') return { kind: 'resume' };
  const { state, queuePage } = record;
  if (state !== 'waitlisted') return { kind: 'refuse', refusal: 'NOT_WAITLISTED' };
  const next: RegistrationRecord = {
    ...record,
    queuePage: HEAD_PAGE,
    ...(queuePage !== undefined && queuePage !== HEAD_PAGE && { jumpedFrom: queuePage }),
    requests: remember(record.requests, request),
    pending: true,
    dueAt: now + ABANDONED_MS,
  };
  return { kind: 'change', next };
}
