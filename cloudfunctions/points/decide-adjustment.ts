import * as v from 'valibot';
import { type AdjustmentRecord, decided } from '../../domain/points/adjustment';
import { recall } from '../../domain/request/remembered';
import { ABANDONED_MS } from '../../types/limits';
import { doerOf } from '../kit/caller';
import { byId, changeIf, difference } from '../kit/documents';
import { id, text } from '../kit/fields';
import { write } from '../kit/operation';
import { Busy } from '../kit/transaction';
import { carryOut, presentAdjustment } from './adjusting';
import { organizers } from './organizers';

export const decideAdjustment = write<'points.decideAdjustment'>({
  policy: organizers,
  schema: v.strictObject({
    adjustmentId: id,
    decision: v.picklist(['approve', 'reject']),
    reason: v.exactOptional(text(1, 200)),
  }),
  async run({ adjustmentId, decision, reason }, { caller, request, now }) {
    const found = await byId<AdjustmentRecord>('adjustments', adjustmentId);
    if (!found) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'adjustment' } };
    const known = recall(found.requests, request);
    if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    if (known === 'same') {
      if (found.dueAt !== undefined) await carryOut(found, now);
      return { ok: true, value: await presentAdjustment(found, caller) };
    }
    const command = { approve: decision === 'approve', by: doerOf(caller), reason, request, now };
    const judged = decided(found, command, now + ABANDONED_MS);
    if (judged.kind === 'refuse') {
      const { refusal } = judged;
      if (refusal === 'ALREADY') return { ok: false, refusal, detail: { state: found.state } };
      return { ok: false, refusal, detail: {} };
    }
    const { next } = judged;
    // Decided once: it holds only while nobody has decided.
    if (!(await changeIf('adjustments', found._id, { state: 'proposed' }, difference(found, next))))
      throw new Busy('somebody decided it meanwhile');
    if (next.state === 'approved') await carryOut(next, now);
    return { ok: true, value: await presentAdjustment(next, caller) };
  },
});
