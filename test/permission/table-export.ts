import type { OpName } from '../../types/contract';
import { ADMIN, type Row, row, STAFF } from './rows';

type ExportOp = Extract<OpName, `export.${string}`>;

/** An officer's list has the rows of their own enterprise, whichever activity it is of. */
const EXPORTERS = row('FORBIDDEN', { ...STAFF, 'unit-officer own': 'allowed', 'unit-officer foreign': 'allowed' });

/** Of the asker's own exports; whoever may export none has none. */
export const EXPORTS: Record<ExportOp, Row> = {
  // Participation of one enterprise.
  'export.start': row('FORBIDDEN', { ...STAFF, 'unit-officer own': 'allowed' }),
  'export.list': EXPORTERS,
  'export.get': EXPORTERS,
  'export.link': EXPORTERS,
  'export.cancel': EXPORTERS,
  'export.audits': row('FORBIDDEN', ADMIN),
};
