import type { ActivityId, Brand, EnterpriseId, Format, Instant, MemberId, SessionId } from '../../types/vocabulary';
import type { RosterAt } from '../member/roster';
import { timeKey } from '../time/shanghai';

export const IMPORT_V = 1;

/** A file that somebody put into the storage, until it is deleted. */
export interface UploadRecord {
  _id: string;
  v: typeof IMPORT_V;
  fileId: string;
  dueAt: Instant;
}

/** What records of an attendance sheet need of the activity, as it was then. */
export interface SheetFacts {
  activityId: ActivityId;
  brand: Brand;
  format: Format;
  /** When each session began. */
  startsAt: Record<SessionId, Instant>;
}

interface Counted {
  added: number;
  unchanged: number;
  removed: number;
}

/**
 * One run of an import: the line of the log, and what a sweep needs to end or to undo one that died. It names no member and
 * holds no digest of a phone.
 */
export interface ImportRecord extends Counted {
  _id: string;
  v: typeof IMPORT_V;
  /** `begun` until what it decided is in force or, of an attendance sheet, written out. */
  state: 'begun' | 'done';
  kind: 'roster' | 'attendance';
  /** The enterprise or the activity; `all` for rosters of whatever enterprises the sheet names. */
  of: EnterpriseId | ActivityId | 'all';
  /** Instant and id: sorts the log, and a page can go on from it. */
  key: string;
  at: Instant;
  by: MemberId | '';
  enterprises: number;
  /** Rosters that it took the place of, until their pages are removed. */
  former?: { id: EnterpriseId; at: RosterAt }[];
  /** Of an attendance sheet: pages of what it changes, and what their records are made with. */
  pages?: number;
  facts?: SheetFacts;
  dueAt?: Instant;
}

export function importRecord(
  run: string,
  did: Pick<ImportRecord, 'kind' | 'of' | 'at' | 'by' | 'enterprises' | 'former' | 'pages' | 'facts'> & Counted,
  dueAt: Instant,
): ImportRecord {
  return { _id: run, v: IMPORT_V, state: 'begun', key: timeKey(did.at, run), dueAt, ...did };
}
