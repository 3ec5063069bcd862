import * as v from 'valibot';
import type { BenefitRecord } from '../../domain/benefit/benefit';
import { monthSpan, timeKey } from '../../domain/time/shanghai';
import type { TallyLine } from '../../types/contract';
import type { BenefitId, Day, Month } from '../../types/vocabulary';
import { _, database } from '../kit/cloud';
import { byId, byManyIds } from '../kit/documents';
import { id, month } from '../kit/fields';
import { read } from '../kit/operation';
import { merchants, notServing } from './merchants';

/** Days by benefits of one shop's month; an aggregate without a limit would give twenty. */
const LINES_MOST = 5_000;

interface Counted {
  _id: { day: Day; benefitId: BenefitId };
  verified: number;
}

async function countedIn(shopId: string, of: Month): Promise<Counted[]> {
  const { startsAt, endsAt } = monthSpan(of);
  const [from, to] = [timeKey(startsAt), timeKey(endsAt)];
  const { list } = await database
    .collection('redemptions')
    .aggregate()
    .match({ shopId, verifiedKey: _.gte(from).and(_.lt(to)) })
    .group({ _id: { day: '$verifiedDay', benefitId: '$benefitId' }, verified: _.aggregate.sum(1) })
    .limit(LINES_MOST)
    .end();
  return list as Counted[];
}

/** Counted from the redemptions themselves, so that it cannot differ from them. */
export const tallies = read<'benefit.tallies'>({
  policy: merchants,
  schema: v.strictObject({ shopId: id, month }),
  async run({ shopId, month: of }, { caller, now }) {
    const forbidden = notServing(caller, [shopId], now);
    if (forbidden) return forbidden;
    const [shop, counted] = await Promise.all([byId('shops', shopId, { name: true }), countedIn(shopId, of)]);
    if (!shop) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'shop' } };
    const ids = [...new Set(counted.map(({ _id }) => _id.benefitId))];
    const benefits = await byManyIds<Pick<BenefitRecord, '_id' | 'plan'>>('benefits', ids, { 'plan.title': true });
    const lines = new Map<Day, TallyLine[]>();
    for (const { _id, verified } of counted) {
      const title = benefits.get(_id.benefitId)?.plan.title ?? '';
      lines.set(_id.day, [...(lines.get(_id.day) ?? []), { benefitId: _id.benefitId, title, verified }]);
    }
    const days = [...lines]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([day, of]) => ({
        day,
        lines: of.sort((a, b) => (a.title + a.benefitId < b.title + b.benefitId ? -1 : 1)),
      }));
    return { ok: true, value: { days, now } };
  },
});
