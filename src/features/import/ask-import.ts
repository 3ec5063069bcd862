import type {
  AttendanceTarget,
  Imported,
  ReadSheet,
  RosterTarget,
  RowCheck,
  SheetColumns,
} from '../../../types/contract';
import type { AttendancePreview, RosterPreview } from '../../../types/contract/import';
import type { Accepted } from '../../../types/contract/op';
import { outdate } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { command } from '../../cloud/command';

/** What the sheet is of. */
export type ImportTarget = ({ kind: 'roster' } & RosterTarget) | ({ kind: 'attendance' } & AttendanceTarget);

export interface ChosenSheet {
  fileId: string;
  sheet?: string;
}

export type CheckedRoster = RowCheck & { plan?: RosterPreview };
export type CheckedAttendance = RowCheck & { plan?: AttendancePreview };
export type Checked = ({ kind: 'roster' } & CheckedRoster) | ({ kind: 'attendance' } & CheckedAttendance);

export type ImportRefused = RefusedBy<'import.applyRoster'> | RefusedBy<'import.applyAttendance'>;
type Told<V> = Accepted<V> | ImportRefused;

const apply = { roster: command('import.applyRoster'), attendance: command('import.applyAttendance') };

export function readSheet(target: ImportTarget, file: ChosenSheet): Promise<Told<ReadSheet>> {
  if (target.kind === 'roster') {
    const { kind: _kind, ...of } = target;
    return call('import.readRoster', { ...file, ...of });
  }
  const { kind: _kind, ...of } = target;
  return call('import.readAttendance', { ...file, ...of });
}

export async function checkSheet(
  target: ImportTarget,
  file: ChosenSheet,
  columns: SheetColumns,
): Promise<Told<Checked>> {
  if (target.kind === 'roster') {
    const { kind, ...of } = target;
    const outcome = await call('import.checkRoster', { ...file, columns, ...of });
    return outcome.ok ? { ok: true, value: { kind, ...outcome.value } } : outcome;
  }
  const { kind, ...of } = target;
  const outcome = await call('import.checkAttendance', { ...file, columns, ...of });
  return outcome.ok ? { ok: true, value: { kind, ...outcome.value } } : outcome;
}

export async function applySheet(
  target: ImportTarget,
  file: ChosenSheet,
  { columns, yes }: { columns: SheetColumns; yes: string },
): Promise<Told<Imported>> {
  if (target.kind === 'roster') {
    const { kind: _kind, ...of } = target;
    return apply.roster({ ...file, columns, yes, ...of });
  }
  const { kind: _kind, ...of } = target;
  const outcome = await apply.attendance({ ...file, columns, yes, ...of });
  outdate('organizer.log', 'report.year');
  return outcome;
}
