import type { MemberId, Month } from '../../types/vocabulary';
import type { RedemptionRecord } from '../benefit/redemption';
import type { ParticipationRecord } from '../participation/participation';
import type { EntryRecord, SystemAccount } from '../points/account';
import type { RegistrationRecord } from '../signup/registration';
import { monthOf } from '../time/shanghai';
import { type Facets, facetsFrom, facetsKey } from './cells';

/** That somebody was there, or by −1 that they were not after all: it counts where the record counted that it undoes. */
export interface Presence {
  kind: 'presence';
  by: 1 | -1;
  facets: Facets;
  seats: number;
  /** Their attendance was taken, so they would have been missed. */
  expected: boolean;
  memberId: MemberId;
  /** Activity and session. */
  session: string;
}

/** What a report counts, of one record. */
export type Fact =
  | Presence
  | { kind: 'absence' | 'benefit'; by: 1 | -1; facets: Facets }
  | { kind: 'points'; month: Month; against: SystemAccount; points: number };

/** As far as somebody's presence depends on it. */
export type PresenceRecord = Pick<
  ParticipationRecord,
  | ('_id' | 'kind' | 'memberId' | 'activityId' | 'sessionId' | 'brand' | 'format' | 'enterpriseId' | 'employment')
  | ('seats' | 'at' | 'startsAt' | 'expected' | 'undoes')
>;

/**
 * The month is the session's, also where somebody was added to the list in January whom December had seen. A record without
 * the session's start counts by its own moment.
 */
function presenceOf(record: PresenceRecord, by: 1 | -1): Presence {
  const { memberId, activityId, sessionId, brand, format, enterpriseId, employment, seats, at, startsAt, expected } =
    record;
  const facets = { month: monthOf(startsAt ?? at), brand, format, enterpriseId, employment };
  const session = `${activityId}.${sessionId}`;
  return { kind: 'presence', by, facets, seats, expected: expected === true, memberId, session };
}

/** `undone` is the record that this one undoes; `undefined` where it needs one and there is none. */
export function factOfPresence(record: PresenceRecord, undone: PresenceRecord | undefined): Presence | undefined {
  if (record.kind === 'took-part') return presenceOf(record, 1);
  return undone && presenceOf(undone, -1);
}

/** Points move in the month in which they are posted: books of a month that is over do not change. */
export function factOfEntry({ at, against, points }: Pick<EntryRecord, 'at' | 'against' | 'points'>): Fact {
  return { kind: 'points', month: monthOf(at), against, points };
}

/** What a document that changes counts as: its facets as a text, empty where it counts nowhere. */
export type CountedAs = string;

type Missing = Pick<RegistrationRecord, 'state' | 'enterpriseId' | 'missed'>;

/** Somebody whose attendance was taken and who did not come: of the enterprise for which they signed up. */
export function absenceCountsAs({ state, enterpriseId, missed }: Missing): CountedAs {
  if (state !== 'absent' || !missed) return '';
  const { startsAt, brand, format } = missed;
  return facetsKey({ month: monthOf(startsAt), brand, format, enterpriseId });
}

type Given = Pick<RedemptionRecord, 'state' | 'at' | 'verified' | 'brand' | 'enterpriseId'>;

/** A benefit is given when it is verified, a code at once. */
export function benefitCountsAs({ state, at, verified, brand, enterpriseId }: Given): CountedAs {
  const given = state === 'verified' ? verified?.at : state === 'given' ? at : undefined;
  return given === undefined ? '' : facetsKey({ month: monthOf(given), brand, enterpriseId });
}

/** From what it counted as before to what it counts as now. */
export function factsOfChange(kind: 'absence' | 'benefit', was: CountedAs, now: CountedAs): Fact[] {
  if (was === now) return [];
  return [
    ...(was === '' ? [] : [{ kind, by: -1, facets: facetsFrom(was) } as const]),
    ...(now === '' ? [] : [{ kind, by: 1, facets: facetsFrom(now) } as const]),
  ];
}
