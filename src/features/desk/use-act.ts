import type { OpName } from '../../../types/contract';
import { type Act, useCommand } from '../../cloud/use-command';

/** Whatever shows a benefit, a shop or somebody's points: any change of one may change these. */
const SHOWN: readonly OpName[] = [
  'benefit.managed',
  'benefit.manage',
  'benefit.listed',
  'benefit.redemptions',
  'benefit.shops',
  'benefit.myShops',
  'benefit.list',
  'benefit.get',
  'points.account',
  'points.adjustments',
  'points.rules',
];

export const useAct = <N extends OpName>(name: N): Act<N> => useCommand(name, SHOWN);
