import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Ask, walked } from '../domain/points/audit-asks';
import { type AuditRecord, beginAudit } from '../domain/points/audit-record';
import { auditStep } from '../domain/points/audit-walk';
import { dayOf } from '../domain/time/shanghai';
import { type Look, walking } from './walked-store';

/** Entries between two steps; what is kept between them is small, so it only has to be many. */
const STEP = 50_000;
/** Values sought in one query: more of them and the store would sooner read the whole collection. */
const SOUGHT = 200;

async function found(look: Look, ask: Ask): Promise<unknown[]> {
  const projection = Object.fromEntries(['_id', ...ask.fields].map((field) => [field, 1]));
  if (ask.kind === 'among') {
    const { of, field, values } = ask;
    const all: unknown[] = [];
    for (let from = 0; from < values.length; from += SOUGHT) {
      const filter = { [field]: { $in: values.slice(from, from + SOUGHT) } };
      all.push(...(await look(of, filter, { projection })));
    }
    return all;
  }
  const { of, equal = {}, over, after = '', upTo, thenBy, limit } = ask;
  if (over === undefined) return look(of, equal, { limit, projection });
  const filter = { ...equal, [over]: { $gt: after, ...(upTo !== undefined && { $lte: upTo }) } };
  const order: Record<string, 1> = { [over]: 1, ...(thenBy !== undefined && { [thenBy]: 1 }) };
  return look(of, filter, { order, limit, projection });
}

/** Walks all books of points in a data folder that no running cloud holds; it changes nothing. */
export function auditPoints(data: string): Promise<AuditRecord> {
  return walking(data, async (look) => {
    const lookUp = (asks: Ask[]) => Promise.all(asks.map((ask) => found(look, ask)));
    const now = Date.now();
    let audit = beginAudit(dayOf(now), now);
    // Nothing is under way where no cloud runs.
    while (audit.state === 'running') audit = await walked(auditStep(audit, Number.POSITIVE_INFINITY, STEP), lookUp);
    return audit;
  });
}

/** `npm run audit -- --data DIR`: fails where anything in the books of points does not agree. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  if (values.data === undefined) throw new Error('usage: npm run audit -- --data DIR');
  const began = performance.now();
  const { accounts, entries, records, held, owed, from, faults, shown } = await auditPoints(resolve(values.data));
  console.log(`${accounts} accounts, ${entries} entries, ${records} records behind them`);
  for (const [system, points] of Object.entries(from))
    console.log(`${system.padEnd(10)}${String(points).padStart(10)}`);
  console.log(`members hold ${held} and owe ${owed}`);
  for (const fault of shown) console.log(fault);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${faults} faults; ${seconds} s, ${peak} MB at most`);
  if (faults > 0) process.exitCode = 1;
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
