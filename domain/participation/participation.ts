import type { CheckInWay } from '../../types/contract';
import type {
  ActivityId,
  Brand,
  Employment,
  EnterpriseId,
  Format,
  Instant,
  MemberId,
  RegistrationId,
  SessionId,
  ZoneId,
} from '../../types/vocabulary';
import { type RegistrationRecord, startOf } from '../signup/registration';

export const PARTICIPATION_V = 1;

/**
 * That somebody took part, or that this was a mistake: never changed and never removed. Tallies and points rest on
 * these alone, so enterprise, brand, format and employment stand here as they were then.
 */
export interface ParticipationRecord {
  /** The registration and the number of the proof: written twice it is still one. */
  _id: string;
  v: typeof PARTICIPATION_V;
  kind: 'took-part' | 'undone';
  memberId: MemberId;
  registrationId: RegistrationId;
  activityId: ActivityId;
  sessionId: SessionId;
  zoneId?: ZoneId;
  brand: Brand;
  format: Format;
  enterpriseId: EnterpriseId;
  employment: Employment;
  /** Person-times: the member and their companions. */
  seats: number;
  at: Instant;
  /** When the session began, whose month it counts in; absent where it counts in that of `at`. */
  startsAt?: Instant;
  /** Attendance is taken there: who does not come counts as missed. */
  expected?: true;
  /** Who said so. */
  by: MemberId;
  way: CheckInWay;
  gate?: string;
  /** `undone`: the record that no longer counts, and why. */
  undoes?: string;
  reason?: string;
}

/**
 * As it is stored. The marks are no part of the record: its points are not posted yet, it is in no tally yet. Sweeps take
 * them away.
 */
export interface StoredParticipation extends ParticipationRecord {
  awardDue?: Instant;
  tallyDue?: Instant;
}

/** A new record that is written now, with the marks by which the sweeps of points and of tallies find it. */
export function withMarks(record: ParticipationRecord, now: Instant): StoredParticipation {
  return { ...record, awardDue: record.at, tallyDue: now };
}

export function participationId(registration: RegistrationId, proof: number): string {
  return `${registration}.${proof}`;
}

/** The id of the record that would undo that one: the next of its registration. */
export function undoingOf(id: string): string {
  const dot = id.lastIndexOf('.');
  return participationId(id.slice(0, dot), Number(id.slice(dot + 1)) + 1);
}

/** The records that must exist because of how the registration stands now: the one of its last proof, if it has any. */
export function participationsOf(record: RegistrationRecord): ParticipationRecord[] {
  const { attendance, undone, proofs, state } = record;
  if (!attendance) return [];
  const common = {
    v: PARTICIPATION_V,
    memberId: record.memberId,
    registrationId: record._id,
    activityId: record.activityId,
    sessionId: record.sessionId,
    ...(record.zoneId !== undefined && { zoneId: record.zoneId }),
    brand: attendance.brand,
    format: attendance.format,
    enterpriseId: attendance.enterpriseId,
    employment: attendance.employment,
    seats: record.seats,
    startsAt: startOf(record),
    ...(record.absentAt !== undefined && { expected: true as const }),
    way: attendance.way,
    ...(attendance.gate !== undefined && { gate: attendance.gate }),
  } as const;
  if (state === 'attended') {
    const { at, by } = attendance;
    return [{ ...common, _id: participationId(record._id, proofs), kind: 'took-part', at, by }];
  }
  if (!undone) return [];
  const { at, by, reason } = undone;
  const undoes = participationId(record._id, proofs - 1);
  return [{ ...common, _id: participationId(record._id, proofs), kind: 'undone', at, by, undoes, reason }];
}
