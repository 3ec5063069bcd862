import type { Discipline } from '../discipline';

/**
 * Three pulls, two win. The order is what workplaces in China commonly announce: 2 points a win, 1 a loss, 0 for who did
 * not come; two level: the match between them; three or more: pulls won less lost; then lots. (The federation, TWIF, also
 * weighs the teams; a park's union does not.)
 */
export const TUG_OF_WAR: Discipline = {
  id: 'tug-of-war',
  version: 1,
  name: '拔河',
  sources: [
    'TWIF Rules Manual, Rules for International Competition (eight pull; best of three pulls)',
    'Common practice, rules 2 and 3 of a published announcement: www.njxwy.com/?p=2915',
  ],
  entry: { kind: 'team', lineup: 8, substitutes: 2 },
  match: { kind: 'wins', bestOf: [3] },
  standing: {
    matchPoints: { win: 2, loss: 1, unfinished: 0 },
    criteria: [
      { of: 'match-points', as: 'won', over: 'group' },
      { of: 'games', as: 'difference', over: 'group' },
    ],
    between: { of: 'matches', as: 'won', over: 'level' },
    restart: false,
    unfinished: 'credited',
  },
};
