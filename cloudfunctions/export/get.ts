import * as v from 'valibot';
import { exportView } from '../../domain/export/export';
import { EXPORTERS } from '../../domain/export/scope';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { staff } from '../kit/policy';
import { noExport, ownExport } from './own';

/** Two calls: a phone asks every few seconds while it is written. */
export const get = read<'export.get'>({
  policy: staff(...EXPORTERS),
  schema: v.strictObject({ exportId: id }),
  async run({ exportId }, call) {
    const record = await ownExport(exportId, call);
    return record ? { ok: true, value: { ...exportView(record, call.now), now: call.now } } : noExport;
  },
});
