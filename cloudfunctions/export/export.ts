import type { Service } from '../kit/serve';
import { audits } from './audits';
import { cancel } from './cancel';
import { get } from './get';
import { link } from './link';
import { list } from './list';
import { start } from './start';
import { sweepExports } from './sweep-exports';

const service: Service<'export'> = {
  area: 'export',
  operations: { start, list, get, link, cancel, audits },
  sweeps: { sweepExports },
};

// The function's name, which is a word of the language too.
export { service as export };
