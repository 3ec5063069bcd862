import { decideAccept, decideCancel, decideDeclineOffer, type MemberDecision } from '../../domain/signup/cancel';
import type { Claim, PoolView, SessionTerms } from '../../domain/signup/pool';
import { nextTurn, offerDeadline, type QueueEntry, stillWaiting } from '../../domain/signup/queue';
import { holdKeyOf, isEnded, newRegistration, type RegistrationRecord } from '../../domain/signup/registration';
import { decideSignUp, type SignUpDecision } from '../../domain/signup/sign-up';
import { offerExpired, offered } from '../../domain/signup/transitions';
import type { Full } from '../../types/contract';
import { PoolDocuments } from './pool-document';

/** One sign-up as a device sends it, again and again under the same request. */
export interface Asked {
  memberId: string;
  enterpriseId: string;
  request: string;
  sessionId: string;
  zoneId?: string;
  companions: number;
}

export type Said =
  | { kind: 'registration'; id: string }
  | { kind: 'refused'; refusal: string; full?: Full; already?: string };

type Who = Pick<Asked, 'memberId' | 'enterpriseId'>;

/** Commands through the decisions of `domain/signup`, over documents: what the cloud functions do, one at a time. */
export class Decided extends PoolDocuments {
  readonly registrations = new Map<string, RegistrationRecord>();

  record(id: string): RegistrationRecord {
    const record = this.registrations.get(id);
    if (!record) throw new Error(`no registration ${id}`);
    return record;
  }

  signUp({ memberId, enterpriseId, request, ...input }: Asked, registrationId: string, now: number): Said {
    const pools = this.viewsFor(input.sessionId, memberId);
    const decision = decideSignUp(pools, {
      input: { activityId: this.plan.id, answers: {}, ...input },
      request: { id: request, digest: JSON.stringify(input) },
      applicant: { memberId, status: 'active', enterpriseId, employment: 'employee' },
      registrationId,
      absences: [],
      now,
    });
    return this.#act(decision, pools[0], { memberId, enterpriseId, request });
  }

  #act(decision: SignUpDecision, pool: PoolView | undefined, { request, ...who }: Who & { request: string }): Said {
    if (!pool) throw new Error('no pool was read');
    switch (decision.kind) {
      case 'refuse': {
        const { refusal, detail } = decision.refused;
        const holder = refusal === 'ALREADY' ? undefined : this.#holder(holdKeyOf(pool.of, who.memberId));
        if (holder) return this.#holds(holder, request);
        if (refusal === 'FULL') return { kind: 'refused', refusal, full: detail };
        if (refusal === 'ALREADY') return { kind: 'refused', refusal, already: detail.registrationId };
        return { kind: 'refused', refusal };
      }
      case 'replay':
        return { kind: 'registration', id: decision.registrationId };
      case 'resume':
        return { kind: 'registration', id: decision.claim.registration };
      case 'take': {
        const [chance] = decision.chances;
        if (!chance) throw new Error('no chance to take');
        this.take(chance.pool._id, who.memberId, chance.claim);
        return this.#register(chance.pool, { state: 'confirmed', held: chance.claim }, decision.session, who);
      }
      case 'queue': {
        const { entry, barriers, session } = decision;
        const queuePage = this.enqueue(barriers, entry);
        // A page is due once after somebody joined it, and its queue is looked at then.
        this.shard(pool.of).queueDueAt = entry.at;
        return this.#register(pool, { state: 'waitlisted', held: entry, queuePage }, session, who);
      }
      case 'apply':
        return this.#register(pool, { state: 'applied', held: decision.held }, decision.session, who);
      default:
        return decision satisfies never;
    }
  }

  /** Writes the registration; one that holds the same key is the answer, and what was just taken is let go. */
  #register(
    { of: poolId, activityId, terms }: PoolView,
    what: { state: 'confirmed' | 'waitlisted' | 'applied'; held: Claim | QueueEntry; queuePage?: number },
    session: SessionTerms,
    who: Who,
  ): Said {
    const record = newRegistration({ ...what, poolId, activityId, terms, session, ...who, answers: {}, promiseV: 1 });
    const holder = this.#holder(record.holdKey);
    if (!holder) {
      this.registrations.set(record._id, record);
      return { kind: 'registration', id: record._id };
    }
    if (what.state === 'confirmed') this.release(record, record.signedUpAt, 'unseen');
    if (what.queuePage !== undefined) this.takeOut(poolId, what.queuePage, record._id);
    return this.#holds(holder, record.requests[0]?.id);
  }

  #holder(key: string): RegistrationRecord | undefined {
    return [...this.registrations.values()].find(({ holdKey }) => holdKey === key);
  }

  #holds({ _id, requests }: RegistrationRecord, request: string | undefined): Said {
    if (requests[0]?.id === request) return { kind: 'registration', id: _id };
    return { kind: 'refused', refusal: 'ALREADY', already: _id };
  }

  /** All that follows from a change, done at once. */
  #settle(next: RegistrationRecord, now: number): void {
    const { pending: _pending, dueAt: _due, queuePage, ...rest } = next;
    if (queuePage !== undefined && next.state !== 'waitlisted') this.takeOut(next.poolId, queuePage, next._id);
    if (isEnded(next)) {
      if (next.placed) this.release(next, now);
      else this.releaseWish(next, now);
    }
    const still = next.state === 'waitlisted' && queuePage !== undefined ? { queuePage } : {};
    this.registrations.set(next._id, { ...rest, ...still, news: [] });
  }

  answer(what: 'cancel' | 'accept' | 'decline', id: string, request: string, now: number): string {
    const record = this.record(id);
    const decide = { cancel: decideCancel, accept: decideAccept, decline: decideDeclineOffer }[what];
    const decision: MemberDecision<string> = decide(record, { id: request, digest: what }, now);
    if (decision.kind === 'refuse') return decision.refusal;
    if (decision.kind === 'change') this.#settle(decision.next, now);
    return 'done';
  }

  /** An organizer's queue jump: behind those who jumped before. */
  jump(id: string): void {
    const record = this.record(id);
    const { poolId, queuePage = 0 } = record;
    const found = this.entriesOf(poolId).find(({ entry }) => entry.registration === id);
    if (!found) throw new Error(`${id} is in no queue`);
    this.takeOut(poolId, queuePage, id);
    this.registrations.set(id, { ...record, queuePage: this.putAtHead(poolId, found.entry) });
  }

  /** Offers that nobody answered in time. */
  sweepRegistrations(now: number): void {
    for (const record of this.registrations.values()) {
      if (record.state !== 'offered' || record.offerUntil === undefined || now <= record.offerUntil) continue;
      const next = offerExpired(record, now, { title: '', sessionName: '', startsAt: 0 });
      if (next) this.#settle(next, now);
    }
  }

  /** Free places to those who wait, where a queue may move, so many in one go; gives who was offered one, in order. */
  sweepQueues(now: number, most: number): string[] {
    const due = new Set(this.pools.filter(({ queueDueAt = now + 1 }) => queueDueAt <= now).map(({ of }) => of));
    return [...due].sort().flatMap((of) => {
      for (const pool of this.shardsOf(of)) delete pool.queueDueAt;
      const made = this.#moveUp(of, now, most);
      this.tidy(of, now);
      if (made.length === most) this.shard(of).queueDueAt = now;
      this.pages = this.pages.filter(({ entries }) => entries.length > 0);
      return made;
    });
  }

  #moveUp(of: string, now: number, most: number): string[] {
    const made: string[] = [];
    for (;;) {
      const entries = this.entriesOf(of).map(({ entry }) => entry);
      const turn = nextTurn(stillWaiting(entries, this.plan.sessions, now), this.shardsOf(of));
      if (!turn || made.length === most) return made;
      const { entry, shard } = turn;
      const { memberId, ...held } = entry;
      const startsAt = this.#startOf(entry);
      this.take(shard, memberId, { ...held, at: now });
      const about = { title: '', sessionName: '', startsAt };
      const next = offered(this.record(entry.registration), now, offerDeadline(now, startsAt), about);
      if (!next) throw new Error(`${entry.registration} cannot be offered a place`);
      this.#settle(next, now);
      made.push(entry.registration);
    }
  }

  #startOf({ counters }: QueueEntry): number {
    return this.plan.sessions.find(({ id }) => id === counters[0])?.startsAt ?? 0;
  }
}
