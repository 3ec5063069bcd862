import type { OpName } from '../../types/contract';
import { type Row, row, STAFF } from './rows';

type LeagueOp = Extract<OpName, `league.${string}`>;

const MEMBERS = row('allowed', { visitor: 'NOT_MEMBER', pending: 'NOT_MEMBER' });
/** The asker's own entry; who is no member has none. */
const OWN = row('allowed', { visitor: 'NOT_FOUND', pending: 'NOT_FOUND' });
/** A match of others: not even staff speaks for a captain. */
const CAPTAINS = row('NOT_CAPTAIN');
const STAFFS = row('FORBIDDEN', STAFF);

/** The operations on leagues, asker by asker. */
export const LEAGUE: Record<LeagueOp, Row> = {
  'league.leagues': row('allowed'),
  'league.mine': row('allowed'),
  'league.league': row('allowed'),
  'league.entries': row('allowed'),
  'league.entry': row('allowed'),
  'league.tables': row('allowed'),
  'league.fixtures': row('allowed'),
  'league.schedule': row('allowed'),
  'league.fixture': row('allowed'),
  'league.invite': row('allowed'),
  'league.enter': MEMBERS,
  'league.joinEntry': MEMBERS,
  'league.follow': MEMBERS,
  'league.leaveEntry': OWN,
  'league.removePlayer': OWN,
  'league.handOver': OWN,
  'league.arrange': OWN,
  'league.renameEntry': OWN,
  'league.withdraw': OWN,
  'league.report': CAPTAINS,
  'league.confirm': CAPTAINS,
  'league.dispute': CAPTAINS,
  'league.takeBack': CAPTAINS,
  'league.enterResult': row('FORBIDDEN', { ...STAFF, 'referee own': 'allowed' }),
  'league.managedLeagues': STAFFS,
  'league.managedLeague': STAFFS,
  'league.previewLeague': STAFFS,
  'league.createLeague': STAFFS,
  'league.editLeague': STAFFS,
  'league.publishLeague': STAFFS,
  'league.cancelLeague': STAFFS,
  'league.addPlayer': STAFFS,
  'league.draw': STAFFS,
  'league.previewSchedule': STAFFS,
  'league.publishSchedule': STAFFS,
  'league.setReferee': STAFFS,
  'league.correct': STAFFS,
  'league.drawLots': STAFFS,
  'league.finish': STAFFS,
};
