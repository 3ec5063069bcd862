import type { Service } from '../kit/serve';
import { cancel } from './cancel';
import { get } from './get';
import { list } from './list';
import { mine } from './mine';
import { acceptOffer, declineOffer } from './offer';
import { registration } from './registration';
import { signUp } from './sign-up';
import { sweepClaims } from './sweep-claims';
import { sweepQueues } from './sweep-queues';
import { sweepRegistrations } from './sweep-registrations';

export const activity: Service<'activity'> = {
  area: 'activity',
  operations: { list, get, signUp, cancel, acceptOffer, declineOffer, mine, registration },
  sweeps: { sweepClaims, sweepQueues, sweepRegistrations },
};
