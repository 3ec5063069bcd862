import { type ParticipationRecord, undoingOf } from '../../domain/participation/participation';
import { serviceTurns, tookPart } from '../../domain/points/cause-ids';
import type { Posting } from '../../domain/points/causes';
import { backOf } from '../../domain/points/decide';
import { type Deed, pointsFor, rulesOn } from '../../domain/points/rules';
import { dayOf } from '../../domain/time/shanghai';
import type { EntryCause } from '../../types/contract';
import type { Instant, MemberId } from '../../types/vocabulary';
import { byManyIds, find } from '../kit/documents';
import { entriesOf } from '../kit/ledger';
import type { Facts, Service, Work } from './deserved';

/** Those of the records that nothing has undone by now. */
async function standing(records: readonly ParticipationRecord[]): Promise<ParticipationRecord[]> {
  const undoings = await byManyIds(
    'participations',
    records.map(({ _id }) => undoingOf(_id)),
    { kind: true },
  );
  return records.filter(({ _id }) => !undoings.has(undoingOf(_id)));
}

function earning(id: string, on: Instant, deed: Deed, cause: EntryCause, { books }: Facts): Posting {
  const book = rulesOn(books, dayOf(on));
  const { version: rules, caps } = book;
  return { do: 'earn', id, on, cause, kind: deed.kind, points: pointsFor(book, deed), rules, caps };
}

function attendanceOf({ brand, format, activityId }: ParticipationRecord, facts: Facts) {
  return { kind: 'attendance', title: facts.titleOf(activityId), brand, format } as const;
}

async function attendances({ took, undone }: Work, facts: Facts): Promise<Posting[]> {
  const earned = (await standing(took)).map((record) => {
    const cause = attendanceOf(record, facts);
    return earning(tookPart(record._id), record.at, cause, cause, facts);
  });
  const backs = undone.map((record): Posting => {
    const cause = { ...attendanceOf(record, facts), undone: true } as const;
    return { do: 'take-back', of: tookPart(record.undoes ?? ''), on: record.at, cause };
  });
  return [...earned, ...backs];
}

/** Whom somebody let in at a session; a gate lets in a few hundred. */
const LET_IN_MOST = 1_000;

async function stillServed(by: MemberId, { activityId, sessionId, letIn }: Service): Promise<boolean> {
  if ((await standing(letIn)).length > 0) return true;
  const found = await find<ParticipationRecord>(
    'participations',
    { activityId, sessionId, by },
    { limit: LET_IN_MOST, projection: { kind: true } },
  );
  return (await standing(found.filter(({ kind }) => kind === 'took-part'))).length > 0;
}

/** Once for a session, for as long as anybody whom they let in there was there. */
async function serviceAt(by: MemberId, service: Service, facts: Facts): Promise<Posting[]> {
  const { activityId, sessionId, at } = service;
  const turns = serviceTurns({ activityId, sessionId, by });
  const entries = await entriesOf(turns.flatMap((id) => [id, backOf(id)]));
  const isPosted = (id: string) => entries.some(({ _id }) => _id === id);
  const live = turns.find((id) => isPosted(id) && !isPosted(backOf(id)));
  const free = turns.find((id) => !isPosted(id));
  const title = facts.titleOf(activityId);
  const served = await stillServed(by, service);
  if (served && live === undefined && free !== undefined)
    return [earning(free, at, { kind: 'volunteering' }, { kind: 'volunteering', title }, facts)];
  if (!served && live !== undefined)
    return [{ do: 'take-back', of: live, on: at, cause: { kind: 'volunteering', title, undone: true } }];
  return [];
}

/** What one member's records come to as they stand now; asked again whenever their account changed meanwhile. */
export async function postingsOf(work: Work, facts: Facts): Promise<Posting[]> {
  const services = await Promise.all(work.served.map((service) => serviceAt(work.memberId, service, facts)));
  return [...(await attendances(work, facts)), ...services.flat()];
}
