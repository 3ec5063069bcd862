import type { SheetProblem } from '../../../domain/sheet/issue';

/** Thrown deep inside a file that nothing can be made of; `readSheet` returns its problem. */
export class SheetRefused extends Error {
  readonly problem: SheetProblem;

  constructor(problem: SheetProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

export const broken = (): SheetRefused => new SheetRefused({ code: 'BROKEN' });

/** Bytes that a file may have, and those that all we read of it may unpack to. 5,000 rows of 64 columns are about 13 MB. */
export const FILE_MOST = 5_000_000;
export const UNPACKED_MOST = 25_000_000;
/** Of a cell no more is kept: people are described in far less. */
export const CELL_MOST = 500;
