import { blocking } from '../../domain/signup/counters';
import { emptyPage } from '../../domain/signup/queue';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { ABANDONED_MS, FUNCTION_SECONDS } from '../../types/limits';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { changeAll, insertOnce } from '../kit/documents';
import { readPools } from '../kit/places';
import { enqueue, entryOf, takeOut, wakeQueue } from '../kit/queue';
import { Busy } from '../kit/transaction';

const TRIES = 5;

/** A pool whose queue nobody has joined yet gets its first page, also while it has room. */
async function openQueue(of: string): Promise<void> {
  await insertOnce('queues', emptyPage(of, 1));
  await changeAll('pools', { of, queue: _.exists(false) }, { queue: _.set({ page: 1, on: {} }) });
}

/** To the end of the queue, whether or not there is room: an organizer put them there. Gives the page. */
export async function putInQueue(record: RegistrationRecord, now: Instant): Promise<number> {
  const { poolId, counters, seats } = record;
  // What is waited for is said before the entry is there: should this call die in between, a sweep takes it back.
  await wakeQueue(poolId, now + ABANDONED_MS);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const shards = await readPools([poolId], undefined);
    if (shards.some(({ queue }) => !queue)) {
      await openQueue(poolId);
      continue;
    }
    const barriers = shards.map((pool) => ({ pool, blocked: blocking(pool.terms.caps, pool.used, counters, seats) }));
    const queued = await enqueue(barriers, entryOf(record, now), now);
    if (queued.kind === 'queued') return queued.page;
    if (queued.kind === 'changed' || queued.entry.registration !== record._id) continue;
    if (queued.entry.at + FUNCTION_SECONDS * 1_000 > now) return queued.page;
    // Left by a call that is certainly dead: the sweep may be about to drop it, so it is put there anew.
    await takeOut(poolId, queued.page, record._id);
  }
  throw new Busy('the queue kept changing');
}
