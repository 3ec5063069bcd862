import { ABANDONED_MS } from '../../types/limits';
import type { Brand, Format, Instant, MemberId, RegistrationState } from '../../types/vocabulary';
import { marked } from '../report/marks';
import { type AcceptedRequest, remember } from '../request/remembered';
import { type Attendance, type News, type RegistrationRecord, startOf } from './registration';
import { after, ENDED, type RegistrationEvent } from './states';

/** What a message about a registration says of where and when. */
export type About = Pick<News, 'title' | 'sessionName' | 'startsAt'>;

/**
 * The registration after an event, still to be settled: `dueAt` says when a sweep should see to what follows, if the
 * call that made the change dies before. `undefined` where the event cannot happen in its state. What has ended lets go
 * of its hold at once: the member may sign up anew.
 */
function moved(
  record: RegistrationRecord,
  event: RegistrationEvent,
  now: Instant,
  change: Partial<RegistrationRecord> = {},
): RegistrationRecord | undefined {
  const state: RegistrationState | undefined = after(record.state, event);
  if (state === undefined) return undefined;
  const holdKey = ENDED.includes(state) ? record._id : record.holdKey;
  const { offerUntil: _over, ...rest } = record;
  return { ...rest, ...change, state, holdKey, pending: true, dueAt: now + ABANDONED_MS };
}

const told = (record: RegistrationRecord, kind: News['kind'], at: Instant, about: About, more: Partial<News> = {}) => [
  ...record.news,
  { kind, at, ...about, ...more },
];

const accepted = (record: RegistrationRecord, request: AcceptedRequest | undefined) =>
  request ? { requests: remember(record.requests, request) } : {};

/** Its member gives it back, or leaves the union: then what they answered goes too. */
export function cancelledByMember(
  record: RegistrationRecord,
  now: Instant,
  why: { request: AcceptedRequest } | { leaving: true },
): RegistrationRecord | undefined {
  if ('request' in why) {
    return moved(record, 'cancel', now, { cancelledAt: now, endedBy: 'member', ...accepted(record, why.request) });
  }
  return moved(record, 'cancel', now, { cancelledAt: now, endedBy: 'leaving', answers: {} });
}

/** The organizer ends it: the activity was cancelled, or this one registration; the member reads the reason. */
export function cancelledByOrganizer(
  record: RegistrationRecord,
  now: Instant,
  reason: string,
  about: About,
): RegistrationRecord | undefined {
  const news = told(record, 'cancelled', now, about, { reason });
  return moved(record, 'cancel', now, { cancelledAt: now, endedBy: 'organizer', reason, news });
}

/** The next place is theirs until the deadline. */
export function offered(
  record: RegistrationRecord,
  now: Instant,
  offerUntil: Instant,
  about: About,
): RegistrationRecord | undefined {
  const next = moved(record, 'offer', now, { news: told(record, 'offered', now, about, { offerUntil }) });
  return next && { ...next, offerUntil, placed: true };
}

export function offerAccepted(
  record: RegistrationRecord,
  now: Instant,
  request: AcceptedRequest,
): RegistrationRecord | undefined {
  return record.state === 'offered' ? moved(record, 'confirm', now, accepted(record, request)) : undefined;
}

export function offerDeclined(
  record: RegistrationRecord,
  now: Instant,
  request: AcceptedRequest,
): RegistrationRecord | undefined {
  if (record.state !== 'offered') return undefined;
  return moved(record, 'decline', now, { cancelledAt: now, endedBy: 'member', ...accepted(record, request) });
}

/** Nobody answered the offer in time. It ended when its time was up, whenever a sweep came to say so. */
export function offerExpired(record: RegistrationRecord, now: Instant, about: About): RegistrationRecord | undefined {
  const news = told(record, 'offer-expired', now, about);
  return moved(record, 'expire', now, { cancelledAt: record.offerUntil ?? now, endedBy: 'deadline', news });
}

/** The organizer's word on an application. `waitlist` goes with the page that its entry was put on. */
export function decided(
  record: RegistrationRecord,
  now: Instant,
  decision: { kind: 'approve' } | { kind: 'decline'; reason: string } | { kind: 'waitlist'; queuePage: number },
  request: AcceptedRequest,
  about: About,
): RegistrationRecord | undefined {
  if (record.state !== 'applied') return undefined;
  const remembered = accepted(record, request);
  switch (decision.kind) {
    case 'approve':
      return moved(record, 'confirm', now, {
        ...remembered,
        placed: true,
        news: told(record, 'approved', now, about),
      });
    case 'decline': {
      const { reason } = decision;
      const news = told(record, 'declined', now, about, { reason });
      return moved(record, 'decline', now, { ...remembered, news, reason, cancelledAt: now, endedBy: 'organizer' });
    }
    case 'waitlist': {
      const { queuePage } = decision;
      return moved(record, 'waitlist', now, { ...remembered, queuePage, news: told(record, 'waitlisted', now, about) });
    }
    default:
      return decision satisfies never;
  }
}

/** They are there. The number of the proof names the record in the books. */
export function attended(
  record: RegistrationRecord,
  attendance: Attendance,
  now: Instant,
  request?: AcceptedRequest,
): RegistrationRecord | undefined {
  return moved(record, 'attend', now, {
    attendance,
    proofs: record.proofs + 1,
    ...(record.state === 'absent' && marked(record, now)),
    ...accepted(record, request),
  });
}

/** The check-in was a mistake; the books get another record, and they may come in again. */
export function attendanceUndone(
  record: RegistrationRecord,
  undone: { at: Instant; by: MemberId; reason: string },
  request: AcceptedRequest,
): RegistrationRecord | undefined {
  return moved(record, 'undo-attendance', undone.at, {
    undone: { ...undone, request: request.id },
    proofs: record.proofs + 1,
    ...accepted(record, request),
  });
}

/** The session is over and nobody saw them; `activity` is of now, absent where nobody knows it any more. */
export function missed(
  record: RegistrationRecord,
  now: Instant,
  about: About,
  activity?: { brand: Brand; format: Format },
): RegistrationRecord | undefined {
  const { brand, format } = activity ?? {};
  return moved(record, 'miss', now, {
    news: told(record, 'absent', now, about),
    ...(brand !== undefined && format !== undefined && { missed: { startsAt: startOf(record), brand, format } }),
    ...marked(record, now),
  });
}
