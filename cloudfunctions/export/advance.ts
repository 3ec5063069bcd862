import type { ExportRecord } from '../../domain/export/export';
import { changeIf, difference } from '../kit/documents';

/** Makes `next` of an export, if it still is as it was read; `undefined` where something else happened to it first. */
export async function advance(before: ExportRecord, next: ExportRecord): Promise<ExportRecord | undefined> {
  const stored = { ...next, rev: before.rev + 1 };
  const done = await changeIf('exports', before._id, { rev: before.rev }, difference(before, stored));
  return done ? stored : undefined;
}
