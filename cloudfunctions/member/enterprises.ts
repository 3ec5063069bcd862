import * as v from 'valibot';
import type { EnterpriseRecord } from '../../domain/member/member';
import { gramsSought } from '../../domain/search/grams';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { cursor, text } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';

const PAGE = 20;

export const enterprises = read<'member.enterprises'>({
  policy: anyone,
  schema: v.strictObject({
    text: v.exactOptional(
      v.pipe(
        text(1, 40),
        v.check((sought) => gramsSought(sought).length > 0, 'has nothing to look for'),
      ),
    ),
    cursor: v.exactOptional(cursor),
  }),
  async run({ text: sought, cursor: from }) {
    const filter = {
      ...(sought !== undefined && { grams: _.all(gramsSought(sought)) }),
      nameKey: _.gt(from ?? ''),
    };
    const found = await find<EnterpriseRecord>('enterprises', filter, { orderBy: ['nameKey', 'asc'], limit: PAGE + 1 });
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    return {
      ok: true,
      value: {
        items: page.map(({ _id, name }) => ({ id: _id, name })),
        ...(found.length > PAGE && last && { next: last.nameKey }),
      },
    };
  },
});
