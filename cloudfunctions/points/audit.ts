import { type Ask, walked } from '../../domain/points/audit-asks';
import { type AuditRecord, beginAudit } from '../../domain/points/audit-record';
import { auditStep } from '../../domain/points/audit-walk';
import { dayOf } from '../../domain/time/shanghai';
import { ABANDONED_MS, FUNCTION_SECONDS } from '../../types/limits';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, changeIf, difference, find, insertOnce } from '../kit/documents';
import { log } from '../kit/log';
import { SWEEP_MOST, type Swept, underLease } from '../kit/sweep';

const ENTRIES_MOST = 5_000;
const RECORDS_MOST = 5_000;
/** After so long a run begins no further step. */
const ENOUGH_MS = (FUNCTION_SECONDS * 1_000) / 2;
/** What happened in this time may still be under way, with what calls leave to the sweeps. */
const SETTLED_MS = 10 * ABANDONED_MS;
const AT_ONCE = 8;
/** Values that are sought in one query. */
const SOUGHT = 200;
const FOUND_MOST = 1_000;

type Look = () => Promise<unknown[]>;

/** The queries that answer it; each is served by an index. */
function looksOf(ask: Ask): Look[] {
  const projection = Object.fromEntries(['_id', ...ask.fields].map((field) => [field, true]));
  if (ask.kind === 'among') {
    const { of, field, values } = ask;
    return Array.from({ length: Math.ceil(values.length / SOUGHT) }, (_none, at) => () => {
      const some = values.slice(at * SOUGHT, (at + 1) * SOUGHT);
      return find(of, { [field]: _.in(some) }, { limit: FOUND_MOST, projection });
    });
  }
  const { of, equal = {}, over, after = '', upTo, thenBy, limit } = ask;
  if (over === undefined) return [() => find(of, equal, { limit, projection })];
  const range = upTo === undefined ? _.gt(after) : _.gt(after).and(_.lte(upTo));
  const order = { orderBy: [over, 'asc'] as [string, 'asc'], ...(thenBy !== undefined && { thenBy }) };
  return [() => find(of, { ...equal, [over]: range }, { limit, projection, ...order })];
}

/** All that is asked for, a few queries at a time. */
async function look(asks: Ask[]): Promise<unknown[][]> {
  const found: unknown[][] = asks.map(() => []);
  const looks = asks.flatMap((ask, at) => looksOf(ask).map((run) => ({ at, run })));
  for (let from = 0; from < looks.length; from += AT_ONCE) {
    const some = looks.slice(from, from + AT_ONCE);
    const pages = await Promise.all(some.map(({ run }) => run()));
    for (const [place, { at }] of some.entries()) found[at]?.push(...(pages[place] ?? []));
  }
  return found;
}

/** The audit that is under way, whatever day it began on, or that of today. */
async function currentAudit(now: Instant): Promise<AuditRecord> {
  const [running] = await find<AuditRecord>('audits', { state: 'running' }, { limit: 1 });
  if (running) return running;
  const day = dayOf(now);
  const fresh = beginAudit(day, now);
  if (await insertOnce('audits', fresh)) return fresh;
  return (await byId<AuditRecord>('audits', day)) ?? fresh;
}

function report({ _id: day, accounts, moving, entries, records, faults }: AuditRecord, ms: number): void {
  log({ id: '', op: 'points.audit', ms, outcome: 'AUDIT', day, accounts, moving, entries, records, faults });
}

/**
 * Adds up all books of points once a day. A run does a part and notes how far it has come in one change, so it may end
 * anywhere: the next goes on from the last note. An audit that a night does not finish goes on in the next.
 */
export const audit = underLease('points.audit', async (now): Promise<Swept> => {
  const begun = Date.now();
  const before = await currentAudit(now);
  if (before.state === 'done') return { found: 0, done: 0 };
  let next = before;
  const accounts = () => next.accounts - before.accounts;
  const entries = () => next.entries - before.entries;
  const records = () => next.records - before.records;
  while (
    next.state === 'running' &&
    Date.now() - begun < ENOUGH_MS &&
    accounts() < SWEEP_MOST &&
    entries() < ENTRIES_MOST &&
    records() < RECORDS_MOST
  )
    next = await walked(auditStep(next, now - SETTLED_MS, ENTRIES_MOST - entries()), look);
  if (next.state === 'done') next = { ...next, finishedAt: now };
  const stored = { ...next, rev: before.rev + 1 };
  if (!(await changeIf('audits', before._id, { rev: before.rev }, difference(before, stored))))
    throw new Error('another run noted how far it came');
  if (next.state === 'done') report(next, now - next.startedAt);
  const done = accounts() + entries() + records();
  return { found: done, done };
});
