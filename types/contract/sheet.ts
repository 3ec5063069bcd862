import type { Day } from '../vocabulary';

/** What a column of a sheet may say of a person. */
export const SHEET_FIELDS = ['name', 'phone', 'enterprise', 'employment', 'activity', 'day'] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];

/** Which column is which field, counted from 0. */
export type SheetColumns = Readonly<Partial<Record<SheetField, number>>>;

/** One column as it is shown for confirmation. */
export interface SheetColumn {
  at: number;
  letter: string;
  head: string;
  field?: SheetField;
  /** `sure`: the head is a usual one. `likely`: it ends with a usual one, or its values look like it. */
  how?: 'sure' | 'likely';
  /** Another column says the same just as clearly: somebody should choose. */
  contested?: true;
  /** What stands in its first cells; phones are masked. */
  samples: string[];
}

/** Why nothing can be made of a whole file or sheet. */
export type SheetProblem =
  | { code: 'FILE_TOO_LARGE'; bytes: number; most: number }
  | { code: 'EMPTY_FILE' }
  /** What it is instead, whatever its name ends with. */
  | { code: 'NOT_A_SHEET'; found: 'xls' | 'xlsb' | 'ods' | 'zip' | 'html' | 'pdf' | 'picture' | 'unknown' }
  | { code: 'PASSWORD' }
  /** It begins as a workbook and does not hold together. */
  | { code: 'BROKEN' }
  /** Small as a file and huge when unpacked, as no list of people is. */
  | { code: 'UNPACKS_TOO_LARGE'; most: number }
  | { code: 'ENCODING' }
  | { code: 'TOO_MANY_ROWS'; most: number }
  | { code: 'NO_ROWS' }
  | { code: 'NO_SUCH_SHEET'; sheets: string[] }
  /** None of the first rows looks like heads; what stands there. */
  | { code: 'NO_HEAD'; rows: string[] }
  | { code: 'MISSING_COLUMNS'; fields: SheetField[]; heads: string[] };

/** What is wrong with one cell, or with the row for lack of one. */
export type SheetFault =
  | { code: 'MISSING' }
  | { code: 'FORMULA' }
  /** The cell is part of a block that spans several rows, and each person needs their own. */
  | { code: 'MERGED'; from: number }
  | { code: 'TOO_LONG'; most: number }
  | { code: 'PHONE_BAD'; text: string; digits: number }
  | { code: 'PHONE_ROUNDED'; text: string }
  | { code: 'PHONE_TWICE'; rows: [first: number, again: number] }
  | { code: 'ENTERPRISE_UNKNOWN'; text: string; nearest: string[] }
  | { code: 'ENTERPRISE_NOT_YOURS'; text: string }
  | { code: 'DAY_UNCLEAR'; text: string }
  | { code: 'DAY_ELSEWHERE'; day: Day; days: Day[] }
  | { code: 'ACTIVITY_ELSEWHERE'; text: string };

/** Row as the sheet counts it, column as its letter; none where the field has no column. */
export type SheetIssue = SheetFault & { row: number; field: SheetField; column?: string };

/** What was done without asking, and stops nothing. */
export interface SheetNotices {
  /** Blank rows between people. */
  blank: number;
  /** Rows in which no recognised column says anything, such as a sum below, or heads again on a second page. */
  passedOver: number[];
  /** The same person in the same words again: counted once. */
  repeated: [first: number, again: number][];
  /** Phones that were written full-width, with blanks, behind +86 or the like. */
  tidied: number;
  /** Rows whose 用工性质 is none that we know; the row counts all the same. */
  employmentUnknown: number[];
}

/** Why nobody is counted for a row of an attendance sheet; it holds up nothing. */
export type UnmatchedRow = { row: number } & (
  | {
      /**
       * `another-name`: the phone is a member's of another name; it may have changed hands. `signed-up`: they have a place
       * in the app, so the list there says whether they came.
       */
      why: 'not-a-member' | 'not-active' | 'another-name' | 'signed-up';
    }
  | { why: 'twice'; first: number }
);
