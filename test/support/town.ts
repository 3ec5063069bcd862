import { EJSON } from 'bson';
import { type ActivityPlan, activityFrom, emptyPools } from '../../domain/activity/activity';
import { digestOfText } from '../../domain/id/base32';
import { callerOf, type EnterpriseRecord, type MemberRecord } from '../../domain/member/member';
import { phoneKey } from '../../domain/member/phone';
import { noRosters, ROSTERS, type RosterBook, rosterPageOf } from '../../domain/member/roster';
import { searchFields } from '../../domain/member/search';
import { heldKeys } from '../../domain/permission/held';
import { gramsOf } from '../../domain/search/grams';
import { timeKey } from '../../domain/time/shanghai';
import type { EnterpriseId } from '../../types/vocabulary';
import { type CloudOptions, type RunningCloud, startCloud } from './cloud';
import { DAY, NOON } from './plans';

export const PHONE_KEY = 'key-of-the-tests';
export const TICKET_KEY = 'ticket-key-of-the-tests';
export const FIRST_ADMIN = 'first-admin';

/** An emulator whose clock stands at `NOON`, with the environment that the functions need. */
export async function startTown(options: CloudOptions = {}): Promise<RunningCloud> {
  const cloud = await startCloud({
    ...options,
    env: { PHONE_KEY, TICKET_KEY, FIRST_ADMIN_OPENID: FIRST_ADMIN, ...options.env },
  });
  await setClock(cloud, NOON);
  return cloud;
}

export async function setClock(cloud: RunningCloud, now: number): Promise<void> {
  await cloud.api('POST', 'clock', { now });
}

export async function advance(cloud: RunningCloud, advanceMs: number): Promise<void> {
  await cloud.api('POST', 'clock', { advanceMs });
}

export async function insert(cloud: RunningCloud, collection: string, documents: object[]): Promise<void> {
  const whole = 400;
  for (let from = 0; from < documents.length; from += whole) {
    const part: unknown = JSON.parse(EJSON.stringify(documents.slice(from, from + whole)));
    await cloud.api('POST', 'documents', { collection, documents: part });
  }
}

/** Every document of a collection, as the store has it; read past the functions and counted nowhere. */
export async function documents<T extends object>(cloud: RunningCloud, collection: string): Promise<T[]> {
  const found = await cloud.api('GET', `documents?collection=${collection}`);
  return EJSON.parse(JSON.stringify(found)) as T[];
}

export async function addEnterprises(cloud: RunningCloud, named: Record<EnterpriseId, string>): Promise<void> {
  const records: EnterpriseRecord[] = Object.entries(named).map(([_id, name]) => ({
    _id,
    v: 1,
    name,
    nameKey: `${name}_${_id}`,
    grams: gramsOf(name),
  }));
  await insert(cloud, 'enterprises', records);
}

/** What a function's call would change, past every meter. */
async function change(cloud: RunningCloud, collectionName: string, _id: string, data: object): Promise<void> {
  const how = { query: JSON.stringify({ _id }), data: EJSON.stringify(data), multi: false, merge: true, upsert: true };
  const body = JSON.stringify({ action: 'database.modifyDocument', collectionName, queryType: 'WHERE', ...how });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${cloud.url}/admin`, { method: 'POST', headers, body });
  const answer = (await response.json()) as { code?: string };
  if (answer.code !== undefined) throw new Error(`${collectionName} was not changed: ${JSON.stringify(answer)}`);
}

/** Puts a phone on an enterprise's roster, as an import would that had everybody else on it too. */
export async function addToRoster(cloud: RunningCloud, enterpriseId: EnterpriseId, phone: string): Promise<void> {
  const [book] = await documents<RosterBook>(cloud, 'rosterBook');
  const run = `town-${enterpriseId}`;
  const at = { import: run, pages: 1, size: (book?.of[enterpriseId]?.size ?? 0) + 1 };
  const page = rosterPageOf(enterpriseId, at, '00000000');
  await change(cloud, 'rosters', page, { $set: { v: 1, import: run }, $push: { keys: phoneKey(phone, PHONE_KEY) } });
  if (!book) await insert(cloud, 'rosterBook', [{ ...noRosters(), rev: 1 }]);
  await change(cloud, 'rosterBook', ROSTERS, { $set: { [`of.${enterpriseId}`]: at } });
}

export async function addActivities(cloud: RunningCloud, ...plans: ActivityPlan[]): Promise<void> {
  const activities = plans.map((each) => activityFrom(each));
  await insert(cloud, 'activities', activities);
  await insert(cloud, 'pools', activities.filter(({ preview }) => !preview).flatMap(emptyPools));
}

const owners = new Map<string, string>();

/** A phone of their own for everybody, the same whenever it is asked for. */
function phoneOf(openid: string): string {
  const phone = owners.get(openid) ?? `13${String(owners.size).padStart(9, '0')}`;
  owners.set(openid, phone);
  return phone;
}

/** A member document as joining would have made it; the memberId is told by the openid. */
export function memberOf(openid: string, changes: Partial<MemberRecord> = {}): MemberRecord {
  const _id = `m${digestOfText(openid).slice(0, 23)}`;
  const phone = phoneOf(openid);
  const askedAt = NOON - 30 * DAY;
  return {
    _id,
    v: 1,
    callerKey: digestOfText(openid),
    openid,
    name: `职工${openid}`,
    phone,
    phoneKey: phoneKey(phone, PHONE_KEY),
    ...searchFields({ name: changes.name ?? `职工${openid}`, phone: changes.phone ?? phone }),
    enterpriseId: 'e1',
    employment: 'employee',
    status: 'active',
    askedAt,
    askedKey: timeKey(askedAt, _id),
    ...((changes.status ?? 'active') === 'active' && { joinedAt: askedAt }),
    consent: { notice: '2026-11-01', at: askedAt },
    grants: [],
    ...(changes.grants && { held: heldKeys(_id, changes.grants) }),
    requests: [],
    ...changes,
  };
}

export async function addMembers(cloud: RunningCloud, members: MemberRecord[]): Promise<void> {
  await insert(cloud, 'members', members);
  await insert(
    cloud,
    'callers',
    members.map((member) => callerOf(member, [])),
  );
}

/** Runs a timer's work now and gives how much it found to do; throws where the run failed. */
export async function runSweep(cloud: RunningCloud, name = 'sweepClaims', fn = 'activity'): Promise<number> {
  const ran = (await cloud.api('POST', 'timers/run', { function: fn, name })) as {
    result?: { ok?: boolean; value?: { found?: number } };
  };
  if (ran.result?.ok !== true) throw new Error(`the sweep failed: ${JSON.stringify(ran)}`);
  return ran.result.value?.found ?? 0;
}

/** What finishes what calls left, in the order in which they build on each other. */
const SWEEPS: readonly [fn: string, names: readonly string[]][] = [
  ['organizer', ['sweepActivities', 'sweepAnnouncements']],
  ['import', ['sweepImports', 'sweepUploads']],
  ['member', ['sweepInvites']],
  ['activity', ['sweepClaims', 'sweepRegistrations', 'sweepQueues']],
  ['benefit', ['sweepBenefits', 'sweepStocks', 'sweepRedemptions']],
  ['reading', ['sweepCheckIns', 'sweepReaders', 'sweepTeams', 'sweepBoards']],
  ['league', ['sweepLeagues']],
  ['points', ['award', 'sweepAdjustments', 'sweepAccounts']],
  ['reading', ['moderate']],
  ['report', ['sweepTallies']],
  ['export', ['sweepExports']],
  ['afterwards', ['sweepAlbums']],
];

/** Every sweep once, or those of these functions alone; gives how much they found to do. */
export async function runSweeps(cloud: RunningCloud, ...only: string[]): Promise<number> {
  let found = 0;
  for (const [fn, names] of SWEEPS)
    if (only.length === 0 || only.includes(fn)) for (const name of names) found += await runSweep(cloud, name, fn);
  return found;
}

/** Waits until the fault that was asked for last has struck: the call that it delays is under way, its clock read. */
export async function untilStruck(cloud: RunningCloud): Promise<void> {
  for (;;) {
    const asked = (await cloud.api('GET', 'faults')) as { struck: number }[];
    if ((asked.at(-1)?.struck ?? 0) > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Has instances of a function up, so that a test that leans on one call overtaking another waits for no start. */
export async function warmUp(cloud: RunningCloud, fn: string, op: string, input: object, calls = 6): Promise<void> {
  await Promise.all(Array.from({ length: calls }, () => cloud.call(fn, op, input, { openid: 'warm' })));
}
