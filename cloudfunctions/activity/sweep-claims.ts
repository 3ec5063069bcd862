import type { PoolRecord } from '../../domain/signup/pool';
import { REGISTRATION_V, type RegistrationRecord } from '../../domain/signup/registration';
import { HELD } from '../../domain/signup/states';
import { timeKey } from '../../domain/time/shanghai';
import type { Instant, MemberId } from '../../types/vocabulary';
import { _, database } from '../kit/cloud';
import { byId, byIds, changeIf, find, insertOnce, type Projection } from '../kit/documents';
import { ABANDONED_MS, giveBack, releasePlace } from '../kit/places';
import { SWEEP_MOST, type Swept, underLease } from '../kit/sweep';

type DuePool = Pick<PoolRecord, '_id' | 'claims' | 'sweptTo'>;

/** How long a pool remembers the requests of places given back; no device tries again after so long. */
const FORGET_MS = 2 * 86_400_000;

/**
 * The registration of a claim that was never acknowledged. Its insertion fails where the function got through after
 * all; only once it stands may the place be freed, since then no late insertion can.
 */
function abandoned(
  pool: DuePool,
  memberId: string,
  claim: PoolRecord['claims'][string],
  now: Instant,
): RegistrationRecord {
  const [session = '', zone] = claim.counters;
  return {
    _id: claim.registration,
    v: REGISTRATION_V,
    memberId,
    activityId: pool._id,
    sessionId: session,
    ...(zone !== undefined && { zoneId: zone.slice(session.length + 1) }),
    state: 'cancelled',
    enterpriseId: '',
    answers: {},
    seats: claim.seats,
    signedUpAt: claim.at,
    cancelledAt: now,
    cancelUntil: claim.at,
    endsAt: claim.at,
    startKey: timeKey(claim.at, claim.registration),
    requests: [{ id: claim.request, digest: claim.digest }],
    void: true,
  };
}

/** Ids asked for in one query: few enough that it stays a look-up of each. */
const IDS_AT_ONCE = 200;

/** Members forgotten in one run; the update that does it names each of them. */
const FORGET_MOST = 500;

/**
 * Members whose requests can be forgotten. The store picks them: what a pool remembers grows with everybody who ever
 * gave a place back, and whole it may be more than one answer carries.
 */
async function forgettable(poolId: string, before: Instant): Promise<MemberId[]> {
  const $ = _.aggregate;
  const input = $.objectToArray('$past');
  const old = $.filter({ input, as: 'each', cond: $.lt(['$$each.v.at', before]) });
  const members = $.slice([$.map({ input: old, as: 'each', in: '$$each.k' }), FORGET_MOST]);
  const { list } = await database.collection('pools').aggregate().match({ _id: poolId }).project({ members }).end();
  const [found] = list as { members: MemberId[] | null }[];
  return found?.members ?? [];
}

/** The documents of those ids that exist, by id. */
async function standingOf<T extends { _id: string }>(
  collection: string,
  ids: readonly string[],
  projection?: Projection,
): Promise<Map<string, T>> {
  const standing = new Map<string, T>();
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const found = await byIds<T>(collection, ids.slice(from, from + IDS_AT_ONCE), projection);
    for (const document of found) standing.set(document._id, document);
  }
  return standing;
}

/**
 * Until when a pool is put off while it is looked at: later than any claim made meanwhile is due, so that such a claim
 * shows, and soon enough for a sweep that died to be made up for.
 */
const putOff = (now: Instant): Instant => now + 3 * ABANDONED_MS;

/** Holds every claim made since the last sweep, and old enough, against its registration. */
async function sweepPool(pool: DuePool, now: Instant): Promise<void> {
  const until = now - ABANDONED_MS;
  const claims = Object.entries(pool.claims).filter(([, claim]) => claim.at > pool.sweptTo && claim.at <= until);
  const ids = claims.map(([, claim]) => claim.registration);
  const standing = await standingOf<RegistrationRecord>('registrations', ids);
  const members = claims.map(([memberId]) => memberId);
  const persons = await standingOf('members', members, { status: true });
  for (const [memberId, claim] of claims) {
    const record = standing.get(claim.registration) ?? abandoned(pool, memberId, claim, now);
    if (!standing.has(record._id) && !(await insertOnce('registrations', record))) continue;
    if (!HELD.includes(record.state)) await releasePlace(record, now);
    // They left while their sign-up was under way: what they gave back could not have this place among it.
    else if (!persons.has(memberId)) await giveBack(record, now);
  }
  const forgotten = await forgettable(pool._id, now - FORGET_MS);
  const forget = Object.fromEntries(forgotten.map((memberId) => [`past.${memberId}`, _.remove()]));
  await changeIf('pools', pool._id, {}, { sweptTo: until, ...forget });
  const newer = Object.values(pool.claims).flatMap((claim) => (claim.at > until ? [claim.at + ABANDONED_MS] : []));
  const more = forgotten.length === FORGET_MOST ? [now] : [];
  const due = [...newer, ...more];
  // A claim made meanwhile has pulled `dueAt` back from where it was put off to, and the pool stays due for it.
  const dueAt = due.length > 0 ? Math.min(...due) : _.remove();
  await changeIf('pools', pool._id, { dueAt: putOff(now) }, { dueAt });
}

/** Places whose registration was cancelled by a call that died before it gave them back. */
async function sweepCancelled(now: Instant): Promise<Swept> {
  const due = await find<RegistrationRecord>('registrations', { dueAt: _.lte(now) }, { limit: SWEEP_MOST });
  for (const record of due) {
    await releasePlace(record, now);
    await changeIf('registrations', record._id, { state: record.state, dueAt: record.dueAt }, { dueAt: _.remove() });
  }
  return { found: due.length, done: due.length };
}

/** Pools looked at in one run: each may hold 2,000 claims. */
const POOLS_MOST = 20;

export const sweepClaims = underLease('activity.sweepClaims', async (now) => {
  const pools = await find('pools', { dueAt: _.lte(now) }, { limit: POOLS_MOST, projection: { dueAt: true } });
  for (const { _id } of pools) {
    await changeIf('pools', _id, {}, { dueAt: putOff(now) });
    // One at a time: the claims of two large pools together are more than one answer carries.
    const pool = await byId<DuePool>('pools', _id, { claims: true, sweptTo: true });
    if (pool) await sweepPool(pool, now);
  }
  const cancelled = await sweepCancelled(now);
  return { found: pools.length + cancelled.found, done: pools.length + cancelled.done };
});
