import * as v from 'valibot';
import type { ImportRecord } from '../../domain/sheet/import-record';
import type { ImportEntry } from '../../types/contract';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { cursor } from '../kit/fields';
import { read } from '../kit/operation';
import { peopleOf } from '../kit/people';
import { keepers, notKeeping, rosterTarget } from './roster-target';

const PAGE = 20;

/** Latest first: of all rosters, or those that were imported for one enterprise alone. */
export const rosterImports = read<'import.rosterImports'>({
  policy: keepers,
  schema: v.strictObject({ ...rosterTarget, cursor: v.exactOptional(cursor) }),
  async run(input, call) {
    const forbidden = notKeeping(input, call);
    if (forbidden) return forbidden;
    const of = input.enterpriseId === undefined ? {} : { of: input.enterpriseId };
    const filter = { kind: 'roster', state: 'done', ...of, key: _.lt(input.cursor ?? '~') };
    const found = await find<ImportRecord>('imports', filter, { orderBy: ['key', 'desc'], limit: PAGE + 1 });
    const page = found.slice(0, PAGE);
    const people = await peopleOf(page.map(({ by }) => by).filter((by) => by !== ''));
    const last = page.at(-1);
    const items = page.map(({ _id, at, by, added, unchanged, removed, enterprises }): ImportEntry => {
      return { id: _id, at, by: people.get(by)?.name ?? '', added, unchanged, removed, enterprises };
    });
    return { ok: true, value: { items, ...(found.length > PAGE && last && { next: last.key }) } };
  },
});
