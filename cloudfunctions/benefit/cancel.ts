import * as v from 'valibot';
import { cardOf, type RedemptionRecord } from '../../domain/benefit/redemption';
import { decideCancel } from '../../domain/benefit/transitions';
import type { BenefitContract, RefusalsOf, Refused } from '../../types/contract';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { changeRedemption, type Decision } from '../kit/redemptions';
import { ownRedemption } from './show';

type Refusal = Refused<RefusalsOf<BenefitContract['cancel']>>;

/** The redemption first, then the points, then the stock: so nothing is given away that could still be used. */
export const cancel = write<'benefit.cancel'>({
  policy: anyone,
  schema: v.strictObject({ redemptionId: id }),
  async run({ redemptionId }, { caller, request, now }) {
    const found = await ownRedemption(redemptionId, caller.memberId);
    if (!found) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'redemption' } };
    const done = await changeRedemption<Refusal>(found, now, (record: RedemptionRecord): Decision<Refusal> => {
      const decision = decideCancel(record, request, now);
      if (decision.kind === 'change') return decision;
      if (decision.kind === 'known') return { kind: 'leave' };
      switch (decision.refusal) {
        case 'NOT_VALID':
          return { kind: 'refuse', refused: { ok: false, refusal: 'NOT_VALID', detail: decision.detail } };
        case 'PAST_UNTIL':
          return { kind: 'refuse', refused: { ok: false, refusal: 'PAST_UNTIL', detail: decision.detail } };
        case 'REQUEST_REUSED':
          return { kind: 'refuse', refused: { ok: false, refusal: 'REQUEST_REUSED', detail: {} } };
        default:
          return decision satisfies never;
      }
    });
    return done.kind === 'refused' ? done.refused : { ok: true, value: cardOf(done.record, now) };
  },
});
