import { type ActivityRecord, emptyShard, type PlannedEdit, type PoolShare } from '../../domain/activity/activity';
import { edited, fitsIn, grows, overIn, relaid, roomFor, termsIn } from '../../domain/activity/edit';
import { queueOfAdded } from '../../domain/signup/newcomer';
import type { PoolView } from '../../domain/signup/pool';
import type { TooSmall } from '../../types/contract';
import type { ActivityId, Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, changeIf, difference, insertOnce } from '../kit/documents';
import { readPoolsOf } from '../kit/places';
import { Busy } from '../kit/transaction';
import { answerTo } from './present';

/** Times that everything is read anew: in a rush each means that somebody else took a place meanwhile. */
const TURNS = 60;

/** An edit under way, and what it is made against. */
interface UnderWay {
  activity: ActivityRecord;
  next: PlannedEdit;
  pools: readonly PoolView[];
}

/** The edit as it was read; whoever is behind changes nothing. */
const asRead = ({ next }: UnderWay): object => ({ 'next.log._id': next.log._id, 'next.termsV': next.termsV });

function roomConditions(share: PoolShare, pool: PoolView): object {
  const { most, asRead: unchanged } = roomFor(share);
  return {
    ...Object.fromEntries(Object.entries(most).map(([counter, cap]) => [`used.${counter}`, _.not(_.gt(cap))])),
    ...(unchanged && { used: _.eq(pool.used) }),
  };
}

/** Brings one shard to where the step has it; `false` where it changed meanwhile. A shard only ever goes forward. */
async function bring(share: PoolShare, way: UnderWay, now: Instant): Promise<boolean> {
  const { activity, next, pools } = way;
  const pool = pools.find(({ _id }) => _id === share.pool);
  const terms = termsIn(activity, next, share);
  const { of, shard } = share;
  if (!pool) {
    // New ones come with the new plan, when nothing can fail any more.
    if (next.step !== 'set') return true;
    const queue = queueOfAdded(
      terms,
      pools.filter((each) => each.of === of),
    );
    const added = emptyShard({ of, activityId: activity._id, shard, terms });
    await insertOnce('pools', queue ? { ...added, queue, queueDueAt: now } : added);
    return true;
  }
  if (pool.terms.v >= next.termsV) return true;
  const gone = Object.keys(pool.used).filter((counter) => !counter.startsWith('e_') && !(counter in terms.caps));
  return changeIf(
    'pools',
    pool._id,
    { 'terms.v': pool.terms.v, ...(next.step === 'lower' && roomConditions(share, pool)) },
    {
      terms: _.set(terms),
      ...(next.step === 'set' && Object.fromEntries(gone.map((counter) => [`used.${counter}`, _.remove()]))),
      ...(next.step === 'set' && grows(share) && { queueDueAt: _.min(now) }),
    },
  );
}

async function bringAll(way: UnderWay, now: Instant): Promise<boolean> {
  const brought = await Promise.all(way.next.shares.map((share) => bring(share, way, now)));
  return brought.every((done) => done);
}

async function turnTo(way: UnderWay, next: PlannedEdit): Promise<void> {
  await changeIf('activities', way.activity._id, asRead(way), { next: _.set(next) });
}

/** When the sweep should look at the activity again: while registrations may be behind its promise. */
const dueAfter = ({ promiseV }: { promiseV: number }, now: Instant): object => ({
  dueAt: promiseV > 1 ? now : _.remove(),
});

/** The activity takes the plan; the log says so first, or an edit could be done that nobody finds there. */
async function conclude(way: UnderWay, now: Instant): Promise<void> {
  const { activity, next } = way;
  // However long ago it was decided: until now people signed up to the former plan.
  const promise = next.promise && { ...next.promise, at: now };
  const after = edited(activity, { ...next, ...(promise && { promise }) });
  await insertOnce('logs', { ...next.log, answer: answerTo(next.log.what, after) } as PlannedEdit['log']);
  const { next: _done, dueAt: _due, ...before } = activity;
  await changeIf('activities', activity._id, asRead(way), {
    ...difference<Omit<ActivityRecord, 'next' | 'dueAt'>>(before, after),
    next: _.remove(),
    ...dueAfter(after, now),
  });
}

/** Every shard has what it had, under a higher version, and the edit never was. */
async function takeBack(way: UnderWay, now: Instant): Promise<void> {
  const { activity, next } = way;
  const { termsV } = next;
  await changeIf('activities', activity._id, asRead(way), { next: _.remove(), termsV, ...dueAfter(activity, now) });
}

async function lower(way: UnderWay, now: Instant): Promise<TooSmall[] | undefined> {
  const { activity, next, pools } = way;
  const behind = pools.filter(({ terms }) => terms.v < next.termsV);
  const fits = next.shares.every((share) => {
    const pool = behind.find(({ _id }) => _id === share.pool);
    return !pool || fitsIn(share, pool.used);
  });
  if (!fits) {
    await turnTo(way, relaid(activity, next, pools));
    return overIn(activity, edited(activity, next), pools);
  }
  if (await bringAll(way, now)) await turnTo(way, { ...next, step: 'set', termsV: next.termsV + 1 });
  return undefined;
}

/**
 * Carries an edit that is under way to its end, whoever began it and however far it came: every step can be done again,
 * by several at once, since each shard and the activity only ever take what follows what they have. Gives what people
 * hold more of where it had to be taken back; the caller reads in the log whether it was done.
 */
export async function carry(activityId: ActivityId, editId: string, now: Instant): Promise<TooSmall[]> {
  let over: TooSmall[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const activity = await byId<ActivityRecord>('activities', activityId);
    const next = activity?.next;
    if (!activity || next?.log._id !== editId) return over;
    const way = { activity, next, pools: await readPoolsOf(activityId) };
    switch (next.step) {
      case 'lower':
        over = (await lower(way, now)) ?? over;
        break;
      case 'set':
        if (await bringAll(way, now)) await conclude(way, now);
        break;
      case 'undo':
        if (await bringAll(way, now)) await takeBack(way, now);
        break;
      default:
        return next.step satisfies never;
    }
  }
  throw new Busy('the pools kept changing');
}
