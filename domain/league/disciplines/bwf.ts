import type { Day } from '../../../types/vocabulary';
import type { GameRules, StandingRules } from '../discipline';

/** Laws of Badminton 7 until the end of 2026: 21 points, a lead of two from 20:20, and the 30th point decides. */
export const TWENTY_ONE_POINTS: GameRules = { target: 21, lead: 2, cap: 30 };

/** From 4 January 2027: 15 points, a lead of two from 14:14, and the 21st point decides. */
export const FIFTEEN_POINTS: GameRules = { target: 15, lead: 2, cap: 21 };
export const FIFTEEN_POINTS_FROM: Day = '2027-01-04';

export const BWF_SOURCES = [
  'BWF Statutes 4.1, Laws of Badminton 7 (scoring system)',
  'BWF Statutes 5.1, General Competition Regulations 16.2 (group ranking)',
] as const;

/**
 * BWF GCR 16.2: matches won; two level: the match between them; three or more: games won less lost, then points won less
 * lost, over all matches of the group; whenever two are left level, the match between them; then lots. An entry that did
 * not complete the group, and be it by retiring in one match, has all its results deleted.
 */
export const BWF_STANDING: StandingRules = {
  matchPoints: { win: 1, loss: 0, unfinished: 0 },
  criteria: [
    { of: 'matches', as: 'won', over: 'group' },
    { of: 'games', as: 'difference', over: 'group' },
    { of: 'points', as: 'difference', over: 'group' },
  ],
  between: { of: 'matches', as: 'won', over: 'level' },
  restart: false,
  unfinished: 'deleted',
};
