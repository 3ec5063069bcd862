import * as v from 'valibot';
import { byId } from '../kit/documents';
import { id, text } from '../kit/fields';
import { write } from '../kit/operation';
import { carryOut, presentAdjustment, propose, proposedBefore } from './adjusting';
import { organizers } from './organizers';

/** More than anybody earns in some years: a slip of the finger. */
const MOST = 10_000;

export const grant = write<'points.grant'>({
  policy: organizers,
  schema: v.strictObject({
    memberId: id,
    points: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST)),
    reason: text(1, 200),
  }),
  async run({ memberId, points, reason }, call) {
    const { caller, now } = call;
    const before = await proposedBefore(call);
    if (before === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    if (before?.dueAt !== undefined) await carryOut(before, now);
    if (before) return { ok: true, value: await presentAdjustment(before, caller) };
    if (!(await byId('members', memberId, { status: true })))
      return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'member' } };
    const adjustment = await propose({ kind: 'grant', memberId, points, reason }, call);
    return { ok: true, value: await presentAdjustment(adjustment, caller) };
  },
});
