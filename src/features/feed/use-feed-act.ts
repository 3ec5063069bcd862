import type { OpName } from '../../../types/contract';
import { type Act, useCommand } from '../../cloud/use-command';

/** Whatever shows the note or how many comments it has. */
const SHOWN: readonly OpName[] = ['reading.note', 'reading.feed'];

export const useFeedAct = <N extends OpName>(name: N): Act<N> => useCommand(name, SHOWN);
