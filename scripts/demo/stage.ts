import { type ActivityRecord, activityFrom } from '../../domain/activity/activity';
import type { LogRecord } from '../../domain/activity/log';
import type { AnnouncementRecord } from '../../domain/message/announcement';
import { type MessageRecord, messagesOf } from '../../domain/message/message';
import { participationsOf, type StoredParticipation } from '../../domain/participation/participation';
import { notedOf } from '../../domain/signup/counters';
import type { PoolRecord } from '../../domain/signup/pool';
import { offerDeadline, type QueuePage } from '../../domain/signup/queue';
import { nextDue, type RegistrationRecord } from '../../domain/signup/registration';
import { attended, decided, missed, offered } from '../../domain/signup/transitions';
import { arrivalNames } from '../../domain/ticket/arrivals';
import { DAY_MS } from '../../domain/time/shanghai';
import type { Instant } from '../../types/vocabulary';
import type { DemoActivity } from './activities/demo-activity';
import { announced } from './announced';
import { type Chance, chanceOf, demoId, demoRequest } from './chance';
import type { PersonRecords } from './person';
import { type Filling, filling, giveBack, hold, signUp, type Where } from './sign-ups';

/** One activity with all that hangs on it: they are stored together or not at all. */
export interface Staged {
  activity: ActivityRecord;
  /** A preview has none. */
  pool?: PoolRecord;
  queue?: QueuePage;
  registrations: RegistrationRecord[];
  participations: StoredParticipation[];
  messages: MessageRecord[];
  /** What the organizer wrote to all, and that they did. */
  announcements: AnnouncementRecord[];
  logs: LogRecord[];
}

/** What one of the named identities did here, and what came of it. */
export interface Story {
  openid: string;
  where: Where;
  /** `offered` out of the queue; without it, whatever the rules gave. */
  ends?: 'cancelled' | 'offered';
  /** How many are before them in the queue; or after everybody else. */
  after?: number | 'all';
}

interface People {
  crowd: readonly PersonRecords[];
  named: readonly PersonRecords[];
  stories: readonly Story[];
}

const HOUR_MS = 3_600_000;

/** One entry for each place that is to be taken, by session and zone; in the first hours of sign-up fewer are. */
function placesTaken({ plan }: DemoActivity, taken: Record<string, number>, now: Instant): Where[] {
  const share = Math.min(1, Math.max(0, now - plan.opensAt) / (DAY_MS / 2));
  return Object.entries(taken).flatMap(([counter, count]) => {
    const [sessionId = '', zoneId] = counter.split('_');
    const place = zoneId === undefined ? { sessionId } : { sessionId, zoneId };
    return Array.from({ length: Math.floor(count * share) }, () => place);
  });
}

/** Those of the crowd who may sign up here, in the order in which they do. */
function takers(demo: DemoActivity, crowd: readonly PersonRecords[], chance: Chance): PersonRecords[] {
  const { enterprises, employments } = demo.plan.eligibility;
  return chance.shuffled(
    crowd.filter(
      ({ member }) =>
        (enterprises?.includes(member.enterpriseId) ?? true) && (employments?.includes(member.employment) ?? true),
    ),
  );
}

const aboutOf = ({ activity }: Filling, { sessionId }: RegistrationRecord) => {
  const session = activity.sessions.find(({ id }) => id === sessionId);
  return { title: activity.title, sessionName: session?.name ?? '', startsAt: session?.startsAt ?? 0 };
};

/** As a registration is once all that follows from it is done. */
function settled(record: RegistrationRecord): RegistrationRecord {
  const { pending: _pending, dueAt: _due, ...rest } = record;
  const dueAt = nextDue(record);
  return { ...rest, news: [], ...(dueAt !== undefined && { dueAt }) };
}

/** The turn of somebody who waited: a place is theirs for a while. */
function offerTo(into: Filling, record: RegistrationRecord, at: Instant): RegistrationRecord {
  const { queue } = into;
  const { counters, seats, memberId, requests, _id, enterpriseId } = record;
  const next = offered(record, at, offerDeadline(at, aboutOf(into, record).startsAt), aboutOf(into, record));
  if (!next || !queue) throw new Error(`${_id} cannot be offered a place`);
  const [first] = requests;
  const asked = { request: first?.id ?? '', digest: first?.digest ?? '' };
  hold(into, memberId, { registration: _id, ...asked, counters, seats, at, ...notedOf(counters, enterpriseId) });
  queue.entries = queue.entries.filter(({ registration }) => registration !== _id);
  const { queuePage: _page, ...out } = next;
  return out;
}

/** Whoever comes in: counted, with the record that says so. */
function comeIn(into: Filling, record: RegistrationRecord, who: PersonRecords, at: Instant): RegistrationRecord {
  const { activity, pool } = into;
  const { enterpriseId, employment } = who.member;
  const { brand, format } = activity;
  const by = demoId('member demo-volunteer');
  const attendance = { at, way: 'ticket' as const, by, gate: '东门', brand, format, enterpriseId, employment };
  const next = attended(record, attendance, at);
  if (!next) throw new Error(`${record._id} cannot come in`);
  for (const name of arrivalNames(record, attendance)) pool.arrived[name] = (pool.arrived[name] ?? 0) + record.seats;
  const claim = pool.claims[record.memberId];
  if (claim) pool.claims[record.memberId] = { ...claim, came: at, proof: next.proofs };
  return next;
}

/** Whoever had a place in what is over was there, but for one in fifteen. */
function afterwards(into: Filling, record: RegistrationRecord, who: PersonRecords, now: Instant): RegistrationRecord {
  if (record.state !== 'confirmed' || record.endsAt > now) return record;
  const { activity } = into;
  const { startsAt } = aboutOf(into, record);
  const chance = chanceOf(`came ${record._id}`);
  const absent = record.absentAt !== undefined && record.absentAt <= now && who.member.openid !== 'demo-worker';
  if (absent && chance.below(15) === 0) {
    return missed(record, record.absentAt ?? now, aboutOf(into, record), activity) ?? record;
  }
  return comeIn(into, record, who, startsAt - 20 * 60_000 + chance.below(30) * 60_000);
}

/** Everybody who signs up, in the order of their coming: the named at their own moments, the crowd evenly. */
function everybody(
  demo: DemoActivity,
  into: Filling,
  people: People,
  now: Instant,
): Map<RegistrationRecord, PersonRecords> {
  const { plan, taken, waiting = {}, applied = 0 } = demo;
  const chance = chanceOf(`activity ${plan.id}`);
  const until = Math.min(now, plan.closesAt - 1);
  const crowd = takers(demo, people.crowd, chance);
  const places = chance.shuffled(placesTaken(demo, taken, now));
  const placed = places.length;
  places.push(...placesTaken(demo, waiting, now));
  const [anywhere] = plan.sessions;
  for (let at = 0; at < applied; at++) places.push({ sessionId: anywhere?.id ?? 's1' });
  const given = new Map<RegistrationRecord, PersonRecords>();
  const inQueue = people.stories.filter(({ after }) => typeof after === 'number');
  const tell = (openid: string): PersonRecords => {
    const who = people.named.find(({ member }) => member.openid === openid);
    if (!who) throw new Error(`nobody is called ${openid}`);
    return who;
  };
  const first = plan.opensAt + Math.floor((until - plan.opensAt) / 9);
  for (const { openid, where, ends, after } of people.stories) {
    if (after !== undefined) continue;
    const record = signUp(into, tell(openid), where, first);
    given.set(ends === 'cancelled' ? giveBack(into, record, first + 5 * HOUR_MS) : record, tell(openid));
  }
  places.forEach((place, index) => {
    const who = crowd[index];
    if (!who) throw new Error(`too few people for ${plan.id}`);
    const at = plan.opensAt + Math.floor(((until - plan.opensAt) * (index + 1)) / (places.length + 2));
    // Whoever of the named queues behind so many comes when so many wait.
    const full = index >= placed;
    const story = full ? inQueue.find(({ after }) => after === index - placed) : undefined;
    if (story) given.set(signUp(into, tell(story.openid), story.where, at), tell(story.openid));
    given.set(signUp(into, who, place, at + 1), who);
  });
  for (const { openid, where, after } of people.stories) {
    if (after === 'all') given.set(signUp(into, tell(openid), where, until - 1), tell(openid));
  }
  return given;
}

/** Of those who applied, the first so many are in. */
function approve(into: Filling, records: RegistrationRecord[], places: number, now: Instant): RegistrationRecord[] {
  return records.map((record, at) => {
    if (record.state !== 'applied' || at >= places) return record;
    const request = { id: demoRequest(`approve ${record._id}`, now), digest: '' };
    const { counters, seats, memberId, requests, _id, signedUpAt, enterpriseId } = record;
    const [first] = requests;
    const asked = { request: first?.id ?? '', digest: first?.digest ?? '' };
    hold(into, memberId, {
      registration: _id,
      ...asked,
      counters,
      seats,
      at: signedUpAt,
      ...notedOf(counters, enterpriseId),
    });
    return decided(record, signedUpAt + HOUR_MS, { kind: 'approve' }, request, aboutOf(into, record)) ?? record;
  });
}

/** The activity as it stands `now`: whoever has a place, waits or was there got so in the window, by the rules. */
export function staged(demo: DemoActivity, people: People, now: Instant): Staged {
  if (demo.plan.preview) {
    const nobody = { registrations: [], participations: [], messages: [], announcements: [], logs: [] };
    return { activity: activityFrom(demo.plan), ...nobody };
  }
  const into = filling(demo, now);
  const { activity } = into;
  const given = everybody(demo, into, people, now);
  const persons = [...given.values()];
  const firstTaken = Object.values(demo.taken).reduce((sum, count) => sum + count, 0);
  const decidedOn =
    demo.plan.allocation === 'approval' ? approve(into, [...given.keys()], firstTaken, now) : [...given.keys()];
  const stories = new Map(people.stories.map((story) => [story.openid, story]));
  let arriving = demo.arrived ?? 0;
  let returning = demo.returned ?? 0;
  const records = decidedOn.map((record, at) => {
    const who = persons[at];
    if (!who) throw new Error(`${record._id} is nobody's`);
    const story = stories.get(who.member.openid);
    if (returning > 0 && record.state === 'confirmed' && !story) {
      returning -= 1;
      return giveBack(into, record, now - HOUR_MS);
    }
    if (story?.ends === 'offered' && record.state === 'waitlisted') return offerTo(into, record, now - HOUR_MS / 2);
    if (arriving > 0 && record.state === 'confirmed' && !story) {
      arriving -= 1;
      return comeIn(into, record, who, now - (arriving % 25) * 60_000);
    }
    return afterwards(into, record, who, now);
  });
  const registrations = records.map(settled);
  const organizer = people.named.find(({ member }) => member.openid === 'demo-organizer');
  const wrote = { by: organizer?.member._id ?? '', at: now - HOUR_MS / 2 };
  const words = announced(demo.announced, { activity, registrations }, wrote);
  const news = records.flatMap((record) => messagesOf(record).map(({ sendAt: _sent, ...message }) => message));
  return {
    activity,
    pool: into.pool,
    ...(into.queue && { queue: into.queue }),
    registrations,
    participations: records.flatMap(participationsOf).map((each) => ({ ...each, tallyDue: each.at })),
    ...words,
    messages: [...news, ...words.messages],
  };
}
