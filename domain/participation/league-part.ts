import type { LeaguePlan } from '../../types/contract';
import type { Employment, EnterpriseId, EntryId, Instant, LeagueId, MemberId } from '../../types/vocabulary';
import { PARTICIPATION_V, type ParticipationRecord, participationId } from './participation';

/** A league counts as one session, however many played in it. */
const LEAGUE_SESSION = 'league';

/** What stands for the registration: there is none, but one entry that somebody plays for. */
export function leaguePart({ entryId, memberId }: { entryId: EntryId; memberId: MemberId }): string {
  return `${entryId}-${memberId}`;
}

/** Times that it turns out anew whether an entry took part. */
const TURNS = 8;

/** The records there can be of one player, in their order. */
export function leaguePartIds(part: string): string[] {
  return Array.from({ length: TURNS }, (_, at) => participationId(part, at + 1));
}

/** Somebody who played in a league, as they were when it was finished. */
export interface LeaguePlayer {
  leagueId: LeagueId;
  entryId: EntryId;
  memberId: MemberId;
  enterpriseId: EnterpriseId;
  employment: Employment;
}

/**
 * The record that is missing: that they took part, or after a correction that their entry played no match after all.
 * `known`: those that are there. `undefined` where they say what is so.
 */
export function leagueParticipation(
  { leagueId, entryId, ...who }: LeaguePlayer,
  played: boolean,
  known: ReadonlyMap<string, ParticipationRecord>,
  { brand, finishedAt, now }: Pick<LeaguePlan, 'brand'> & { finishedAt: Instant; now: Instant },
): ParticipationRecord | undefined {
  const registrationId = leaguePart({ entryId, memberId: who.memberId });
  const ids = leaguePartIds(registrationId);
  const last = ids.filter((id) => known.has(id)).at(-1);
  const stands = last !== undefined && known.get(last)?.kind === 'took-part';
  const _id = ids.find((id) => !known.has(id));
  if (stands === played || _id === undefined) return undefined;
  const common: Omit<ParticipationRecord, 'kind' | 'at'> = {
    ...{ _id, v: PARTICIPATION_V, ...who, registrationId, activityId: leagueId, sessionId: LEAGUE_SESSION },
    ...{ brand, format: 'league', seats: 1, by: '', way: 'list' },
  };
  if (!stands) return { ...common, kind: 'took-part', at: finishedAt };
  return { ...common, kind: 'undone', at: now, undoes: last, reason: '比分更正后没有出场' };
}
