import type { ActivityPlan } from '../../domain/activity/activity';
import type { Quota } from '../../types/contract';
import { type Asked, Decided, type Said } from '../support/decided';
import { DAY, HOUR, NOON, plan, session } from '../support/plans';
import { QueueModel } from '../support/queue-model';
import { oneOf, type Random, upTo } from '../support/seed';
import { countCommands, type Frequencies, giveByChance, type Simulation } from '../support/simulation';

const MEMBERS = Array.from({ length: 14 }, (_, at) => ({ memberId: `member${at}`, enterpriseId: `e${at % 3}` }));
const PLACES: { sessionId: string; zoneId?: string }[] = [
  { sessionId: 's1' },
  { sessionId: 's2', zoneId: 'a' },
  { sessionId: 's2', zoneId: 'b' },
];

function quotaOf(random: Random): { quota?: Quota } {
  const kind = random();
  if (kind < 0.4) return {};
  const own = { e1: 1 + upTo(3, random) };
  return { quota: kind < 0.7 ? { own } : { each: 1 + upTo(4, random), ...(kind < 0.85 && { own }) } };
}

function randomPlan(random: Random): ActivityPlan {
  const zoned = session('s2', 1 + upTo(6, random), [
    ['a', 1 + upTo(3, random)],
    ['b', 1 + upTo(3, random)],
  ]);
  return plan({
    waitlist: true,
    companions: 2,
    onePlacePer: random() < 0.7 ? 'activity' : 'session',
    closesAt: NOON + 20 * DAY,
    ...quotaOf(random),
    sessions: [session('s1', 1 + upTo(4, random)), zoned],
  });
}

/** One activity, told twice: by the decisions over documents and by the model over its list. */
class Told {
  readonly #random: Random;
  readonly #decided: Decided;
  readonly #model: QueueModel;
  readonly #sent: Asked[] = [];
  #now = NOON;
  #made = 0;

  constructor(random: Random) {
    this.#random = random;
    const decided = new Decided(randomPlan(random), 1 + upTo(2, random));
    this.#decided = decided;
    const caps = (sessionId: string, shard: number) =>
      decided.poolsFor(sessionId).find((pool) => pool.shard === shard)?.terms.caps ?? {};
    this.#model = new QueueModel(
      () => decided.plan,
      caps,
      () => decided.shards,
    );
  }

  #id(): string {
    this.#made += 1;
    return `r${this.#made}`;
  }

  #asked(): Asked {
    const random = this.#random;
    if (random() < 0.15 && this.#sent.length > 0) return oneOf(this.#sent, random);
    const asked = {
      ...oneOf(MEMBERS, random),
      ...oneOf(PLACES, random),
      companions: random() < 0.6 ? 0 : upTo(2, random),
      request: this.#id(),
    };
    this.#sent.push(asked);
    return asked;
  }

  signUp(): void {
    const asked = this.#asked();
    const id = this.#id();
    const known = this.#model.known(asked);
    const said = this.#decided.signUp(asked, id, this.#now);
    const where = `${JSON.stringify(asked)} was told ${JSON.stringify(said)}`;
    if (known && 'replay' in known) {
      if (said.kind !== 'registration' || said.id !== known.replay) throw new Error(`${where}, was ${known.replay}`);
    } else if (known) {
      const right = said.kind === 'refused' && said.already === known.already;
      if (!right) throw new Error(`${where}, and holds ${known.already}`);
      this.#model.refused.push(asked);
    } else this.#placed(asked, id, said, where);
  }

  /** Somebody new: where they got a place it was theirs to take, and where they wait they had to. */
  #placed(asked: Asked, id: string, said: Said, where: string): void {
    if (this.#model.neverFits(asked)) {
      if (said.kind !== 'refused' || said.refusal !== 'FULL') throw new Error(`${where}, and fits nowhere`);
      return;
    }
    const shards = Array.from({ length: this.#decided.shards }, (_, shard) => shard);
    const may = shards.map((shard) => this.#model.mayTake(asked, shard, this.#now));
    if (said.kind !== 'registration' || said.id !== id) throw new Error(`${where}, and is new`);
    const record = this.#decided.record(id);
    if (record.state === 'confirmed') {
      const shard = this.#shardOf(asked.memberId, id);
      if (may[shard] !== 'yes') throw new Error(`${where} in shard ${shard}: ${may[shard]}`);
      this.#model.add(asked, id, { shard });
    } else {
      const idle = may.findIndex((each, shard) => each === 'yes' && !this.#model.mayHaveToWait(asked, shard));
      if (idle >= 0) throw new Error(`${where}, and nobody else waits for what is free in shard ${idle}`);
      this.#model.add(asked, id, 'waiting');
    }
  }

  #shardOf(memberId: string, registration: string): number {
    const holders = this.#decided.pools.filter(({ claims }) => claims[memberId]?.registration === registration);
    const [holder] = holders;
    if (!holder || holders.length > 1) throw new Error(`${registration} has ${holders.length} claims`);
    return holder.shard;
  }

  answer(): void {
    if (this.#model.lines.length === 0) return;
    const what = oneOf(['cancel', 'cancel', 'accept', 'accept', 'decline'] as const, this.#random);
    const wanted = what === 'cancel' ? 'confirmed' : 'offered';
    const likely = this.#model.lines.filter(({ state }) => state === wanted);
    const from = likely.length > 0 && this.#random() < 0.8 ? likely : this.#model.lines;
    const { registration } = oneOf(from, this.#random);
    const swept = this.#decided.record(registration).state === 'expired';
    const expected = what === 'accept' && swept ? 'OFFER_EXPIRED' : this.#model.answer(what, registration, this.#now);
    const got = this.#decided.answer(what, registration, this.#id(), this.#now);
    if (got !== expected) throw new Error(`${what} ${registration}: the list says ${expected}, the pool ${got}`);
  }

  jump(): void {
    const waiting = this.#model.lines.filter(({ state }) => state === 'waiting');
    if (waiting.length === 0) return;
    const { registration } = oneOf(waiting, this.#random);
    this.#model.jump(registration);
    this.#decided.jump(registration);
  }

  passTime(): void {
    this.#now += oneOf([60_000, 20 * 60_000, HOUR, 5 * HOUR, DAY], this.#random);
    if (this.#random() < 0.5) this.expire();
  }

  expire(): void {
    this.#decided.sweepRegistrations(this.#now);
    this.#model.expire(this.#now);
  }

  /** More places in a session, or in a zone alone; now and then they come in a shard that is added. */
  raiseCapacity(): void {
    const by = 1 + upTo(2, this.#random);
    const what = oneOf(['s1', 's2', 'a', 'b'], this.#random);
    const { plan: before } = this.#decided;
    const sessions = before.sessions.map((each) => ({
      ...each,
      capacity: each.capacity + (what === each.id ? by : 0),
      zones: each.zones.map((zone) => ({ ...zone, capacity: zone.capacity + (what === zone.id ? by : 0) })),
    }));
    const { shards } = this.#decided;
    const more = shards < 4 && this.#random() < 0.3;
    this.#decided.setPlan({ ...before, sessions }, more ? shards + 1 : shards, this.#now);
    if (more) this.#model.added.push(shards);
  }

  sweep(): void {
    const most = oneOf([1, 2, 100, 100], this.#random);
    const expected = this.#model.moveUp(this.#now, most);
    const got = this.#decided.sweepQueues(this.#now, most);
    if (got.join() !== expected.join()) throw new Error(`the list offers to ${expected}, the pool to ${got}`);
    for (const { registration } of this.#model.lines.filter(({ state }) => state === 'offered')) {
      const { offerUntil } = this.#decided.record(registration);
      const line = this.#model.line(registration);
      if (line.offerUntil !== offerUntil)
        throw new Error(`${registration} until ${offerUntil}, not ${line.offerUntil}`);
    }
    this.#model.forgetThoseGone();
  }

  /** After every command: counts, claims, states, order and positions say what the list says. */
  compare(): void {
    this.#counts();
    this.#queue();
  }

  #counts(): void {
    for (const pool of this.#decided.pools) {
      const sessions = pool.terms.sessions.map(({ id }) => id);
      const here = this.#model.lines.filter((line) => line.shard === pool.shard && sessions.includes(line.sessionId));
      const taken: Record<string, number> = {};
      for (const line of here) {
        const counters = Object.keys(this.#model.left(line, pool.shard));
        for (const counter of counters) taken[counter] = (taken[counter] ?? 0) + 1 + line.companions;
      }
      for (const counter of new Set([...Object.keys(taken), ...Object.keys(pool.used)])) {
        const [used, listed] = [pool.used[counter] ?? 0, taken[counter] ?? 0];
        if (used !== listed) throw new Error(`${pool._id}.${counter} counts ${used}, the list has ${listed}`);
        const cap = pool.terms.caps[counter] ?? pool.terms.caps['e_*'] ?? 0;
        if (used > cap) throw new Error(`${pool._id}.${counter} is oversold: ${used} of ${cap}`);
      }
      const claimed = Object.entries(pool.claims).map(([memberId, claim]) => `${memberId} ${claim.registration}`);
      const listed = here.map((line) => `${line.memberId} ${line.registration}`);
      if (claimed.sort().join() !== listed.sort().join()) throw new Error(`claims ${claimed}, the list has ${listed}`);
    }
  }

  #queue(): void {
    for (const of of new Set(this.#decided.pools.map((pool) => pool.of))) {
      const shards = this.#decided.shardsOf(of);
      const sessionId = shards[0]?.terms.sessions[0]?.id ?? '';
      const waiting = this.#model.waiting(sessionId);
      const due = shards.some(({ queueDueAt = this.#now + 1 }) => queueDueAt <= this.#now);
      if (!due && this.#model.offers(sessionId, this.#now).length > 0) throw new Error(`${of} has room for who waits`);
      const entries = this.#decided.entriesOf(of).map(({ entry }) => entry.registration);
      const listed = waiting.map(({ registration }) => registration);
      if (entries.join() !== listed.join()) throw new Error(`${entries} wait in ${of}, the list has ${listed}`);
      for (const line of waiting.filter((each) => this.#now < this.#model.startOf(each))) {
        for (const { shard, queue } of shards) {
          const wants = Object.keys(this.#model.left(line, shard));
          if (!wants.some((counter) => queue?.on[counter]))
            throw new Error(`${line.registration} waits for ${wants} and shard ${shard} does not say so`);
        }
      }
    }
  }
}

/** Each as often as it comes up. */
const COMMANDS: Frequencies<Told> = [
  [11, (told) => told.signUp()],
  [6, (told) => told.answer()],
  [2, (told) => told.passTime()],
  [4, (told) => told.sweep()],
  [1, (told) => told.jump()],
  [1, (told) => told.raiseCapacity()],
];

/** One activity and some eighty commands; gives how many. */
function round(random: Random): number {
  const told = new Told(random);
  const commands = 40 + upTo(80, random);
  giveByChance(told, COMMANDS, commands, random);
  return commands;
}

/** Sign-ups, answers to offers, sweeps, more places and time, decided over documents and looked up in a list. */
export const simulation: Simulation = {
  says: 'queue, offers, quotas and shards against one list of people in the order in which they came',
  full: 10_000,
  async run(rounds, seed) {
    const commands = countCommands(rounds, seed, round);
    return `${rounds} activities, ${commands} commands, every answer, offer and count the same`;
  },
};
