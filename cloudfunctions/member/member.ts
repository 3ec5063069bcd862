import type { Service } from '../kit/serve';
import { acceptGrant } from './accept-grant';
import { enterprises } from './enterprises';
import { grantOffer } from './grant-offer';
import { join } from './join';
import { leave } from './leave';
import { me } from './me';
import { sweepInvites } from './sweep-invites';
import { updateMe } from './update-me';

export const member: Service<'member'> = {
  area: 'member',
  operations: { me, enterprises, join, updateMe, leave, grantOffer, acceptGrant },
  sweeps: { sweepInvites },
};
