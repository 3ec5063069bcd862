import type { AuditSubject, ExportOf, ExportState, ExportView, PhonesShown } from '../../types/contract';
import { EXPORT_SECONDS } from '../../types/limits';
import type { EnterpriseId, Instant, MemberId, Role } from '../../types/vocabulary';
import { type AuditEntryRecord, auditEntry } from '../audit/audit';
import type { AcceptedRequest } from '../request/remembered';
import { DAY_MS, timeKey } from '../time/shanghai';
import { stateAt } from './state';

export const EXPORT_V = 1;

/** More rows than that go into no file: a year of them is fetched month by month. */
export const ROWS_MOST = 100_000;
/** How long a file can be fetched. */
export const KEPT_MS = DAY_MS;
/** Whoever took an export and has not been heard of for so long is certainly dead. */
export const HOLD_MS = 1.5 * EXPORT_SECONDS * 1_000;
/** Times that it is taken in a row without getting a step further. */
export const TRIES_MOST = 5;

/** Where the next page goes on: the sort keys of the last row before it. */
export interface After {
  at?: Instant;
  key?: string;
  id?: string;
}

/** Some rows as they stand in the sheet, squeezed, in a file of their own. */
export interface Part {
  file: string;
  rows: number;
}

export interface ExportRecord {
  /** That of the command which asked for it: sent again it is still one. */
  _id: string;
  v: typeof EXPORT_V;
  /** Rises with every change: a change holds only against the one it was decided on. */
  rev: number;
  /** Empty for the first admin, who need be no member. */
  by: MemberId | '';
  role: Role;
  /** Unique: who asked, while it is under way, its own id afterwards. So nobody has two at once. */
  openKey: string;
  /** Instant and id: sorts somebody's exports. */
  key: string;
  request: AcceptedRequest;
  of: ExportOf;
  title: string;
  /** Only rows of these enterprises; of all where it is absent. */
  within?: EnterpriseId[];
  phones: PhonesShown;
  reason?: string;
  /** The activity's as they were when it was asked for: a column each. */
  questions: { id: string; label: string }[];
  state: ExportState;
  about: number;
  rows: number;
  askedAt: Instant;
  after?: After;
  /** Every row stands in one of the parts. */
  allRows?: true;
  parts: Part[];
  file?: { id: string; bytes: number };
  expiresAt?: Instant;
  why?: NonNullable<ExportView['why']>;
  tries: number;
  /** When a sweep has something to do with it. */
  dueAt?: Instant;
}

export const openKeyOf = (by: MemberId | ''): string => `open.${by}`;

export type Asked = Pick<ExportRecord, 'by' | 'role' | 'request' | 'of' | 'title' | 'phones' | 'about' | 'questions'> &
  Partial<Pick<ExportRecord, 'within' | 'reason'>>;

export function newExport(_id: string, asked: Asked, now: Instant): ExportRecord {
  return {
    ...asked,
    ...{ _id, v: EXPORT_V, rev: 0, openKey: openKeyOf(asked.by), key: timeKey(now, _id), state: 'queued', rows: 0 },
    ...{ askedAt: now, parts: [], tries: 0, dueAt: now },
  };
}

/** Ended before it was whole; what it has written is cleared away when nobody can still be writing it. */
export function ended(
  record: ExportRecord,
  state: 'cancelled' | 'failed',
  now: Instant,
  why?: ExportRecord['why'],
): ExportRecord {
  return { ...record, state, openKey: record._id, dueAt: now + HOLD_MS, ...(why !== undefined && { why }) };
}

/** Somebody works on it from now on; one that nobody gets further with fails. */
export function taken(record: ExportRecord, now: Instant): ExportRecord {
  if (record.tries >= TRIES_MOST) return ended(record, 'failed', now, 'broken');
  return { ...record, state: 'running', tries: record.tries + 1, dueAt: now + HOLD_MS };
}

/** A part more; `after` is absent where it was the last. */
export function furthered(record: ExportRecord, part: Part | undefined, after: After | undefined, now: Instant) {
  const { after: _former, ...rest } = record;
  const rows = record.rows + (part?.rows ?? 0);
  const next: ExportRecord = {
    ...rest,
    ...{ rows, about: Math.max(record.about, rows), tries: 0, dueAt: now + HOLD_MS },
    parts: part ? [...record.parts, part] : record.parts,
    ...(after ? { after } : { allRows: true as const }),
  };
  return rows > ROWS_MOST ? ended(next, 'failed', now, 'too-many') : next;
}

/** The file is whole; its parts are cleared away next. */
export function finished(record: ExportRecord, file: { id: string; bytes: number }, now: Instant): ExportRecord {
  const expiresAt = now + KEPT_MS;
  const { rows, parts } = record;
  const dueAt = parts.length > 0 ? now : expiresAt;
  return { ...record, state: 'ready', openKey: record._id, about: rows, file, expiresAt, dueAt };
}

/** Nothing is left of what it was made from. */
export function tidied(record: ExportRecord): ExportRecord {
  const { dueAt: _due, ...rest } = record;
  const { expiresAt } = record;
  return { ...rest, parts: [], ...(record.state === 'ready' && expiresAt !== undefined && { dueAt: expiresAt }) };
}

export function expired(record: ExportRecord): ExportRecord {
  const { dueAt: _due, file: _file, ...rest } = record;
  return { ...rest, state: 'expired' };
}

export function exportView(record: ExportRecord, now: Instant): ExportView {
  const { _id, of, title, phones, reason, rows, about, askedAt, expiresAt, file, why } = record;
  return {
    ...{ id: _id, of, title, phones, state: stateAt(record, now), rows, about, askedAt },
    ...(reason !== undefined && { reason }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(file && { bytes: file.bytes }),
    ...(why !== undefined && { why }),
  };
}

/** What it is of, as whoever searches the audit entries asks. */
export function subjectsOf({ _id, of, within = [] }: Pick<ExportRecord, '_id' | 'of' | 'within'>): AuditSubject[] {
  const about: AuditSubject =
    'activityId' in of ? { kind: 'activity', id: of.activityId } : { kind: 'year', id: String(of.year) };
  return [about, { kind: 'export', id: _id }, ...within.map((id): AuditSubject => ({ kind: 'enterprise', id }))];
}

/** That it was asked for. Written with it, and again before anything of it is, so that no export is without. */
export function auditOfStart(record: ExportRecord): AuditEntryRecord {
  const { _id, by, role, askedAt, phones, reason } = record;
  return auditEntry(`export.${_id}`, 'export', {
    ...{ at: askedAt, by, role, what: 'export.start', subjects: subjectsOf(record), phones },
    ...(reason !== undefined && { reason }),
  });
}
