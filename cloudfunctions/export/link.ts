import * as v from 'valibot';
import { auditEntry, lookId } from '../../domain/audit/audit';
import { type ExportRecord, subjectsOf } from '../../domain/export/export';
import { EXPORTERS } from '../../domain/export/scope';
import { stateAt } from '../../domain/export/state';
import { exportFileName } from '../../domain/wording/exports';
import { insertOnce } from '../kit/documents';
import { id } from '../kit/fields';
import { linkTo } from '../kit/files';
import { type Call, read } from '../kit/operation';
import { staff } from '../kit/policy';
import { noExport, noLonger, ownExport } from './own';

/** A link is followed at once; whoever finds it later finds nothing. */
const LINK_SECONDS = 5 * 60;

async function note(record: ExportRecord, { caller, digest, now }: Call): Promise<void> {
  const { of, by, role, phones, reason, rows } = record;
  await insertOnce(
    'auditEntries',
    auditEntry(lookId(caller.key, digest, now), 'export', {
      ...{ at: now, by, role, what: 'export.link', subjects: subjectsOf(record), phones },
      // The year's report names nobody.
      ...(of.kind !== 'year' && { persons: rows }),
      ...(reason !== undefined && { reason }),
    }),
  );
}

/** That the file is taken away is noted before the link is made; no longer than the file itself lasts. */
export const link = read<'export.link'>({
  policy: staff(...EXPORTERS),
  schema: v.strictObject({ exportId: id }),
  async run({ exportId }, call) {
    const { now } = call;
    const record = await ownExport(exportId, call);
    if (!record) return noExport;
    const forbidden = noLonger(record, call);
    if (forbidden) return forbidden;
    const { expiresAt = now, file } = record;
    const state = stateAt(record, now);
    if (state === 'expired') return { ok: false, refusal: 'EXPIRED', detail: { expiredAt: expiresAt } };
    if (state !== 'ready' || !file) return { ok: false, refusal: 'NOT_READY', detail: { state } };
    await note(record, call);
    const seconds = Math.min(LINK_SECONDS, Math.ceil((expiresAt - now) / 1_000));
    const url = await linkTo(file.id, seconds);
    if (url === undefined) return { ok: false, refusal: 'EXPIRED', detail: { expiredAt: expiresAt } };
    return { ok: true, value: { url, fileName: exportFileName(record), until: now + seconds * 1_000 } };
  },
});
