import type { ActivityId, Employment, EnterpriseId, Instant, MemberId, SessionId } from '../../types/vocabulary';
import type { SheetFacts } from '../sheet/import-record';
import { PARTICIPATION_V, type ParticipationRecord, participationId } from './participation';

const MARK = 'sheet-';

/** What stands for the registration: there was none, but a row of a sheet. */
export function sheetPart(activityId: ActivityId, sessionId: SessionId, memberId: MemberId): string {
  return `${MARK}${activityId}-${sessionId}-${memberId}`;
}

/** Whether a record was made by a sheet. */
export function isOfSheet({ registrationId }: Pick<ParticipationRecord, 'registrationId'>): boolean {
  return registrationId.startsWith(MARK);
}

/** One record that a sheet makes, as far as its facts do not say it: who, where, and the how many-th of its kind. */
export interface SheetChange {
  memberId: MemberId;
  sessionId: SessionId;
  /** Odd: took part; even: taken off by a later sheet. */
  n: number;
  enterpriseId: EnterpriseId;
  employment: Employment;
}

const REASON = '更正后的名单里没有';

/**
 * The record of a change. It counts in no rate of attendance, since nobody could have been missed, and for nobody's service
 * at a gate. Points go by the day of the session, like everybody else's who was there.
 */
export function sheetParticipation(change: SheetChange, facts: SheetFacts, now: Instant): ParticipationRecord {
  const { n, ...who } = change;
  const { activityId, brand, format } = facts;
  const startsAt = facts.startsAt[who.sessionId] ?? now;
  const registrationId = sheetPart(activityId, who.sessionId, who.memberId);
  const common: Omit<ParticipationRecord, 'kind' | 'at'> = {
    ...{ _id: participationId(registrationId, n), v: PARTICIPATION_V, ...who, registrationId },
    ...{ activityId, brand, format, seats: 1, startsAt, by: '', way: 'list' },
  };
  if (n % 2 === 1) return { ...common, kind: 'took-part', at: startsAt };
  return { ...common, kind: 'undone', at: now, undoes: participationId(registrationId, n - 1), reason: REASON };
}

/** How one person stands by earlier sheets: which record is the last, and what it says. */
export interface SheetStanding extends SheetChange {
  there: boolean;
}

/** The last record of each person and session, of those that sheets made. */
export function standingBySheets(records: readonly ParticipationRecord[]): SheetStanding[] {
  const last = new Map<string, SheetStanding>();
  for (const record of records) {
    if (!isOfSheet(record)) continue;
    const { _id, registrationId, memberId, sessionId, enterpriseId, employment } = record;
    const n = Number(_id.slice(registrationId.length + 1));
    if (n <= (last.get(registrationId)?.n ?? 0)) continue;
    last.set(registrationId, { memberId, sessionId, n, enterpriseId, employment, there: n % 2 === 1 });
  }
  return [...last.values()];
}
