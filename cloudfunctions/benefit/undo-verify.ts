import * as v from 'valibot';
import type { RedemptionRecord } from '../../domain/benefit/redemption';
import { decideUndo } from '../../domain/benefit/transitions';
import { recall } from '../../domain/request/remembered';
import type { BenefitContract, RefusalsOf, Refused } from '../../types/contract';
import { doerOf } from '../kit/caller';
import { byId } from '../kit/documents';
import { id, text } from '../kit/fields';
import { write } from '../kit/operation';
import { changeRedemption, type Decision } from '../kit/redemptions';
import { merchants, notServing } from './merchants';

type Refusal = Refused<RefusalsOf<BenefitContract['undoVerify']>>;

/** Where it was verified; of one that is not, where it last was, or could be. */
function shopsOfIt({ verified, undone, shopIds }: RedemptionRecord): string[] {
  const last = verified ?? undone.at(-1);
  return last ? [last.shopId] : shopIds;
}

/** A mistake at the counter; after ten minutes the day's slips may have been counted. */
export const undoVerify = write<'benefit.undoVerify'>({
  policy: merchants,
  schema: v.strictObject({ redemptionId: id, reason: text(1, 200) }),
  async run({ redemptionId, reason }, { caller, request, now }) {
    const found = await byId<RedemptionRecord>('redemptions', redemptionId);
    if (!found) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'redemption' } };
    const done = await changeRedemption<Refusal>(found, now, (record): Decision<Refusal> => {
      const forbidden = notServing(caller, shopsOfIt(record), now);
      if (forbidden) return { kind: 'refuse', refused: forbidden };
      const known = recall(record.requests, request);
      if (known === 'same') return { kind: 'leave' };
      if (known === 'reused') return { kind: 'refuse', refused: { ok: false, refusal: 'REQUEST_REUSED', detail: {} } };
      const decision = decideUndo(record, { by: doerOf(caller), reason, request, now });
      if (decision.kind === 'change') return decision;
      switch (decision.refusal) {
        case 'NOT_VERIFIED':
          return { kind: 'refuse', refused: { ok: false, refusal: 'NOT_VERIFIED', detail: decision.detail } };
        case 'PAST_UNTIL':
          return { kind: 'refuse', refused: { ok: false, refusal: 'PAST_UNTIL', detail: decision.detail } };
        default:
          return decision satisfies never;
      }
    });
    // What this request did, also where it was verified anew before it is sent again.
    return done.kind === 'refused' ? done.refused : { ok: true, value: { redemptionId, state: 'valid' } };
  },
});
