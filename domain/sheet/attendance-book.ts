import type { ActivityId } from '../../types/vocabulary';
import type { AppliedImport } from '../member/roster';
import type { SheetChange } from '../participation/sheet-part';

/**
 * What sheets have done to an activity: one after the other, since each is decided on what the former left. While
 * `applying` is named its records are being written out, by whoever comes next.
 */
export interface AttendanceBook {
  _id: ActivityId;
  v: 1;
  rev: number;
  applying?: string;
  requests: AppliedImport[];
}

/** Part of what an import changes, kept until it is written out. */
export interface ChangesPage {
  _id: string;
  v: 1;
  import: string;
  changes: SheetChange[];
}

export const noSheets = (activityId: ActivityId): AttendanceBook => ({ _id: activityId, v: 1, rev: 0, requests: [] });

export const changesPageId = (run: string, page: number): string => `${run}.${page}`;
