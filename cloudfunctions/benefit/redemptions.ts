import * as v from 'valibot';
import { type RedemptionRecord, stateAt } from '../../domain/benefit/redemption';
import type { EnterpriseRecord } from '../../domain/member/member';
import { REDEMPTION_STATES, type RedeemedBy, type RedemptionState } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { audited } from '../kit/audit';
import { _ } from '../kit/cloud';
import { byId, byManyIds, find } from '../kit/documents';
import { cursor, id } from '../kit/fields';
import { read } from '../kit/operation';
import { LEFT, peopleOf } from '../kit/people';
import { noBenefit } from './edit';
import { organizers } from './merchants';

const PAGE = 20;

const SHOWN = {
  ...{ memberId: true, enterpriseId: true, price: true, at: true, useUntil: true, state: true, verified: true },
  key: true,
};
type Shown = Pick<RedemptionRecord, '_id' | Extract<keyof typeof SHOWN, keyof RedemptionRecord>>;

/** What has run out and waits for its sweep is among neither the valid nor the expired: an index finds it by one state. */
function standing(state: RedemptionState | undefined, now: Instant): object {
  if (state === undefined) return {};
  return state === 'valid' ? { state, useUntil: _.gt(now) } : { state };
}

async function present(found: readonly Shown[], now: Instant): Promise<RedeemedBy[]> {
  const [people, enterprises] = await Promise.all([
    peopleOf([...new Set(found.map(({ memberId }) => memberId))]),
    byManyIds<Pick<EnterpriseRecord, '_id' | 'name'>>(
      'enterprises',
      found.map(({ enterpriseId }) => enterpriseId),
      { name: true },
    ),
  ]);
  return found.map((record) => {
    const { _id, memberId, enterpriseId, price, at, verified } = record;
    const person = people.get(memberId);
    return {
      ...{ redemptionId: _id, name: person?.name ?? LEFT, phone: person?.phone ?? '' },
      ...{ enterpriseName: enterprises.get(enterpriseId)?.name ?? '', price },
      ...{ state: stateAt(record, now), redeemedAt: at },
      ...(verified && { verified: { at: verified.at, shopName: verified.shopName } }),
    };
  });
}

/** Latest first, of one state or of all; the enterprise is that of then, whose quota it was taken from. */
export const redemptions = read<'benefit.redemptions'>({
  policy: organizers,
  schema: v.strictObject({
    benefitId: id,
    state: v.exactOptional(v.picklist(REDEMPTION_STATES)),
    cursor: v.exactOptional(cursor),
  }),
  async run({ benefitId, state, cursor: from = '~' }, call) {
    const { now } = call;
    const filter = { benefitId, ...standing(state, now), key: _.lt(from) };
    const [benefit, found] = await Promise.all([
      byId('benefits', benefitId, { state: true }),
      find<Shown>('redemptions', filter, { orderBy: ['key', 'desc'], limit: PAGE + 1, projection: SHOWN }),
    ]);
    if (!benefit) return noBenefit;
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    await audited(call, {
      what: 'benefit.redemptions',
      of: { kind: 'benefit', id: benefitId },
      members: page.map(({ memberId }) => memberId),
      phones: 'masked',
    });
    const items = await present(page, now);
    return { ok: true, value: { items, ...(found.length > PAGE && last && { next: last.key }) } };
  },
});
