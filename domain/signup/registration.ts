import type { Answers } from '../../types/contract/activity';
import type {
  ActivityId,
  EnterpriseId,
  Instant,
  MemberId,
  RegistrationId,
  RegistrationState,
  SessionId,
  ZoneId,
} from '../../types/vocabulary';
import { type AcceptedRequest, recall, remember } from '../request/remembered';
import { timeKey } from '../time/shanghai';
import type { Claim, SessionTerms } from './pool';
import { after } from './states';

export const REGISTRATION_V = 1;

export interface RegistrationRecord {
  _id: RegistrationId;
  v: typeof REGISTRATION_V;
  memberId: MemberId;
  activityId: ActivityId;
  sessionId: SessionId;
  zoneId?: ZoneId;
  state: RegistrationState;
  enterpriseId: EnterpriseId;
  answers: Answers;
  seats: number;
  signedUpAt: Instant;
  cancelledAt?: Instant;
  /** The last instant at which its member may cancel, as it was promised on signing up. */
  cancelUntil: Instant;
  endsAt: Instant;
  /** Start of the session and id: sorts a member's registrations, and a page can go on from it. */
  startKey: string;
  requests: AcceptedRequest[];
  /** Written by the sweep over a claim that was never acknowledged: nobody ever saw this registration. */
  void?: true;
  /** Until the place is given back: when the sweep should see to it. */
  dueAt?: Instant;
}

/** The registration that a claim stands for. */
export function registrationFor(
  claim: Claim,
  who: { memberId: MemberId; enterpriseId: EnterpriseId },
  what: { activityId: ActivityId; session: SessionTerms; cancelUntil: Instant; answers: Answers },
): RegistrationRecord {
  const zone = claim.counters[1];
  return {
    _id: claim.registration,
    v: REGISTRATION_V,
    memberId: who.memberId,
    activityId: what.activityId,
    sessionId: what.session.id,
    ...(zone === undefined ? {} : { zoneId: zone.slice(what.session.id.length + 1) }),
    state: 'confirmed',
    enterpriseId: who.enterpriseId,
    answers: what.answers,
    seats: claim.seats,
    signedUpAt: claim.at,
    cancelUntil: what.cancelUntil,
    endsAt: what.session.endsAt,
    startKey: timeKey(what.session.startsAt, claim.registration),
    requests: [{ id: claim.request, digest: claim.digest }],
  };
}

export type CancelDecision =
  | { kind: 'cancel'; change: Pick<RegistrationRecord, 'state' | 'requests'> & { cancelledAt: Instant } }
  /** Cancelled by this very request before; the place may still have to be given back. */
  | { kind: 'resume' }
  | { kind: 'refuse'; refusal: 'TOO_LATE' | 'NOT_HELD' | 'REQUEST_REUSED' };

/** Cancelling by the member: until the deadline, and only what is still held. */
export function decideCancel(registration: RegistrationRecord, request: AcceptedRequest, now: Instant): CancelDecision {
  const known = recall(registration.requests, request);
  if (known === 'reused') return { kind: 'refuse', refusal: 'REQUEST_REUSED' };
  if (known === 'same') return { kind: 'resume' };
  const state = after(registration.state, 'cancel');
  if (state === undefined) return { kind: 'refuse', refusal: 'NOT_HELD' };
  if (now > registration.cancelUntil) return { kind: 'refuse', refusal: 'TOO_LATE' };
  return { kind: 'cancel', change: { state, cancelledAt: now, requests: remember(registration.requests, request) } };
}
