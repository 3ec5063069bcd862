import type { Service } from '../kit/serve';
import { consent } from './consent';
import { deliver } from './deliver';
import { list } from './list';
import { seen } from './seen';
import { unread } from './unread';

export const message: Service<'message'> = {
  area: 'message',
  operations: { list, unread, seen, consent },
  sweeps: { deliver },
};
