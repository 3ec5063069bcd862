import { type ActivityPlan, activityFrom } from '../../domain/activity/activity';
import type { PoolRecord, PoolView } from '../../domain/signup/pool';
import type { RegistrationRecord } from '../../domain/signup/registration';
import type { SignUpDecision } from '../../domain/signup/sign-up';
import { soloPool } from './plans';

type Taken = Extract<SignUpDecision, { kind: 'take' }>;

/** A pool as the store would hold it, with the changes of the cloud functions done to it in the plainest way. */
export class PoolDocument {
  readonly pool: PoolRecord;

  constructor(plan: ActivityPlan) {
    this.pool = soloPool(activityFrom(plan));
  }

  viewOf(memberId: string): PoolView {
    const { _id, of, activityId, shard, terms, used, queue, claims, past } = this.pool;
    const claim = claims[memberId];
    const gone = past[memberId];
    const view = { _id, of, activityId, shard, terms, used, ...(queue && { queue }) };
    return structuredClone({ ...view, ...(claim && { claim }), ...(gone && { past: gone }) });
  }

  /** Writes the claim and counts it; asks nothing, so that only the decision keeps it within the caps. */
  take({ memberId, chances }: Taken): void {
    const claim = chances[0]?.claim;
    if (!claim) throw new Error('no chance to take');
    this.pool.claims[memberId] = claim;
    for (const counter of claim.counters) this.pool.used[counter] = (this.pool.used[counter] ?? 0) + claim.seats;
  }

  /** Gives the place of that registration back, where it is still the one that the member holds. */
  release({ _id, memberId, requests }: RegistrationRecord, now: number): void {
    const claim = this.pool.claims[memberId];
    if (claim?.registration !== _id) return;
    delete this.pool.claims[memberId];
    for (const counter of claim.counters) this.pool.used[counter] = (this.pool.used[counter] ?? 0) - claim.seats;
    const before = this.pool.past[memberId]?.requests ?? [];
    this.pool.past[memberId] = { requests: [...before, { id: requests[0]?.id ?? '', registration: _id }], at: now };
  }
}
