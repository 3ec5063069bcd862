import * as v from 'valibot';
import type { EntryRecord } from '../../domain/points/account';
import { type AdjustmentRecord, notReversible } from '../../domain/points/adjustment';
import { backOf } from '../../domain/points/decide';
import type { PointsContract, RefusalsOf, Refused } from '../../types/contract';
import type { Instant, MemberId } from '../../types/vocabulary';
import { byId, find } from '../kit/documents';
import { id, text } from '../kit/fields';
import { entriesOf, loadAccount, writeOut } from '../kit/ledger';
import { write } from '../kit/operation';
import { carryOut, presentAdjustment, propose, proposedBefore } from './adjusting';
import { organizers } from './organizers';

type Refusal = Refused<RefusalsOf<PointsContract['reverse']>>;

const entryId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{0,179}$/, 'expects the id of an entry'));

/** The entry, if it is that member's and can be taken back. */
async function reversible(memberId: MemberId, wanted: string, now: Instant): Promise<EntryRecord | Refusal> {
  // What is pending is in the books too, and only has to be written there.
  await writeOut(await loadAccount(memberId), now);
  const found = await entriesOf([wanted, backOf(wanted)]);
  const entry = found.find(({ _id }) => _id === wanted);
  if (entry?.memberId !== memberId) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'entry' } };
  const why = notReversible(entry, found.length > 1);
  if (why !== undefined) return { ok: false, refusal: 'NOT_REVERSIBLE', detail: { why } };
  const [open] = await find<AdjustmentRecord>('adjustments', { openKey: wanted }, { limit: 1 });
  return open ? { ok: false, refusal: 'ALREADY', detail: { state: open.state } } : entry;
}

export const reverse = write<'points.reverse'>({
  policy: organizers,
  schema: v.strictObject({ memberId: id, entryId, reason: text(1, 200) }),
  async run({ memberId, entryId: wanted, reason }, call) {
    const { caller, now } = call;
    const before = await proposedBefore(call);
    if (before === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    if (before?.dueAt !== undefined) await carryOut(before, now);
    if (before) return { ok: true, value: await presentAdjustment(before, caller) };
    if (!(await byId('members', memberId, { status: true })))
      return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'member' } };
    const found = await reversible(memberId, wanted, now);
    if ('refusal' in found) return found;
    const wish = { kind: 'reverse', memberId, points: found.points, reason, entryId: wanted } as const;
    return { ok: true, value: await presentAdjustment(await propose(wish, call), caller) };
  },
});
