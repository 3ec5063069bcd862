import * as v from 'valibot';
import type { RedemptionRecord } from '../../domain/benefit/redemption';
import { decideRevoke } from '../../domain/benefit/transitions';
import type { BenefitContract, RefusalsOf, Refused } from '../../types/contract';
import { byId } from '../kit/documents';
import { id, text } from '../kit/fields';
import { write } from '../kit/operation';
import { changeRedemption, type Decision } from '../kit/redemptions';
import { organizers } from './merchants';

type Refusal = Refused<RefusalsOf<BenefitContract['revoke']>>;

export const revoke = write<'benefit.revoke'>({
  policy: organizers,
  schema: v.strictObject({ redemptionId: id, reason: text(1, 200) }),
  async run({ redemptionId, reason }, { request, now }) {
    const found = await byId<RedemptionRecord>('redemptions', redemptionId);
    if (!found) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'redemption' } };
    const done = await changeRedemption<Refusal>(found, now, (record): Decision<Refusal> => {
      const decision = decideRevoke(record, { reason, request, now });
      if (decision.kind === 'change') return decision;
      if (decision.kind === 'known') return { kind: 'leave' };
      switch (decision.refusal) {
        case 'NOT_VALID':
          return { kind: 'refuse', refused: { ok: false, refusal: 'NOT_VALID', detail: decision.detail } };
        case 'REQUEST_REUSED':
          return { kind: 'refuse', refused: { ok: false, refusal: 'REQUEST_REUSED', detail: {} } };
        default:
          return decision satisfies never;
      }
    });
    return done.kind === 'refused' ? done.refused : { ok: true, value: { redemptionId, state: done.record.state } };
  },
});
