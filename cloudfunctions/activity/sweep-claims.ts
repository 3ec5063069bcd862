import type { Claim, PoolRecord } from '../../domain/signup/pool';
import { isPlaced, type RegistrationRecord, voidRegistration } from '../../domain/signup/registration';
import { HELD } from '../../domain/signup/states';
import { ABANDONED_MS } from '../../types/limits';
import type { Instant, MemberId } from '../../types/vocabulary';
import { _, database } from '../kit/cloud';
import { byId, byManyIds, changeIf, find, insertOnce } from '../kit/documents';
import { releasePlace } from '../kit/places';
import { giveBack } from '../kit/registrations';
import { underLease } from '../kit/sweep';

type DuePool = Pick<PoolRecord, '_id' | 'of' | 'activityId' | 'claims' | 'sweptTo'>;

/** How long a pool remembers the requests of places given back; no device tries again after so long. */
const FORGET_MS = 2 * 86_400_000;

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

/**
 * Until when a pool is put off while it is looked at: later than any claim made meanwhile is due, so that such a claim
 * shows, and soon enough for a sweep that died to be made up for.
 */
const putOff = (now: Instant): Instant => now + 3 * ABANDONED_MS;

/**
 * What one old claim stands for. It is let go where nothing stands behind it: a call died before it wrote the
 * registration, somebody decided on an application and died, or it is over. A registration in the queue keeps the claim
 * that its turn has just given it: the sweep of the queue goes on from there.
 */
async function sweepClaim(
  record: RegistrationRecord,
  { claim, leftUnion, isNew }: { claim: Claim; leftUnion: boolean; isNew: boolean },
  now: Instant,
): Promise<void> {
  if (isNew && !(await insertOnce('registrations', record))) return;
  if (record.state === 'waitlisted' && claim.by === undefined) return;
  // An organizer's call may have taken the same claim over while this looked at it; then it is not the old one any more.
  if (!isPlaced(record)) await releasePlace(record, now, HELD.includes(record.state) ? 'unseen' : 'ended', claim.at);
  // They left while their sign-up was under way: what they gave back could not have this place among it.
  else if (leftUnion) await giveBack(record, now);
}

/** Holds every claim made since the last sweep, and old enough, against its registration. */
async function sweepPool(pool: DuePool, now: Instant): Promise<void> {
  const until = now - ABANDONED_MS;
  const claims = Object.entries(pool.claims).filter(([, claim]) => claim.at > pool.sweptTo && claim.at <= until);
  const ids = claims.map(([, claim]) => claim.registration);
  const standing = await byManyIds<RegistrationRecord>('registrations', ids);
  const members = claims.map(([memberId]) => memberId);
  const persons = await byManyIds('members', members, { status: true });
  const { of: poolId, activityId } = pool;
  for (const [memberId, claim] of claims) {
    const known = standing.get(claim.registration);
    const record = known ?? voidRegistration(claim, { memberId, activityId, poolId }, now);
    await sweepClaim(record, { claim, leftUnion: !persons.has(memberId), isNew: known === undefined }, now);
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

/** Pools looked at in one run: each may hold 2,000 claims. */
const POOLS_MOST = 20;

/** Claims of calls that died before they wrote the registration: the place goes back. */
export const sweepClaims = underLease('activity.sweepClaims', async (now) => {
  const pools = await find('pools', { dueAt: _.lte(now) }, { limit: POOLS_MOST, projection: { dueAt: true } });
  for (const { _id } of pools) {
    await changeIf('pools', _id, {}, { dueAt: putOff(now) });
    // One at a time: the claims of two large pools together are more than one answer carries.
    const projection = { of: true, activityId: true, claims: true, sweptTo: true };
    const pool = await byId<DuePool>('pools', _id, projection);
    if (pool) await sweepPool(pool, now);
  }
  return { found: pools.length, done: pools.length };
});
