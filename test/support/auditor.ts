import { isDeepStrictEqual } from 'node:util';
import { type ActivityRecord, termsOf } from '../../domain/activity/activity';
import { digestOfText } from '../../domain/id/base32';
import type { CallerRecord, MemberRecord } from '../../domain/member/member';
import { phoneKey } from '../../domain/member/phone';
import type { PoolRecord } from '../../domain/signup/pool';
import type { RegistrationRecord } from '../../domain/signup/registration';
import type { RunningCloud } from './cloud';
import { documents, PHONE_KEY } from './town';

/** Written out again here: the auditor takes nobody's word for what counts as holding a place. */
const HOLDS = new Set(['applied', 'waitlisted', 'offered', 'confirmed', 'attended']);

interface Books {
  activities: ActivityRecord[];
  pools: PoolRecord[];
  registrations: RegistrationRecord[];
  members: MemberRecord[];
  callers: CallerRecord[];
  rosters: object[];
  enterprises: object[];
  leases: object[];
}

export interface AuditOptions {
  /** The sweeps have run and nothing has happened since: nothing may be left to do. */
  swept?: boolean;
  /** Names, phones and accounts of people who left: nowhere any more. */
  erased?: string[];
}

async function readBooks(cloud: RunningCloud): Promise<Books> {
  return {
    activities: await documents(cloud, 'activities'),
    pools: await documents(cloud, 'pools'),
    registrations: await documents(cloud, 'registrations'),
    members: await documents(cloud, 'members'),
    callers: await documents(cloud, 'callers'),
    rosters: await documents(cloud, 'rosters'),
    enterprises: await documents(cloud, 'enterprises'),
    leases: await documents(cloud, 'leases'),
  };
}

function countsOf(pool: PoolRecord): string[] {
  const faults: string[] = [];
  const taken: Record<string, number> = {};
  for (const claim of Object.values(pool.claims)) {
    for (const counter of claim.counters) taken[counter] = (taken[counter] ?? 0) + claim.seats;
  }
  for (const counter of new Set([...Object.keys(taken), ...Object.keys(pool.used)])) {
    const [used, claimed, cap] = [pool.used[counter] ?? 0, taken[counter] ?? 0, pool.terms.caps[counter]];
    if (used !== claimed) faults.push(`${pool._id}.${counter}: used ${used}, claimed ${claimed}`);
    if (cap === undefined) faults.push(`${pool._id}.${counter}: no such counter`);
    else if (used > cap) faults.push(`${pool._id}.${counter}: oversold, ${used} of ${cap}`);
  }
  return faults;
}

function claimsOf(pool: PoolRecord, registrations: ReadonlyMap<string, RegistrationRecord>): string[] {
  return Object.entries(pool.claims).flatMap(([memberId, claim]) => {
    const where = `claim of ${memberId} in ${pool._id}`;
    const record = registrations.get(claim.registration);
    if (!record) return [`${where}: no registration ${claim.registration}`];
    const counters = [
      record.sessionId,
      ...(record.zoneId === undefined ? [] : [`${record.sessionId}_${record.zoneId}`]),
    ];
    const faults: string[] = [];
    if (!HOLDS.has(record.state)) faults.push(`${where}: its registration is ${record.state}`);
    if (record.memberId !== memberId) faults.push(`${where}: its registration is ${record.memberId}'s`);
    if (record.activityId !== pool._id) faults.push(`${where}: its registration is for ${record.activityId}`);
    if (counters.join() !== claim.counters.join())
      faults.push(`${where}: ${claim.counters}, registered for ${counters}`);
    if (record.seats !== claim.seats) faults.push(`${where}: ${claim.seats} seats, registered ${record.seats}`);
    if (record.requests[0]?.id !== claim.request) faults.push(`${where}: made by another request`);
    if (record.requests[0]?.digest !== claim.digest) faults.push(`${where}: made by another input`);
    return faults;
  });
}

function poolsAgree({ pools, activities, registrations }: Books): string[] {
  const byId = new Map(registrations.map((record) => [record._id, record]));
  const known = new Map(activities.map((activity) => [activity._id, activity]));
  return pools.flatMap((pool) => {
    const activity = known.get(pool._id);
    const same = activity !== undefined && isDeepStrictEqual(pool.terms, termsOf(activity));
    const terms = same ? [] : [`${pool._id}: its terms are not its activity's`];
    return [...terms, ...countsOf(pool), ...claimsOf(pool, byId)];
  });
}

function registrationsAgree({ pools, registrations, members }: Books): string[] {
  const faults: string[] = [];
  const claims = new Map(pools.map((pool) => [pool._id, pool.claims]));
  const persons = new Set(members.map((member) => member._id));
  const seen = new Set<string>();
  for (const record of registrations) {
    const { _id, memberId, activityId, state } = record;
    if (record.void && state !== 'cancelled') faults.push(`void registration ${_id} is ${state}`);
    if (state === 'cancelled' && record.cancelledAt === undefined) faults.push(`${_id}: cancelled, nobody knows when`);
    if (!HOLDS.has(state)) continue;
    if (claims.get(activityId)?.[memberId]?.registration !== _id) faults.push(`${_id} is ${state} without a claim`);
    // Who has attended stays in the books, also after leaving.
    if (state !== 'attended' && !persons.has(memberId)) faults.push(`${_id} is held by nobody who exists`);
    if (seen.has(`${memberId} ${activityId}`)) faults.push(`${memberId} has two places in ${activityId}`);
    seen.add(`${memberId} ${activityId}`);
  }
  return faults;
}

function membersAgree({ members, callers }: Books): string[] {
  const faults: string[] = [];
  const byKey = new Map(callers.map((caller) => [caller._id, caller]));
  const persons = new Map(members.map((member) => [member._id, member]));
  const phones = new Set(members.map((member) => member.phone));
  if (phones.size !== members.length) faults.push('two members have one phone');
  for (const member of members) {
    const caller = byKey.get(member.callerKey);
    const { _id, status, enterpriseId, employment, grants } = member;
    const seen = caller && {
      _id: caller.memberId,
      status: caller.status,
      enterpriseId: caller.enterpriseId,
      employment: caller.employment,
      grants: caller.grants,
    };
    if (!isDeepStrictEqual(seen, { _id, status, enterpriseId, employment, grants })) {
      faults.push(`${_id} and their caller differ: ${JSON.stringify({ _id, status, grants })} ${JSON.stringify(seen)}`);
    }
    if (digestOfText(member.openid) !== member.callerKey) faults.push(`${_id} is another account's`);
    if (phoneKey(member.phone, PHONE_KEY) !== member.phoneKey) faults.push(`${_id} has another phone's key`);
    if ((status === 'active') !== (member.joinedAt !== undefined))
      faults.push(`${_id} is ${status}, joined ${member.joinedAt}`);
  }
  for (const caller of callers) {
    const member = caller.memberId === undefined ? undefined : persons.get(caller.memberId);
    if (caller.memberId !== undefined && member?.callerKey !== caller._id)
      faults.push(`caller ${caller._id} is nobody`);
    const bare = caller.status === 'visitor' && caller.grants.length === 0 && caller.enterpriseId === undefined;
    if (caller.memberId === undefined && !bare) faults.push(`caller ${caller._id} keeps something of who left`);
  }
  return faults;
}

function requestsAgree({ callers, members, registrations }: Books): string[] {
  return [...callers, ...members, ...registrations].flatMap(({ _id, requests }) => {
    const twice = new Set(requests.map(({ id }) => id)).size !== requests.length;
    return [
      ...(twice ? [`${_id} accepted a request twice`] : []),
      ...(requests.length > 20 ? [`${_id} has too many`] : []),
    ];
  });
}

/** Each consent was given by a request of its own, and the member remembers more of those than consents count. */
function consentsAgree({ members }: Books): string[] {
  return members.flatMap(({ _id, consents, requests }) =>
    Object.entries(consents ?? {})
      .filter(([, count]) => count < 0 || count > Math.min(10, requests.length))
      .map(([kind, count]) => `${_id} has ${count} consents for ${kind}, by ${requests.length} requests`),
  );
}

/** Names, phones and accounts stand in `members` alone, and nowhere for people who left. */
function nothingLeaks({ members, ...rest }: Books, erased: string[]): string[] {
  const elsewhere = JSON.stringify(rest);
  const secrets = members.flatMap(({ name, phone, openid }) => [name, phone, openid]);
  const leaked = secrets.filter((secret) => elsewhere.includes(secret)).map((secret) => `${secret} is outside members`);
  const everywhere = elsewhere + JSON.stringify(members);
  return [
    ...leaked,
    ...erased.filter((secret) => everywhere.includes(secret)).map((secret) => `${secret} was to be erased`),
  ];
}

function nothingDue({ pools, registrations }: Books): string[] {
  const due = [...pools, ...registrations].filter(({ dueAt }) => dueAt !== undefined);
  return due.map(({ _id }) => `${_id} is still due after the sweeps`);
}

/** Compares all documents with each other; gives what does not agree, in words. */
export async function audit(cloud: RunningCloud, { swept = false, erased = [] }: AuditOptions = {}): Promise<string[]> {
  const books = await readBooks(cloud);
  return [
    ...poolsAgree(books),
    ...registrationsAgree(books),
    ...membersAgree(books),
    ...requestsAgree(books),
    ...consentsAgree(books),
    ...nothingLeaks(books, erased),
    ...(swept ? nothingDue(books) : []),
  ];
}
