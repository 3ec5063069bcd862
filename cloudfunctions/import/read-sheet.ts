import * as v from 'valibot';
import { write } from '../kit/operation';
import { sceneOf as attendanceScene, attendanceStaff, attendanceTarget } from './attendance-target';
import { openSheet, presentSheet, sheetFile } from './opened';
import { keepers, sceneOf as rosterScene, rosterTarget } from './roster-target';
import { noteUpload } from './uploads';

/** Changes nothing but that the file will be deleted, so sent again it gives the same. */
export const readRoster = write<'import.readRoster'>({
  policy: keepers,
  schema: v.strictObject({ ...sheetFile, ...rosterTarget }),
  async run(input, call) {
    await noteUpload(input.fileId, call);
    const scene = await rosterScene(input, call);
    if ('refused' in scene) return scene.refused;
    const opened = await openSheet(input, 'roster', call.caller);
    if ('refused' in opened) return opened.refused;
    const read = presentSheet(opened.open);
    const { assumed } = scene.terms;
    const missing = read.missing.filter((field) => field !== 'enterprise' || assumed === undefined);
    return { ok: true, value: { ...read, missing } };
  },
});

export const readAttendance = write<'import.readAttendance'>({
  policy: attendanceStaff,
  schema: v.strictObject({ ...sheetFile, ...attendanceTarget }),
  async run(input, call) {
    await noteUpload(input.fileId, call);
    const scene = await attendanceScene(input, call.now);
    if ('refused' in scene) return scene.refused;
    const opened = await openSheet(input, 'attendance', call.caller);
    return 'refused' in opened ? opened.refused : { ok: true, value: presentSheet(opened.open) };
  },
});
