import { leaguePlan } from './drawn-league';

const NOBODY = 'nobody-there';
const match = { leagueId: NOBODY, fixtureId: 'first-east.A.1.1' };
const games = { kind: 'games', games: [[11, 7]] };
const tie = { kind: 'tie', matches: [{ games: [[11, 7]], lost: { side: 0, by: 'retired' } }] };

/** A well-formed input for each operation from the draw on; what it names does not exist. */
export const LEAGUE_PLAYING_INPUTS: Record<string, object> = {
  'league.tables': { leagueId: NOBODY, stage: 'first', from: 'A' },
  'league.fixtures': { leagueId: NOBODY, stage: 'first', group: 'A', round: 1 },
  'league.schedule': { leagueId: NOBODY, court: 'c1', mine: true, results: false, cursor: 'x' },
  'league.fixture': match,
  'league.report': { ...match, outcome: { kind: 'played', score: games } },
  'league.confirm': match,
  'league.dispute': {
    ...{ ...match, words: '不对', photos: ['cloud://a/b.jpg'] },
    claims: { kind: 'retired', side: 1, score: tie },
  },
  'league.takeBack': match,
  'league.enterResult': {
    ...match,
    outcome: { kind: 'disqualified', side: 0, score: { kind: 'wins', wins: [1, 0] } },
  },
  'league.previewLeague': { plan: leaguePlan(), entries: 8 },
  'league.draw': { leagueId: NOBODY, seeds: [NOBODY], format: leaguePlan().format, reason: '漏了一队' },
  'league.previewSchedule': { leagueId: NOBODY, after: 1 },
  'league.publishSchedule': { leagueId: NOBODY, after: 1, partly: true },
  'league.setReferee': { leagueId: NOBODY, memberId: NOBODY, courts: ['c1'] },
  'league.correct': { ...match, outcome: { kind: 'walkover', side: 0 }, reason: '记错了' },
  'league.drawLots': { leagueId: NOBODY, stage: 'first', group: 'A' },
  'league.finish': { leagueId: NOBODY },
};
