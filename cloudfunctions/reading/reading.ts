import type { Operations, Service } from '../kit/serve';
import { challenges } from './challenges';

const operations: Partial<Operations<'reading'>> = {
  challenges,
};

export const reading: Service<'reading'> = {
  area: 'reading',
  operations: operations as Operations<'reading'>,
  sweeps: {},
};
