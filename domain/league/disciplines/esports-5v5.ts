import type { Discipline } from '../discipline';

/**
 * There is no one federation. The order is that of Riot's First Stand 2025: matches won; the matches between those level;
 * the share of games won in these; the share of games won in the whole group. As in the rules of Esports Wales the
 * process begins again for those that are left level. Both end with another game or a coin; here with lots.
 */
export const ESPORTS_5V5: Discipline = {
  id: 'esports-5v5',
  version: 1,
  name: '电竞 5v5',
  sources: [
    'Riot Games, First Stand 2025 rulebook, tie-breaks: lol.fandom.com/wiki/Archive:Official_Rulebooks/Riot/First_Stand/2025',
    'Esports Wales, WEL4 LoL rules, 4 Tiebreakers: hub.esportswales.org/tournaments/wel4-lol/rules',
  ],
  entry: { kind: 'team', lineup: 5, substitutes: 2 },
  match: { kind: 'wins', bestOf: [1, 3, 5] },
  standing: {
    matchPoints: { win: 1, loss: 0, unfinished: 0 },
    criteria: [
      { of: 'matches', as: 'won', over: 'group' },
      { of: 'matches', as: 'won', over: 'level' },
      { of: 'games', as: 'ratio', over: 'level' },
      { of: 'games', as: 'ratio', over: 'group' },
    ],
    restart: true,
    unfinished: 'credited',
  },
};
