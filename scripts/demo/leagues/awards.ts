import { entriesThatPlayed, placingPostings } from '../../../domain/league/awards';
import type { MemberRecord } from '../../../domain/member/member';
import { leagueParticipation } from '../../../domain/participation/league-part';
import type { ParticipationRecord } from '../../../domain/participation/participation';
import type { Posting } from '../../../domain/points/causes';
import { FIRST_BOOK } from '../../../domain/points/rules';
import type { Instant, MemberId } from '../../../types/vocabulary';
import type { StagedLeague } from './staged-league';

/** What somebody earned by the place of their entry. */
export interface Award {
  memberId: MemberId;
  at: Instant;
  postings: Posting[];
}

/** Records of who took part in a finished league, and the points of the places. */
export function awardsOf(
  { league, entries }: StagedLeague,
  members: ReadonlyMap<MemberId, MemberRecord>,
): { participations: ParticipationRecord[]; awards: Award[] } {
  const { _id: leagueId, plan, finishedAt = 0 } = league;
  const played = entriesThatPlayed(league);
  const participations: ParticipationRecord[] = [];
  const awards: Award[] = [];
  for (const { _id: entryId, members: ids } of entries.values()) {
    for (const memberId of ids) {
      const member = members.get(memberId);
      if (!member) throw new Error(`nobody is ${memberId}`);
      const { enterpriseId, employment } = member;
      const player = { leagueId, entryId, memberId, enterpriseId, employment };
      const of = { brand: plan.brand, finishedAt, now: finishedAt };
      const record = leagueParticipation(player, played.has(entryId), new Map(), of);
      if (record) participations.push(record);
      const postings = placingPostings(league, { entryId, memberId }, played.has(entryId), new Map(), [FIRST_BOOK]);
      if (postings.length > 0) awards.push({ memberId, at: finishedAt, postings });
    }
  }
  return { participations, awards };
}
