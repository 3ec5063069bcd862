import type { FixtureAct, LeagueState, Side } from '../../types/contract';
import type { ResolvedFixture } from './resolve';
import type { ResultRecord } from './result';
import { COUNTING } from './result-states';

/** What somebody is to a match. */
export interface Standpoint {
  /** They speak for this side. */
  captainOf?: Side;
  /** They may enter results on its court; organizers on all. */
  enters: boolean;
  organizer: boolean;
}

function captainsActs(side: Side, { state, reportedBy }: ResultRecord): FixtureAct[] {
  if (state === 'unplayed') return ['report'];
  if (state !== 'reported') return [];
  return reportedBy === side ? ['report', 'take-back'] : ['confirm', 'dispute'];
}

/**
 * What somebody may do with a match now. Nothing before it is known who meets whom; once the league is finished only an
 * organizer corrects.
 */
export function actsOn(
  { entries }: Pick<ResolvedFixture, 'entries'>,
  result: ResultRecord,
  state: LeagueState,
  { captainOf, enters, organizer }: Standpoint,
): FixtureAct[] {
  const paired = entries.every((entry) => typeof entry === 'string');
  const counts = COUNTING.includes(result.state);
  const correct: FixtureAct[] = organizer && counts && (state === 'drawn' || state === 'finished') ? ['correct'] : [];
  if (!paired || state !== 'drawn') return correct;
  const asCaptain = captainOf === undefined ? [] : captainsActs(captainOf, result);
  return [...asCaptain, ...(enters && !counts ? (['enter'] as const) : []), ...correct];
}
