import type { Service } from '../kit/serve';
import { cancel } from './cancel';
import { get } from './get';
import { list } from './list';
import { mine } from './mine';
import { registration } from './registration';
import { signUp } from './sign-up';
import { sweepClaims } from './sweep-claims';

export const activity: Service<'activity'> = {
  area: 'activity',
  operations: { list, get, signUp, cancel, mine, registration },
  sweeps: { sweepClaims },
};
