import type { OpName } from '../../../types/contract';
import { type Act, useCommand } from '../../cloud/use-command';

/** Whatever shows a league or who plays in it: any change of one may change these. */
const SHOWN: readonly OpName[] = [
  'league.managedLeagues',
  'league.managedLeague',
  'league.previewSchedule',
  'league.leagues',
  'league.league',
  'league.mine',
  'league.entries',
  'league.entry',
  'league.tables',
  'league.fixtures',
  'league.schedule',
  'league.fixture',
];

export const useAct = <N extends OpName>(name: N): Act<N> => useCommand(name, SHOWN);
