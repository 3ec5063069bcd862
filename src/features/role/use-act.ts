import type { OpName } from '../../../types/contract';
import { type Act, useCommand } from '../../cloud/use-command';

/** Whatever shows who has a role, or may get one. */
const SHOWN: readonly OpName[] = [
  'organizer.grantInvites',
  'organizer.roleHolders',
  'member.grantOffer',
  'member.me',
  'checkin.duties',
  'benefit.myShops',
];

export const useAct = <N extends OpName>(name: N): Act<N> => useCommand(name, SHOWN);
