import type { EnterpriseId, EntryId, Instant, MemberId } from '../../types/vocabulary';
import type { EntryRules } from './discipline';

export interface RosterPlace {
  joinedAt: Instant;
  /** Absent for who has no enterprise. */
  enterpriseId?: EnterpriseId;
  /** One beyond those who play in a match. */
  substitute: boolean;
}

/** Who takes part as one: a person, a pair or a team. The captain speaks for it, and has the invite link. */
export interface Entry {
  id: EntryId;
  name: string;
  captain: MemberId;
  roster: Readonly<Record<MemberId, RosterPlace>>;
  /** When it gave up its part in the league; its matches from then on are lost without being played. */
  withdrawnAt?: Instant;
}

/** What a league says of entries, and the time. */
export interface EntryContext {
  rules: EntryRules;
  /** From this instant on rosters stand; only an organizer changes them. */
  lockAt: Instant;
  now: Instant;
  byOrganizer?: boolean;
}

/** Somebody who wants in. `elsewhere` is the entry of this league that they are in already. */
export interface Comer {
  memberId: MemberId;
  enterpriseId?: EnterpriseId;
  elsewhere?: EntryId;
}

export type EntryChange = { kind: 'change'; entry: Entry };
/** It is so already. */
type Known = { kind: 'known' };
type Refusal<R extends string, D> = { kind: 'refuse'; refusal: R; detail: D };
type Locked = Refusal<'ROSTER_LOCKED', { lockedAt: Instant }>;
type InAnother = Refusal<'ALREADY_ENTERED', { entryId: EntryId }>;
type NotCaptain = Refusal<'NOT_CAPTAIN', Record<never, never>>;
type NotInRoster = Refusal<'NOT_IN_ROSTER', Record<never, never>>;
type Gone = Refusal<'ENTRY_WITHDRAWN', Record<never, never>>;

/** How many an entry has at least and at most, and how many of them play in a match. */
export function rosterLimits(rules: EntryRules): { least: number; most: number; lineup: number } {
  switch (rules.kind) {
    case 'person':
      return { least: 1, most: 1, lineup: 1 };
    case 'pair':
      return { least: 2, most: 2, lineup: 2 };
    case 'team':
      return { least: rules.lineup, most: rules.lineup + rules.substitutes, lineup: rules.lineup };
    default:
      return rules satisfies never;
  }
}

const sizeOf = ({ roster }: Entry): number => Object.keys(roster).length;

/** How many are still missing before it can play; 0 where it is complete. */
export function missing(entry: Entry, rules: EntryRules): number {
  return Math.max(0, rosterLimits(rules).least - sizeOf(entry));
}

/** Those who have been there longest first. */
function byArrival({ roster }: Entry): [MemberId, RosterPlace][] {
  return Object.entries(roster).sort(([a, one], [b, other]) => one.joinedAt - other.joinedAt || (a < b ? -1 : 1));
}

/** The enterprise that most of the roster are from, whom draws keep apart; of several as many, the captain's or the one
 * that was there first. */
export function enterpriseOf(entry: Entry): EnterpriseId | undefined {
  const counts = new Map<EnterpriseId, number>();
  const captainFirst = byArrival(entry).sort(([a], [b]) => Number(b === entry.captain) - Number(a === entry.captain));
  for (const [, { enterpriseId }] of captainFirst) {
    if (enterpriseId !== undefined) counts.set(enterpriseId, (counts.get(enterpriseId) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0];
}

function locked({ lockAt, now, byOrganizer }: EntryContext): Locked | undefined {
  if (byOrganizer || now < lockAt) return undefined;
  return { kind: 'refuse', refusal: 'ROSTER_LOCKED', detail: { lockedAt: lockAt } };
}

/** The first `lineup` who came play, until the captain says otherwise. */
function placeFor({ enterpriseId }: Comer, players: number, { rules, now }: EntryContext): RosterPlace {
  const substitute = players >= rosterLimits(rules).lineup;
  return { joinedAt: now, substitute, ...(enterpriseId !== undefined && { enterpriseId }) };
}

const playersOf = ({ roster }: Entry): number => Object.values(roster).filter(({ substitute }) => !substitute).length;

/** A new entry of which the one who makes it is captain. A member is in one entry of a league. */
export function entered(
  { id, name, captain }: { id: EntryId; name: string; captain: Comer },
  context: EntryContext,
): EntryChange | Locked | InAnother {
  const { elsewhere, memberId } = captain;
  if (elsewhere !== undefined) return { kind: 'refuse', refusal: 'ALREADY_ENTERED', detail: { entryId: elsewhere } };
  const refused = locked(context);
  if (refused) return refused;
  const roster = { [memberId]: placeFor(captain, 0, context) };
  return { kind: 'change', entry: { id, name, captain: memberId, roster } };
}

/** Somebody comes by the link. */
export function joined(
  entry: Entry,
  comer: Comer,
  context: EntryContext,
): EntryChange | Known | Locked | InAnother | Gone | Refusal<'ROSTER_FULL', { most: number }> {
  const { memberId, elsewhere } = comer;
  if (entry.roster[memberId]) return { kind: 'known' };
  if (elsewhere !== undefined) return { kind: 'refuse', refusal: 'ALREADY_ENTERED', detail: { entryId: elsewhere } };
  if (entry.withdrawnAt !== undefined) return { kind: 'refuse', refusal: 'ENTRY_WITHDRAWN', detail: {} };
  const refused = locked(context);
  if (refused) return refused;
  const { most } = rosterLimits(context.rules);
  if (sizeOf(entry) >= most) return { kind: 'refuse', refusal: 'ROSTER_FULL', detail: { most } };
  const roster = { ...entry.roster, [memberId]: placeFor(comer, playersOf(entry), context) };
  return { kind: 'change', entry: { ...entry, roster } };
}

/** Without them: the substitute who has been there longest plays instead of a player. */
function without(entry: Entry, memberId: MemberId): Entry | undefined {
  const { [memberId]: gone, ...rest } = entry.roster;
  const left = { ...entry, roster: rest };
  const [first] = byArrival(left);
  if (!first) return undefined;
  const [next, place] = (gone?.substitute ? undefined : byArrival(left).find(([, { substitute }]) => substitute)) ?? [];
  const roster = next !== undefined && place ? { ...rest, [next]: { ...place, substitute: false } } : rest;
  return { ...left, roster, captain: entry.captain === memberId ? first[0] : entry.captain };
}

/** Whoever has been there longest is captain when the captain leaves; the last one takes the entry along. */
export function left(
  entry: Entry,
  memberId: MemberId,
  context: EntryContext,
): EntryChange | Known | Locked | { kind: 'end' } {
  if (!entry.roster[memberId]) return { kind: 'known' };
  const refused = locked(context);
  if (refused) return refused;
  const rest = without(entry, memberId);
  return rest ? { kind: 'change', entry: rest } : { kind: 'end' };
}

const mayArrange = (entry: Entry, by: MemberId, { byOrganizer }: EntryContext) => byOrganizer || entry.captain === by;

/** The captain, or an organizer, takes somebody out; themselves only by leaving. */
export function removed(
  entry: Entry,
  { by, memberId }: { by: MemberId; memberId: MemberId },
  context: EntryContext,
): EntryChange | Known | Locked | NotCaptain | { kind: 'end' } {
  if (!mayArrange(entry, by, context)) return { kind: 'refuse', refusal: 'NOT_CAPTAIN', detail: {} };
  return left(entry, memberId, context);
}

/** Somebody else of the roster speaks for it from now on; also after rosters are locked. */
export function handedOver(
  entry: Entry,
  { by, to }: { by: MemberId; to: MemberId },
  context: EntryContext,
): EntryChange | Known | NotCaptain | NotInRoster {
  if (!mayArrange(entry, by, context)) return { kind: 'refuse', refusal: 'NOT_CAPTAIN', detail: {} };
  if (!entry.roster[to]) return { kind: 'refuse', refusal: 'NOT_IN_ROSTER', detail: {} };
  return entry.captain === to ? { kind: 'known' } : { kind: 'change', entry: { ...entry, captain: to } };
}

/** Who are substitutes; all others play. Also after rosters are locked: it changes nobody's belonging. */
export function arranged(
  entry: Entry,
  { by, substitutes }: { by: MemberId; substitutes: readonly MemberId[] },
  context: EntryContext,
): EntryChange | NotCaptain | NotInRoster | Refusal<'LINEUP', { lineup: number }> {
  if (!mayArrange(entry, by, context)) return { kind: 'refuse', refusal: 'NOT_CAPTAIN', detail: {} };
  if (substitutes.some((one) => !entry.roster[one])) return { kind: 'refuse', refusal: 'NOT_IN_ROSTER', detail: {} };
  const { lineup } = rosterLimits(context.rules);
  const players = sizeOf(entry) - new Set(substitutes).size;
  if (players !== Math.min(lineup, sizeOf(entry))) return { kind: 'refuse', refusal: 'LINEUP', detail: { lineup } };
  const roster = Object.fromEntries(
    Object.entries(entry.roster).map(([id, place]) => [id, { ...place, substitute: substitutes.includes(id) }]),
  );
  return { kind: 'change', entry: { ...entry, roster } };
}

/** It gives up its part in the league, whenever that is. Before the draw it is not drawn. */
export function withdrawn(entry: Entry, by: MemberId, context: EntryContext): EntryChange | Known | NotCaptain {
  if (!mayArrange(entry, by, context)) return { kind: 'refuse', refusal: 'NOT_CAPTAIN', detail: {} };
  if (entry.withdrawnAt !== undefined) return { kind: 'known' };
  return { kind: 'change', entry: { ...entry, withdrawnAt: context.now } };
}
