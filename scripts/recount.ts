import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { RedemptionRecord } from '../domain/benefit/redemption';
import type { StoredEntry } from '../domain/points/account';
import { absenceCountsAs, benefitCountsAs } from '../domain/report/facts';
import type { FoldRecord, TallyRecord } from '../domain/report/fold';
import {
  type CountedRecord,
  differencesOf,
  type Recount,
  recountActivity,
  recountMember,
  recountOne,
  recountPoints,
} from '../domain/report/recount';
import type { RegistrationRecord } from '../domain/signup/registration';
import { monthOf } from '../domain/time/shanghai';
import { type Look, walking } from './walked-store';

/** Documents read together; a group that is larger is read whole. */
const PAGE = 5_000;

const fields = (...names: string[]): Record<string, 1> =>
  Object.fromEntries(['_id', ...names].map((name) => [name, 1]));

const PRESENCE = fields(
  ...['kind', 'memberId', 'activityId', 'sessionId', 'brand', 'format', 'enterpriseId', 'employment'],
  ...['seats', 'at', 'startsAt', 'expected', 'undoes', 'tallyDue'],
);

/** Every document in the order of that field, page by page; all that have one value of it are in one page. */
async function* pages<T>(
  look: Look,
  name: string,
  by: '_id' | 'memberId' | 'activityId',
  projection: Record<string, 1>,
): AsyncGenerator<T[]> {
  let after = '';
  let most = PAGE;
  for (;;) {
    const found = await look(name, { [by]: { $gt: after } }, { order: { [by]: 1 }, limit: most, projection });
    const last = String(found.at(-1)?.[by]);
    // The last group may go on behind the page.
    const whole = found.length < most ? found : found.filter((document) => by === '_id' || document[by] !== last);
    if (whole.length > 0) yield whole as unknown as T[];
    if (found.length < most) return;
    [after, most] = whole.length > 0 ? [String(whole.at(-1)?.[by]), PAGE] : [after, most * 2];
  }
}

/** Each group of one page, in its order. */
function groups<T>(page: readonly T[], of: (document: T) => string): T[][] {
  const found: T[][] = [];
  for (const document of page) {
    const last = found.at(-1);
    if (last?.[0] !== undefined && of(last[0]) === of(document)) last.push(document);
    else found.push([document]);
  }
  return found;
}

interface Sums {
  recount: Recount;
  records: number;
  waiting: number;
}

/**
 * Counts what is counted. Before the first batch nothing is, marked or not: what was written before there were marks gets
 * them first.
 */
async function recounted(look: Look, begun: boolean): Promise<Sums> {
  const sums: Sums = { recount: new Map(), records: 0, waiting: 0 };
  const { recount } = sums;
  /** Whether it is counted already; `counts`: it is something that is counted at all. */
  const isCounted = ({ tallyDue }: { tallyDue?: number }, counts = true): boolean => {
    sums.records += 1;
    if (tallyDue === undefined && begun) return true;
    if (tallyDue !== undefined || counts) sums.waiting += 1;
    return false;
  };
  for await (const page of pages<CountedRecord>(look, 'participations', 'memberId', PRESENCE)) {
    for (const record of page) isCounted(record);
    if (begun) for (const own of groups(page, ({ memberId }) => memberId)) recountMember(recount, own);
  }
  if (begun) {
    for await (const page of pages<CountedRecord>(look, 'participations', 'activityId', PRESENCE))
      for (const own of groups(page, ({ activityId }) => activityId)) recountActivity(recount, own);
  }
  const missing = fields('state', 'enterpriseId', 'missed', 'tallyDue', 'tallied');
  for await (const page of pages<RegistrationRecord>(look, 'registrations', '_id', missing)) {
    for (const record of page) {
      const counted = isCounted(record, record.state === 'absent');
      recountOne(recount, 'missed', counted ? absenceCountsAs(record) : (record.tallied?.as ?? ''));
    }
  }
  const given = fields('state', 'enterpriseId', 'brand', 'at', 'verified', 'tallyDue', 'tallied');
  for await (const page of pages<RedemptionRecord>(look, 'redemptions', '_id', given)) {
    for (const record of page) {
      const as = benefitCountsAs(record);
      const counted = isCounted(record, as !== '');
      recountOne(recount, 'benefits', counted ? as : (record.tallied?.as ?? ''));
    }
  }
  for await (const page of pages<StoredEntry>(look, 'entries', '_id', fields('at', 'against', 'points', 'tallyDue'))) {
    for (const record of page)
      if (isCounted(record)) recountPoints(recount, monthOf(record.at), record.against, record.points);
  }
  return sums;
}

async function comparedWith(look: Look, recount: Recount, year: string | undefined): Promise<string[]> {
  const differences: string[] = [];
  const isAsked = (tally: string) => year === undefined || tally.startsWith(`${year}.`);
  const seen = new Set<string>();
  for await (const page of pages<TallyRecord>(look, 'tallies', '_id', {})) {
    for (const tally of page) {
      seen.add(tally._id);
      if (isAsked(tally._id)) differences.push(...differencesOf(tally, recount.get(tally._id)));
    }
  }
  for (const [tally, numbers] of recount)
    if (!seen.has(tally) && isAsked(tally))
      differences.push(...differencesOf({ _id: tally, v: 1, through: 0, cells: {} }, numbers));
  return differences;
}

export interface Recounted {
  records: number;
  /** Records that no sweep has come to; they count on neither side. */
  waiting: number;
  /** A sweep has begun to count: before, all of them wait. */
  begun: boolean;
  /** A batch that a run left half applied: only the sweep that ends it makes the tallies agree. */
  open: boolean;
  tallies: number;
  differences: string[];
}

/** Counts all records of a data folder anew and holds the tallies against that; it changes nothing. */
export function recountYears(data: string, year?: string): Promise<Recounted> {
  return walking(data, async (look) => {
    const [fold] = (await look('batches', {}, { limit: 1 })) as unknown as FoldRecord[];
    const begun = fold !== undefined && fold.former === undefined;
    const { recount, records, waiting } = await recounted(look, begun);
    const differences = await comparedWith(look, recount, year);
    return { records, waiting, begun, open: fold?.open !== undefined, tallies: recount.size, differences };
  });
}

const SHOWN = 50;

/** What is printed of it. */
export function linesOf({ records, waiting, begun, open, tallies, differences }: Recounted): string[] {
  const left = waiting === 0 ? 'all of them counted' : `${waiting} of them not counted yet and left out on both sides`;
  return [
    `${records} records, ${left}, ${tallies} tallies`,
    ...(begun ? [] : ['nothing was counted so far: start the cloud, its sweep begins within seconds']),
    ...(open ? ['a batch is half counted: start the cloud until the sweep has ended it'] : []),
    ...differences.slice(0, SHOWN),
    `${differences.length} differences`,
  ];
}

/** `npm run recount -- --data DIR [--year Y]`: fails where any number of any tally is not what the records say. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, year: { type: 'string' } } });
  const { data, year } = values;
  if (data === undefined || (year !== undefined && !/^\d{4}$/.test(year)))
    throw new Error('usage: npm run recount -- --data DIR [--year YYYY]');
  const began = performance.now();
  const found = await recountYears(resolve(data), year);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${linesOf(found).join('\n')}; ${seconds} s, ${peak} MB at most`);
  if (found.differences.length > 0 || found.open) process.exitCode = 1;
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
