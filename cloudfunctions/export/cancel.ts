import * as v from 'valibot';
import { ended } from '../../domain/export/export';
import { EXPORTERS } from '../../domain/export/scope';
import { isUnderWay } from '../../domain/export/state';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { Busy } from '../kit/transaction';
import { advance } from './advance';
import { noExport, ownExport } from './own';

const TRIES = 6;

/** Cancelling what is cancelled says so again, whichever request did it: there is nothing else it could mean. */
export const cancel = write<'export.cancel'>({
  policy: staff(...EXPORTERS),
  schema: v.strictObject({ exportId: id }),
  async run({ exportId }, call) {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const record = await ownExport(exportId, call);
      if (!record) return noExport;
      if (record.state === 'cancelled') return { ok: true, value: { exportId } };
      if (!isUnderWay(record)) return { ok: false, refusal: 'NOT_UNDER_WAY', detail: { state: record.state } };
      if (await advance(record, ended(record, 'cancelled', call.now))) return { ok: true, value: { exportId } };
    }
    throw new Busy('the export kept changing');
  },
});
