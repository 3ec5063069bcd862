import type { Issue, Notices } from '../../domain/sheet/issue';
import type { RowCheck } from '../../types/contract';

/** An answer may have 1 MB; who has more bad rows than this has another trouble. */
const ISSUES_SHOWN = 1_000;
/** People that one looks through before saying yes; of the others the number is said. */
export const PEOPLE_SHOWN = 200;

export const badRowsOf = (issues: readonly Issue[]): number => new Set(issues.map(({ row }) => row)).size;

export function presentRows(rows: number, issues: readonly Issue[], notices: Notices): RowCheck {
  return { rows, issues: issues.slice(0, ISSUES_SHOWN), badRows: badRowsOf(issues), notices };
}
