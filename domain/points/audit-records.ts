import type { RedemptionRecord } from '../benefit/redemption';
import { type StoredParticipation, undoingOf } from '../participation/participation';
import type { EntryRecord } from './account';
import type { AdjustmentRecord } from './adjustment';
import { known, type Walk } from './audit-asks';
import { LET_IN_MOST, letInAt } from './audit-causes';
import { serviceTurns, tookPart } from './cause-ids';
import { backOf } from './decide';

type Posted = Pick<EntryRecord, '_id' | 'memberId' | 'points'>;
type Marked = Pick<StoredParticipation, '_id' | 'awardDue'>;

const posted = (ids: readonly string[]): Walk<Map<string, Posted>> =>
  known('entries', [...ids, ...ids.map(backOf)], ['memberId', 'points']);

/**
 * Who was there is paid; who was not is not, or it was taken back. What the sweep has still to look at is left out: a
 * record loses its mark only after its points are posted, so entries are looked up after it.
 */
function* attendanceFaults(took: readonly StoredParticipation[]): Walk<string[]> {
  const ids = took.map(({ _id }) => _id);
  const undone = yield* known<Marked>('participations', ids.map(undoingOf), ['awardDue']);
  const entries = yield* posted(ids.map(tookPart));
  return took.flatMap(({ _id, memberId }) => {
    const undoing = undone.get(undoingOf(_id));
    const entry = entries.get(tookPart(_id));
    const stands = entry?.memberId === memberId;
    if (!undoing) return stands ? [] : `${_id} was never paid`;
    const back = entries.has(backOf(tookPart(_id)));
    return undoing.awardDue === undefined && stands && !back ? `${_id} is undone, and still paid` : [];
  });
}

/** Who let in nobody but mistakes is not paid for having served there. */
function* serviceFaults(undone: readonly StoredParticipation[]): Walk<string[]> {
  const firsts = yield* known<StoredParticipation>(
    'participations',
    undone.map(({ undoes = '' }) => undoes),
    ['activityId', 'sessionId', 'by'],
  );
  const lost = undone.filter(({ undoes = '' }) => !firsts.has(undoes));
  const faults = lost.map(({ _id }) => `${_id} undoes what was never written`);
  const services = new Map([...firsts.values()].map((first) => [serviceTurns(first).join(), first]));
  if (services.size === 0) return faults;
  const letIn = (yield [...services.values()].map((service) => letInAt(service))) as StoredParticipation[][];
  const undoings = yield* known<Marked>(
    'participations',
    letIn.flat().map(({ _id }) => undoingOf(_id)),
    ['awardDue'],
  );
  const isUndone = ({ _id, kind }: StoredParticipation): boolean => {
    const undoing = undoings.get(undoingOf(_id));
    return kind === 'undone' || (undoing !== undefined && undoing.awardDue === undefined);
  };
  const idle = [...services.values()].filter((_, at) => {
    const there = letIn[at] ?? [];
    return there.length < LET_IN_MOST && there.every(isUndone);
  });
  const entries = yield* posted(idle.flatMap(serviceTurns));
  const paid = idle.flatMap(serviceTurns).filter((id) => entries.has(id) && !entries.has(backOf(id)));
  return [...faults, ...paid.map((id) => `${id} is paid, and all whom they let in were mistakes`)];
}

function* participationFaults(records: readonly StoredParticipation[]): Walk<string[]> {
  const seen = records.filter(({ awardDue }) => awardDue === undefined);
  const took = yield* attendanceFaults(seen.filter(({ kind }) => kind === 'took-part'));
  return [...took, ...(yield* serviceFaults(seen.filter(({ kind }) => kind === 'undone')))];
}

/** What was approved is posted, by whoever it was; `dueAt` goes when it is. */
function* adjustmentFaults(records: readonly AdjustmentRecord[]): Walk<string[]> {
  const approved = records.filter(({ state, dueAt }) => state === 'approved' && dueAt === undefined);
  const idOf = ({ _id, entryId }: AdjustmentRecord) => (entryId === undefined ? `adjustment.${_id}` : backOf(entryId));
  const entries = yield* known<Posted>('entries', approved.map(idOf), ['memberId', 'points']);
  return approved.flatMap((record) => {
    const entry = entries.get(idOf(record));
    const points = record.kind === 'grant' ? record.points : -record.points;
    const fits = entry?.memberId === record.memberId && entry.points === points;
    return fits ? [] : `adjustment ${record._id} is approved, and not posted so`;
  });
}

/** Each was paid with its price, and has come back where it says so and nothing of it is under way. */
function* redemptionFaults(records: readonly RedemptionRecord[]): Walk<string[]> {
  const idOf = ({ _id }: { _id: string }) => `redemption.${_id}`;
  const entries = yield* posted(records.filter(({ price }) => price > 0).map(idOf));
  return records.flatMap((record) => {
    const { _id, memberId, price, refunded = 0, pending } = record;
    const paid = entries.get(idOf(record));
    const back = entries.get(backOf(idOf(record)));
    const due = pending ? (back?.points ?? 0) : refunded;
    return [
      ...((paid?.points ?? 0) === -price && (price === 0 || paid?.memberId === memberId)
        ? []
        : [`redemption ${_id} cost ${price}, ${paid ? `${-paid.points} were paid` : 'and was never paid'}`]),
      ...((back?.points ?? 0) === due ? [] : [`redemption ${_id}: ${back?.points ?? 0} came back of ${due}`]),
    ];
  });
}

/** The books that have to be in the books of points, in the order in which they are looked through. */
export const RECORD_BOOKS = ['participations', 'adjustments', 'redemptions'] as const;
export type RecordBook = (typeof RECORD_BOOKS)[number];

export const FIELDS: Record<RecordBook, readonly string[]> = {
  participations: ['kind', 'memberId', 'undoes', 'awardDue'],
  adjustments: ['kind', 'state', 'memberId', 'points', 'entryId', 'dueAt'],
  redemptions: ['memberId', 'price', 'refunded', 'pending'],
};

/** What is wrong with records of one book; they are as the store has them. */
export function recordFaults(book: RecordBook, records: readonly { _id: string }[]): Walk<string[]> {
  switch (book) {
    case 'participations':
      return participationFaults(records as StoredParticipation[]);
    case 'adjustments':
      return adjustmentFaults(records as AdjustmentRecord[]);
    case 'redemptions':
      return redemptionFaults(records as RedemptionRecord[]);
    default:
      return book satisfies never;
  }
}
