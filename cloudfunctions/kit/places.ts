import { type Claim, type PoolRecord, type PoolView, sessionCounter, zoneCounter } from '../../domain/signup/pool';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { after } from '../../domain/signup/states';
import { FUNCTION_SECONDS } from '../../types/limits';
import type { ActivityId, Instant, MemberId } from '../../types/vocabulary';
import { _ } from './cloud';
import { byId, changeIf } from './documents';

/** After so long a function that was writing is certainly dead: twice the time it may run. */
export const ABANDONED_MS = 2 * FUNCTION_SECONDS * 1_000;

/** Requests of places given back that a pool remembers for each member. */
const PAST_REQUESTS = 5;

/** The part of a pool that concerns one member; the claims of all others stay where they are. */
export async function readPool(activityId: ActivityId, memberId: MemberId | undefined): Promise<PoolView | undefined> {
  const mine = memberId === undefined ? {} : { [`claims.${memberId}`]: true, [`past.${memberId}`]: true };
  const pool = await byId<PoolRecord>('pools', activityId, { terms: true, used: true, ...mine });
  if (!pool) return undefined;
  const claim = memberId === undefined ? undefined : pool.claims?.[memberId];
  const past = memberId === undefined ? undefined : pool.past?.[memberId];
  return { _id: pool._id, terms: pool.terms, used: pool.used, ...(claim && { claim }), ...(past && { past }) };
}

/**
 * Takes the place if the pool still stands as the decision saw it: the same terms, no claim of this member, and room
 * in every counter. One update, so that of ten thousand at once exactly as many get through as there are places.
 * `_.not(_.gte(n))` also holds for a counter that nobody has used yet. The pool is due for its oldest new claim: were
 * it the newest, a pool in which somebody takes a place every few seconds would never be swept.
 */
export function takePlace(pool: PoolView, memberId: MemberId, claim: Claim): Promise<boolean> {
  const room: Record<string, object> = {};
  const used: Record<string, object> = {};
  for (const counter of claim.counters) {
    room[`used.${counter}`] = _.not(_.gte((pool.terms.caps[counter] ?? 0) - claim.seats + 1));
    used[`used.${counter}`] = _.inc(claim.seats);
  }
  const mine = `claims.${memberId}`;
  return changeIf(
    'pools',
    pool._id,
    { 'terms.v': pool.terms.v, [mine]: _.exists(false), ...room },
    { [mine]: _.set(claim), ...used, dueAt: _.min(claim.at + ABANDONED_MS) },
  );
}

/**
 * Gives the registration's place back. Names the registration, so that doing it twice, or late, after the member
 * signed up again, changes nothing. What nobody was ever told of (a void registration) is not remembered: the same
 * request may still get a place.
 */
export function releasePlace(registration: RegistrationRecord, now: Instant): Promise<boolean> {
  const { _id, activityId, memberId, sessionId, zoneId, seats, requests } = registration;
  const counters = [sessionCounter(sessionId)];
  if (zoneId !== undefined) counters.push(zoneCounter(sessionId, zoneId));
  const used: Record<string, object> = {};
  for (const counter of counters) used[`used.${counter}`] = _.inc(-seats);
  const first = requests[0]?.id ?? '';
  const past = registration.void
    ? {}
    : {
        [`past.${memberId}.requests`]: _.push({ each: [{ id: first, registration: _id }], slice: -PAST_REQUESTS }),
        [`past.${memberId}.at`]: now,
      };
  return changeIf(
    'pools',
    activityId,
    { [`claims.${memberId}.registration`]: _id },
    {
      [`claims.${memberId}`]: _.remove(),
      ...used,
      ...past,
    },
  );
}

/**
 * Ends a registration whose member has left, deadline or not, and gives its place back: registration first, as in
 * cancelling. What it answered may name a person, so it goes too.
 */
export async function giveBack(registration: RegistrationRecord, now: Instant): Promise<void> {
  const { _id } = registration;
  const state = after(registration.state, 'cancel');
  if (state === undefined) return;
  const change = { state, cancelledAt: now, answers: _.set({}), dueAt: now + ABANDONED_MS };
  if (!(await changeIf('registrations', _id, { state: registration.state }, change))) return;
  await releasePlace(registration, now);
  await changeIf('registrations', _id, { state }, { dueAt: _.remove() });
}
