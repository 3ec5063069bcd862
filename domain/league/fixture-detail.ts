import type { DisputeView, FixtureAct, FixtureDetail, Side } from '../../types/contract';
import type { EntryId, FixtureId, Instant, MemberId } from '../../types/vocabulary';
import { photoFolder } from '../member/photo';
import { actsOn } from './fixture-acts';
import { fixtureViews, viewOf } from './fixture-view';
import type { EntryRecord, LeagueRecord } from './league-record';
import { disciplineOfLeague, matchOf } from './league-state';
import { pairOf, sideOf } from './match-decisions';
import type { Resolved } from './resolve';
import type { Dispute } from './result';
import type { CourtId } from './schedule/plan';

/** Who looks at a match, or speaks of it. */
export interface Beholder {
  memberId?: MemberId;
  /** The entry that they play for, where it is one of the two. */
  mine?: EntryId;
  captain: boolean;
  follows?: readonly EntryId[];
  organizer: boolean;
  /** The courts on which they enter results; absent for who is no referee of that league. */
  courts?: readonly CourtId[];
}

/** What the two entries' rosters say of somebody. */
export function rosteredIn(
  entries: readonly Pick<EntryRecord, '_id' | 'captain' | 'roster'>[],
  memberId: MemberId | undefined,
): Pick<Beholder, 'mine' | 'captain'> {
  const own = entries.find(({ roster }) => memberId !== undefined && roster[memberId] !== undefined);
  return own ? { mine: own._id, captain: own.captain === memberId } : { captain: false };
}

/** Organizers enter results on all courts, also of matches that have none; a referee on their own. */
export function mayEnter({ organizer, courts = [] }: Beholder, court: CourtId | undefined): boolean {
  return organizer || (court !== undefined && courts.includes(court));
}

function disputeView({ by, at, words, photos, claims }: Dispute): DisputeView {
  return { by, at, words, photos: [...photos], ...(claims && { claims }) };
}

/** One match as the two teams, those who decide and everybody else see it. */
export function fixtureDetail(
  league: LeagueRecord,
  found: Resolved,
  id: FixtureId,
  beholder: Beholder,
  now: Instant,
): FixtureDetail {
  const at = found.fixtures.get(id);
  if (!at) throw new Error(`no fixture ${id}`);
  const { memberId, mine, captain, organizer, courts, follows = [] } = beholder;
  const { result, placement } = matchOf(league, id);
  const { outcome, reportedBy, dueAt, dispute } = result;
  const pair = pairOf(at);
  const mySide: Side | undefined = pair && sideOf(pair, mine);
  const enters = mayEnter(beholder, placement?.court);
  const captainOf = captain ? mySide : undefined;
  const acts: FixtureAct[] = actsOn(at, result, league.state, {
    ...{ enters, organizer },
    ...(captainOf !== undefined && { captainOf }),
  });
  const maySee = organizer || courts !== undefined || mySide !== undefined;
  const { id: discipline, version } = disciplineOfLeague(league);
  return {
    ...viewOf(fixtureViews(league, { follows, ...(mine !== undefined && { mine }) }, found), id),
    ...{ leagueId: league._id, leagueTitle: league.plan.title, discipline: { id: discipline, version } },
    bestOf: at.fixture.bestOf,
    knockout: league.stages.find((stage) => stage.id === at.fixture.stage)?.kind === 'knockout',
    ...(outcome && { outcome }),
    ...(reportedBy !== undefined && { reportedBy }),
    ...(mySide !== undefined && { mySide }),
    ...(dueAt !== undefined && { dueAt }),
    ...(dispute && maySee && { dispute: disputeView(dispute) }),
    ...(acts.includes('dispute') && memberId !== undefined && { photoFolder: photoFolder('league', memberId) }),
    ...{ acts, venueName: league.plan.venue.name, now },
  };
}
