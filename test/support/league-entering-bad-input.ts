import { leaguePlan } from './drawn-league';

const NOBODY = 'nobody-there';
const entry = { leagueId: NOBODY, entryId: NOBODY };
const somebody = { ...entry, memberId: NOBODY };
/** Well-formed, and yet no plan for two reasons: no change of one field makes a league of it. */
const UNFIT = leaguePlan({ discipline: 'chess', rest: -1, courts: leaguePlan().courts.slice(0, 1), description: [] });

/** A well-formed input for each operation up to the draw; what it names does not exist. */
export const LEAGUE_ENTERING_INPUTS: Record<string, object> = {
  'league.leagues': { brand: 'vital', past: true, cursor: 'x' },
  'league.mine': {},
  'league.league': { leagueId: NOBODY },
  'league.entries': { leagueId: NOBODY, cursor: 'x' },
  'league.entry': entry,
  'league.invite': { invite: 'ABCD2345' },
  'league.enter': { leagueId: NOBODY, name: '飞鱼', region: 'n' },
  'league.joinEntry': { invite: 'ABCD2345' },
  'league.leaveEntry': entry,
  'league.removePlayer': { ...somebody, reason: '离职' },
  'league.handOver': somebody,
  'league.arrange': { ...entry, substitutes: [NOBODY] },
  'league.renameEntry': { ...entry, name: '蓝鲸', reason: '重名' },
  'league.withdraw': { ...entry, reason: '人不够' },
  'league.follow': { ...entry, follow: true },
  'league.managedLeagues': { cursor: 'x' },
  'league.managedLeague': { leagueId: NOBODY },
  'league.createLeague': { plan: UNFIT },
  'league.editLeague': { leagueId: NOBODY, rev: 1, plan: UNFIT },
  'league.publishLeague': { leagueId: NOBODY },
  'league.cancelLeague': { leagueId: NOBODY, reason: '场馆停电' },
  'league.addPlayer': { ...somebody, reason: '补报' },
};
