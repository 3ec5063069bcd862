import {
  type ActivityPlan,
  type ActivityRecord,
  activityFrom,
  emptyPools,
  emptyShard,
} from '../../domain/activity/activity';
import {
  type EditedPool,
  edited,
  fitsIn,
  overIn,
  plannedEdit,
  relaid,
  roomFor,
  termsIn,
  type Wanted,
} from '../../domain/activity/edit';
import { logOf } from '../../domain/activity/log';
import { capOf, summed } from '../../domain/signup/counters';
import { NOON } from './plans';

/**
 * An activity and its pools in memory, with an edit carried by workers that each know only what they read, one shard at
 * a time, while places are taken and given back between any two steps. What the store's conditions hold is held here in
 * the plainest way: a change is made only to what still is as it was read.
 */
export class EditModel {
  activity: ActivityRecord;
  readonly pools: EditedPool[];
  /** What was sold beyond a cap at any time. */
  readonly faults: string[] = [];
  undone = 0;

  constructor(plan: ActivityPlan) {
    this.activity = activityFrom(plan);
    this.pools = emptyPools(this.activity);
  }

  /** Takes or gives back so many of a counter in a shard, as far as its caps and what is taken let it. */
  sell(at: number, counters: readonly string[], seats: number): void {
    const pool = this.pools[at % this.pools.length];
    if (!pool) return;
    const { caps } = pool.terms;
    const room = Math.min(...counters.map((each) => (capOf(caps, each) ?? 0) - (pool.used[each] ?? 0)));
    const taken = Math.min(...counters.map((each) => pool.used[each] ?? 0));
    const by = Math.max(-taken, Math.min(seats, room));
    if (by !== 0) for (const each of counters) pool.used[each] = (pool.used[each] ?? 0) + by;
    this.#check();
  }

  #check(): void {
    for (const { _id, used, terms } of this.pools) {
      for (const [counter, taken] of Object.entries(used)) {
        const cap = capOf(terms.caps, counter) ?? 0;
        if (taken > cap) this.faults.push(`${_id}.${counter}: ${taken} of ${cap}`);
      }
    }
  }

  /** Begins the edit, if it fits and none is under way. */
  begin(wanted: Wanted): boolean {
    const target = { ...wanted, promiseV: 1, termsV: 1 };
    if (this.activity.next || overIn(this.activity, edited(this.activity, target), this.pools).length > 0) return false;
    const request = { id: `q${this.activity.termsV}`, digest: '' };
    const log = logOf({ activityId: this.activity._id, at: NOON, by: '', what: 'edited', request });
    this.activity = { ...this.activity, next: plannedEdit(this.activity, wanted, log, structuredClone(this.pools)) };
    return true;
  }

  /** One worker: yields wherever another call, or another worker, could come in between. */
  *worker(): Generator<void, void, void> {
    for (let turn = 0; turn < 50; turn++) {
      const activity = structuredClone(this.activity);
      const { next } = activity;
      if (!next) return;
      yield;
      const pools = structuredClone(this.pools);
      yield;
      const behind = pools.filter(({ terms }) => terms.v < next.termsV);
      const fits = next.shares.every((share) => {
        const pool = behind.find(({ _id }) => _id === share.pool);
        return !pool || fitsIn(share, pool.used);
      });
      if (next.step === 'lower' && !fits) {
        this.#turn(next, relaid(activity, next, pools));
        continue;
      }
      let all = true;
      for (const share of next.shares) {
        yield;
        const pool = pools.find(({ _id }) => _id === share.pool);
        const terms = termsIn(activity, next, share);
        all = this.#bring(pool, { share, terms, lower: next.step === 'lower' }) && all;
      }
      yield;
      if (!all) continue;
      if (next.step === 'lower') this.#turn(next, { ...next, step: 'set', termsV: next.termsV + 1 });
      else if (this.#still(next)) {
        if (next.step === 'undo') this.undone += 1;
        const { next: _done, ...rest } = this.activity;
        this.activity = next.step === 'set' ? edited(activity, next) : { ...rest, termsV: next.termsV };
      }
    }
    throw new Error('a worker never came to an end');
  }

  #still(next: NonNullable<ActivityRecord['next']>): boolean {
    const now = this.activity.next;
    return now?.log._id === next.log._id && now.termsV === next.termsV;
  }

  #turn(from: NonNullable<ActivityRecord['next']>, to: NonNullable<ActivityRecord['next']>): void {
    if (this.#still(from)) this.activity = { ...this.activity, next: to };
  }

  #bring(
    read: EditedPool | undefined,
    {
      share,
      terms,
      lower,
    }: {
      share: NonNullable<ActivityRecord['next']>['shares'][number];
      terms: EditedPool['terms'];
      lower: boolean;
    },
  ): boolean {
    const pool = this.pools.find(({ _id }) => _id === share.pool);
    if (!read) {
      const { of, shard } = share;
      if (!lower && !pool) this.pools.push(emptyShard({ of, activityId: this.activity._id, shard, terms }));
      return true;
    }
    if (read.terms.v >= terms.v) return true;
    if (!pool || pool.terms.v !== read.terms.v) return false;
    const { most, asRead } = roomFor(share);
    const fits = Object.entries(most).every(([counter, cap]) => (pool.used[counter] ?? 0) <= cap);
    if (lower && (!fits || (asRead && JSON.stringify(pool.used) !== JSON.stringify(read.used)))) return false;
    pool.terms = terms;
    for (const counter of Object.keys(pool.used)) {
      if (!lower && !counter.startsWith('e_') && !(counter in terms.caps) && pool.used[counter] === 0)
        delete pool.used[counter];
    }
    this.#check();
    return true;
  }

  /** What the shards have together, by counter. */
  caps(): Record<string, number> {
    return summed(this.pools.map(({ terms }) => terms.caps));
  }
}
