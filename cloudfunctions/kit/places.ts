import { capOf, enterpriseOf, heldName, notedOf } from '../../domain/signup/counters';
import { keptOf } from '../../domain/signup/newcomer';
import type { Claim, PoolRecord, PoolView } from '../../domain/signup/pool';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { ABANDONED_MS } from '../../types/limits';
import type { ActivityId, EnterpriseId, Instant, MemberId, SessionId } from '../../types/vocabulary';
import { _ } from './cloud';
import { changeAll, changeIf, find } from './documents';

/** Requests of places given back that a pool remembers for each member. */
const PAST_REQUESTS = 5;

/** Shards of one pool and, where an activity has a pool a session, its pools: never more. */
const POOLS_MOST = 100;

/** The part of a pool that concerns one member; the claims of all others stay where they are. */
const fieldsOf = (memberId: MemberId | undefined): Record<string, boolean> => ({
  of: true,
  activityId: true,
  shard: true,
  terms: true,
  used: true,
  queue: true,
  ...(memberId !== undefined && { [`claims.${memberId}`]: true, [`past.${memberId}`]: true }),
});

function viewOf(pool: PoolRecord, memberId: MemberId | undefined): PoolView {
  const { _id, of, activityId, shard, terms, used, queue } = pool;
  const claim = memberId === undefined ? undefined : pool.claims?.[memberId];
  const past = memberId === undefined ? undefined : pool.past?.[memberId];
  return {
    _id,
    of,
    activityId,
    shard,
    terms,
    used,
    ...(queue && { queue }),
    ...(claim && { claim }),
    ...(past && { past }),
  };
}

/** All shards of the pools of those ids, which may not exist, in one query; in the order of their shards. */
export async function readPools(ids: readonly string[], memberId: MemberId | undefined): Promise<PoolView[]> {
  const of = ids.length === 1 ? ids[0] : _.in(ids);
  const pools = await find<PoolRecord>('pools', { of }, { limit: POOLS_MOST, projection: fieldsOf(memberId) });
  return pools.map((pool) => viewOf(pool, memberId)).sort((a, b) => a.shard - b.shard);
}

/** Every pool of an activity, each shard of it. */
export async function readPoolsOf(activityId: ActivityId): Promise<PoolView[]> {
  const projection = fieldsOf(undefined);
  const pools = await find<PoolRecord>('pools', { activityId }, { limit: 1_000, projection });
  return pools.map((pool) => viewOf(pool, undefined)).sort((a, b) => a.shard - b.shard);
}

/** What is taken in every pool of those activities. */
export async function usedOf(
  activityIds: readonly string[],
): Promise<Pick<PoolRecord, '_id' | 'activityId' | 'used'>[]> {
  if (activityIds.length === 0) return [];
  const projection = { activityId: true, used: true };
  return find('pools', { activityId: _.in(activityIds) }, { limit: 1_000, projection });
}

/** Counts seats among those that an enterprise has in a session; where nobody knows which one, nothing. */
function heldBy(sessionId: SessionId, enterpriseId: EnterpriseId | undefined, seats: number): Record<string, object> {
  if (enterpriseId === undefined || enterpriseId === '') return {};
  return { [`held.${heldName(sessionId, enterpriseId)}`]: _.inc(seats) };
}

/** What a claim is written against: the terms that it was decided on, and the shard that it is taken from. */
type Ground = Pick<PoolView, '_id' | 'terms'>;

interface Conditions {
  /** Places of a counter that are not for this claim. */
  kept(counter: string): number;
  also: Record<string, object>;
}

/** Goes up in every counter and writes the claim, if all have room and nobody else's conditions speak against it. */
function claim(pool: Ground, memberId: MemberId, wanted: Claim, { kept, also }: Conditions): Promise<boolean> {
  const room: Record<string, object> = {};
  const used: Record<string, object> = {};
  for (const counter of wanted.counters) {
    const cap = capOf(pool.terms.caps, counter);
    if (cap !== undefined) room[`used.${counter}`] = _.not(_.gte(cap - kept(counter) - wanted.seats + 1));
    used[`used.${counter}`] = _.inc(wanted.seats);
  }
  const mine = `claims.${memberId}`;
  const enterpriseId = enterpriseOf(wanted);
  return changeIf(
    'pools',
    pool._id,
    { 'terms.v': pool.terms.v, [mine]: _.exists(false), ...room, ...also },
    {
      [mine]: _.set(wanted),
      ...used,
      ...heldBy(wanted.counters[0] ?? '', enterpriseId, wanted.seats),
      ...(enterpriseId !== undefined && { enterprises: _.addToSet(enterpriseId) }),
      dueAt: _.min(wanted.at + ABANDONED_MS),
    },
  );
}

/**
 * Takes the place if the pool still stands as the decision saw it: the same terms, no claim of this member, nobody who
 * waits for one of its counters, and room in all of them beside what is kept for who waits. One update, so that of ten
 * thousand at once exactly as many get through as there are places. `_.not(_.gte(n))` also holds for a counter that
 * nobody has used yet. The pool is due for its oldest new claim: were it the newest, a pool in which somebody takes a
 * place every few seconds would never be swept.
 */
export function takePlace(pool: PoolView, memberId: MemberId, wanted: Claim): Promise<boolean> {
  const nobodyWaits = Object.fromEntries(wanted.counters.map((counter) => [`queue.on.${counter}`, _.neq(true)]));
  return claim(pool, memberId, wanted, { kept: (counter) => keptOf(pool, counter), also: nobodyWaits });
}

/** The same for whoever is given a place out of turn or by their turn: from the queue, or by an organizer's decision. */
export function givePlace(pool: Ground, memberId: MemberId, wanted: Claim): Promise<boolean> {
  return claim(pool, memberId, wanted, { kept: () => 0, also: {} });
}

/** The claim that a registration's own place is given by. */
export function claimOf(registration: RegistrationRecord, at: Instant): Claim {
  const { _id, requests, counters, seats, enterpriseId } = registration;
  const [first] = requests;
  const asked = { request: first?.id ?? '', digest: first?.digest ?? '' };
  return { registration: _id, ...asked, counters, seats, at, ...notedOf(counters, enterpriseId) };
}

/** The requests of who let go are remembered: one of them sent again, late, must not take a place anew. */
function remembered({ _id, memberId, requests, void: unseen }: RegistrationRecord, now: Instant): object {
  // What nobody was ever told of is not remembered: the same request may still get a place.
  if (unseen) return {};
  const first = requests[0]?.id ?? '';
  return {
    [`past.${memberId}.requests`]: _.push({ each: [{ id: first, registration: _id }], slice: -PAST_REQUESTS }),
    [`past.${memberId}.at`]: now,
  };
}

/**
 * Gives the registration's place back. Names the registration, so that doing it twice, or late, after the member
 * signed up again, changes nothing. A member's claim is in one shard; the others do not match. The queue may move.
 * `unseen`: nobody was ever told of it. `claimedAt`: only the claim made then; one made anew meanwhile stays.
 */
export async function releasePlace(
  registration: RegistrationRecord,
  now: Instant,
  as: 'ended' | 'unseen' = 'ended',
  claimedAt?: Instant,
): Promise<boolean> {
  const { _id, poolId, memberId, counters, seats, sessionId, enterpriseId } = registration;
  const used = Object.fromEntries(counters.map((counter) => [`used.${counter}`, _.inc(-seats)]));
  const released = await changeAll(
    'pools',
    {
      of: poolId,
      [`claims.${memberId}.registration`]: _id,
      ...(claimedAt !== undefined && { [`claims.${memberId}.at`]: claimedAt }),
    },
    {
      [`claims.${memberId}`]: _.remove(),
      ...used,
      ...heldBy(sessionId, enterpriseId, -seats),
      ...(as === 'unseen' ? {} : remembered(registration, now)),
      queueDueAt: _.min(now),
    },
  );
  return released > 0;
}

/** The same for who had no place yet: only remembered, and the queue looked at, since somebody may have moved up. */
export async function releaseWish(registration: RegistrationRecord, now: Instant): Promise<void> {
  const { _id, poolId, memberId } = registration;
  await changeIf(
    'pools',
    poolId,
    { [`past.${memberId}.requests.registration`]: _.neq(_id) },
    { ...remembered(registration, now), queueDueAt: _.min(now) },
  );
}
