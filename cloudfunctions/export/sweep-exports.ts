import {
  auditOfStart,
  type ExportRecord,
  ended,
  expired,
  finished,
  furthered,
  HOLD_MS,
  taken,
  tidied,
} from '../../domain/export/export';
import { isUnderWay } from '../../domain/export/state';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { find, insertOnce } from '../kit/documents';
import { deleteFiles, vacate } from '../kit/files';
import { log, scrubbed } from '../kit/log';
import type { Sweep } from '../kit/sweep';
import { advance } from './advance';
import { compose } from './compose';
import { filePath, partPath, writePart } from './write-part';

/** Exports looked at in a run; the others are still due in the next. */
const MOST = 20;
/** After so long a run begins no further step, and leaves the longest of them twice the time. */
const ENOUGH_MS = 20_000;

/** One step further, by whoever holds it. `undefined` where it was taken away meanwhile: then nothing of it counts. */
async function step(held: ExportRecord, now: Instant): Promise<ExportRecord | undefined> {
  if (held.of.kind === 'year' || held.allRows) {
    const file = await compose(held, now);
    return advance(held, file === 'gone' ? ended(held, 'failed', now, 'gone') : finished(held, file, now));
  }
  const written = await writePart(held, now);
  if (written === 'gone') return advance(held, ended(held, 'failed', now, 'gone'));
  return advance(held, furthered(held, written.part, written.after, now));
}

/** Clears away what is of no use any more; each file may be gone already. */
async function tidy(record: ExportRecord): Promise<void> {
  await deleteFiles(record.parts.map(({ file }) => file));
  // A run that died may have put one there and not have come to say so.
  if (record.state !== 'ready') for (const path of [partPath(record), filePath(record)]) await vacate(path);
  await advance(record, tidied(record));
}

async function work(found: ExportRecord, clock: () => Instant, goesOn: () => boolean): Promise<void> {
  if (!isUnderWay(found)) {
    const { state, expiresAt, file, parts } = found;
    if (state !== 'ready' || parts.length > 0) return tidy(found);
    if (expiresAt === undefined || expiresAt > clock()) return;
    if (file) await deleteFiles([file.id]);
    await advance(found, expired(found));
    return;
  }
  let held = await advance(found, taken(found, clock()));
  // Nothing is taken out that does not stand in the audit.
  if (held && isUnderWay(held)) await insertOnce('auditEntries', auditOfStart(held));
  while (held && isUnderWay(held)) {
    if (!goesOn()) {
      await advance(held, { ...held, dueAt: clock() });
      return;
    }
    held = await step(held, clock());
  }
  if (held?.state === 'ready' && held.parts.length > 0) await tidy(held);
}

/**
 * Writes exports, each step by the revision that it was read with: who holds one is alone with it, and who died is followed by
 * another when they are certainly dead. One that fails stays held until then, so that it is not tried all the time.
 */
export const sweepExports: Sweep = async (now) => {
  const begun = Date.now();
  const clock = () => now + (Date.now() - begun);
  const goesOn = () => Date.now() - begun < ENOUGH_MS;
  const due = await find<ExportRecord>('exports', { dueAt: _.lte(now) }, { orderBy: ['dueAt', 'asc'], limit: MOST });
  let done = 0;
  for (const record of due) {
    if (!goesOn()) break;
    try {
      await work(record, clock, goesOn);
      done += 1;
    } catch (error) {
      log({ id: '', op: 'export.sweepExports', ms: Date.now() - begun, outcome: 'LEFT_DUE', error: scrubbed(error) });
      // One whose files cannot be cleared away waits, or the twenty oldest such would keep all others from their turn.
      if (!isUnderWay(record)) await advance(record, { ...record, dueAt: clock() + HOLD_MS });
    }
  }
  return { found: due.length, done };
};
