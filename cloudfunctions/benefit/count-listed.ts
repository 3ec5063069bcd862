import type { BenefitId } from '../../types/vocabulary';
import { _, database } from '../kit/cloud';

/** How many are on the lists of those benefits. */
export async function countsListed(benefitIds: readonly BenefitId[]): Promise<Map<BenefitId, number>> {
  if (benefitIds.length === 0) return new Map();
  const { list } = await database
    .collection('listed')
    .aggregate()
    .match({ benefitId: _.in(benefitIds) })
    .group({ _id: '$benefitId', count: _.aggregate.sum(1) })
    .limit(benefitIds.length)
    .end();
  return new Map((list as { _id: BenefitId; count: number }[]).map(({ _id, count }) => [_id, count]));
}

export async function countListed(benefitId: BenefitId): Promise<number> {
  return (await countsListed([benefitId])).get(benefitId) ?? 0;
}
