import type { OpName } from '../../../types/contract';
import { type Act, useCommand } from '../../cloud/use-command';

/** Whatever shows a team, or that one takes part. */
const SHOWN: readonly OpName[] = ['reading.challenge', 'reading.today', 'reading.board'];

export const useTeamAct = <N extends OpName>(name: N): Act<N> => useCommand(name, SHOWN);
