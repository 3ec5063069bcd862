import type { Answers, CheckInWay, Registration, RegistrationNewsKind } from '../../types/contract';
import type {
  ActivityId,
  Brand,
  Employment,
  EnterpriseId,
  Format,
  Instant,
  MemberId,
  RegistrationId,
  RegistrationState,
  RequestId,
  SessionId,
  ZoneId,
} from '../../types/vocabulary';
import type { CountedNote } from '../report/marks';
import type { AcceptedRequest } from '../request/remembered';
import { timeKey } from '../time/shanghai';
import { enterpriseOf } from './counters';
import type { SessionTerms, Terms } from './pool';
import type { QueueEntry } from './queue';
import { ENDED, PLACED } from './states';
import { absentAfter } from './window';

export const REGISTRATION_V = 1;

/** How somebody took part, with what the books need of that moment. */
export interface Attendance {
  at: Instant;
  way: CheckInWay;
  /** Who let them in; themselves at the venue's code. */
  by: MemberId;
  gate?: string;
  /** Said by an organizer when the session was over. */
  afterwards?: true;
  brand: Brand;
  format: Format;
  enterpriseId: EnterpriseId;
  employment: Employment;
}

/** What an absence counts under. */
export interface Missed {
  startsAt: Instant;
  brand: Brand;
  format: Format;
}

/** What its member is to be told; written out as a message after the change, and then cleared. */
export interface News {
  kind: RegistrationNewsKind;
  at: Instant;
  title: string;
  sessionName: string;
  startsAt: Instant;
  offerUntil?: Instant;
  reason?: string;
}

export interface RegistrationRecord {
  _id: RegistrationId;
  v: typeof REGISTRATION_V;
  /** Rises with every change: a change holds only against the one it was decided on. */
  rev: number;
  memberId: MemberId;
  activityId: ActivityId;
  /** The pool that its place is taken from. */
  poolId: string;
  /** Pool and member while it stands, its own id afterwards. Unique: one place a person, whatever races. */
  holdKey: string;
  sessionId: SessionId;
  zoneId?: ZoneId;
  /** Those of the pool that it goes up in. */
  counters: string[];
  state: RegistrationState;
  enterpriseId: EnterpriseId;
  answers: Answers;
  /** One, and one for each companion. */
  seats: number;
  signedUpAt: Instant;
  cancelledAt?: Instant;
  endedBy?: NonNullable<Registration['endedBy']>;
  reason?: string;
  /** The last instant at which its member may cancel, as it was promised on signing up. */
  cancelUntil: Instant;
  endsAt: Instant;
  /** Start of the session and id: sorts a member's registrations, and a page can go on from it. */
  startKey: string;
  /** Instant and id: sorts an activity's registrations in the order in which they came. */
  cameKey: string;
  /** When it becomes absent if it is still confirmed; absent where attendance is not taken. */
  absentAt?: Instant;
  /** While in the queue, or until it is taken out of it: its page. */
  queuePage?: number;
  /** The page it stood on before an organizer moved it to the head, until its entry has followed. */
  jumpedFrom?: number;
  offerUntil?: Instant;
  attendance?: Attendance;
  /** As the activity was when nobody saw them; it counts while the state is `absent`. */
  missed?: Missed;
  /** That it became absent, or is no longer, is in no tally yet; and what of it is. */
  tallyDue?: Instant;
  tallied?: CountedNote;
  /** Check-ins and their undoings so far: each is a record of its own. */
  proofs: number;
  /** Why the last check-in was undone, and by whom, until that record is written. */
  undone?: { at: Instant; by: MemberId; reason: string; request: RequestId };
  /** The activity's version of what people were promised that this one follows. */
  promiseV: number;
  news: News[];
  requests: AcceptedRequest[];
  /** Written by the sweep over a claim that was never acknowledged: nobody ever saw this registration. */
  void?: true;
  /** It has, or had until it ended, a claim on its pool. */
  placed?: true;
  /** What follows from its state (a place to give back, a record, a message) has not all been done yet. */
  pending?: true;
  /** When a sweep should look at it: what a dead call left, an offer's deadline, who has not come. */
  dueAt?: Instant;
}

/** When its session begins. */
export function startOf({ startKey }: Pick<RegistrationRecord, 'startKey'>): Instant {
  return Number.parseInt(startKey, 10);
}

export function holdKeyOf(poolId: string, memberId: MemberId): string {
  return `${poolId}.${memberId}`;
}

/** What a new registration is made of. */
export interface NewRegistration {
  state: 'confirmed' | 'waitlisted' | 'applied';
  poolId: string;
  activityId: ActivityId;
  terms: Pick<Terms, 'cancelUntil' | 'takesAttendance'>;
  session: SessionTerms;
  /** As a claim or a queue entry has it: the two are of one shape. */
  held: Omit<QueueEntry, 'memberId'>;
  memberId: MemberId;
  enterpriseId: EnterpriseId;
  answers: Answers;
  queuePage?: number;
  promiseV: number;
}

function zoneOf(held: { counters: readonly string[] }, session: SessionId): ZoneId | undefined {
  const counter = held.counters.find((each) => each.startsWith(`${session}_`));
  return counter?.slice(session.length + 1);
}

/** The registration that a claim, a queue entry or an application stands for. */
export function newRegistration(made: NewRegistration): RegistrationRecord {
  const { state, poolId, activityId, terms, session, held, memberId, enterpriseId, answers, queuePage, promiseV } =
    made;
  const zoneId = zoneOf(held, session.id);
  const absentAt = terms.takesAttendance ? absentAfter(session) : undefined;
  const record: RegistrationRecord = {
    _id: held.registration,
    v: REGISTRATION_V,
    rev: 0,
    memberId,
    activityId,
    poolId,
    holdKey: holdKeyOf(poolId, memberId),
    sessionId: session.id,
    ...(zoneId !== undefined && { zoneId }),
    counters: held.counters,
    state,
    enterpriseId,
    answers,
    seats: held.seats,
    signedUpAt: held.at,
    cancelUntil: terms.cancelUntil,
    endsAt: session.endsAt,
    startKey: timeKey(session.startsAt, held.registration),
    cameKey: timeKey(held.at, held.registration),
    ...(absentAt !== undefined && { absentAt }),
    ...(state === 'confirmed' && { placed: true }),
    ...(queuePage !== undefined && { queuePage }),
    proofs: 0,
    promiseV,
    news: [],
    requests: [{ id: held.request, digest: held.digest }],
  };
  const dueAt = nextDue(record);
  return dueAt === undefined ? record : { ...record, dueAt };
}

/**
 * The registration of a claim or an entry that nobody was ever told of. Its insertion fails where the function got
 * through after all; only once it stands may the place be freed, since then no late insertion can.
 */
export function voidRegistration(
  held: Omit<QueueEntry, 'memberId'> & { enterpriseId?: EnterpriseId },
  of: { memberId: MemberId; activityId: ActivityId; poolId: string },
  now: Instant,
): RegistrationRecord {
  const sessionId = held.counters[0] ?? '';
  const zoneId = zoneOf(held, sessionId);
  return {
    _id: held.registration,
    v: REGISTRATION_V,
    rev: 0,
    ...of,
    holdKey: held.registration,
    sessionId,
    ...(zoneId !== undefined && { zoneId }),
    counters: held.counters,
    state: 'cancelled',
    enterpriseId: enterpriseOf(held) ?? '',
    answers: {},
    seats: held.seats,
    signedUpAt: held.at,
    cancelledAt: now,
    cancelUntil: held.at,
    endsAt: held.at,
    startKey: timeKey(held.at, held.registration),
    cameKey: timeKey(held.at, held.registration),
    proofs: 0,
    promiseV: 0,
    news: [],
    requests: [{ id: held.request, digest: held.digest }],
    void: true,
  };
}

/** When it has to be looked at by itself, once all that its state implies is done. */
export function nextDue({ state, offerUntil, absentAt }: RegistrationRecord): Instant | undefined {
  if (state === 'offered') return offerUntil;
  if (state === 'confirmed') return absentAt;
  return undefined;
}

export const isEnded = ({ state }: Pick<RegistrationRecord, 'state'>): boolean => ENDED.includes(state);
export const isPlaced = ({ state }: Pick<RegistrationRecord, 'state'>): boolean => PLACED.includes(state);
