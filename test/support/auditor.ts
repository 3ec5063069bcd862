import { isDeepStrictEqual } from 'node:util';
import { type ActivityRecord, poolTerms } from '../../domain/activity/activity';
import { digestOfText } from '../../domain/id/base32';
import type { CallerRecord } from '../../domain/member/member';
import { phoneKey } from '../../domain/member/phone';
import type { PoolRecord } from '../../domain/signup/pool';
import type { QueuePage } from '../../domain/signup/queue';
import type { RegistrationRecord } from '../../domain/signup/registration';

import { announcementsAgree } from './auditor-announcements';
import { attendanceAgrees, recordsStand } from './auditor-attendance';

import { benefitsAgree } from './auditor-benefits';
import { closedPools, editsAgree, editsRest } from './auditor-edits';

import { importsAgree } from './auditor-imports';

import { leaguesAgree } from './auditor-leagues';
import { notesAgree } from './auditor-notes';

import { type PointsBooks, pointsAgree, readPoints } from './auditor-points';

import { queuesAgree, queuesRest } from './auditor-queues';
import { readingAgrees } from './auditor-reading';
import { invitesAgree } from './auditor-roles';
import { talliesAgreeIfAll } from './auditor-tallies';
import { teamsAgree } from './auditor-teams';
import type { RunningCloud } from './cloud';
import { standingIn } from './stands-in';
import { documents, PHONE_KEY } from './town';

/** Written out again here: the auditor takes nobody's word for what counts as holding a place. */
const HOLDS = new Set(['applied', 'waitlisted', 'offered', 'confirmed', 'attended', 'absent']);
/** With a claim on the pool. */
const PLACED = new Set(['offered', 'confirmed', 'attended', 'absent']);

interface Books extends PointsBooks {
  activities: ActivityRecord[];
  pools: PoolRecord[];
  queues: QueuePage[];
  registrations: RegistrationRecord[];
  callers: CallerRecord[];
  rosters: object[];
  enterprises: object[];
  leases: object[];
  messages: object[];
  logs: { what?: string }[];
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
    queues: await documents(cloud, 'queues'),
    registrations: await documents(cloud, 'registrations'),
    members: await documents(cloud, 'members'),
    callers: await documents(cloud, 'callers'),
    rosters: await documents(cloud, 'rosters'),
    enterprises: await documents(cloud, 'enterprises'),
    leases: await documents(cloud, 'leases'),
    messages: await documents(cloud, 'messages'),
    participations: await documents(cloud, 'participations'),
    logs: await documents(cloud, 'logs'),
    ...(await readPoints(cloud)),
  };
}

function countsOf(pool: PoolRecord): string[] {
  const faults: string[] = [];
  const taken: Record<string, number> = {};
  for (const claim of Object.values(pool.claims)) {
    for (const counter of claim.counters) taken[counter] = (taken[counter] ?? 0) + claim.seats;
  }
  for (const counter of new Set([...Object.keys(taken), ...Object.keys(pool.used)])) {
    const each = counter.startsWith('e_') ? pool.terms.caps['e_*'] : undefined;
    const [used, claimed, cap] = [pool.used[counter] ?? 0, taken[counter] ?? 0, pool.terms.caps[counter] ?? each];
    if (used !== claimed) faults.push(`${pool._id}.${counter}: used ${used}, claimed ${claimed}`);
    // A quota may have been lifted while some of it was taken.
    if (cap === undefined && counter.startsWith('e_')) continue;
    if (cap === undefined) faults.push(`${pool._id}.${counter}: no such counter`);
    else if (used > cap) faults.push(`${pool._id}.${counter}: oversold, ${used} of ${cap}`);
  }
  return faults;
}

/** Seats by session and enterprise, as the registrations behind the claims have it. */
function heldOf(pool: PoolRecord, registrations: ReadonlyMap<string, RegistrationRecord>): string[] {
  const should: Record<string, number> = {};
  for (const { registration, seats } of Object.values(pool.claims)) {
    const record = registrations.get(registration);
    if (!record) continue;
    const name = `${record.sessionId}_e_${record.enterpriseId}`;
    should[name] = (should[name] ?? 0) + seats;
  }
  return [...new Set([...Object.keys(should), ...Object.keys(pool.held)])].flatMap((name) => {
    const [held, claimed] = [pool.held[name] ?? 0, should[name] ?? 0];
    return held === claimed ? [] : [`${pool._id}: ${held} held as ${name}, and ${claimed} claimed`];
  });
}

function claimsOf(pool: PoolRecord, registrations: ReadonlyMap<string, RegistrationRecord>): string[] {
  return Object.entries(pool.claims).flatMap(([memberId, claim]) => {
    const where = `claim of ${memberId} in ${pool._id}`;
    const record = registrations.get(claim.registration);
    if (!record) return [`${where}: no registration ${claim.registration}`];
    const wanted = [record.sessionId, ...(record.zoneId === undefined ? [] : [`${record.sessionId}_${record.zoneId}`])];
    const counters = claim.counters.filter((counter) => !counter.startsWith('e_'));
    const faults: string[] = [];
    if (!PLACED.has(record.state)) faults.push(`${where}: its registration is ${record.state}`);
    if (record.memberId !== memberId) faults.push(`${where}: its registration is ${record.memberId}'s`);
    if (record.poolId !== pool.of) faults.push(`${where}: its registration is for ${record.poolId}`);
    if (counters.join() !== wanted.join() || record.counters.join() !== claim.counters.join())
      faults.push(`${where}: ${claim.counters}, registered for ${record.counters}`);
    if (record.seats !== claim.seats) faults.push(`${where}: ${claim.seats} seats, registered ${record.seats}`);
    if (record.requests[0]?.id !== claim.request) faults.push(`${where}: made by another request`);
    if (record.requests[0]?.digest !== claim.digest) faults.push(`${where}: made by another input`);
    return faults;
  });
}

/** What all shards of a pool say together is what its activity says: the caps are shared out and make up the whole. */
function termsAgree({ pools, activities }: Books): string[] {
  const known = new Map(activities.flatMap((activity) => poolTerms(activity).map(({ of, terms }) => [of, terms])));
  const faults: string[] = [];
  for (const of of new Set(pools.map((pool) => pool.of))) {
    const shards = pools.filter((pool) => pool.of === of);
    const whole = known.get(of);
    if (!whole) {
      faults.push(...closedPools(shards));
      continue;
    }
    for (const { _id, terms } of shards) {
      const { caps: _share, ...said } = terms;
      const { caps: _whole, ...should } = whole;
      if (!isDeepStrictEqual(said, should)) faults.push(`${_id}: its terms are not its activity's`);
    }
    for (const [counter, cap] of Object.entries(whole.caps)) {
      const shared = shards.reduce((sum, { terms }) => sum + (terms.caps[counter] ?? 0), 0);
      if (shared !== cap) faults.push(`${of}.${counter}: the shards have ${shared} of ${cap}`);
    }
  }
  return faults;
}

function poolsAgree(books: Books): string[] {
  const byId = new Map(books.registrations.map((record) => [record._id, record]));
  return [
    ...termsAgree(books),
    ...books.pools.flatMap((pool) => [...countsOf(pool), ...heldOf(pool, byId), ...claimsOf(pool, byId)]),
  ];
}

function registrationsAgree({ pools, registrations, members }: Books): string[] {
  const faults: string[] = [];
  const claims = new Map(
    pools.flatMap(({ of, claims: held }) => Object.entries(held).map(([m, c]) => [`${of} ${m}`, c])),
  );
  const persons = new Set(members.map((member) => member._id));
  const seen = new Set<string>();
  for (const record of registrations) {
    const { _id, memberId, poolId, state, holdKey } = record;
    if (record.void && state !== 'cancelled') faults.push(`void registration ${_id} is ${state}`);
    if (state === 'cancelled' && record.cancelledAt === undefined) faults.push(`${_id}: cancelled, nobody knows when`);
    if (!HOLDS.has(state)) {
      if (holdKey !== _id) faults.push(`${_id} is ${state} and still in the way`);
      continue;
    }
    const claimed = claims.get(`${poolId} ${memberId}`)?.registration === _id;
    if (PLACED.has(state) && !claimed) faults.push(`${_id} is ${state} without a claim`);
    // Who has attended, or was missed, stays in the books, also after leaving.
    if (!['attended', 'absent'].includes(state) && !persons.has(memberId))
      faults.push(`${_id} is held by nobody who exists`);
    if (seen.has(`${memberId} ${poolId}`)) faults.push(`${memberId} has two places in ${poolId}`);
    seen.add(`${memberId} ${poolId}`);
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
  const leaked = standingIn(elsewhere, secrets);
  const everywhere = elsewhere + JSON.stringify(members);
  return [
    ...leaked.map((secret) => `${secret} is outside members`),
    ...erased.filter((secret) => everywhere.includes(secret)).map((secret) => `${secret} was to be erased`),
  ];
}

function nothingDue({ activities, pools, queues, registrations }: Books, now: number): string[] {
  const due = [...pools, ...queues, ...registrations].filter(({ dueAt }) => dueAt !== undefined && dueAt <= now);
  const pending = registrations.filter((record) => record.pending);
  return [
    ...due.map(({ _id }) => `${_id} is still due after the sweeps`),
    ...pending.map(({ _id }) => `${_id} is still pending after the sweeps`),
    ...pools.filter(({ queueDueAt }) => queueDueAt !== undefined).map(({ _id }) => `the queue of ${_id} is still due`),
    ...queuesRest({ pools, queues }, now),
    ...editsRest({ activities, registrations }, now),
  ];
}

async function clockOf(cloud: RunningCloud): Promise<number> {
  const { now } = (await cloud.api('POST', 'clock', { advanceMs: 0 })) as { now: string };
  return Date.parse(now);
}

/** Compares all documents with each other; gives what does not agree, in words. */
export async function audit(cloud: RunningCloud, { swept = false, erased = [] }: AuditOptions = {}): Promise<string[]> {
  const books = await readBooks(cloud);
  return [
    ...poolsAgree(books),
    ...queuesAgree(books),
    ...editsAgree(books),
    ...registrationsAgree(books),
    ...attendanceAgrees(books),
    ...(await recordsStand(cloud)),
    ...pointsAgree(books, swept ? await clockOf(cloud) : undefined),
    ...membersAgree(books),
    ...requestsAgree(books),
    ...consentsAgree(books),
    ...nothingLeaks(books, erased),
    ...(await benefitsAgree(cloud, swept ? await clockOf(cloud) : undefined)),
    ...(await teamsAgree(cloud, swept ? await clockOf(cloud) : undefined)),
    ...(await notesAgree(cloud, swept ? await clockOf(cloud) : undefined)),
    ...(await readingAgrees(cloud, swept ? await clockOf(cloud) : undefined)),
    ...(swept ? nothingDue(books, await clockOf(cloud)) : []),
    ...(await leaguesAgree(cloud, swept === true)),
    ...(await importsAgree(cloud, swept)),
    ...(await invitesAgree(cloud, swept)),
    ...(await announcementsAgree(cloud, swept)),
    ...(swept ? await talliesAgreeIfAll(cloud) : []),
  ];
}
