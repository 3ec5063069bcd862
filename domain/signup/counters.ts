import type { EnterpriseId, SessionId, ZoneId } from '../../types/vocabulary';

/** Places by counter, as an activity or one shard of it has them; see `capOf`. */
export type Caps = Record<string, number>;
/** Places taken by counter; a counter that nobody used yet is absent. */
export type Used = Record<string, number>;

const ENTERPRISE = 'e_';

/** The cap that holds for every enterprise without one of its own. */
export const EACH_ENTERPRISE = 'e_*';

export function sessionCounter(session: SessionId): string {
  return session;
}

export function zoneCounter(session: SessionId, zone: ZoneId): string {
  return `${session}_${zone}`;
}

/** Under which what people of an enterprise have in a session is counted, limited or not. */
export function heldName(session: SessionId, enterprise: EnterpriseId): string {
  return `${session}_${enterpriseCounter(enterprise)}`;
}

/** Begins with `e`; session ids begin with `s`, so the two never meet. */
export function enterpriseCounter(enterprise: EnterpriseId): string {
  return `${ENTERPRISE}${enterprise}`;
}

export const isEnterprise = (counter: string): boolean => counter.startsWith(ENTERPRISE);

/** A claim's enterprise, as its own counter names it, or as it is noted where there is none. */
export function enterpriseOf(held: {
  counters: readonly string[];
  enterpriseId?: EnterpriseId;
}): EnterpriseId | undefined {
  return held.counters.find(isEnterprise)?.slice(ENTERPRISE.length) ?? held.enterpriseId;
}

/** What has to be noted of it in a claim: nothing where a counter names it, since thousands stand in one document. */
export function notedOf(
  counters: readonly string[],
  enterpriseId: EnterpriseId | undefined,
): { enterpriseId?: EnterpriseId } {
  return enterpriseId === undefined || counters.some(isEnterprise) ? {} : { enterpriseId };
}

/** How many a counter takes; `undefined` where it is not limited, which only an enterprise can be. */
export function capOf(caps: Caps, counter: string): number | undefined {
  return caps[counter] ?? (isEnterprise(counter) ? caps[EACH_ENTERPRISE] : undefined);
}

/** Places left by one counter, never negative; `Infinity` where it is not limited. */
export function leftBy(caps: Caps, used: Used, counter: string): number {
  const cap = isEnterprise(counter) ? capOf(caps, counter) : (caps[counter] ?? 0);
  return cap === undefined ? Number.POSITIVE_INFINITY : Math.max(0, cap - (used[counter] ?? 0));
}

/** Every counter that one more there would go up in: session, zone, and the enterprise where it is limited. */
export function countersFor(
  caps: Caps,
  place: { sessionId: SessionId; zoneId?: ZoneId | undefined; enterpriseId?: EnterpriseId | undefined },
): string[] {
  const { sessionId, zoneId, enterpriseId } = place;
  const counters = [sessionCounter(sessionId)];
  if (zoneId !== undefined) counters.push(zoneCounter(sessionId, zoneId));
  if (enterpriseId !== undefined && capOf(caps, enterpriseCounter(enterpriseId)) !== undefined) {
    counters.push(enterpriseCounter(enterpriseId));
  }
  return counters;
}

/** What counters have too few places for so many seats; empty where all have room. */
export function blocking(caps: Caps, used: Used, counters: readonly string[], seats: number): string[] {
  return counters.filter((counter) => leftBy(caps, used, counter) < seats);
}

/** One shard's part of a cap: as even as whole numbers are, the parts of all shards make up the whole. */
export function shareOf(cap: number, shard: number, shards: number): number {
  return Math.floor(cap / shards) + (shard < cap % shards ? 1 : 0);
}

/** Counters of several shards as one. */
export function summed(parts: readonly Record<string, number>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const part of parts) {
    for (const [counter, count] of Object.entries(part)) sum[counter] = (sum[counter] ?? 0) + count;
  }
  return sum;
}
