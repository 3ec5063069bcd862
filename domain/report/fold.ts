import type { Instant } from '../../types/vocabulary';
import type { SystemAccount } from '../points/account';
import {
  type Cell,
  type Facets,
  facetsFrom,
  facetsKey,
  ownPlaces,
  type Place,
  partsOf,
  place,
  placesOf,
  wholePlaces,
  wholeYear,
  yearOf,
} from './cells';
import type { Fact, Presence } from './facts';

/** Of all documents that folding keeps. */
export const TALLY_V = 1;

/** A year of the whole union, or of one enterprise. */
export interface TallyRecord {
  _id: string;
  v: typeof TALLY_V;
  /** The last batch that it has taken: a batch counts once, however often it is applied. */
  through: number;
  cells: Record<string, Partial<Cell>>;
  /** Of the whole: every enterprise, in one document with the cells, so that both are of one moment. */
  enterprises?: Record<string, Partial<Cell>>;
  /** Of the whole, by month: what moved between members and the system's accounts, above zero to the members. */
  points?: Record<string, Partial<Record<SystemAccount, number>>>;
}

/**
 * What has been counted of one member's, or one session's, year: how often under which facets. From none to some it is
 * one more in a cell, from some to none one less; so persons and sessions are counted, and never added up.
 */
export interface TalliedRecord {
  _id: string;
  v: typeof TALLY_V;
  through: number;
  /** By `facetsKey`. Below zero where an undoing was folded before what it undoes. */
  counts: Record<string, number>;
  /** What the batch of `through` changed, as it was before: so a batch that is applied again finds what it did. */
  was: Record<string, number>;
}

/** A record whose counting changes it: what it counted as, and counts as from that batch on. */
export interface Recounted {
  id: string;
  /** As it was read: where it changed since, its mark stays. */
  rev: number;
  was: string;
  now: string;
}

/** The records of one batch. All else follows from them, and from what their members and sessions remember. */
export interface Batch {
  participations: string[];
  entries: string[];
  registrations: Recounted[];
  redemptions: Recounted[];
}

/** One document: how far folding has come, and the batch that is being applied. */
export interface FoldRecord {
  _id: string;
  v: typeof TALLY_V;
  n: number;
  open?: Batch;
  /** Every record that was written before it is counted. */
  exactUpTo: Instant;
  /** Before the first batch: how far what was written without a mark has got one, by collection and id. */
  former?: { of: number; after: string };
}

function subjectsOf({ facets, memberId, session }: Presence): { persons: string; sessions: string } {
  const year = yearOf(facets.month);
  return { persons: `${year}.m.${memberId}`, sessions: `${year}.s.${session}` };
}

/** The subject after the facts of that batch: where it has taken them already it stays as it is. */
export function folded(subject: TalliedRecord, facts: readonly Presence[], n: number): TalliedRecord {
  if (subject.through >= n) return subject;
  const counts = { ...subject.counts };
  const was: Record<string, number> = {};
  for (const { facets, by } of facts) {
    const key = facetsKey(facets);
    was[key] ??= counts[key] ?? 0;
    counts[key] = (counts[key] ?? 0) + by;
    if (counts[key] === 0) delete counts[key];
  }
  return { ...subject, through: n, counts, was };
}

/** Cells that somebody, or a session, came to be in or is no longer in, by the last batch that it has taken. */
export interface Step {
  entered: Place[];
  left: Place[];
}

/** Cells of the facets that came or went, less those in which the subject is by others that stayed. */
function openedOrClosed(moved: readonly Facets[], stayed: readonly Facets[]): Place[] {
  const whole = new Set(moved.flatMap(wholePlaces));
  const own = new Set(moved.flatMap(ownPlaces));
  const enterprises = new Set(moved.map(({ enterpriseId }) => enterpriseId));
  // A session of the whole park has hundreds: most of them touch nothing of another enterprise, and one covers the whole.
  for (const facets of stayed) {
    if (whole.size > 0) for (const at of wholePlaces(facets)) whole.delete(at);
    if (enterprises.has(facets.enterpriseId)) for (const at of ownPlaces(facets)) own.delete(at);
  }
  return [...whole, ...own];
}

export function stepOf({ counts, was }: Pick<TalliedRecord, 'counts' | 'was'>): Step {
  const isNow = (key: string): boolean => (counts[key] ?? 0) > 0;
  const keys = Object.keys(was);
  const came = keys.filter((key) => isNow(key) && (was[key] ?? 0) <= 0).map(facetsFrom);
  const went = keys.filter((key) => !isNow(key) && (was[key] ?? 0) > 0).map(facetsFrom);
  if (came.length + went.length === 0) return { entered: [], left: [] };
  const stayed = Object.keys(counts).filter((key) => isNow(key) && (was[key] ?? 1) > 0);
  const places = openedOrClosed([...came, ...went], stayed.map(facetsFrom));
  const [after, before] = [new Set(came.flatMap(placesOf)), new Set(went.flatMap(placesOf))];
  return {
    entered: places.filter((at) => after.has(at) && !before.has(at)),
    left: places.filter((at) => before.has(at) && !after.has(at)),
  };
}

export function openSubject(_id: string): TalliedRecord {
  return { _id, v: TALLY_V, through: 0, counts: {}, was: {} };
}

/** Presences by the subject that has to remember them; each is of a member and of a session. */
export function bySubject(facts: readonly Fact[]): Map<string, { what: 'persons' | 'sessions'; facts: Presence[] }> {
  const subjects = new Map<string, { what: 'persons' | 'sessions'; facts: Presence[] }>();
  for (const fact of facts) {
    if (fact.kind !== 'presence') continue;
    for (const [what, id] of Object.entries(subjectsOf(fact))) {
      const subject = subjects.get(id) ?? { what: what as 'persons' | 'sessions', facts: [] };
      subject.facts.push(fact);
      subjects.set(id, subject);
    }
  }
  return subjects;
}

/** What goes up by how much in one tally, by path. */
export type Increments = Record<string, number>;

/** The places at which one fact counts by itself, with how much. */
function sumsOf(fact: Fact): [Place, number][] {
  switch (fact.kind) {
    case 'presence': {
      const { facets, by, seats, expected } = fact;
      const { employment: _none, ...unemployed } = facets;
      // Nobody knows the employment of who was missed, so a rate by employment would have half of its sum.
      const came = expected ? placesOf(unemployed).map((at): [Place, number] => [`${at}.came`, by]) : [];
      return [...placesOf(facets).map((at): [Place, number] => [`${at}.times`, by * seats]), ...came];
    }
    case 'absence':
      return placesOf(fact.facets).map((at) => [`${at}.missed`, fact.by]);
    case 'benefit':
      return placesOf(fact.facets).map((at) => [`${at}.benefits`, fact.by]);
    case 'points': {
      const { month, against, points } = fact;
      return [[place(wholeYear(yearOf(month)), `points.${month.slice(5)}.${against}`), points]];
    }
    default:
      return fact satisfies never;
  }
}

/** What the tallies take of a batch: the sums of its facts, and whom and what they brought into cells or out of them. */
export function incrementsOf(
  facts: readonly Fact[],
  steps: readonly { what: 'persons' | 'sessions'; step: Step }[],
): Map<string, Increments> {
  const moves = facts.flatMap(sumsOf);
  for (const { what, step } of steps) {
    moves.push(...step.entered.map((at): [Place, number] => [`${at}.${what}`, 1]));
    moves.push(...step.left.map((at): [Place, number] => [`${at}.${what}`, -1]));
  }
  const tallies = new Map<string, Increments>();
  for (const [at, by] of moves) {
    const [tally, path] = partsOf(at);
    const increments = tallies.get(tally) ?? {};
    increments[path] = (increments[path] ?? 0) + by;
    tallies.set(tally, increments);
  }
  for (const [tally, increments] of tallies) {
    const changed = Object.entries(increments).filter(([, by]) => by !== 0);
    if (changed.length === 0) tallies.delete(tally);
    else tallies.set(tally, Object.fromEntries(changed));
  }
  return tallies;
}

interface Tree {
  [field: string]: Tree | number;
}

const below = (tree: Tree, field: string): Tree => {
  const found = tree[field];
  return typeof found === 'object' ? found : {};
};

/** Increments by the first field of their paths: a document with hundreds of enterprises is copied once and not for each. */
function raised(tree: Tree, increments: readonly [path: string[], by: number][]): Tree {
  const next = { ...tree };
  const deeper = new Map<string, [string[], number][]>();
  for (const [[field = '', ...rest], by] of increments) {
    if (rest.length > 0) {
      const inner = deeper.get(field) ?? [];
      inner.push([rest, by]);
      deeper.set(field, inner);
    } else next[field] = (typeof next[field] === 'number' ? next[field] : 0) + by;
  }
  for (const [field, inner] of deeper) next[field] = raised(below(tree, field), inner);
  return next;
}

/** The tally with them, if it has not taken that batch yet. */
export function increased(tally: TallyRecord, increments: Increments, n: number): TallyRecord {
  const { _id, v, through, ...counted } = tally;
  if (through >= n) return tally;
  const paths = Object.entries(increments).map(([path, by]): [string[], number] => [path.split('.'), by]);
  const next = raised(counted as unknown as Tree, paths);
  return { _id, v, through: n, ...(next as unknown as Omit<TallyRecord, '_id' | 'v' | 'through'>) };
}

export function openTally(_id: string): TallyRecord {
  return { _id, v: TALLY_V, through: 0, cells: {} };
}
