import type { OpName } from '../../../types/contract';
import { type Act, useCommand } from '../../cloud/use-command';

/** Whatever shows who takes part, or how a match ended. */
const SHOWN: readonly OpName[] = [
  'league.leagues',
  'league.league',
  'league.entries',
  'league.entry',
  'league.invite',
  'league.tables',
  'league.fixtures',
  'league.fixture',
  'league.schedule',
  'league.mine',
];

export const useLeagueAct = <N extends OpName>(name: N): Act<N> => useCommand(name, SHOWN);
