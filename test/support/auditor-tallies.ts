import type { RedemptionRecord } from '../../domain/benefit/redemption';
import type { StoredParticipation } from '../../domain/participation/participation';
import type { StoredEntry } from '../../domain/points/account';
import type { FoldRecord, TallyRecord } from '../../domain/report/fold';
import type { RegistrationRecord } from '../../domain/signup/registration';
import type { RunningCloud } from './cloud';
import { documents } from './town';

/** Nothing of the code that counts is asked: dates, cells and what counts are written out again. */
const HOURS_8 = 8 * 3_600_000;
const monthAt = (at: number): string => new Date(at + HOURS_8).toISOString().slice(0, 7);

interface Counting {
  month: string;
  brand: string;
  enterpriseId: string;
  format?: string;
  employment?: string;
}

type Numbers = Map<string, number>;
/** Who is in a cell, by its name: members and sessions. */
type Lists = Map<string, Set<string>>;

function namesOf({ month, brand, enterpriseId, format, employment }: Counting): string[] {
  const [year = '', mm = ''] = month.split('-');
  const cells = ['total', `brand-${brand}`, `month-${mm}`, `${brand}-${mm}`];
  if (format) cells.push(`format-${format}`);
  if (employment) cells.push(`employment-${employment}`);
  return [
    `${year}.all enterprises.${enterpriseId}`,
    ...cells.flatMap((cell) => [`${year}.all cells.${cell}`, `${year}.e.${enterpriseId} cells.${cell}`]),
  ];
}

const add = (numbers: Numbers, name: string, by: number) => numbers.set(name, (numbers.get(name) ?? 0) + by);

function enter(lists: Lists, name: string, who: string): void {
  lists.set(name, (lists.get(name) ?? new Set()).add(who));
}

/** Who was there and is still said to have been. */
function countPresent(records: readonly StoredParticipation[], numbers: Numbers): void {
  const undone = new Set(records.map(({ undoes }) => undoes));
  const lists: Lists = new Map();
  for (const record of records) {
    const { _id, kind, startsAt, at, seats, expected, memberId, activityId, sessionId } = record;
    if (kind !== 'took-part' || undone.has(_id)) continue;
    for (const name of namesOf({ ...record, month: monthAt(startsAt ?? at) })) {
      add(numbers, `${name}.times`, seats);
      if (expected && !name.includes('employment-')) add(numbers, `${name}.came`, 1);
      enter(lists, `${name}.persons`, memberId);
      enter(lists, `${name}.sessions`, `${activityId} ${sessionId}`);
    }
  }
  for (const [name, who] of lists) add(numbers, name, who.size);
}

function countGiven(redemptions: readonly RedemptionRecord[], numbers: Numbers): void {
  for (const { state, verified, at, brand, enterpriseId } of redemptions) {
    const given = state === 'verified' ? verified?.at : state === 'given' ? at : undefined;
    if (given === undefined) continue;
    for (const name of namesOf({ month: monthAt(given), brand, enterpriseId })) add(numbers, `${name}.benefits`, 1);
  }
}

async function counted(cloud: RunningCloud): Promise<{ numbers: Numbers; waiting: number }> {
  const numbers: Numbers = new Map();
  const participations = await documents<StoredParticipation>(cloud, 'participations');
  const registrations = await documents<RegistrationRecord>(cloud, 'registrations');
  const redemptions = await documents<RedemptionRecord>(cloud, 'redemptions');
  const entries = await documents<StoredEntry>(cloud, 'entries');
  countPresent(participations, numbers);
  countGiven(redemptions, numbers);
  for (const { state, missed, enterpriseId } of registrations) {
    if (state !== 'absent' || !missed) continue;
    const { brand, format, startsAt } = missed;
    const under = { month: monthAt(startsAt), brand, format, enterpriseId };
    for (const name of namesOf(under)) add(numbers, `${name}.missed`, 1);
  }
  for (const { at, against, points } of entries) {
    const [year = '', mm = ''] = monthAt(at).split('-');
    add(numbers, `${year}.all points.${mm}.${against}`, points);
  }
  const marked = [...participations, ...registrations, ...redemptions, ...entries];
  return { numbers, waiting: marked.filter(({ tallyDue }) => tallyDue !== undefined).length };
}

function numbersIn(tree: unknown, name: string, into: Numbers): void {
  if (typeof tree === 'number') into.set(name, tree);
  else if (typeof tree === 'object' && tree !== null)
    for (const [field, below] of Object.entries(tree)) numbersIn(below, `${name}.${field}`, into);
}

async function tallied(cloud: RunningCloud): Promise<Numbers> {
  const numbers: Numbers = new Map();
  for (const { _id, cells, enterprises, points } of await documents<TallyRecord>(cloud, 'tallies')) {
    numbersIn(cells, `${_id} cells`, numbers);
    numbersIn(enterprises, `${_id} enterprises`, numbers);
    numbersIn(points, `${_id} points`, numbers);
  }
  return numbers;
}

/** Every tally against a count of all records; how many of them wait to be counted, and whether a batch is open. */
async function compared(cloud: RunningCloud): Promise<{ waiting: string[]; faults: string[] }> {
  const [{ numbers: should, waiting }, does] = [await counted(cloud), await tallied(cloud)];
  const open = (await documents<FoldRecord>(cloud, 'batches')).filter((batch) => batch.open !== undefined);
  const names = [...new Set([...should.keys(), ...does.keys()])].sort();
  return {
    waiting: [
      ...(waiting > 0 ? [`${waiting} records wait to be counted`] : []),
      ...open.map(({ n }) => `batch ${n} is open`),
    ],
    faults: names
      .filter((name) => (does.get(name) ?? 0) !== (should.get(name) ?? 0))
      .map((name) => `${name}: tallied ${does.get(name) ?? 0}, the records say ${should.get(name) ?? 0}`),
  };
}

/** All is counted, and every tally says what a count of all records says. */
export async function talliesAgree(cloud: RunningCloud): Promise<string[]> {
  const { waiting, faults } = await compared(cloud);
  return [...waiting, ...faults];
}

/** The same, asked where a sweep may not have come to all of it yet: then nothing is said. */
export async function talliesAgreeIfAll(cloud: RunningCloud): Promise<string[]> {
  const { waiting, faults } = await compared(cloud);
  return waiting.length > 0 ? [] : faults;
}
