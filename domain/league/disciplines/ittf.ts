import type { GameRules, StandingRules } from '../discipline';

/** Laws of Table Tennis 2.11.1: 11 points, and after 10:10 a lead of two. */
export const ELEVEN_POINTS: GameRules = { target: 11, lead: 2 };

export const ITTF_SOURCES = [
  'ITTF Handbook, Laws of Table Tennis 2.11 (a game), 2.12 (a match)',
  'ITTF Handbook, Regulations for International Competitions 3.7.5 (group competitions)',
] as const;

/**
 * ITTF 3.7.5: match points; among those level only the matches between them: match points, then the ratio of wins to
 * losses in individual matches (of teams), games and points. Whoever is separated is left out with their matches, and
 * the rest start again. 3.7.5 is silent on what an unplayed or unfinished match counts in games and points: it counts
 * here as the winner having won the rest to love.
 */
function standing(individual: boolean): StandingRules {
  const ratio = (of: 'individual' | 'games' | 'points') => ({ of, as: 'ratio', over: 'level' }) as const;
  return {
    matchPoints: { win: 2, loss: 1, unfinished: 0 },
    criteria: [
      { of: 'match-points', as: 'won', over: 'group' },
      { of: 'match-points', as: 'won', over: 'level' },
      ...(individual ? [ratio('individual')] : []),
      ratio('games'),
      ratio('points'),
    ],
    restart: true,
    unfinished: 'credited',
  };
}

export const ITTF_STANDING = standing(false);
export const ITTF_TEAM_STANDING = standing(true);
