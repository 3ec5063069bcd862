import * as v from 'valibot';
import type { CheckInWords } from '../../domain/reading/check-in-record';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { cursor, id } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { WORDS } from './check-ins';
import { presentCheckIn } from './present';

const PAGE = 20;

export const myCheckIns = read<'reading.myCheckIns'>({
  policy: anyone,
  schema: v.strictObject({ challengeId: v.exactOptional(id), cursor: v.exactOptional(cursor) }),
  async run({ challengeId, cursor: from }, { caller: { memberId }, now }) {
    if (memberId === undefined) return { ok: true, value: { items: [], now } };
    const filter = {
      memberId,
      ...(challengeId !== undefined && { challengeId }),
      madeKey: from === undefined ? _.gt('') : _.and(_.gt(''), _.lt(from)),
    };
    const found = await find<CheckInWords>('checkIns', filter, {
      ...{ orderBy: ['madeKey', 'desc'], limit: PAGE + 1, projection: WORDS },
    });
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    const items = page.map((record) => presentCheckIn(record, now));
    return { ok: true, value: { items, now, ...(found.length > PAGE && last && { next: last.madeKey }) } };
  },
});
