import type { ActivityPlan } from '../../domain/activity/activity';
import type { ParticipationRecord, StoredParticipation } from '../../domain/participation/participation';
import type { PoolRecord } from '../../domain/signup/pool';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { ticketCode, ticketKey } from '../../domain/ticket/code';
import type { Answer, CheckinContract, SessionPlan } from '../../types/contract';
import type { Grant } from '../../types/vocabulary';
import type { Called, LooseAnswer, RunningCloud } from './cloud';
import { DAY, HOUR, NOON, plan, session } from './plans';
import { requestIds } from './request-ids';
import { addMembers, documents, memberOf, TICKET_KEY } from './town';

export const requestId = requestIds(11);

/** A session that begins in an hour: its gates have been open for one. */
export function tonight(id = 's1', capacity = 50, zones: [id: string, capacity: number][] = []): SessionPlan {
  return { ...session(id, capacity, zones), startsAt: NOON + HOUR, endsAt: NOON + 3 * HOUR };
}

/** An activity that proves presence, open for sign-up and for check-in at `NOON`. */
export function gatePlan(changes: Partial<ActivityPlan> = {}): ActivityPlan {
  return plan({
    id: 'gala',
    sessions: [
      tonight('s1', 50, [
        ['a', 30],
        ['b', 30],
      ]),
      session('s2', 20),
    ],
    companions: 2,
    takesAttendance: true,
    cancelUntil: NOON + 2 * HOUR,
    closesAt: NOON + 5 * DAY,
    ...changes,
  });
}

export const volunteerOf = (activityId: string): Grant => ({
  role: 'volunteer',
  scope: { kind: 'activity', id: activityId },
});

/** Somebody who serves at the gates of those activities, and has no place in any. */
export async function addVolunteer(cloud: RunningCloud, openid: string, ...activities: string[]): Promise<void> {
  await addMembers(cloud, [memberOf(openid, { grants: activities.map(volunteerOf) })]);
}

interface Wish {
  activityId?: string;
  sessionId?: string;
  zoneId?: string;
  companions?: number;
}

/** Signs up a member who is there already; gives the registration's id. */
export async function signedUp(cloud: RunningCloud, openid: string, wish: Wish = {}): Promise<string> {
  const { activityId = 'gala', sessionId = 's1', ...rest } = wish;
  const zone = activityId === 'gala' && sessionId === 's1' && rest.zoneId === undefined ? { zoneId: 'a' } : {};
  const input = { activityId, sessionId, answers: {}, ...zone, ...rest };
  const { answer } = await cloud.call('activity', 'signUp', input, { openid, requestId: requestId() });
  if (!answer.ok) throw new Error(`${openid} has no place: ${JSON.stringify(answer)}`);
  return answer.value.id;
}

/** What the phone of whoever holds the ticket shows at that moment. */
export function codeOf(registrationId: string, at = NOON): string {
  return ticketCode(ticketKey(TICKET_KEY, registrationId), registrationId, at);
}

/** What the cloud's clock says: codes that are drawn by it are of now, however slow the machine is. */
export async function clockOf(cloud: RunningCloud): Promise<number> {
  return Date.parse(((await cloud.api('GET', 'state')) as { now: string }).now);
}

/** Calls an operation of the gate. */
export function atGate<O extends keyof CheckinContract & string>(
  cloud: RunningCloud,
  op: O,
  input: object,
  openid: string,
  id = requestId(),
): Promise<Called<Answer<CheckinContract[O]>>> {
  return cloud.call('checkin', op, input, { openid, requestId: id });
}

export const refusal = (name: string, detail: object = {}): LooseAnswer => ({
  ok: false,
  refusal: name,
  detail: detail as Record<string, unknown>,
});

export async function registrationOf(cloud: RunningCloud, id: string): Promise<RegistrationRecord> {
  const record = (await documents<RegistrationRecord>(cloud, 'registrations')).find(({ _id }) => _id === id);
  if (!record) throw new Error(`no registration ${id}`);
  return record;
}

/** The books of one registration, in the order in which they were written. */
export async function recordsOf(cloud: RunningCloud, registrationId: string): Promise<ParticipationRecord[]> {
  const stored = await documents<StoredParticipation>(cloud, 'participations');
  const all = stored.map(({ awardDue: _award, tallyDue: _tally, ...record }): ParticipationRecord => record);
  return all.filter((record) => record.registrationId === registrationId).sort((a, b) => (a._id < b._id ? -1 : 1));
}

/** What is counted as arrived in an activity, all its pools and shards together. */
export async function arrivedIn(cloud: RunningCloud, activityId: string): Promise<Record<string, number>> {
  const pools = (await documents<PoolRecord>(cloud, 'pools')).filter((pool) => pool.activityId === activityId);
  const sum: Record<string, number> = {};
  for (const { arrived } of pools) {
    for (const [name, count] of Object.entries(arrived)) if (count !== 0) sum[name] = (sum[name] ?? 0) + count;
  }
  return sum;
}

const KEPT = ['registrations', 'participations', 'pools', 'logs', 'messages', 'queues'];

/** All that a check-in may touch, to hold a later look against. */
export async function snapshot(cloud: RunningCloud): Promise<string> {
  return JSON.stringify(await Promise.all(KEPT.map((name) => documents(cloud, name))));
}
