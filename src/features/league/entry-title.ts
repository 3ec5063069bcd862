import { entryWords } from '../../../domain/wording/league-card';
import type { LeagueId } from '../../../types/vocabulary';
import { keptAnswer, keyOf, useAnswers } from '../../cloud/answers';

/** What one who takes part is called in this league; the page asks for the league itself, so nothing is asked here. */
export function useEntryTitle(leagueId: LeagueId): string {
  const key = keyOf('league.league', { leagueId });
  const league = useAnswers(({ kept }) => keptAnswer('league.league', key, kept));
  return league ? entryWords(league.discipline).name : '参赛';
}
