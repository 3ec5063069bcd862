import { activityFrom } from '../../domain/activity/activity';
import type { AnnouncementRecord } from '../../domain/message/announcement';
import type { AnnouncementMessageRecord } from '../../domain/message/message';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { timeKey } from '../../domain/time/shanghai';
import type { Audience, OrganizerContract } from '../../types/contract';
import type { InputOf } from '../../types/contract/op';
import type { MemberId, RegistrationState } from '../../types/vocabulary';
import type { Meter, RunningCloud } from './cloud';
import { organize } from './organizing';
import { DAY, HOUR, NOON, plan, session } from './plans';
import { recordIn } from './records';
import { addMembers, documents, insert, memberOf } from './town';

type Announce = InputOf<OrganizerContract['announce']>;

export const EVERYBODY: Audience[] = ['confirmed', 'waitlisted', 'applied'];

/** Words to all who have something to do with it, or as the test says. */
export const announce = (
  cloud: RunningCloud,
  activityId: string,
  more: Partial<Announce> = {},
  caller: { openid?: string; id?: string } = {},
) => organize(cloud, 'announce', { activityId, text: '请提前半小时到', to: EVERYBODY, ...more }, caller);

export async function announcementsOf(cloud: RunningCloud, activityId: string): Promise<AnnouncementRecord[]> {
  const all = await documents<AnnouncementRecord>(cloud, 'announcements');
  return all.filter((each) => each.activityId === activityId).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The messages of an announcement, of whoever has one. */
export async function messagesOfIt(cloud: RunningCloud, announcementId: string): Promise<AnnouncementMessageRecord[]> {
  const all = await documents<AnnouncementMessageRecord>(cloud, 'messages');
  return all.filter(({ _id }) => _id.startsWith(`${announcementId}.`));
}

export interface SweepRun {
  failed?: string;
  result?: { ok: boolean; value: { found: number; done: number; skipped?: true } };
  meter: Meter;
}

/** A run of the sweep that goes on with announcements, with what it cost. */
export const goOn = async (cloud: RunningCloud): Promise<SweepRun> =>
  (await cloud.api('POST', 'timers/run', { function: 'organizer', name: 'sweepAnnouncements' })) as SweepRun;

/** Runs of the sweep until nothing is due any more; what each cost. */
export async function untilTold(cloud: RunningCloud): Promise<Meter[]> {
  const meters: Meter[] = [];
  for (let run = 0; run < 100; run++) {
    const { failed, result, meter } = await goOn(cloud);
    if (failed !== undefined || result?.ok !== true) throw new Error(`the sweep failed: ${failed}`);
    if (result.value.found === 0) return meters;
    meters.push(meter);
  }
  throw new Error('the announcements come to no end');
}

/** Somebody who signed up, and how they stand. */
export interface SignedUp extends Partial<RegistrationRecord> {
  openid: string;
  state: RegistrationState;
}

/** A registration as the store holds it, which nothing is due of: only what announcements look at is told apart. */
function registrationOf(activityId: string, at: number, { openid, state, ...changes }: SignedUp): RegistrationRecord {
  const _id = changes._id ?? `r-${activityId}-${String(at).padStart(5, '0')}`;
  const { absentAt: _absent, queuePage: _page, offerUntil: _offer, ...base } = recordIn(state);
  const signedUpAt = changes.signedUpAt ?? NOON - DAY + at;
  return {
    ...base,
    ...{ _id, activityId, poolId: activityId, memberId: memberOf(openid)._id, signedUpAt },
    ...{ holdKey: _id, sessionId: 's1', counters: ['s1'], endsAt: NOON + 10 * DAY + 2 * HOUR },
    ...{ startKey: timeKey(NOON + 10 * DAY, _id), cameKey: timeKey(signedUpAt, _id) },
    ...changes,
  };
}

/** An activity, those who signed up to it, and their members. */
export async function addSignedUp(
  cloud: RunningCloud,
  activityId: string,
  people: readonly SignedUp[],
  changes: Parameters<typeof plan>[0] = {},
): Promise<void> {
  const sessions = [session('s1', 2_000), session('s2', 2_000)];
  await insert(cloud, 'activities', [activityFrom(plan({ id: activityId, sessions, ...changes }))]);
  const known = new Set((await documents<{ _id: MemberId }>(cloud, 'members')).map(({ _id }) => _id));
  const openids = [...new Set(people.map(({ openid }) => openid))].filter((each) => !known.has(memberOf(each)._id));
  await addMembers(
    cloud,
    openids.map((openid) => memberOf(openid)),
  );
  await insert(
    cloud,
    'registrations',
    people.map((each, at) => registrationOf(activityId, at, each)),
  );
}

/** So many who have a place, called `<tag>-0` and so on. */
export const crowd = (tag: string, count: number, state: RegistrationState = 'confirmed'): SignedUp[] =>
  Array.from({ length: count }, (_, at) => ({ openid: `${tag}-${at}`, state }));

/** Something happens to a registration, past every function and meter. */
export async function changeRegistration(cloud: RunningCloud, _id: string, changes: object): Promise<void> {
  const how = { queryType: 'WHERE', multi: false, merge: true, upsert: false, query: JSON.stringify({ _id }) };
  const data = JSON.stringify({ $set: changes });
  const body = { action: 'database.modifyDocument', collectionName: 'registrations', data, ...how };
  const headers = { 'content-type': 'application/json' };
  await fetch(`${cloud.url}/admin`, { method: 'POST', headers, body: JSON.stringify(body) });
}
