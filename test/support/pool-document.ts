import { type ActivityPlan, activityFrom, emptyShard, poolTerms } from '../../domain/activity/activity';
import { sharesOf } from '../../domain/activity/shares';
import { queueOfAdded } from '../../domain/signup/newcomer';
import { type Claim, type PoolRecord, type PoolView, poolIdOf } from '../../domain/signup/pool';
import {
  emptyPage,
  HEAD_PAGE,
  type QueueEntry,
  type QueuePage,
  stillWaiting,
  waitedFor,
} from '../../domain/signup/queue';
import type { RegistrationRecord } from '../../domain/signup/registration';
import type { Barrier } from '../../domain/signup/sign-up';

/**
 * The pools of one activity, their shards and their queues as the store would hold them, with the changes of the cloud
 * functions done to them in the plainest way. Nothing here asks whether a change may be made, so that only the
 * decisions keep within the caps and in order.
 */
export class PoolDocuments {
  readonly pools: PoolRecord[];
  pages: QueuePage[] = [];
  #plan: ActivityPlan;

  constructor(
    plan: ActivityPlan,
    public shards = 1,
  ) {
    this.#plan = plan;
    const activity = activityFrom(plan);
    const untaken = Array.from({ length: shards }, () => ({}));
    this.pools = poolTerms(activity).flatMap(({ of, terms }) =>
      sharesOf(terms, untaken).map((caps, shard) =>
        emptyShard({ of, activityId: plan.id, shard, terms: { ...terms, caps } }),
      ),
    );
  }

  get plan(): ActivityPlan {
    return this.#plan;
  }

  shardsOf(of: string): PoolRecord[] {
    return this.pools.filter((pool) => pool.of === of);
  }

  shard(id: string): PoolRecord {
    const pool = this.pools.find(({ _id }) => _id === id);
    if (!pool) throw new Error(`no pool ${id}`);
    return pool;
  }

  /** The shards that a place in that session is taken from. */
  poolsFor(sessionId: string): PoolRecord[] {
    return this.shardsOf(poolIdOf(this.#plan.id, sessionId, this.#plan.onePlacePer));
  }

  /** As `signUp` reads them, with what is this member's. */
  viewsFor(sessionId: string, memberId: string): PoolView[] {
    return this.poolsFor(sessionId).map((pool) => {
      const { _id, of, activityId, shard, terms, used, queue, claims, past } = pool;
      const claim = claims[memberId];
      const gone = past[memberId];
      const view = { _id, of, activityId, shard, terms, used: { ...used } };
      const waits = queue && { queue: { ...queue, on: { ...queue.on } } };
      return { ...view, ...waits, ...(claim && { claim }), ...(gone && { past: gone }) };
    });
  }

  take(shardId: string, memberId: string, claim: Claim): void {
    const pool = this.shard(shardId);
    if (pool.claims[memberId]) throw new Error(`${memberId} has a claim in ${shardId} already`);
    pool.claims[memberId] = claim;
    for (const counter of claim.counters) pool.used[counter] = (pool.used[counter] ?? 0) + claim.seats;
  }

  /** Gives the place of that registration back, where it is still the one that the member holds. */
  release(
    { _id, poolId, memberId, requests }: RegistrationRecord,
    now: number,
    as: 'ended' | 'unseen' = 'ended',
  ): void {
    for (const pool of this.shardsOf(poolId)) {
      const claim = pool.claims[memberId];
      if (claim?.registration !== _id) continue;
      delete pool.claims[memberId];
      for (const counter of claim.counters) pool.used[counter] = (pool.used[counter] ?? 0) - claim.seats;
      if (as === 'ended') this.#remember(pool, { memberId, request: requests[0]?.id ?? '', registration: _id }, now);
      pool.queueDueAt = now;
    }
  }

  /** The same for who had no place: the first shard remembers it. */
  releaseWish({ _id, poolId, memberId, requests }: RegistrationRecord, now: number): void {
    const pool = this.shard(poolId);
    this.#remember(pool, { memberId, request: requests[0]?.id ?? '', registration: _id }, now);
    pool.queueDueAt = now;
  }

  #remember(
    pool: PoolRecord,
    { memberId, request, registration }: { memberId: string; request: string; registration: string },
    now: number,
  ): void {
    const before = pool.past[memberId]?.requests ?? [];
    if (before.some((each) => each.registration === registration)) return;
    pool.past[memberId] = { requests: [...before, { id: request, registration }], at: now };
  }

  /** To the end of the queue, once it is said in every shard what is waited for; gives the page. */
  enqueue(barriers: readonly Barrier[], entry: QueueEntry): number {
    const of = barriers[0]?.pool.of ?? '';
    const n = Math.max(1, ...this.shardsOf(of).map(({ queue }) => queue?.page ?? 1));
    for (const { pool, blocked } of barriers) {
      if (blocked.length === 0) continue;
      const said = Object.fromEntries(blocked.map((counter) => [counter, true as const]));
      const shard = this.shard(pool._id);
      shard.queue = { page: n, on: { ...shard.queue?.on, ...said } };
    }
    this.#page(of, n).entries.push(entry);
    return n;
  }

  putAtHead(of: string, entry: QueueEntry): number {
    this.#page(of, HEAD_PAGE).entries.push(entry);
    return HEAD_PAGE;
  }

  #page(of: string, n: number): QueuePage {
    const known = this.pages.find((page) => page.of === of && page.n === n);
    if (known) return known;
    const page = emptyPage(of, n);
    this.pages.push(page);
    return page;
  }

  takeOut(of: string, n: number, registration: string): void {
    const page = this.#page(of, n);
    page.entries = page.entries.filter((entry) => entry.registration !== registration);
  }

  /** All that wait, in the order of the queue. */
  entriesOf(of: string): { page: number; entry: QueueEntry }[] {
    const pages = this.pages.filter((page) => page.of === of).sort((a, b) => a.n - b.n);
    return pages.flatMap(({ n, entries }) => entries.map((entry) => ({ page: n, entry })));
  }

  /** Writes anew what is waited for, and begins a page where that is something else than before. */
  tidy(of: string, now: number): void {
    const shards = this.shardsOf(of);
    const page = Math.max(0, ...shards.map(({ queue }) => queue?.page ?? 0));
    if (page === 0) return;
    const entries = this.entriesOf(of).map(({ entry }) => entry);
    const waiting = stillWaiting(entries, this.#plan.sessions, now);
    const flags = shards.map((shard) => ({ shard, on: waitedFor(waiting, shard) }));
    const keys = (on: object = {}) => Object.keys(on).sort().join();
    if (flags.every(({ shard, on }) => keys(shard.queue?.on) === keys(on))) return;
    for (const { shard, on } of flags) shard.queue = { page: page + 1, on };
  }

  /** Other terms for all shards at once, and more shards; each keeps what is taken of it. */
  setPlan(plan: ActivityPlan, shards: number, now: number): void {
    this.#plan = plan;
    this.shards = shards;
    const v = (this.pools[0]?.terms.v ?? 0) + 1;
    for (const { of, terms } of poolTerms(activityFrom(plan, v))) {
      const pools = this.shardsOf(of);
      const queue = queueOfAdded(terms, pools);
      const shares = sharesOf(
        terms,
        Array.from({ length: shards }, (_, shard) => pools[shard]?.used ?? {}),
      );
      shares.forEach((caps, shard) => {
        const mine = { ...terms, caps };
        const pool = pools[shard];
        if (pool) pool.terms = mine;
        else
          this.pools.push({ ...emptyShard({ of, activityId: plan.id, shard, terms: mine }), ...(queue && { queue }) });
      });
      for (const pool of this.shardsOf(of)) pool.queueDueAt = now;
    }
  }
}
