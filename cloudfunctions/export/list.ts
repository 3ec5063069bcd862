import * as v from 'valibot';
import { type ExportRecord, exportView } from '../../domain/export/export';
import { EXPORTERS } from '../../domain/export/scope';
import { doerOf } from '../kit/caller';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { cursor } from '../kit/fields';
import { read } from '../kit/operation';
import { staff } from '../kit/policy';

const PAGE = 20;

export const list = read<'export.list'>({
  policy: staff(...EXPORTERS),
  schema: v.strictObject({ cursor: v.exactOptional(cursor) }),
  async run({ cursor: from = '~' }, { caller, now }) {
    const found = await find<ExportRecord>(
      'exports',
      { by: doerOf(caller), key: _.lt(from) },
      { orderBy: ['key', 'desc'], limit: PAGE + 1 },
    );
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    const items = page.map((record) => exportView(record, now));
    return { ok: true, value: { items, now, ...(found.length > PAGE && last && { next: last.key }) } };
  },
});
