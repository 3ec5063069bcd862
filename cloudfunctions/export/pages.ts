import type { After, ExportRecord } from '../../domain/export/export';
import {
  attendanceRow,
  type ListedRegistration,
  listedState,
  participationRow,
  pointsRow,
  type Row,
  registrationRow,
} from '../../domain/export/rows';
import { type ParticipationRecord, undoingOf } from '../../domain/participation/participation';
import type { EntryRecord } from '../../domain/points/account';
import { timeKey } from '../../domain/time/shanghai';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byManyIds, find } from '../kit/documents';
import { learnTitles, type Names, namedOf } from './names';
import { checkInsOf, type Period, spanOf } from './span';

/** Answers may be long: a page of registrations has to stay below the 1 MB of one answer. */
const REGISTRATIONS = 200;
const RECORDS = 600;

/** Some rows in their order, and where the next ones are; absent with the last. */
export interface RowPage {
  rows: Row[];
  after?: After;
}

const LISTED = {
  ...{ memberId: true, enterpriseId: true, sessionId: true, zoneId: true, state: true, seats: true, answers: true },
  ...{ signedUpAt: true, endsAt: true, absentAt: true, 'attendance.at': true, cameKey: true, void: true },
};

const RECORD = {
  ...{ kind: true, memberId: true, activityId: true, sessionId: true, zoneId: true, brand: true, format: true },
  ...{ enterpriseId: true, employment: true, seats: true, at: true, startsAt: true, way: true, gate: true },
};

const ENTRY = { memberId: true, key: true, at: true, points: true, balance: true, cause: true, rules: true };

const shown = ({ phones }: ExportRecord): 'masked' | 'full' => (phones === 'full' ? 'full' : 'masked');

const isWithin =
  ({ within }: Pick<ExportRecord, 'within'>) =>
  ({ enterpriseId }: { enterpriseId: string }): boolean =>
    within === undefined || within.includes(enterpriseId);

/** In the order in which they signed up, which no change of a registration moves: so each comes once. */
async function registrationsPage(
  activityId: string,
  record: ExportRecord,
  names: Names,
  now: Instant,
): Promise<RowPage> {
  const found = await find<ListedRegistration>(
    'registrations',
    { activityId, cameKey: _.gt(record.after?.key ?? '') },
    { orderBy: ['cameKey', 'asc'], limit: REGISTRATIONS, projection: LISTED },
  );
  const listed = found.filter((each) => listedState(each, now) !== undefined).filter(isWithin(record));
  const named = await namedOf(
    names,
    listed.map(({ memberId }) => memberId),
    shown(record),
  );
  const rows = listed
    .map((each) => registrationRow(each, record, named, now))
    .filter((row): row is Row => row !== undefined);
  const last = found.at(-1);
  return { rows, ...(found.length === REGISTRATIONS && last && { after: { key: last.cameKey } }) };
}

/** Those that stand: what was undone since is not among them. */
async function standing(found: readonly ParticipationRecord[]): Promise<ParticipationRecord[]> {
  const took = found.filter(({ kind }) => kind === 'took-part');
  const undone = await byManyIds(
    'participations',
    took.map(({ _id }) => undoingOf(_id)),
    { kind: true },
  );
  return took.filter(({ _id }) => !undone.has(undoingOf(_id)));
}

async function attendancePage(activityId: string, record: ExportRecord, names: Names): Promise<RowPage> {
  const found = await find<ParticipationRecord>(
    'participations',
    { activityId, _id: _.gt(record.after?.id ?? '') },
    { orderBy: ['_id', 'asc'], limit: RECORDS, projection: RECORD },
  );
  const there = (await standing(found)).filter(isWithin(record));
  const named = await namedOf(
    names,
    there.map(({ memberId }) => memberId),
    shown(record),
  );
  const last = found.at(-1);
  const rows = there.map((each) => attendanceRow(each, named));
  return { rows, ...(found.length === RECORDS && last && { after: { id: last._id } }) };
}

/**
 * Documents by a key that several may share, and by id among those: the rest of the key where the last page ended, then what
 * follows.
 */
async function following<T extends { _id: string }>(
  name: string,
  by: string,
  where: { equal?: object; from: unknown; below: unknown; after?: [key: unknown, id: string] },
  projection: Record<string, boolean>,
): Promise<T[]> {
  const { equal = {}, from, below, after } = where;
  const rest = after
    ? await find<T>(
        name,
        { ...equal, [by]: after[0], _id: _.gt(after[1]) },
        { orderBy: ['_id', 'asc'], limit: RECORDS, projection },
      )
    : [];
  if (rest.length === RECORDS) return rest;
  const start = after ? _.gt(after[0]) : _.gte(from);
  const more = await find<T>(
    name,
    { ...equal, [by]: start.and(_.lt(below)) },
    { orderBy: [by, 'asc'], thenBy: '_id', limit: RECORDS - rest.length, projection },
  );
  return [...rest, ...more];
}

async function participationPage(period: Period, record: ExportRecord, names: Names): Promise<RowPage> {
  const { startsAt, endsAt } = spanOf(period);
  const [one] = record.within ?? [];
  const { at, id } = record.after ?? {};
  const found = await following<ParticipationRecord>(
    'participations',
    'at',
    {
      ...(one !== undefined && { equal: { enterpriseId: one } }),
      ...checkInsOf(period),
      ...(at !== undefined && id !== undefined && { after: [at, id] as [number, string] }),
    },
    RECORD,
  );
  const counts = ({ startsAt: start, at: came }: ParticipationRecord) =>
    (start ?? came) >= startsAt && (start ?? came) < endsAt;
  const there = await standing(found.filter(counts));
  const [named] = await Promise.all([
    namedOf(
      names,
      there.map(({ memberId }) => memberId),
      shown(record),
    ),
    learnTitles(
      names,
      there.map(({ activityId }) => activityId),
    ),
  ]);
  const last = found.at(-1);
  const rows = there.map((each) => participationRow(each, named));
  return { rows, ...(found.length === RECORDS && last && { after: { at: last.at, id: last._id } }) };
}

async function pointsPage(period: Period, record: ExportRecord, names: Names): Promise<RowPage> {
  const { startsAt, endsAt } = spanOf(period);
  const { key, id } = record.after ?? {};
  const found = await following<EntryRecord>(
    'entries',
    'key',
    {
      ...{ from: timeKey(startsAt), below: timeKey(endsAt) },
      ...(key !== undefined && id !== undefined && { after: [key, id] as [string, string] }),
    },
    ENTRY,
  );
  const named = await namedOf(
    names,
    found.map(({ memberId }) => memberId),
    shown(record),
  );
  const last = found.at(-1);
  const rows = found.map((each) => pointsRow(each, named));
  return { rows, ...(found.length === RECORDS && last && { after: { key: last.key, id: last._id } }) };
}

/** The rows that follow those which are written; at most eleven calls, however many rows there are. */
export async function nextPage(record: ExportRecord, names: Names, now: Instant): Promise<RowPage> {
  const { of } = record;
  switch (of.kind) {
    case 'registrations':
      return registrationsPage(of.activityId, record, names, now);
    case 'attendance':
      return attendancePage(of.activityId, record, names);
    case 'participation':
      return participationPage(of, record, names);
    case 'points':
      return pointsPage(of, record, names);
    case 'year':
      return { rows: [] };
    default:
      return of satisfies never;
  }
}
