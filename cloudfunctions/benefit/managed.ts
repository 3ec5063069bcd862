import * as v from 'valibot';
import type { BenefitRecord } from '../../domain/benefit/benefit';
import { managedOf } from '../../domain/benefit/change';
import { ALL } from '../../domain/benefit/stock';
import type { ManagedBenefit } from '../../types/contract';
import { _ } from '../kit/cloud';
import { byId, find } from '../kit/documents';
import { cursor, id } from '../kit/fields';
import { read } from '../kit/operation';
import { readStocks } from '../kit/stocks';
import { countsListed } from './count-listed';
import { noBenefit } from './edit';
import { organizers } from './merchants';

const PAGE = 20;

async function presentManaged(benefits: readonly BenefitRecord[]): Promise<ManagedBenefit[]> {
  const listed = benefits.filter(({ plan }) => plan.listed).map(({ _id }) => _id);
  const [shards, counts] = await Promise.all([readStocks(benefits.map(({ _id }) => _id)), countsListed(listed)]);
  return benefits.map((benefit) => {
    const own = shards.filter(({ of }) => of === benefit._id);
    const redeemed = own.reduce((sum, { used }) => sum + (used[ALL] ?? 0), 0);
    return managedOf(benefit, redeemed, benefit.plan.listed ? (counts.get(benefit._id) ?? 0) : undefined);
  });
}

/** Drafts too; what was made last at the top. */
export const managed = read<'benefit.managed'>({
  policy: organizers,
  schema: v.strictObject({
    state: v.exactOptional(v.picklist(['draft', 'published', 'closed'])),
    cursor: v.exactOptional(cursor),
  }),
  async run({ state, cursor: from = '~' }) {
    const filter = { ...(state !== undefined && { state }), key: _.lt(from) };
    const found = await find<BenefitRecord>('benefits', filter, { orderBy: ['key', 'desc'], limit: PAGE + 1 });
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    const items = await presentManaged(page);
    return { ok: true, value: { items, ...(found.length > PAGE && last && { next: last.key }) } };
  },
});

export const manage = read<'benefit.manage'>({
  policy: organizers,
  schema: v.strictObject({ benefitId: id }),
  async run({ benefitId }) {
    const benefit = await byId<BenefitRecord>('benefits', benefitId);
    const [value] = benefit ? await presentManaged([benefit]) : [];
    return value ? { ok: true, value } : noBenefit;
  },
});
