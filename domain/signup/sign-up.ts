import type { ActivityContract, Full, RefusalsOf, Refused, SignUp } from '../../types/contract';
import type { Instant, MemberId, RegistrationId } from '../../types/vocabulary';
import type { AcceptedRequest } from '../request/remembered';
import { answerIssues } from './answers';
import { coolingUntil } from './cool-down';
import {
  blocking,
  type Caps,
  capOf,
  countersFor,
  isEnterprise,
  notedOf,
  sessionCounter,
  summed,
  zoneCounter,
} from './counters';
import { type Applicant, ineligible } from './eligibility';
import { roomForNewcomers, tooFew } from './newcomer';
import { type Claim, homeShard, leftOf, type PoolView, type SessionTerms, type Stock, type Terms } from './pool';
import type { QueueEntry } from './queue';

export interface SignUpCommand {
  input: SignUp;
  request: AcceptedRequest;
  applicant: Applicant;
  /** The id that the registration gets. */
  registrationId: RegistrationId;
  /** When the applicant was absent of late; asked for only where the activity has a cool-down. */
  absences: readonly Instant[];
  now: Instant;
}

/** One shard that the place may be taken from, as it was read. */
export interface Chance {
  pool: PoolView;
  claim: Claim;
}

/** One shard with the counters that keep the newcomer out of it. */
export interface Barrier {
  pool: PoolView;
  blocked: string[];
}

export type SignUpDecision =
  /** Take the place from the first of these that still stands as it was read. */
  | { kind: 'take'; memberId: MemberId; chances: Chance[]; session: SessionTerms }
  /** No place for them now: into the queue, if that still is so. */
  | { kind: 'queue'; entry: QueueEntry; barriers: Barrier[]; session: SessionTerms }
  /** Places are given by the organizer's decision. */
  | { kind: 'apply'; held: QueueEntry; session: SessionTerms }
  /** This very request has the place already; its registration may still have to be written. */
  | { kind: 'resume'; pool: PoolView; claim: Claim; session: SessionTerms }
  /** This very request was accepted, and what it got has ended since. */
  | { kind: 'replay'; registrationId: RegistrationId }
  | { kind: 'refuse'; refused: Refused<RefusalsOf<ActivityContract['signUp']>> };

type Refusals = RefusalsOf<ActivityContract['signUp']>;

function refuse<K extends keyof Refusals & string>(refusal: K, detail: Refusals[K]): SignUpDecision {
  // The pair is one of the union's members by construction; the compiler does not follow a generic key that far.
  return { kind: 'refuse', refused: { ok: false, refusal, detail } as Refused<Refusals> };
}

function sessionOf(terms: Terms, id: string): SessionTerms | undefined {
  return terms.sessions.find((session) => session.id === id);
}

/** What this member's earlier requests say: sent again, already here, or nothing. */
function earlier(pools: readonly PoolView[], { request }: SignUpCommand): SignUpDecision | undefined {
  // What ended may be remembered in another shard than the one in which they have a place by now.
  const gone = pools.flatMap(({ past }) => past?.requests ?? []).find(({ id }) => id === request.id);
  if (gone) return { kind: 'replay', registrationId: gone.registration };
  for (const pool of pools) {
    const { claim } = pool;
    if (!claim) continue;
    if (claim.request !== request.id) return refuse('ALREADY', { registrationId: claim.registration });
    if (claim.digest !== request.digest) return refuse('REQUEST_REUSED', {});
    const session = sessionOf(pool.terms, claim.counters[0] ?? '');
    if (session) return { kind: 'resume', pool, claim, session };
  }
  return undefined;
}

/** Everything but the places: whether it exists, whether it is time, whether they may, what they wrote. */
function barred(terms: Terms, command: SignUpCommand): SignUpDecision | undefined {
  const { input, applicant, now, absences } = command;
  const session = sessionOf(terms, input.sessionId);
  if (!session) return refuse('NOT_FOUND', { what: 'session' });
  const zoned = session.zones.length > 0;
  if (zoned ? !session.zones.some((zone) => zone.id === input.zoneId) : input.zoneId !== undefined) {
    return refuse('NOT_FOUND', { what: 'zone' });
  }
  if (now < terms.opensAt) return refuse('NOT_OPEN_YET', { opensAt: terms.opensAt, now });
  if (terms.cancelled || now >= terms.closesAt) return refuse('CLOSED', { closedAt: terms.closesAt });
  const why = ineligible(terms.eligibility, applicant);
  if (why) return refuse('NOT_ELIGIBLE', why);
  const until = terms.coolDown && coolingUntil(terms.coolDown, absences, now);
  if (terms.coolDown && until !== undefined) {
    return refuse('COOLING_DOWN', { absences: terms.coolDown.absences, until });
  }
  const issues = answerIssues(terms.questions, input.answers);
  if (issues.length > 0) return refuse('BAD_ANSWERS', { issues });
  if ((input.companions ?? 0) > terms.companions) return refuse('TOO_MANY_COMPANIONS', { most: terms.companions });
  return undefined;
}

type Where = Parameters<typeof countersFor>[1];

/** Whether so many fit into another session, or into another zone; an enterprise's quota is left out of it. */
function roomElsewhere(stock: Stock, sessions: readonly SessionTerms[], { sessionId, zoneId }: Where, seats: number) {
  const has = (counter: string) => leftOf(stock, counter) >= seats;
  return sessions.some(({ id, zones }) => {
    const others = id === sessionId ? zones.filter((zone) => zone.id !== zoneId) : zones;
    const fits = zones.length === 0 ? id !== sessionId : others.some((zone) => has(zoneCounter(id, zone.id)));
    return fits && has(sessionCounter(id));
  });
}

/**
 * What is full over all shards, said of the narrowest counter that keeps them out. Left is what they could have of it
 * together: places that only others may take, or that lie in several shards, are no help.
 */
function fullAs(pools: readonly PoolView[], where: Where, seats: number): Full {
  const caps: Caps = summed(pools.map(({ terms }) => terms.caps));
  const stock = { caps, used: summed(pools.map((pool) => pool.used)) };
  const counters = countersFor(caps, where);
  const together = Math.max(...pools.map((pool) => roomForNewcomers(pool, counters)));
  const has = (counter: string) => leftOf(stock, counter) >= seats;
  const { sessionId, zoneId } = where;
  const full = (what: Full['what'], counter: string, elsewhere: boolean): Full => {
    const left = Math.min(leftOf(stock, counter), together);
    return { what, capacity: capOf(caps, counter) ?? 0, left, elsewhere };
  };
  const enterprise = counters.find(isEnterprise);
  if (enterprise !== undefined && !has(enterprise)) return full('enterprise', enterprise, false);
  const elsewhere = roomElsewhere(stock, pools[0]?.terms.sessions ?? [], where, seats);
  if (zoneId !== undefined && has(sessionCounter(sessionId))) {
    return full('zone', zoneCounter(sessionId, zoneId), elsewhere);
  }
  return full('session', sessionCounter(sessionId), elsewhere);
}

/**
 * A member with companions whom not even an empty shard has seats for. They do not queue: they would wait for nothing,
 * and everybody behind them would be given a place by offer alone.
 */
function neverFits(pools: readonly PoolView[], counters: readonly string[], seats: number): boolean {
  return seats > 1 && pools.every(({ terms }) => blocking(terms.caps, {}, counters, seats).length > 0);
}

/** Members look in a shard of their own first, then in the others. */
function inTurn(pools: readonly PoolView[], memberId: MemberId): PoolView[] {
  const sorted = [...pools].sort((a, b) => a.shard - b.shard);
  const home = homeShard(memberId, sorted.length);
  return [...sorted.slice(home), ...sorted.slice(0, home)];
}

function place(
  pools: readonly PoolView[],
  command: SignUpCommand,
  { memberId, session }: { memberId: MemberId; session: SessionTerms },
): SignUpDecision {
  const { input, request, applicant, registrationId, now } = command;
  const seats = 1 + (input.companions ?? 0);
  const base = { registration: registrationId, request: request.id, digest: request.digest, seats, at: now };
  const chances: Chance[] = [];
  const barriers: Barrier[] = [];
  const where = { sessionId: session.id, zoneId: input.zoneId, enterpriseId: applicant.enterpriseId };
  let counters: string[] = [];
  for (const pool of inTurn(pools, memberId)) {
    counters = countersFor(pool.terms.caps, where);
    if (pool.terms.allocation === 'approval') {
      return { kind: 'apply', held: { ...base, memberId, counters }, session };
    }
    if (roomForNewcomers(pool, counters) >= seats)
      chances.push({ pool, claim: { ...base, counters, ...notedOf(counters, applicant.enterpriseId) } });
    else barriers.push({ pool, blocked: tooFew(pool, counters, seats) });
  }
  if (chances.length > 0) return { kind: 'take', memberId, chances, session };
  if (pools[0]?.terms.waitlist && !neverFits(pools, counters, seats)) {
    return { kind: 'queue', entry: { ...base, memberId, counters }, barriers, session };
  }
  return refuse('FULL', fullAs(pools, where, seats));
}

/**
 * First come, first served, or an application. `pools` are all shards of one pool; each carries the same terms but for
 * its share of the places. The order of the refusals is the order in which they help: what I hold already, whether it
 * exists, whether it is time, whether I may, what I wrote, and only then whether it is full. A request that was
 * accepted before is answered first, so that a retry after the deadline, or after the last place went, gets the answer
 * it was owed. Newcomers queue while somebody waits for what they want, so that a place that has just been given back
 * goes to who came first.
 */
export function decideSignUp(pools: readonly PoolView[], command: SignUpCommand): SignUpDecision {
  const terms = pools[0]?.terms;
  if (!terms) return refuse('NOT_FOUND', { what: 'activity' });
  const known = earlier(pools, command);
  if (known) return known;
  const no = barred(terms, command);
  if (no) return no;
  const session = sessionOf(terms, command.input.sessionId);
  const { memberId, status } = command.applicant;
  if (memberId === undefined || !session) return refuse('NOT_ELIGIBLE', { why: 'status', status });
  return place(pools, command, { memberId, session });
}
