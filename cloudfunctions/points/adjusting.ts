import { digestOfText } from '../../domain/id/base32';
import { type AdjustmentRecord, postingOf, proposed } from '../../domain/points/adjustment';
import { recall } from '../../domain/request/remembered';
import type { AdjustmentView } from '../../types/contract';
import { ABANDONED_MS } from '../../types/limits';
import type { Instant } from '../../types/vocabulary';
import { doerOf } from '../kit/caller';
import { _ } from '../kit/cloud';
import { byId, changeIf, insertOnce } from '../kit/documents';
import { post } from '../kit/ledger';
import type { WriteCall } from '../kit/operation';
import { LEFT, peopleOf } from '../kit/people';
import { Busy } from '../kit/transaction';

/** Posts an approved one, whoever comes to it and however often, and notes that it is posted. */
export async function carryOut(adjustment: AdjustmentRecord, now: Instant): Promise<void> {
  await post(adjustment.memberId, now, [postingOf(adjustment)]);
  await changeIf('adjustments', adjustment._id, { state: 'approved' }, { dueAt: _.remove() });
}

/** The id under which this request of this caller proposes. */
export function adjustmentId({ caller, request }: WriteCall): string {
  return digestOfText(`${caller.key} ${request.id}`);
}

/** What this request proposed before; `reused` where it was something else. */
export async function proposedBefore(call: WriteCall): Promise<AdjustmentRecord | 'reused' | undefined> {
  const known = await byId<AdjustmentRecord>('adjustments', adjustmentId(call));
  if (!known) return undefined;
  return recall(known.requests, call.request) === 'same' ? known : 'reused';
}

type Wish = Pick<AdjustmentRecord, 'kind' | 'memberId' | 'points' | 'reason' | 'entryId'>;

/** Proposes it and, where one organizer may decide that alone, carries it out. */
export async function propose(wish: Wish, call: WriteCall): Promise<AdjustmentRecord> {
  const { caller, request, now } = call;
  const proposal = { ...wish, _id: adjustmentId(call), by: doerOf(caller), at: now };
  const adjustment = proposed(proposal, request, now + ABANDONED_MS);
  if (!(await insertOnce('adjustments', adjustment)))
    throw new Busy('the same request, or another for the same entry, is under way');
  if (adjustment.state === 'approved') await carryOut(adjustment, now);
  return adjustment;
}

/** As organizers see them; names are looked up now, so that who has left the union has none. */
export async function presentAdjustments(
  records: readonly AdjustmentRecord[],
  caller: WriteCall['caller'],
): Promise<AdjustmentView[]> {
  const ids = records
    .flatMap(({ memberId, by, decidedBy }) => [memberId, by, decidedBy ?? ''])
    .filter((id) => id !== '');
  const people = await peopleOf(ids);
  const nameOf = (id: string) => (id === '' ? '' : (people.get(id)?.name ?? LEFT));
  return records.map(({ _id, kind, memberId, points, reason, state, by, at, decidedBy }) => ({
    id: _id,
    kind,
    member: { id: memberId, name: nameOf(memberId), phone: people.get(memberId)?.phone ?? '' },
    points,
    reason,
    state,
    by,
    byName: nameOf(by),
    at,
    ...(decidedBy !== undefined && { decidedBy, decidedByName: nameOf(decidedBy) }),
    mine: by === doerOf(caller),
  }));
}

export async function presentAdjustment(
  record: AdjustmentRecord,
  caller: WriteCall['caller'],
): Promise<AdjustmentView> {
  const [view] = await presentAdjustments([record], caller);
  if (!view) throw new Error(`${record._id} was not presented`);
  return view;
}
