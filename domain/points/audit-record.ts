import type { Day, Instant } from '../../types/vocabulary';
import type { SystemAccount } from './account';
import type { AccountSums } from './audit';
import type { RecordBook } from './audit-records';

/** Faults that are kept word for word; of the others there is the number. */
const SHOWN_MOST = 100;

/** How far an audit of all books of points has come, and what it found. Ids alone stand in it, no names. */
export interface AuditRecord {
  /** The day on which it began. */
  _id: Day;
  v: 1;
  rev: number;
  state: 'running' | 'done';
  startedAt: Instant;
  finishedAt?: Instant;
  /** What it looks through, and the last id there that is done. */
  stage: 'accounts' | RecordBook;
  after: string;
  /** Whose entries are added up half-way. */
  member?: AccountSums;
  accounts: number;
  /** Of these, accounts that had changed a moment before and were not held against their entries. */
  moving: number;
  entries: number;
  /** Records of the other books. */
  records: number;
  /** What members hold and what they owe. */
  held: number;
  owed: number;
  /** What went to members from each of the system's accounts, below zero where it took. */
  from: Partial<Record<SystemAccount, number>>;
  faults: number;
  /** The first of them. */
  shown: string[];
}

export function beginAudit(day: Day, now: Instant): AuditRecord {
  return {
    ...{ _id: day, v: 1, rev: 1, state: 'running', startedAt: now, stage: 'accounts', after: '' },
    ...{ accounts: 0, moving: 0, entries: 0, records: 0, held: 0, owed: 0, from: {}, faults: 0, shown: [] },
  };
}

export function withFaults(audit: AuditRecord, faults: readonly string[]): AuditRecord {
  if (faults.length === 0) return audit;
  const shown = [...audit.shown, ...faults.slice(0, SHOWN_MOST)].slice(0, SHOWN_MOST);
  return { ...audit, faults: audit.faults + faults.length, shown };
}

/** Conservation: what members hold less what they owe is what the system's accounts have given. */
export function concluded(audit: AuditRecord): AuditRecord {
  const { held, owed, from } = audit;
  const given = Object.values(from).reduce((sum, points) => sum + points, 0);
  const said = `members hold ${held} and owe ${owed}, the system’s accounts have given ${given}`;
  return { ...withFaults(audit, held - owed === given ? [] : [said]), state: 'done' };
}
