import type { PoolRecord } from '../../domain/signup/pool';
import type { QueuePage } from '../../domain/signup/queue';
import type { RegistrationRecord } from '../../domain/signup/registration';

interface Queues {
  pools: readonly PoolRecord[];
  queues: readonly QueuePage[];
  registrations: readonly RegistrationRecord[];
}

/** Everybody who waits, in the order of the pages, by pool. */
function lines(queues: readonly QueuePage[]): Map<string, QueuePage['entries']> {
  const by = new Map<string, QueuePage['entries']>();
  for (const { of, entries } of [...queues].sort((a, b) => a.n - b.n)) by.set(of, [...(by.get(of) ?? []), ...entries]);
  return by;
}

/** Who waits stands in the queue once, and who stands in the queue waits. */
export function queuesAgree({ pools, queues, registrations }: Queues): string[] {
  const faults: string[] = [];
  const waiting = new Map(registrations.filter(({ state }) => state === 'waitlisted').map((each) => [each._id, each]));
  const standing = new Set<string>();
  for (const [of, entries] of lines(queues)) {
    for (const { registration, memberId, counters, seats } of entries) {
      const where = `entry ${registration} of ${of}`;
      if (standing.has(registration)) faults.push(`${where} stands twice`);
      standing.add(registration);
      const record = waiting.get(registration);
      if (!record) faults.push(`${where}: its registration does not wait`);
      else if (record.poolId !== of || record.memberId !== memberId) faults.push(`${where} is another's`);
      else if (record.counters.join() !== counters.join() || record.seats !== seats) faults.push(`${where} differs`);
    }
  }
  for (const [id] of waiting) if (!standing.has(id)) faults.push(`${id} waits and stands in no queue`);
  for (const { n, of, entries, appended } of queues) {
    if (entries.length > appended) faults.push(`page ${n} of ${of} holds more than were put there`);
  }
  const known = new Set(pools.map(({ of }) => of));
  for (const { of } of queues) if (!known.has(of)) faults.push(`a queue of no pool: ${of}`);
  return faults;
}

const room = ({ terms: { caps }, used }: PoolRecord, counter: string): number =>
  (caps[counter] ?? (counter.startsWith('e_') ? (caps['e_*'] ?? Number.POSITIVE_INFINITY) : 0)) - (used[counter] ?? 0);

/** Once all sweeps have run: nobody waits whom a free place would suit, and newcomers queue only where somebody waits. */
export function queuesRest({ pools, queues }: Pick<Queues, 'pools' | 'queues'>, now: number): string[] {
  const faults: string[] = [];
  const by = lines(queues);
  for (const pool of pools) {
    if (pool.terms.cancelled) continue;
    const starts = new Map(pool.terms.sessions.map(({ id, startsAt }) => [id, startsAt]));
    const all = by.get(pool.of) ?? [];
    const entries = all.filter(({ counters }) => now < (starts.get(counters[0] ?? '') ?? 0));
    for (const { registration, counters, seats } of entries) {
      const blocked = counters.filter((counter) => room(pool, counter) < seats);
      if (blocked.length === 0) faults.push(`${registration} waits for ${pool._id}, which has room for them`);
      else if (!blocked.some((counter) => pool.queue?.on[counter]))
        faults.push(`${registration} waits for ${blocked} of ${pool._id}, and newcomers are not told`);
    }
    for (const counter of Object.keys(pool.queue?.on ?? {})) {
      if (!all.some(({ counters }) => counters.includes(counter)))
        faults.push(`newcomers to ${counter} of ${pool._id} queue behind nobody`);
    }
  }
  return faults;
}
