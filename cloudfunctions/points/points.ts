import type { Service } from '../kit/serve';
import { account } from './account';
import { adjustments } from './adjustments';
import { audit } from './audit';
import { award } from './award';
import { balance } from './balance';
import { decideAdjustment } from './decide-adjustment';
import { entries } from './entries';
import { explain } from './explain';
import { grant } from './grant';
import { publishRules } from './publish-rules';
import { reverse } from './reverse';
import { rules } from './rules';
import { sweepAccounts } from './sweep-accounts';
import { sweepAdjustments } from './sweep-adjustments';

export const points: Service<'points'> = {
  area: 'points',
  operations: {
    balance,
    entries,
    rules,
    explain,
    publishRules,
    account,
    grant,
    reverse,
    adjustments,
    decideAdjustment,
  },
  sweeps: { award, sweepAccounts, sweepAdjustments, audit },
};
