import type { Instant, LeagueId, MemberId } from '../../types/vocabulary';
import { type AcceptedRequest, remember } from '../request/remembered';
import { timeKey } from '../time/shanghai';
import { type Entry, enterpriseOf } from './entry';
import { type EntryRecord, type LeagueRecord, type PlayerRecord, playerId } from './league-record';
import { leagueSpan } from './league-state';

/** Words that look alike are the same name: no case, no blanks, no full-width letters. */
function plain(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s/gu, '');
}

/** Two people may have the same name, two teams may not. */
export function nameKeyOf(leagueId: LeagueId, name: string, person?: MemberId): string {
  return person === undefined ? `${leagueId}.=${plain(name)}` : `${leagueId}.${person}`;
}

const keyOf = ({ leagueId, _id }: Pick<EntryRecord, 'leagueId' | '_id'>, name: string) => `${leagueId}.${name}_${_id}`;

/** The parts of a stored entry that the rules of rosters look at. */
export function entryOf({ _id, name, captain, roster, withdrawnAt }: EntryRecord): Entry {
  return { id: _id, name, captain, roster, ...(withdrawnAt !== undefined && { withdrawnAt }) };
}

/** What of a stored entry follows from its parts. `enterpriseName`: of the enterprise that `enterpriseOf` names. */
function shaped(
  kept: Pick<EntryRecord, '_id' | 'leagueId' | 'invite' | 'region' | 'requests' | 'rev' | 'nameKey'>,
  entry: Entry,
  enterpriseName: string | undefined,
): EntryRecord {
  const { name, captain, roster, withdrawnAt } = entry;
  const { _id, leagueId, invite, region, requests, rev, nameKey } = kept;
  return {
    ...{ _id, v: 1, rev, leagueId, id: _id, name, captain, roster, invite, nameKey, requests },
    ...{ key: keyOf(kept, name), members: Object.keys(roster) },
    ...(region !== undefined && { region }),
    ...(withdrawnAt !== undefined && { withdrawnAt }),
    ...(enterpriseName !== undefined && { enterpriseName }),
  };
}

export interface MadeEntry {
  leagueId: LeagueId;
  invite: string;
  region?: string;
  enterpriseName?: string;
  /** It is one person, who may share their name with another. */
  person: boolean;
}

export function newEntryRecord(entry: Entry, made: MadeEntry, request: AcceptedRequest): EntryRecord {
  const { leagueId, invite, region, enterpriseName, person } = made;
  const nameKey = nameKeyOf(leagueId, entry.name, person ? entry.captain : undefined);
  const kept = { _id: entry.id, leagueId, invite, nameKey, rev: 1, requests: [request] };
  return shaped({ ...kept, ...(region !== undefined && { region }) }, entry, enterpriseName);
}

/** The stored entry after its parts have changed; `nameKey` where it has another name. */
export function changedEntry(
  before: EntryRecord,
  entry: Entry,
  { request, enterpriseName, nameKey = before.nameKey }: Changing,
): EntryRecord {
  const requests = request ? remember(before.requests, request) : before.requests;
  return shaped({ ...before, rev: before.rev + 1, requests, nameKey }, entry, enterpriseName);
}

interface Changing {
  request?: AcceptedRequest | undefined;
  enterpriseName: string | undefined;
  nameKey?: string;
}

/** Whether the name of its enterprise has to be looked up anew. */
export function sameEnterprise(before: Entry, next: Entry): boolean {
  return enterpriseOf(before) === enterpriseOf(next);
}

export function newPlayer(leagueId: LeagueId, memberId: MemberId): PlayerRecord {
  return { _id: playerId(leagueId, memberId), v: 1, rev: 0, leagueId, memberId, follows: [], requests: [] };
}

/** By when a league ends that somebody plays in. */
export function activeKeyOf({ _id, plan }: Pick<LeagueRecord, '_id' | 'plan'>): string {
  return timeKey(leagueSpan(plan).endsAt, _id);
}

export function playsFor(
  player: PlayerRecord,
  entryId: string | undefined,
  league: Pick<LeagueRecord, '_id' | 'plan'>,
  request?: AcceptedRequest,
): PlayerRecord {
  const { entryId: _was, activeKey: _until, ...rest } = player;
  return {
    ...{ ...rest, rev: player.rev + 1 },
    ...(entryId !== undefined && { entryId, activeKey: activeKeyOf(league) }),
    requests: request ? remember(player.requests, request) : player.requests,
  };
}

/** Entries that somebody follows in one league at most. */
export const FOLLOWS_MOST = 20;

type Followed =
  | { kind: 'change'; player: PlayerRecord }
  | { kind: 'refuse'; refusal: 'FOLLOWS_TOO_MANY'; detail: { most: number } };

export function followed(
  player: PlayerRecord,
  { entryId, follow }: { entryId: string; follow: boolean },
  request: AcceptedRequest,
): Followed {
  const others = player.follows.filter((each) => each !== entryId);
  const follows = follow ? [...others, entryId] : others;
  if (follows.length > FOLLOWS_MOST)
    return { kind: 'refuse', refusal: 'FOLLOWS_TOO_MANY', detail: { most: FOLLOWS_MOST } };
  return {
    kind: 'change',
    player: { ...player, rev: player.rev + 1, follows, requests: remember(player.requests, request) },
  };
}

/** Whether entries can be made or joined, and why not. */
export type Entering =
  | { refusal: 'CANCELLED'; detail: { reason: string } }
  | { refusal: 'NOT_OPEN_YET'; detail: { opensAt: Instant } }
  | { refusal: 'ROSTER_LOCKED'; detail: { lockedAt: Instant } };

export function notEnterable(
  { state, plan, cancelReason = '' }: Pick<LeagueRecord, 'state' | 'plan' | 'cancelReason'>,
  now: Instant,
): Entering | undefined {
  if (state === 'cancelled') return { refusal: 'CANCELLED', detail: { reason: cancelReason } };
  if (state === 'open' && now < plan.opensAt) return { refusal: 'NOT_OPEN_YET', detail: { opensAt: plan.opensAt } };
  const lockedAt = lockOf({ state, plan }, now);
  return now < lockedAt ? undefined : { refusal: 'ROSTER_LOCKED', detail: { lockedAt } };
}

/** From when on rosters stand: the deadline, or the draw where that came first. */
export function lockOf({ state, plan }: Pick<LeagueRecord, 'state' | 'plan'>, now: Instant): Instant {
  return state === 'open' ? plan.lockAt : Math.min(plan.lockAt, now);
}
