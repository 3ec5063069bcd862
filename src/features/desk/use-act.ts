import type { OpName } from '../../../types/contract';
import { type Act, useCommand } from '../../cloud/use-command';

/** Whatever shows a benefit, a shop, somebody's points, a challenge or a book: any change of one may change these. */
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
  'reading.managedChallenges',
  'reading.managedChallenge',
  'reading.challenges',
  'reading.challenge',
  'reading.today',
  'reading.shelf',
  'reading.book',
];

export const useAct = <N extends OpName>(name: N): Act<N> => useCommand(name, SHOWN);
