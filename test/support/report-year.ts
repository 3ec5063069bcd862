import type { StoredParticipation } from '../../domain/participation/participation';
import type { StoredEntry } from '../../domain/points/account';
import { absenceCountsAs, type Fact, factOfEntry, factOfPresence, factsOfChange } from '../../domain/report/facts';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { DAY_MS, startOfDay, timeKey } from '../../domain/time/shanghai';
import { BRANDS, EMPLOYMENTS, FORMATS } from '../../types/vocabulary';
import { HOUR } from './plans';
import { oneOf, type Random } from './seed';

export interface YearSize {
  year: number;
  activities: number;
  participations: number;
  members: number;
  enterprises: number;
}

/** One record as it is stored, with what it counts as. */
export type YearRecord = { at: number; facts: Fact[] } & (
  | { collection: 'participations'; document: StoredParticipation }
  | { collection: 'entries'; document: StoredEntry }
  | { collection: 'registrations'; document: RegistrationRecord }
);

export const enterpriseAt = (at: number): string => `unit-${String(at).padStart(3, '0')}`;
const memberAt = (at: number): string => `m${String(at).padStart(23, '0')}`;

/** How many come to each: most are small, one in a hundred is of the whole park; all together as many as are asked for. */
function sizesOf({ activities, participations }: YearSize, random: Random): number[] {
  const weights = Array.from({ length: activities }, (_none, at) => (at % 100 === 7 ? 30 : 0.2) + random());
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const sizes = weights.map((weight) => Math.floor((weight / sum) * participations));
  const rest = participations - sizes.reduce((all, size) => all + size, 0);
  return sizes.map((size, at) => size + (at < rest ? 1 : 0));
}

type Session = Pick<StoredParticipation, 'activityId' | 'sessionId' | 'brand' | 'format'> & { startsAt: number };

function missing(session: Session, memberId: string, enterpriseId: string, n: number): YearRecord {
  const { startsAt, brand, format, activityId, sessionId } = session;
  const _id = `${activityId}x${n}`;
  const at = startsAt + 4 * HOUR;
  const missed = { startsAt, brand, format };
  const as = absenceCountsAs({ state: 'absent', enterpriseId, missed });
  const document: RegistrationRecord = {
    ...{ _id, v: 1, rev: 3, memberId, activityId, poolId: activityId, holdKey: _id, sessionId },
    ...{ counters: [sessionId], state: 'absent', enterpriseId, answers: {}, seats: 1, signedUpAt: startsAt - DAY_MS },
    ...{ cancelUntil: startsAt, endsAt: startsAt + 2 * HOUR, startKey: timeKey(startsAt, _id), missed, proofs: 0 },
    ...{ cameKey: timeKey(startsAt - DAY_MS, _id), promiseV: 1, news: [], requests: [], tallyDue: at },
  };
  return { at, collection: 'registrations', document, facts: factsOfChange('absence', '', as) };
}

function earned(record: StoredParticipation): YearRecord {
  const { _id: cause, memberId, at } = record;
  const document: StoredEntry = {
    ...{ _id: `took-part.${cause}`, v: 1, memberId, key: timeKey(at, cause), n: 1, at, on: at, against: 'issued' },
    ...{ points: 5, lots: [], debt: 0, balance: 5, tallyDue: at, kind: 'attendance', rules: 'first' },
    cause: { kind: 'attendance', title: '', brand: record.brand, format: record.format },
  };
  return { at, collection: 'entries', document, facts: [factOfEntry(document)] };
}

/** Somebody who came; one in forty was a mistake, one in ten of those came after all. */
function came(
  session: Session,
  who: Pick<StoredParticipation, 'memberId' | 'enterpriseId' | 'employment'>,
  n: number,
  random: Random,
): YearRecord[] {
  const registrationId = `${session.activityId}r${n}`;
  const seats = random() < 0.1 ? 2 : 1;
  const one = (proof: number, at: number): YearRecord => {
    const odd = proof % 2 === 1;
    const document: StoredParticipation = {
      ...{
        _id: `${registrationId}.${proof}`,
        v: 1,
        kind: odd ? 'took-part' : 'undone',
        registrationId,
        ...session,
        ...who,
      },
      ...{ seats, at, expected: true, by: '', way: 'ticket', tallyDue: at },
      ...(!odd && { undoes: `${registrationId}.${proof - 1}`, reason: '扫错了人' }),
    };
    const first = { ...document, kind: 'took-part' as const };
    const fact = factOfPresence(document, odd ? undefined : first);
    return { at, collection: 'participations', document, facts: fact ? [fact] : [] };
  };
  const at = session.startsAt - Math.floor(random() * HOUR);
  const records = [one(1, at)];
  if (random() < 0.025) {
    // Some only weeks later, by an organizer.
    records.push(one(2, at + (random() < 0.3 ? 20 * DAY_MS : HOUR)));
    if (random() < 0.1) records.push(one(3, at + 25 * DAY_MS));
  }
  return [
    ...records,
    ...records.flatMap((each) =>
      each.collection === 'participations' && each.document.kind === 'took-part' ? [earned(each.document)] : [],
    ),
  ];
}

/** The records of a year, session by session in the order of their days. Members of one in fifty change their enterprise in July. */
export function* yearOf(size: YearSize, random: Random): Generator<YearRecord[]> {
  const { year, activities, members, enterprises } = size;
  const first = startOfDay(`${year}-01-01`) + 10 * HOUR;
  const enterpriseOf = (member: number, at: number): string => {
    const moves = member % 50 === 0 && at > startOfDay(`${year}-07-01`);
    // Enterprises differ in size as in a park: a few have thousands.
    const share = ((member * 7919) % members) / members;
    return enterpriseAt(Math.floor(share * share * enterprises + (moves ? 1 : 0)) % enterprises);
  };
  for (const [number, people] of sizesOf(size, random).entries()) {
    const startsAt = first + Math.floor((number * 364) / activities) * DAY_MS;
    const session = {
      ...{ activityId: `act${String(number).padStart(5, '0')}`, sessionId: 's1', startsAt },
      ...{ brand: oneOf(BRANDS, random), format: oneOf(FORMATS, random) },
    };
    const from = Math.floor(random() * members);
    const records: YearRecord[] = [];
    for (let n = 0; n < people; n++) {
      const member = (from + n * 13) % members;
      const enterpriseId = enterpriseOf(member, startsAt);
      const employment = member % 9 === 0 ? EMPLOYMENTS[1] : EMPLOYMENTS[0];
      records.push(...came(session, { memberId: memberAt(member), enterpriseId, employment }, n, random));
      if (n % 16 === 3) records.push(missing(session, memberAt((member + 1) % members), enterpriseId, n));
    }
    yield records;
  }
}
