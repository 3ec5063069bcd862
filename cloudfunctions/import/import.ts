import type { Service } from '../kit/serve';
import { applyAttendance } from './apply-attendance';
import { applyRoster } from './apply-roster';
import { checkAttendance } from './check-attendance';
import { checkRoster } from './check-roster';
import { readAttendance, readRoster } from './read-sheet';
import { rosterImports } from './roster-imports';
import { start } from './start';
import { sweepImports } from './sweep-imports';
import { sweepUploads } from './uploads';

const importing: Service<'import'> = {
  area: 'import',
  operations: {
    ...{ start, readRoster, checkRoster, applyRoster, rosterImports },
    ...{ readAttendance, checkAttendance, applyAttendance },
  },
  sweeps: { sweepImports, sweepUploads },
};

// The area is called so everywhere; only as a variable the word is taken.
export { importing as import };
