import type { LeaguePlan, LeagueState, PlaceRange } from '../../types/contract';
import type { EnterpriseId, EntryId, FixtureId, Instant, LeagueId, MemberId } from '../../types/vocabulary';
import type { AcceptedRequest } from '../request/remembered';
import type { Entry } from './entry';
import type { ResultRecord } from './result';
import type { CourtId } from './schedule/plan';
import type { Stage } from './stage';

/** One match: what became of it, where and when it is. */
export interface MatchRecord {
  result: ResultRecord;
  /** Between whom the result was; absent while there is none. */
  entries?: readonly [EntryId, EntryId];
  placement?: { court: CourtId; startsAt: Instant; endsAt: Instant };
  /** Its players were reminded of it when it stood at that time. */
  remindedFor?: Instant;
  /** It counts because somebody gave up their part, and is decided anew where a correction changes who should meet. */
  given?: true;
  requests: AcceptedRequest[];
}

/** As it is stored: a schedule writes places alone, so that all of them go in one request. */
export type StoredMatch = Partial<MatchRecord>;

/** What of a league is still to be told, and to whom; a sweep does it. */
export type LeagueTelling =
  | { kind: 'league-drawn' | 'league-finished' | 'league-cancelled'; at: Instant; reason?: string }
  | { kind: 'match-moved' | 'match-reported' | 'match-decided'; at: Instant; fixtures: FixtureId[]; reason?: string };

/** What the draw knew of an entry, for display and for keeping colleagues apart. */
export interface Entrant {
  name: string;
  enterpriseId?: EnterpriseId;
  enterpriseName?: string;
  region?: string;
  /** It gave up its part after the draw. */
  withdrawnAt?: Instant;
}

export interface LeagueLog {
  at: Instant;
  by: MemberId | '';
  what: string;
  reason?: string;
}

/**
 * A league with everything that its tables and pairings follow from, so that every decision is one conditional update
 * of one document (by `rev`) after one look at all that bears on it. Rosters are in the entries' own documents.
 */
export interface LeagueRecord {
  _id: LeagueId;
  v: 1;
  rev: number;
  state: LeagueState;
  plan: LeaguePlan;
  /** Of the discipline, from the publication on. */
  version?: number;
  /** When the last court closes, and the id: lists are in this order. */
  endKey: string;
  /** How many entries there are: as many as `claims` has. A place taken is no change of `rev`, one given back is. */
  count: number;
  /** Since when an entry has its place among `plan.most`. One whose entry is not there is freed by a sweep. */
  claims: Record<EntryId, Instant>;
  draws: { seed: string; at: Instant; by: MemberId | ''; seeds: EntryId[]; reason?: string }[];
  stages: readonly Stage[];
  entrants: Record<EntryId, Entrant>;
  lots: Record<string, string>;
  /** By `matchKey`; one without result and placement need not be there. */
  matches: Record<string, StoredMatch>;
  referees: Record<MemberId, CourtId[]>;
  placings?: Record<EntryId, PlaceRange>;
  /** The name of who won it, once it is finished: what lists show. */
  champion?: string;
  finishedAt?: Instant;
  /** How often a correction has changed placings, or who played, since it was finished. */
  recounts?: number;
  /** Records and points of those who took part are to be looked at: of all entries behind that id, in the ids' order. */
  awardsAfter?: EntryId | '';
  /** Entries may have given up their part while the draw was made: when to look. */
  entriesDue?: Instant;
  tellings?: LeagueTelling[];
  cancelReason?: string;
  /** The latest fifty. */
  log: LeagueLog[];
  /** When a sweep should look at it: claims, answers that are due, reminders, awards. */
  dueAt?: Instant;
  requests: AcceptedRequest[];
}

/** An entry as it is stored. */
export interface EntryRecord extends Entry {
  _id: EntryId;
  v: 1;
  rev: number;
  leagueId: LeagueId;
  /** League and name, or of a person the member: no two teams of a league have the same. */
  nameKey: string;
  /** League, name and id: lists are in this order. */
  key: string;
  /** What colleagues join with. */
  invite: string;
  region?: string;
  /** Of most of the roster. */
  enterpriseName?: string;
  /** Those of the roster, as a list: their names are looked up by it. */
  members: MemberId[];
  requests: AcceptedRequest[];
}

/** What a member is to a league; its id is `playerId`. */
export interface PlayerRecord {
  _id: string;
  v: 1;
  rev: number;
  leagueId: LeagueId;
  memberId: MemberId;
  /** The entry that they play for; never two. */
  entryId?: EntryId;
  follows: EntryId[];
  /** While they play in it: by when it ends, `timeKey`. */
  activeKey?: string;
  requests: AcceptedRequest[];
}

export function playerId(leagueId: LeagueId, memberId: MemberId): string {
  return `${leagueId}.${memberId}`;
}

/** A match's id as the name of a field, where a dot would mean a field within. */
export function matchKey(fixtureId: string): string {
  return fixtureId.replaceAll('.', '_');
}
