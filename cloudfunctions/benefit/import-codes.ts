import * as v from 'valibot';
import type { CodeRecord } from '../../domain/benefit/benefit';
import { STOCK_MOST } from '../../domain/benefit/stock';
import { digestOfText } from '../../domain/id/base32';
import type { BenefitId, RequestId } from '../../types/vocabulary';
import { _, database } from '../kit/cloud';
import { byManyIds, insertMissing } from '../kit/documents';
import { id, text } from '../kit/fields';
import { write } from '../kit/operation';
import { changeBenefit, noBenefit } from './edit';
import { organizers } from './merchants';

const CODES_MOST = 500;

function recordOf(benefitId: BenefitId, code: string, request: RequestId): CodeRecord {
  const _id = `${benefitId}.${digestOfText(code).slice(0, 24)}`;
  return { _id, v: 1, benefitId, code, free: true, holder: _id, request };
}

/** Codes of the benefit, given or free. */
async function codesOf(benefitId: BenefitId): Promise<number> {
  const { list } = await database
    .collection('codes')
    .aggregate()
    .match({ benefitId, free: _.in([true, false]) })
    .group({ _id: '$benefitId', count: _.aggregate.sum(1) })
    .limit(1)
    .end();
  const [counted] = list as { count: number }[];
  return counted?.count ?? 0;
}

/** Stores them; each names the request that brought it, so that one sent again counts the same as added. */
async function added(benefitId: BenefitId, codes: readonly string[], request: RequestId): Promise<number> {
  const records = [...new Set(codes)].map((code) => recordOf(benefitId, code, request));
  await insertMissing('codes', records);
  const stored = await byManyIds<CodeRecord>(
    'codes',
    records.map(({ _id }) => _id),
    { request: true },
  );
  return [...stored.values()].filter((record) => record.request === request).length;
}

/** The codes first, then the stock that counts on them: so there are always as many codes as stock. */
export const importCodes = write<'benefit.importCodes'>({
  policy: organizers,
  schema: v.strictObject({
    benefitId: id,
    codes: v.pipe(v.array(text(1, 60)), v.minLength(1), v.maxLength(CODES_MOST)),
  }),
  async run({ benefitId, codes }, call) {
    const changed = await changeBenefit<'importCodes'>(benefitId, call, async ({ plan, state, kind }) => {
      if (kind !== 'codes') return { answer: { ok: false, refusal: 'NOT_CODES', detail: { kind } } };
      const fresh = await added(benefitId, codes, call.request.id);
      const stock = Math.min(await codesOf(benefitId), STOCK_MOST);
      const counts = { added: fresh, known: codes.length - fresh };
      return { wanted: { plan: { ...plan, stock }, state, what: 'codes', counts } };
    });
    if (changed === 'missing') return noBenefit;
    if ('answer' in changed) return changed.answer;
    throw new Error(`more of ${benefitId} is redeemed than it has codes`);
  },
});
