import type { FixtureId } from '../../types/vocabulary';
import type { LeagueRecord } from './league-record';
import type { Proposed } from './league-schedule';
import { matchOf } from './league-state';
import { withTelling } from './match-decisions';
import { logged, type Organizing } from './organizing';
import { withPlacements } from './schedule-proposal';

/** Those who play in them, as far as that is known, hear of it; of a first schedule there is nothing that moved. */
function movedFrom(league: LeagueRecord, { moved }: Proposed): FixtureId[] {
  return moved.flatMap(({ fixtureId, from }) =>
    from && matchOf(league, fixtureId).result.state === 'unplayed' ? [fixtureId] : [],
  );
}

/** The schedule as it was proposed, for all to see; whoever's match is elsewhere than before is told. */
export function withSchedule(league: LeagueRecord, found: Proposed, doing: Organizing): LeagueRecord {
  const placed = withPlacements(league, found.placements);
  const next = logged(placed, doing, `发布赛程，排了 ${found.placements.length} 场`);
  const fixtures = movedFrom(league, found);
  return fixtures.length === 0 ? next : withTelling(next, { kind: 'match-moved', at: doing.at, fixtures });
}
