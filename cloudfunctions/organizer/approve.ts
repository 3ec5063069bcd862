import { blocking } from '../../domain/signup/counters';
import type { PoolView } from '../../domain/signup/pool';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { ABANDONED_MS, FUNCTION_SECONDS } from '../../types/limits';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { changeIf } from '../kit/documents';
import { claimOf, givePlace, readPools, releasePlace } from '../kit/places';
import { Busy } from '../kit/transaction';

/** Times a place is tried for anew because its pool changed meanwhile. */
const TRIES = 10;

/** A call that takes places for applications: what it takes is its own until it ends. */
export interface Taker {
  /** Of this very call, never of another, not even of the same command sent again. */
  id: string;
  now: Instant;
}

/** The claim was made by a call that is certainly dead: it becomes this one's, unless the sweep was faster. */
async function takeOver({ _id, claim }: PoolView, { memberId }: RegistrationRecord, taker: Taker): Promise<boolean> {
  const { id, now } = taker;
  const mine = `claims.${memberId}`;
  return changeIf(
    'pools',
    _id,
    { [`${mine}.registration`]: claim?.registration ?? '', [`${mine}.by`]: claim?.by ?? '' },
    { [`${mine}.by`]: id, [`${mine}.at`]: now, dueAt: _.min(now + ABANDONED_MS) },
  );
}

/**
 * A place for one application: `false` where no shard has room. A claim of another call, which may still live and give
 * it back, is waited for: two calls must never rest on one claim.
 */
async function take(record: RegistrationRecord, taker: Taker): Promise<boolean> {
  const { id, now } = taker;
  const { poolId, memberId, counters, seats } = record;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const shards = await readPools([poolId], memberId);
    const held = shards.find(({ claim }) => claim !== undefined);
    if (held) {
      const { claim } = held;
      const dead = claim?.by !== undefined && claim.at + FUNCTION_SECONDS * 1_000 <= now;
      if (claim?.registration !== record._id || !dead) throw new Busy('somebody else decides on it');
      if (await takeOver(held, record, taker)) return true;
      continue;
    }
    const room = shards.filter(({ terms, used }) => blocking(terms.caps, used, counters, seats).length === 0);
    if (room.length === 0) return false;
    for (const shard of room) {
      if (await givePlace(shard, memberId, { ...claimOf(record, now), by: id })) return true;
    }
  }
  throw new Busy('the pool kept changing');
}

export async function giveBackAll(records: readonly RegistrationRecord[], now: Instant): Promise<void> {
  for (const record of records) await releasePlace(record, now, 'unseen');
}

/**
 * Places for applications, in the order given, as many as there are. Claims come first, so that who is told that they
 * are in has their place; a call that dies here leaves claims that the sweep lets go.
 */
export async function takePlaces(
  records: readonly RegistrationRecord[],
  taker: Taker,
): Promise<{ placed: RegistrationRecord[]; full: RegistrationRecord[] }> {
  const placed: RegistrationRecord[] = [];
  const full: RegistrationRecord[] = [];
  try {
    for (const record of records) ((await take(record, taker)) ? placed : full).push(record);
  } catch (error) {
    if (error instanceof Busy) await giveBackAll(placed, taker.now);
    throw error;
  }
  return { placed, full };
}
