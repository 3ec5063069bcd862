import type { Instant } from '../../types/vocabulary';
import { auditAccounts } from './audit-accounts';
import { page, type Walk } from './audit-asks';
import { type AuditRecord, concluded, withFaults } from './audit-record';
import { FIELDS, RECORD_BOOKS, type RecordBook, recordFaults } from './audit-records';

const RECORDS = 500;

function* auditRecords(audit: AuditRecord, book: RecordBook): Walk<AuditRecord> {
  const ask = { of: book, over: '_id', after: audit.after, limit: RECORDS, fields: FIELDS[book] };
  const records = yield* page<{ _id: string }>(ask);
  const faults = yield* recordFaults(book, records);
  const next = withFaults({ ...audit, records: audit.records + records.length }, faults);
  const last = records.at(-1);
  if (records.length === RECORDS && last) return { ...next, after: last._id };
  const following = RECORD_BOOKS[RECORD_BOOKS.indexOf(book) + 1];
  return following ? { ...next, stage: following, after: '' } : concluded(next);
}

/**
 * The next piece of an audit: a page of accounts with at most about `most` of their entries, or a page of records. What it
 * gives is all there is to keep: stopped and begun again from there, it finds the same.
 */
export function auditStep(audit: AuditRecord, asOf: Instant, most: number): Walk<AuditRecord> {
  return audit.stage === 'accounts' ? auditAccounts(audit, asOf, most) : auditRecords(audit, audit.stage);
}
