import { aboutOf } from '../../domain/activity/about';
import type { ActivityRecord } from '../../domain/activity/activity';
import { blocking } from '../../domain/signup/counters';
import type { PoolView } from '../../domain/signup/pool';
import { nextTurn, offerDeadline, type QueueEntry, stillWaiting } from '../../domain/signup/queue';
import { type RegistrationRecord, voidRegistration } from '../../domain/signup/registration';
import { offered } from '../../domain/signup/transitions';
import { ABANDONED_MS } from '../../types/limits';
import type { Instant } from '../../types/vocabulary';
import { byId, insertOnce } from '../kit/documents';
import { claimOf, givePlace, readPools, releasePlace } from '../kit/places';
import { pagesOf, takeOut } from '../kit/queue';
import { advance, settle } from '../kit/registrations';

/** Offers made in one run of one queue, so that it ends well within the function's time. */
const OFFERS_MOST = 100;

/** What an entry turned out to be: an offer was made, it is no more, it is too fresh, or the place vanished. */
type Outcome = 'offered' | 'gone' | 'later' | 'room-gone';

interface Place {
  entry: QueueEntry;
  page: number;
  pool: PoolView;
  activity: ActivityRecord;
}

/** An entry that no registration followed: it may be on its way, or the call is dead and the wish is void. */
async function withoutRegistration({ entry, page, pool, activity }: Place, now: Instant): Promise<Outcome> {
  if (entry.at + ABANDONED_MS > now) return 'later';
  const of = { memberId: entry.memberId, activityId: activity._id, poolId: pool.of };
  if (await insertOnce('registrations', voidRegistration(entry, of, now))) {
    await takeOut(pool.of, page, entry.registration);
  }
  return 'gone';
}

async function holdsClaim(of: string, { _id, memberId }: RegistrationRecord): Promise<boolean> {
  const shards = await readPools([of], memberId);
  // A claim that an organizer's call made, and gives back when it sees that they wait, is not the queue's.
  return shards.some(({ claim }) => claim?.registration === _id && claim.by === undefined);
}

/**
 * Offers the place to whom it is due. Claim first, then the registration: who is offered a place has it. A claim that a
 * dead run left is found again, since the entry still stands.
 */
async function offer(place: Place, now: Instant): Promise<Outcome> {
  const { entry, page, pool, activity } = place;
  const record = await byId<RegistrationRecord>('registrations', entry.registration);
  if (!record) return withoutRegistration(place, now);
  // Put into the queue by an organizer a moment ago: the registration is about to say so.
  if (record.state === 'applied' && entry.at + ABANDONED_MS > now) return 'later';
  if (record.state !== 'waitlisted') {
    await takeOut(pool.of, page, entry.registration);
    return 'gone';
  }
  const given = await givePlace(pool, entry.memberId, claimOf(record, now));
  if (!given && !(await holdsClaim(pool.of, record))) return 'room-gone';
  const about = aboutOf(record, activity);
  const next = offered(record, now, offerDeadline(now, about.startsAt), about);
  const changed = next && (await advance(record, next));
  if (changed) {
    await settle(changed, now);
    return 'offered';
  }
  // Cancelled in the same moment: nobody was told, so the place goes back as if it had never been taken.
  await releasePlace(record, now, 'unseen');
  return 'later';
}

/** Whether anybody at all could be given a place: else the rest of a long queue need not be read. */
const anyRoom = (shards: readonly PoolView[]): boolean =>
  shards.some(({ terms, used }) => terms.sessions.some(({ id }) => blocking(terms.caps, used, [id], 1).length === 0));

/**
 * Gives what is free to those whose turn it is, in the order of the queue. `true` where there is more to do than one
 * run does, or a registration is a moment late: nobody is passed over for that, the run ends and the next one is soon.
 */
export async function moveUp(of: string, activity: ActivityRecord, now: Instant): Promise<boolean> {
  let made = 0;
  let shards = await readPools([of], undefined);
  for await (const { n: page, entries } of pagesOf(of)) {
    let waiting = stillWaiting(entries, activity.sessions, now);
    for (;;) {
      if (!anyRoom(shards)) return false;
      const turn = nextTurn(waiting, shards);
      const pool = turn && shards.find(({ _id }) => _id === turn.shard);
      if (!turn || !pool) break;
      const outcome = await offer({ entry: turn.entry, page, pool, activity }, now);
      if (outcome === 'later') return true;
      if (outcome !== 'room-gone') waiting = waiting.filter((entry) => entry !== turn.entry);
      made += 1;
      if (made >= OFFERS_MOST) return true;
      shards = await readPools([of], undefined);
    }
  }
  return false;
}
