import type { Service } from '../kit/serve';
import { enterprises } from './enterprises';
import { join } from './join';
import { leave } from './leave';
import { me } from './me';
import { updateMe } from './update-me';

export const member: Service<'member'> = {
  area: 'member',
  operations: { me, enterprises, join, updateMe, leave },
};
