import { blocking } from '../../domain/signup/counters';
import { emptyPage, type QueueEntry } from '../../domain/signup/queue';
import type { RegistrationRecord } from '../../domain/signup/registration';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { changeAll, insertOnce } from '../kit/documents';
import { readPools } from '../kit/places';
import { enqueue } from '../kit/queue';
import { Busy } from '../kit/transaction';

const TRIES = 5;

/** The entry by which a registration waits from now on. */
export function entryOf(record: RegistrationRecord, at: Instant): QueueEntry {
  const { _id, memberId, requests, counters, seats } = record;
  const [first] = requests;
  return { registration: _id, memberId, request: first?.id ?? '', digest: first?.digest ?? '', counters, seats, at };
}

/** A pool whose queue nobody has joined yet gets its first page, also while it has room. */
async function openQueue(of: string): Promise<void> {
  await insertOnce('queues', emptyPage(of, 1));
  await changeAll('pools', { of, queue: _.exists(false) }, { queue: _.set({ page: 1, on: {} }) });
}

/** To the end of the queue, whether or not there is room: an organizer put them there. Gives the page. */
export async function putInQueue(record: RegistrationRecord, now: Instant): Promise<number> {
  const { poolId, counters, seats } = record;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const shards = await readPools([poolId], undefined);
    if (shards.some(({ queue }) => !queue)) {
      await openQueue(poolId);
      continue;
    }
    const barriers = shards.map((pool) => ({ pool, blocked: blocking(pool.terms.caps, pool.used, counters, seats) }));
    const queued = await enqueue(barriers, entryOf(record, now), now);
    if (queued.kind === 'queued') return queued.page;
    if (queued.kind === 'there' && queued.entry.registration === record._id) return queued.page;
  }
  throw new Busy('the queue kept changing');
}
