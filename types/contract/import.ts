import type { ActivityId, Day, EnterpriseId, Instant, SessionId } from '../vocabulary';
import type { EnterpriseView } from './member';
import type { Op, Page } from './op';
import type {
  SheetColumn,
  SheetColumns,
  SheetField,
  SheetIssue,
  SheetNotices,
  SheetProblem,
  UnmatchedRow,
} from './sheet';

/** A file of the caller's in the cloud's storage; of a workbook the sheet that is meant, else the first that is not empty. */
export interface SheetFile {
  fileId: string;
  sheet?: string;
}

/** Whose roster: that enterprise's alone, or without one of all that the sheet names, which takes an organizer. */
export interface RosterTarget {
  enterpriseId?: EnterpriseId;
}

/** Which activity the sheet is of; a session where several are on one day. */
export interface AttendanceTarget {
  activityId: ActivityId;
  sessionId?: SessionId;
}

export interface ReadSheet {
  /** The one that was read and all that one can see; none in a text file. */
  sheet?: string;
  sheets: string[];
  /** How the characters of a text file were taken. */
  encoding?: 'utf-8' | 'utf-16' | 'gb18030';
  columns: SheetColumn[];
  /** Fields that are needed and that no column seems to be. */
  missing: SheetField[];
  /** Rows below the heads. */
  rows: number;
}

/** Somebody in a row; the phone is masked. */
export interface SheetPerson {
  row: number;
  name: string;
  phone: string;
}

/** What is wrong with rows; while there is anything, nothing is imported. */
export interface RowCheck {
  /** Rows that are right. */
  rows: number;
  /** In the order of rows; the first of them. */
  issues: SheetIssue[];
  /** How many rows have any, all of them. */
  badRows: number;
  notices: SheetNotices;
}

/** One enterprise whose roster the sheet gives. */
export interface RosterChange extends EnterpriseView {
  before: number;
  added: number;
  removed: number;
}

export interface RosterPreview {
  enterprises: RosterChange[];
  added: number;
  unchanged: number;
  removed: number;
  /** The first of those who come on. */
  coming: (SheetPerson & { enterpriseName: string })[];
  /** The first of those who go and are members; of who never joined nothing is known but that there is somebody. */
  going: { name: string; phone: string; enterpriseName: string }[];
  /** Those who go and are members. */
  goingMembers: number;
  /** What a yes is given to. */
  digest: string;
}

export interface AttendancePreview {
  added: number;
  unchanged: number;
  removed: number;
  /** The first of each. */
  coming: (SheetPerson & { day: Day })[];
  going: { name: string; phone: string; day: Day }[];
  unmatched: (UnmatchedRow & { name: string; phone: string })[];
  /** All of them. */
  unmatchedRows: number;
  digest: string;
}

/** The same however often the request is sent. */
export interface Imported {
  added: number;
  unchanged: number;
  removed: number;
}

/** One line of what was imported, latest first. */
export interface ImportEntry extends Imported {
  id: string;
  at: Instant;
  /** Name of who did it; empty where nobody knows it any more. */
  by: string;
  /** Of a roster: enterprises in the sheet. */
  enterprises: number;
}

export interface SheetRefusals {
  /** It never arrived, or was deleted: a file is kept for a day, or until it is imported. */
  NO_FILE: Record<never, never>;
  SHEET_PROBLEM: { problem: SheetProblem };
}

export interface RosterRefusals extends SheetRefusals {
  NOT_FOUND: { what: 'enterprise' };
}

export interface AttendanceRefusals extends SheetRefusals {
  NOT_FOUND: { what: 'activity' | 'session' };
  /** Until then people check in themselves. */
  NOT_YET_OVER: { endsAt: Instant };
  ACTIVITY_CANCELLED: Record<never, never>;
  /** Two sessions are on one day, so the sheet's days do not tell which. */
  SESSION_NEEDED: { sessions: { id: SessionId; name: string; startsAt: Instant }[] };
}

interface ApplyRefusals {
  BAD_ROWS: { badRows: number };
  /** Somebody would go, and nobody has said yes to exactly this. */
  NEEDS_YES: { removed: number; digest: string };
}

type Confirmed = SheetFile & { columns: SheetColumns };

export interface ImportContract {
  /** Where the caller's sheets go, and what a file may have. */
  start: Op<
    Record<never, never>,
    {
      folder: string;
      bytesMost: number;
      rowsMost: number;
      /** Of a unit officer: those whose rosters they keep. Absent for organizers, who keep all. */
      enterprises?: EnterpriseView[];
    }
  >;
  /** Notes the file, so that it is deleted in a day whatever happens, and says what its columns seem to be. */
  readRoster: Op<SheetFile & RosterTarget, ReadSheet, RosterRefusals>;
  checkRoster: Op<Confirmed & RosterTarget, RowCheck & { plan?: RosterPreview }, RosterRefusals>;
  applyRoster: Op<Confirmed & RosterTarget & { yes?: string }, Imported, RosterRefusals & ApplyRefusals>;
  rosterImports: Op<RosterTarget & { cursor?: string }, Page<ImportEntry>>;
  readAttendance: Op<SheetFile & AttendanceTarget, ReadSheet, AttendanceRefusals>;
  checkAttendance: Op<Confirmed & AttendanceTarget, RowCheck & { plan?: AttendancePreview }, AttendanceRefusals>;
  applyAttendance: Op<Confirmed & AttendanceTarget & { yes?: string }, Imported, AttendanceRefusals & ApplyRefusals>;
}
