import type { ActivityContract, SignUp } from '../../types/contract/activity';
import type { RefusalsOf, Refused } from '../../types/contract/op';
import type { Instant, MemberId, RegistrationId } from '../../types/vocabulary';
import type { AcceptedRequest } from '../request/remembered';
import { answerIssues } from './answers';
import { type Applicant, ineligible } from './eligibility';
import {
  type Claim,
  leftInSession,
  leftOf,
  type PoolView,
  type SessionTerms,
  sessionCounter,
  zoneCounter,
} from './pool';

export interface SignUpCommand {
  input: SignUp;
  request: AcceptedRequest;
  applicant: Applicant;
  /** The id that the registration gets if a place is taken. */
  registrationId: RegistrationId;
  now: Instant;
}

export type SignUpDecision =
  /** Take the place, if the pool still stands as it was read. */
  | { kind: 'take'; memberId: MemberId; claim: Claim; session: SessionTerms }
  /** This very request has the place already; its registration may still have to be written. */
  | { kind: 'resume'; claim: Claim; session: SessionTerms }
  /** This very request was accepted, and its place given back since. */
  | { kind: 'replay'; registrationId: RegistrationId }
  | { kind: 'refuse'; refused: Refused<RefusalsOf<ActivityContract['signUp']>> };

type Refusals = RefusalsOf<ActivityContract['signUp']>;

function refuse<K extends keyof Refusals & string>(refusal: K, detail: Refusals[K]): SignUpDecision {
  // The pair is one of the union's members by construction; the compiler does not follow a generic key that far.
  return { kind: 'refuse', refused: { ok: false, refusal, detail } as Refused<Refusals> };
}

function sessionOf(pool: PoolView, id: string): SessionTerms | undefined {
  return pool.terms.sessions.find((session) => session.id === id);
}

/** What this member's earlier requests say: sent again, already here, or nothing. */
function earlier(pool: PoolView, { request }: SignUpCommand): SignUpDecision | undefined {
  const { claim, past } = pool;
  const gone = past?.requests.find((each) => each.id === request.id);
  if (gone) return { kind: 'replay', registrationId: gone.registration };
  if (!claim) return undefined;
  if (claim.request !== request.id) return refuse('ALREADY', { registrationId: claim.registration });
  if (claim.digest !== request.digest) return refuse('REQUEST_REUSED', {});
  const session = sessionOf(pool, claim.counters[0] ?? '');
  return session ? { kind: 'resume', claim, session } : undefined;
}

function full(pool: PoolView, session: SessionTerms, zoneId: string | undefined): SignUpDecision | undefined {
  const elsewhere = pool.terms.sessions.some((each) => leftInSession(pool, each) > 0);
  const counter = sessionCounter(session.id);
  if (leftOf(pool, counter) < 1) {
    return refuse('FULL', { what: 'session', capacity: pool.terms.caps[counter] ?? 0, elsewhere });
  }
  if (zoneId === undefined) return undefined;
  const zone = zoneCounter(session.id, zoneId);
  if (leftOf(pool, zone) >= 1) return undefined;
  return refuse('FULL', { what: 'zone', capacity: pool.terms.caps[zone] ?? 0, elsewhere });
}

/**
 * First come, first served, one place a person an activity. The order of the refusals is the order in which they
 * help: what I hold already, whether it exists, whether it is time, whether I may, what I wrote, and only then
 * whether it is full. A request that was accepted before is answered first, so that a retry after the deadline, or
 * after the last place went, gets the answer it was owed.
 */
export function decideSignUp(pool: PoolView, command: SignUpCommand): SignUpDecision {
  const { input, request, applicant, now } = command;
  const { terms } = pool;
  const known = earlier(pool, command);
  if (known) return known;
  const session = sessionOf(pool, input.sessionId);
  if (!session) return refuse('NOT_FOUND', { what: 'session' });
  const zoned = session.zones.length > 0;
  if (zoned ? !session.zones.some((zone) => zone.id === input.zoneId) : input.zoneId !== undefined) {
    return refuse('NOT_FOUND', { what: 'zone' });
  }
  if (now < terms.opensAt) return refuse('NOT_OPEN_YET', { opensAt: terms.opensAt, now });
  if (terms.cancelled || now >= terms.closesAt) return refuse('CLOSED', { closedAt: terms.closesAt });
  const why = ineligible(terms.eligibility, applicant);
  if (why) return refuse('NOT_ELIGIBLE', why);
  const { memberId } = applicant;
  if (memberId === undefined) return refuse('NOT_ELIGIBLE', { why: 'status', status: 'visitor' });
  const issues = answerIssues(terms.questions, input.answers);
  if (issues.length > 0) return refuse('BAD_ANSWERS', { issues });
  const noPlace = full(pool, session, input.zoneId);
  if (noPlace) return noPlace;
  const counters = [sessionCounter(session.id)];
  if (input.zoneId !== undefined) counters.push(zoneCounter(session.id, input.zoneId));
  const claim = {
    registration: command.registrationId,
    request: request.id,
    digest: request.digest,
    counters,
    seats: 1,
    at: now,
  };
  return { kind: 'take', memberId, claim, session };
}
