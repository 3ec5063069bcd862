import * as v from 'valibot';
import type { ActivityRecord } from '../../domain/activity/activity';
import { ACTIVITY_STATES } from '../../types/contract';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { cursor } from '../kit/fields';
import { read } from '../kit/operation';
import { staff } from '../kit/policy';
import { presentManaged } from './present';

const PAGE = 20;

const CARD = {
  ...{ title: true, brand: true, state: true, startsAt: true, endsAt: true },
  ...{ opensAt: true, closesAt: true, startKey: true },
};

export const activities = read<'organizer.activities'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({
    state: v.exactOptional(v.picklist(ACTIVITY_STATES)),
    cursor: v.exactOptional(cursor),
  }),
  async run({ state, cursor: from }, { now }) {
    // The last key there can be, where there is no page before: some condition must name the key.
    const filter = { ...(state !== undefined && { state }), startKey: _.lt(from ?? '~') };
    const found = await find<ActivityRecord>('activities', filter, {
      orderBy: ['startKey', 'desc'],
      limit: PAGE + 1,
      projection: CARD,
    });
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    return {
      ok: true,
      value: { items: page.map(presentManaged), now, ...(found.length > PAGE && last && { next: last.startKey }) },
    };
  },
});
