import type { Service } from '../kit/serve';
import { myYear } from './my-year';
import { sweepTallies } from './sweep-tallies';
import { year } from './year';

export const report: Service<'report'> = {
  area: 'report',
  operations: { year, myYear },
  sweeps: { sweepTallies },
};
