import type { ActivityPlan } from '../../domain/activity/activity';
import type { Caps } from '../../domain/signup/counters';
import type { Asked } from './decided';

/** One line of the plain list that the model is: who wants what, in the order in which they came. */
export interface Line extends Asked {
  registration: string;
  state: 'waiting' | 'offered' | 'confirmed' | 'ended';
  /** With a place: the shard that it is in. */
  shard?: number;
  offerUntil?: number;
  /** An organizer put them to the head. */
  jumped?: true;
  /** Waited in vain since the queue was last looked at: newcomers may still queue because of them. */
  waitedOnceMore?: true;
}

export interface Offer {
  registration: string;
  shard: number;
}

const seats = ({ companions }: { companions: number }): number => 1 + companions;
const MINUTE = 60_000;

/**
 * The rules said over one list of people: nothing is counted in advance, everything is looked up. `caps` are those of
 * each shard, as they are now.
 */
export class QueueModel {
  lines: Line[] = [];
  /** Who holds something already and asked for more: for a moment it looked as if they waited for it. */
  refused: Asked[] = [];
  /** Shards that were added since the queue was last looked at: their places are for who waits first. */
  added: number[] = [];

  constructor(
    readonly plan: () => ActivityPlan,
    readonly caps: (sessionId: string, shard: number) => Caps,
    readonly shards: () => number,
  ) {}

  /** Whether the two are for one pool: there one person has one place. */
  #together(a: string, b: string): boolean {
    return this.plan().onePlacePer === 'activity' || a === b;
  }

  /** Places left in a shard for somebody who wants that, by what limits them. */
  left(wish: Asked, shard: number, lines: readonly Line[] = this.lines): Record<string, number> {
    const caps = this.caps(wish.sessionId, shard);
    const here = lines.filter((line) => line.shard === shard && this.#together(line.sessionId, wish.sessionId));
    const taken = (of: (line: Line) => boolean) => here.filter(of).reduce((sum, line) => sum + seats(line), 0);
    const { sessionId, zoneId, enterpriseId } = wish;
    const inSession = (line: Line) => line.sessionId === sessionId;
    const left: Record<string, number> = { [sessionId]: (caps[sessionId] ?? 0) - taken(inSession) };
    if (zoneId !== undefined) {
      const zone = `${sessionId}_${zoneId}`;
      left[zone] = (caps[zone] ?? 0) - taken((line) => inSession(line) && line.zoneId === zoneId);
    }
    const quota = caps[`e_${enterpriseId}`] ?? caps['e_*'];
    if (quota !== undefined) {
      left[`e_${enterpriseId}`] = quota - taken((line) => line.enterpriseId === enterpriseId);
    }
    return left;
  }

  /** What keeps somebody out of a shard. */
  blocked(wish: Asked, shard: number, lines?: readonly Line[]): string[] {
    return Object.entries(this.left(wish, shard, lines)).flatMap(([what, left]) => (left < seats(wish) ? [what] : []));
  }

  #allShards(): number[] {
    return Array.from({ length: this.shards() }, (_, shard) => shard);
  }

  startOf({ sessionId }: { sessionId: string }): number {
    return this.plan().sessions.find(({ id }) => id === sessionId)?.startsAt ?? 0;
  }

  waiting(sessionId: string): Line[] {
    return this.lines.filter((line) => line.state === 'waiting' && this.#together(line.sessionId, sessionId));
  }

  /** Who would be offered a place next, one after the other, each the first in the list whom a shard has room for. */
  offers(sessionId: string, now: number, also: readonly Line[] = []): Offer[] {
    const lines = [...this.lines, ...also].filter(({ state }) => state !== 'ended').map((line) => ({ ...line }));
    const offers: Offer[] = [];
    // Once somebody fits nowhere they fit nowhere after others got a place either, so one walk down the list is enough.
    for (const line of lines) {
      if (line.state !== 'waiting' || !this.#together(line.sessionId, sessionId) || now >= this.startOf(line)) continue;
      const shard = this.#allShards().find((each) => this.blocked(line, each, lines).length === 0);
      if (shard === undefined) continue;
      Object.assign(line, { state: 'offered', shard });
      offers.push({ registration: line.registration, shard });
    }
    return offers;
  }

  /** Whether somebody who came just now may have a place there: it is free, and nobody who waits is passed by that. */
  mayTake(asked: Asked, shard: number, now: number): 'yes' | 'full' | 'passes somebody' {
    if (this.blocked(asked, shard).length > 0) return 'full';
    const taken: Line = { ...asked, registration: '', state: 'confirmed', shard };
    const before = JSON.stringify(this.offers(asked.sessionId, now));
    return before === JSON.stringify(this.offers(asked.sessionId, now, [taken])) ? 'yes' : 'passes somebody';
  }

  /** Who brings more than an empty shard has seats for would wait in vain. */
  neverFits(asked: Asked): boolean {
    return asked.companions > 0 && this.#allShards().every((shard) => this.blocked(asked, shard, []).length > 0);
  }

  /**
   * Whether newcomers may be told to wait for what is free: somebody waits for a part of it too, or did when the queue
   * was last looked at; or waits for something else that has become free, and may need it with that.
   */
  mayHaveToWait(asked: Asked, shard: number): boolean {
    if (this.added.includes(shard)) return true;
    const wanted = Object.keys(this.left(asked, shard));
    return [...this.lines.filter((line) => line.state === 'waiting' || line.waitedOnceMore), ...this.refused]
      .filter((line) => this.#together(line.sessionId, asked.sessionId))
      .some((line) => Object.entries(this.left(line, shard)).some(([what, left]) => left > 0 || wanted.includes(what)));
  }

  /** What an earlier request of theirs, or a place that they hold, says. */
  known(asked: Asked): { replay: string } | { already: string } | undefined {
    const before = this.lines.find(({ request }) => request === asked.request);
    if (before) return { replay: before.registration };
    const held = this.lines.find(
      (line) =>
        line.memberId === asked.memberId && line.state !== 'ended' && this.#together(line.sessionId, asked.sessionId),
    );
    return held && { already: held.registration };
  }

  add(asked: Asked, registration: string, as: { shard: number } | 'waiting'): void {
    const state = as === 'waiting' ? { state: 'waiting' as const } : { state: 'confirmed' as const, ...as };
    this.lines.push({ ...asked, registration, ...state });
  }

  line(registration: string): Line {
    const line = this.lines.find((each) => each.registration === registration);
    if (!line) throw new Error(`no line ${registration}`);
    return line;
  }

  #end(line: Line): void {
    if (line.state === 'waiting') line.waitedOnceMore = true;
    line.state = 'ended';
    delete line.shard;
  }

  answer(what: 'cancel' | 'accept' | 'decline', registration: string, now: number): string {
    const line = this.line(registration);
    if (what === 'cancel') {
      if (line.state === 'ended') return 'NOT_HELD';
      if (line.state === 'confirmed' && now > this.plan().cancelUntil) return 'TOO_LATE';
      this.#end(line);
      return 'done';
    }
    if (line.state !== 'offered') return 'NOT_OFFERED';
    if (what === 'decline') this.#end(line);
    else if (now > (line.offerUntil ?? 0)) return 'OFFER_EXPIRED';
    else line.state = 'confirmed';
    return 'done';
  }

  jump(registration: string): void {
    const line = this.line(registration);
    this.lines = this.lines.filter((each) => each !== line);
    const behind = this.lines.findIndex((each) => each.state === 'waiting' && !each.jumped);
    line.jumped = true;
    this.lines.splice(behind < 0 ? this.lines.length : behind, 0, line);
  }

  expire(now: number): void {
    for (const line of this.lines) {
      if (line.state === 'offered' && now > (line.offerUntil ?? 0)) this.#end(line);
    }
  }

  /** One session of each pool. */
  pools(): string[] {
    return this.plan().onePlacePer === 'activity' ? ['s1'] : this.plan().sessions.map(({ id }) => id);
  }

  /** Makes the offers that are due, so many in each pool; gives whom they go to. */
  moveUp(now: number, most: number): string[] {
    return this.pools().flatMap((sessionId) => {
      const offers = this.offers(sessionId, now).slice(0, most);
      for (const { registration, shard } of offers) {
        const line = this.line(registration);
        const left = this.startOf(line) - now;
        const held = Math.min(24 * 60 * MINUTE, Math.max(30 * MINUTE, Math.floor(left / 10)));
        Object.assign(line, { state: 'offered', shard, offerUntil: now + Math.min(left, held) });
      }
      return offers.map(({ registration }) => registration);
    });
  }

  /** The queues were looked at: who left one keeps nobody waiting any more. */
  forgetThoseGone(): void {
    for (const line of this.lines) delete line.waitedOnceMore;
    this.refused = [];
    this.added = [];
  }
}
