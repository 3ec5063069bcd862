import { type Facets, facetsFrom, facetsKey, type Place, partsOf, place, placesOf, wholeYear, yearOf } from './cells';
import { factOfPresence, type PresenceRecord } from './facts';
import type { TallyRecord } from './fold';

/** Numbers by tally, and in it by path: `cells.total.times`. */
export type Recount = Map<string, Map<string, number>>;

function add(recount: Recount, at: Place, measure: string, by: number): void {
  const [tally, path] = partsOf(at);
  const numbers = recount.get(tally) ?? new Map<string, number>();
  recount.set(tally, numbers);
  const name = `${path}.${measure}`;
  numbers.set(name, (numbers.get(name) ?? 0) + by);
}

/** With the mark by which a sweep finds it: what waits is not counted yet, here neither. */
export type CountedRecord = PresenceRecord & { tallyDue?: number };

/** Presences of some records that are counted, with those that they undo found among all of them. */
function presencesAmong(records: readonly CountedRecord[]) {
  const known = new Map(records.map((record) => [record._id, record]));
  return records
    .filter(({ tallyDue }) => tallyDue === undefined)
    .flatMap((record) => factOfPresence(record, known.get(record.undoes ?? '')) ?? []);
}

function addDistinct(recount: Recount, facets: readonly { by: number; facets: Facets }[], measure: string): void {
  const often = new Map<string, number>();
  for (const { by, facets: each } of facets) often.set(facetsKey(each), (often.get(facetsKey(each)) ?? 0) + by);
  const standing = [...often].filter(([, count]) => count > 0);
  for (const at of new Set(standing.flatMap(([key]) => placesOf(facetsFrom(key))))) add(recount, at, measure, 1);
}

/** All records of one member: person-times, who came, and one person in each cell. */
export function recountMember(recount: Recount, records: readonly CountedRecord[]): void {
  const presences = presencesAmong(records);
  for (const { facets, by, seats, expected } of presences) {
    for (const at of placesOf(facets)) add(recount, at, 'times', by * seats);
    const { employment: _none, ...unemployed } = facets;
    if (expected) for (const at of placesOf(unemployed)) add(recount, at, 'came', by);
  }
  addDistinct(recount, presences, 'persons');
}

/** All records of one activity: one session in each cell, for each of its sessions. */
export function recountActivity(recount: Recount, records: readonly CountedRecord[]): void {
  const bySession = new Map<string, CountedRecord[]>();
  for (const record of records) bySession.set(record.sessionId, [...(bySession.get(record.sessionId) ?? []), record]);
  for (const each of bySession.values()) addDistinct(recount, presencesAmong(each), 'sessions');
}

/** One absence, or one benefit that was given; `as` is empty where it is none. */
export function recountOne(recount: Recount, measure: 'missed' | 'benefits', as: string): void {
  if (as === '') return;
  for (const at of placesOf(facetsFrom(as))) add(recount, at, measure, 1);
}

export function recountPoints(recount: Recount, month: string, against: string, points: number): void {
  add(recount, place(wholeYear(yearOf(month)), `points.${month.slice(5)}`), against, points);
}

function numbersIn(tree: unknown, path: string, into: Map<string, number>): void {
  if (typeof tree === 'number') into.set(path, tree);
  else if (typeof tree === 'object' && tree !== null)
    for (const [field, below] of Object.entries(tree)) numbersIn(below, path === '' ? field : `${path}.${field}`, into);
}

/** Where a tally says something else than the records; what is 0 may be missing on either side. */
export function differencesOf(tally: TallyRecord, counted: ReadonlyMap<string, number> = new Map()): string[] {
  const { _id, v: _v, through: _through, ...said } = tally;
  const numbers = new Map<string, number>();
  numbersIn(said, '', numbers);
  return [...new Set([...numbers.keys(), ...counted.keys()])].sort().flatMap((path) => {
    const [does, should] = [numbers.get(path) ?? 0, counted.get(path) ?? 0];
    return does === should ? [] : [`${_id} ${path}: tallied ${does}, the records say ${should}`];
  });
}
