import * as v from 'valibot';
import type { AdjustmentRecord } from '../../domain/points/adjustment';
import { audited } from '../kit/audit';
import { _ } from '../kit/cloud';
import { type FindOptions, find } from '../kit/documents';
import { cursor } from '../kit/fields';
import { read } from '../kit/operation';
import { presentAdjustments } from './adjusting';
import { organizers } from './organizers';

const PAGE = 20;

export const adjustments = read<'points.adjustments'>({
  policy: organizers,
  schema: v.strictObject({ proposed: v.exactOptional(v.literal(true)), cursor: v.exactOptional(cursor) }),
  async run({ proposed, cursor: from }, call) {
    const { caller } = call;
    const [filter, order] = proposed
      ? [{ state: 'proposed', key: _.gt(from ?? '') }, 'asc' as const]
      : [{ key: _.lt(from ?? '~') }, 'desc' as const];
    const options: FindOptions = { orderBy: ['key', order], limit: PAGE + 1 };
    const found = await find<AdjustmentRecord>('adjustments', filter, options);
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    const members = page.map(({ memberId }) => memberId);
    await audited(call, { what: 'points.adjustments', members, phones: 'masked' });
    const items = await presentAdjustments(page, caller);
    return { ok: true, value: { items, ...(found.length > PAGE && last && { next: last.key }) } };
  },
});
