import type { ExportRecord } from '../../domain/export/export';
import { reachOf } from '../../domain/export/scope';
import type { CommonRefusals, Refused } from '../../types/contract';
import { doerOf } from '../kit/caller';
import { byId } from '../kit/documents';
import type { Call } from '../kit/operation';

export const noExport = { ok: false, refusal: 'NOT_FOUND', detail: { what: 'export' } } as const;

/** An export of the caller's own; nobody else's is there for them, whatever their role. */
export async function ownExport(id: string, { caller }: Call): Promise<ExportRecord | undefined> {
  const record = await byId<ExportRecord>('exports', id);
  return record?.by === doerOf(caller) ? record : undefined;
}

/** The refusal for whoever may not export that any more: a role that ended meanwhile opens no file. */
export function noLonger(
  record: ExportRecord,
  { caller, now }: Call,
): Refused<Pick<CommonRefusals, 'FORBIDDEN'>> | undefined {
  const { of, phones } = record;
  const reached = reachOf({ of, ...(phones === 'full' && { phones }) }, caller.grants, now);
  if ('needs' in reached) return { ok: false, refusal: 'FORBIDDEN', detail: { needs: reached.needs } };
  const { within } = reached.reach;
  if (within === undefined || record.within?.every((each) => within.includes(each))) return undefined;
  return { ok: false, refusal: 'FORBIDDEN', detail: { needs: ['admin', 'organizer'] } };
}
