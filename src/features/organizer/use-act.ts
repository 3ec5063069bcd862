import type { OpName } from '../../../types/contract';
import { type Act, useCommand } from '../../cloud/use-command';

/** Whatever shows an activity or who is in it: any change of one may change these. */
const SHOWN: readonly OpName[] = [
  'organizer.activity',
  'organizer.activities',
  'organizer.live',
  'organizer.registrations',
  'organizer.log',
  'activity.get',
  'activity.list',
  'activity.mine',
];

export const useAct = <N extends OpName>(name: N): Act<N> => useCommand(name, SHOWN);
