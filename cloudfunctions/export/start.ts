import * as v from 'valibot';
import type { ActivityRecord } from '../../domain/activity/activity';
import {
  type Asked,
  auditOfStart,
  type ExportRecord,
  newExport,
  openKeyOf,
  ROWS_MOST,
} from '../../domain/export/export';
import { EXPORTERS, REASON_LEAST, type Reach, reachOf } from '../../domain/export/scope';
import type { EnterpriseRecord } from '../../domain/member/member';
import type { Answer, ExportContract, ExportOf } from '../../types/contract';
import { doerOf } from '../kit/caller';
import { byId, find, insertOnce } from '../kit/documents';
import { text } from '../kit/fields';
import { type WriteCall, write } from '../kit/operation';
import { staff } from '../kit/policy';
import { Busy } from '../kit/transaction';
import { aboutRows } from './count';
import { exportOf } from './fields';

type StartAnswer = Answer<ExportContract['start']>;
type Known = Pick<Asked, 'title' | 'questions'>;

/** What the export is called, and what its rows have a column for; `undefined` where there is no such thing. */
async function knownOf(of: ExportOf): Promise<Known | undefined> {
  if ('activityId' in of) {
    const activity = await byId<Pick<ActivityRecord, '_id' | 'title' | 'questions'>>('activities', of.activityId, {
      title: true,
      questions: true,
    });
    return activity && { title: activity.title, questions: activity.questions.map(({ id, label }) => ({ id, label })) };
  }
  if (!('enterpriseId' in of) || of.enterpriseId === undefined) return { title: '', questions: [] };
  const enterprise = await byId<Pick<EnterpriseRecord, '_id' | 'name'>>('enterprises', of.enterpriseId, { name: true });
  return enterprise && { title: enterprise.name, questions: [] };
}

/** What stands in the way of a new one: it was asked for before, or another is under way. */
async function inTheWay(id: string, { caller, request }: WriteCall): Promise<StartAnswer> {
  const by = doerOf(caller);
  const before = await byId<ExportRecord>('exports', id);
  if (before) {
    if (before.by !== by || before.request.digest !== request.digest)
      return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    await insertOnce('auditEntries', auditOfStart(before));
    return { ok: true, value: { exportId: id } };
  }
  const [open] = await find<ExportRecord>(
    'exports',
    { openKey: openKeyOf(by) },
    { limit: 1, projection: { by: true } },
  );
  if (!open) throw new Busy('the other export ended just now');
  return { ok: false, refusal: 'ONE_AT_A_TIME', detail: { exportId: open._id } };
}

async function ask(
  { of, phones, reason }: { of: ExportOf; phones?: 'full'; reason?: string },
  { role, within }: Reach,
  call: WriteCall,
): Promise<StartAnswer> {
  const { caller, now, request } = call;
  const [known, about] = await Promise.all([knownOf(of), aboutRows(of, within)]);
  if (!known)
    return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'activityId' in of ? 'activity' : 'enterprise' } };
  if (about > ROWS_MOST) return { ok: false, refusal: 'TOO_MANY_ROWS', detail: { rows: about, most: ROWS_MOST } };
  const id = request.id.toLowerCase();
  const record = newExport(
    id,
    {
      ...{ by: doerOf(caller), role, request, of, ...known, about },
      phones: of.kind === 'year' ? 'none' : (phones ?? 'masked'),
      ...(within && { within }),
      ...(reason !== undefined && { reason }),
    },
    now,
  );
  if (!(await insertOnce('exports', record))) return inTheWay(id, call);
  await insertOnce('auditEntries', auditOfStart(record));
  return { ok: true, value: { exportId: id } };
}

/** Five calls, with the one for who asks; what it counts does not cost more with the rows. The file is written by a sweep. */
export const start = write<'export.start'>({
  policy: staff(...EXPORTERS),
  schema: v.strictObject({
    of: exportOf,
    phones: v.exactOptional(v.literal('full')),
    reason: v.exactOptional(text(1, 200)),
  }),
  async run(input, call) {
    const reached = reachOf(input, call.caller.grants, call.now);
    if ('needs' in reached) return { ok: false, refusal: 'FORBIDDEN', detail: { needs: reached.needs } };
    if (input.phones === 'full' && [...(input.reason ?? '')].length < REASON_LEAST)
      return { ok: false, refusal: 'PURPOSE_NEEDED', detail: { least: REASON_LEAST } };
    return ask(input, reached.reach, call);
  },
});
