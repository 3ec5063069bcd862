import * as v from 'valibot';
import { type AppliedImport, noRosters, ROSTERS, type RosterAt, rosterPages } from '../../domain/member/roster';
import { recall, remember } from '../../domain/request/remembered';
import { type ImportRecord, importRecord } from '../../domain/sheet/import-record';
import { mayApply } from '../../domain/sheet/roster-plan';
import type { Imported, RosterTarget } from '../../types/contract';
import { ABANDONED_MS } from '../../types/limits';
import type { EnterpriseId } from '../../types/vocabulary';
import { doerOf } from '../kit/caller';
import { _ } from '../kit/cloud';
import { changeIf, insertOnce } from '../kit/documents';
import { type WriteCall, write } from '../kit/operation';
import { Busy } from '../kit/transaction';
import { columns, sheetFile } from './opened';
import { loadBook, writePages } from './roster-book';
import { draftRoster, type RosterDraft } from './roster-draft';
import { keepers, notKeeping, rosterTarget } from './roster-target';
import { badRowsOf } from './row-check';
import { letGo } from './uploads';

/** The enterprises of the sheet whose rosters are others afterwards, with all their phones. */
function changed({ plan, entered }: RosterDraft): Map<EnterpriseId, string[]> {
  const ids = [...plan.added, ...plan.removed].map((id) => id.slice(0, id.indexOf('_')));
  const rosters = new Map<EnterpriseId, string[]>(ids.map((id) => [id, []]));
  for (const { enterpriseId, phoneKey } of entered) rosters.get(enterpriseId)?.push(phoneKey);
  return rosters;
}

/**
 * The line of the log, then the pages, then one change of one document, by which all of it comes into force or nothing does.
 * What a dead call leaves before that is looked at by nobody, and a sweep removes it.
 */
async function bringIntoForce(draft: RosterDraft, target: RosterTarget, call: WriteCall): Promise<Imported> {
  const { book, plan } = draft;
  const { now, caller, request } = call;
  const run = call.newId();
  const rosters = [...changed(draft)].map(([id, keys]) => ({ id, ...rosterPages(run, id, keys) }));
  const former = rosters.flatMap(({ id }): { id: EnterpriseId; at: RosterAt }[] => {
    const at = book.of[id];
    return at ? [{ id, at }] : [];
  });
  const answer = { added: plan.added.length, unchanged: plan.unchanged, removed: plan.removed.length };
  const enterprises = plan.enterprises.length;
  const did = { kind: 'roster', of: target.enterpriseId ?? 'all', at: now, by: doerOf(caller) } as const;
  const record: ImportRecord = importRecord(run, { ...did, ...answer, enterprises, former }, now + ABANDONED_MS);
  if (book.rev === 0) await insertOnce('rosterBook', noRosters());
  await insertOnce('imports', record);
  await writePages(rosters.flatMap(({ pages }) => pages));
  const applied: AppliedImport = { ...request, import: run, answer };
  const change = {
    rev: book.rev + 1,
    requests: _.set(remember(book.requests, applied)),
    ...Object.fromEntries(rosters.map(({ id, at }) => [`of.${id}`, _.set(at)])),
  };
  if (!(await changeIf('rosterBook', ROSTERS, { rev: book.rev }, change)))
    throw new Busy('another import came into force');
  await changeIf('imports', run, { state: 'begun' }, { state: 'done' });
  return answer;
}

/**
 * All rows or none. Somebody is taken off only with a yes to exactly this plan. What was imported before is known before
 * the file is looked at: it may be deleted by then.
 */
export const applyRoster = write<'import.applyRoster'>({
  policy: keepers,
  schema: v.strictObject({
    ...sheetFile,
    columns,
    ...rosterTarget,
    yes: v.exactOptional(v.pipe(v.string(), v.maxLength(64))),
  }),
  async run(input, call) {
    const forbidden = notKeeping(input, call);
    if (forbidden) return forbidden;
    const book = await loadBook();
    const known = recall(book.requests, call.request);
    if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    const before = book.requests.find(({ id }) => id === call.request.id);
    // The digest is of this operation and its input, so what was answered then is an answer of it.
    if (known === 'same' && before) return { ok: true, value: before.answer as Imported };
    const drafted = await draftRoster(input, call, book);
    if ('refused' in drafted) return drafted.refused;
    const { issues, plan } = drafted.draft;
    if (issues.length > 0) return { ok: false, refusal: 'BAD_ROWS', detail: { badRows: badRowsOf(issues) } };
    if (!mayApply(plan, input.yes)) {
      const detail = { removed: plan.removed.length, digest: plan.digest };
      return { ok: false, refusal: 'NEEDS_YES', detail };
    }
    const answer = await bringIntoForce(drafted.draft, input, call);
    await letGo(input.fileId, call.now);
    return { ok: true, value: answer };
  },
});
