import type { Service } from '../kit/serve';
import { answer } from './answer';
import { feedback } from './feedback';
import { result } from './result';

export const afterwards: Service<'afterwards'> = {
  area: 'afterwards',
  operations: { feedback, answer, result },
};
