import { venueCode, venueKey } from '../../domain/ticket/code';
import type { LooseAnswer, RunningCloud } from '../support/cloud';
import {
  addVolunteer,
  arrivedIn,
  clockOf,
  codeOf,
  gatePlan,
  recordsOf,
  registrationOf,
  requestId,
  signedUp,
  tonight,
} from '../support/gate';
import { HOUR, NOON } from '../support/plans';
import { atOnce, settled, tally } from '../support/rush';
import {
  addActivities,
  addEnterprises,
  addMembers,
  advance,
  FIRST_ADMIN,
  memberOf,
  runSweep,
  setClock,
  startTown,
  TICKET_KEY,
  untilStruck,
  warmUp,
} from '../support/town';

const PEOPLE = Array.from({ length: 16 }, (_, at) => `guest-${at}`);
const VOLUNTEERS = ['vol-1', 'vol-2', 'vol-3'];
const ACTIVITIES = ['crowded', 'mixed', 'fickle', 'mistaken', 'late', 'slow'];
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 8 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addActivities(cloud, ...ACTIVITIES.map((id) => gatePlan({ id, sessions: [tonight()] })));
  await addMembers(
    cloud,
    PEOPLE.map((openid) => memberOf(openid)),
  );
  for (const openid of VOLUNTEERS) await addVolunteer(cloud, openid, ...ACTIVITIES);
  await warmUp(cloud, 'checkin', 'duties', {}, 8);
});

beforeEach(() => setClock(cloud, NOON));
afterEach(() => cloud.api('DELETE', 'faults'));
afterAll(() => cloud.stop());

/** Sends it as a patient device does: told that it is busy, it tries again, with the same request id. */
async function ask(fn: string, op: string, input: object, openid: string): Promise<LooseAnswer> {
  const id = requestId();
  for (let tries = 0; tries < 30; tries++) {
    const { answer } = await cloud.call(fn, op, input, { openid, requestId: id });
    if (answer.ok || answer.refusal !== 'BUSY') return answer;
  }
  throw new Error(`${openid} was told thirty times that it is busy`);
}
const scan = async (activityId: string, held: string, openid: string): Promise<LooseAnswer> => {
  const code = codeOf(held, await clockOf(cloud));
  return ask('checkin', 'scan', { activityId, sessionId: 's1', code, gate: '东门' }, openid);
};
const admit = (registrationId: string, openid: string) => ask('checkin', 'admit', { registrationId }, openid);
const undo = (registrationId: string, openid: string) =>
  ask('checkin', 'undo', { registrationId, reason: '扫错了人' }, openid);
const atVenue = async (activityId: string, openid: string): Promise<LooseAnswer> => {
  const code = venueCode(venueKey(TICKET_KEY, activityId, 's1'), activityId, 's1', await clockOf(cloud));
  return ask('checkin', 'atVenue', { code }, openid);
};
const placesIn = (activityId: string, people: string[]) =>
  atOnce(people, 8, (openid) => signedUp(cloud, openid, { activityId, companions: 1 }));
/** A moment after a registration was read: everybody decides on what is old already. */
const pause = (op: string) =>
  cloud.api('POST', 'faults', { function: 'checkin', op, at: 2, when: 'after', effect: 'delay', ms: 25, times: 200 });
const isFirst = (answer: LooseAnswer): boolean => answer.ok && (answer.value as { again?: boolean }).again === false;

test('three volunteers scan each ticket at once: one lets them in, the others hear that they are', async () => {
  const held = await placesIn('crowded', PEOPLE);
  await pause('scan');
  const scans = held.flatMap((id) => VOLUNTEERS.map((openid) => ({ id, openid })));
  const answers = await atOnce(scans, 24, ({ id, openid }) => scan('crowded', id, openid));
  expect(tally(answers)).toEqual({ ok: scans.length });
  held.forEach((_id, at) => {
    expect(answers.slice(3 * at, 3 * at + 3).filter(isFirst)).toHaveLength(1);
  });
  for (const id of held) expect((await recordsOf(cloud, id)).map(({ _id }) => _id)).toEqual([`${id}.1`]);
  expect(await arrivedIn(cloud, 'crowded')).toMatchObject({ s1: 2 * held.length, s1_g_东门: 2 * held.length });
});

test('a scan, the list and the venue’s code at once are one check-in', async () => {
  const people = PEOPLE.slice(0, 10);
  const held = await placesIn('mixed', people);
  for (const op of ['scan', 'admit']) await pause(op);
  const ways = people.flatMap((openid, at) => [
    () => scan('mixed', held[at] ?? '', 'vol-1'),
    () => admit(held[at] ?? '', 'vol-2'),
    () => atVenue('mixed', openid),
  ]);
  const answers = await atOnce(ways, 15, (way) => way());
  expect(answers.filter(isFirst)).toHaveLength(people.length);
  expect(tally(answers)).toEqual({ ok: ways.length });
  expect((await arrivedIn(cloud, 'mixed')).s1).toBe(2 * people.length);
});

test('a scan and the member’s own cancelling at once: one of them wins, and the other hears of it', async () => {
  const people = PEOPLE;
  const held = await placesIn('fickle', people);
  await pause('scan');
  const outcomes = await Promise.all(
    people.map(async (openid, at) => {
      const id = held[at] ?? '';
      const [scanned, cancelled] = await Promise.all([
        scan('fickle', id, 'vol-1'),
        ask('activity', 'cancel', { registrationId: id }, openid),
      ]);
      const { state } = await registrationOf(cloud, id);
      return { scanned, cancelled, state, records: (await recordsOf(cloud, id)).length };
    }),
  );
  for (const { scanned, cancelled, state, records } of outcomes) {
    if (scanned.ok) {
      expect({ cancelled, state, records }).toMatchObject({
        cancelled: { refusal: 'NOT_HELD', detail: { state: 'attended' } },
        state: 'attended',
        records: 1,
      });
    } else {
      expect({ scanned, cancelled, state, records }).toMatchObject({
        scanned: { refusal: 'NOT_CONFIRMED', detail: { state: 'cancelled' } },
        cancelled: { ok: true },
        state: 'cancelled',
        records: 0,
      });
    }
  }
  const inside = outcomes.filter(({ scanned }) => scanned.ok).length;
  expect((await arrivedIn(cloud, 'fickle')).s1 ?? 0).toBe(2 * inside);
});

test('two who undo at once undo once; who is scanned meanwhile is in or out, and counted as that', async () => {
  const people = PEOPLE.slice(0, 10);
  const held = await placesIn('mistaken', people);
  for (const id of held) await scan('mistaken', id, 'vol-1');
  await pause('undo');
  const answers = await atOnce(
    held.flatMap((id) => [() => undo(id, 'vol-1'), () => undo(id, FIRST_ADMIN)]),
    20,
    (work) => work(),
  );
  expect(tally(answers)).toEqual({ ok: held.length, NOT_ATTENDED: held.length });
  await cloud.api('DELETE', 'faults');
  for (const id of held) await scan('mistaken', id, 'vol-2');
  await Promise.all(held.flatMap((id) => [undo(id, 'vol-1'), scan('mistaken', id, 'vol-3')]));
  const states = await Promise.all(held.map(async (id) => (await registrationOf(cloud, id)).state));
  const inside = states.filter((state) => state === 'attended').length;
  expect((await arrivedIn(cloud, 'mistaken')).s1 ?? 0).toBe(2 * inside);
});

test('a call that is so slow that its check-in has been undone since counts nobody as arrived', async () => {
  const [held = ''] = await placesIn('slow', ['guest-0']);
  // Its seventh call goes to the pool: the record stands by then.
  const slow = { function: 'checkin', op: 'admit', at: 7, when: 'before', effect: 'delay', ms: 2_500 };
  await cloud.api('POST', 'faults', slow);
  const late = admit(held, 'vol-1');
  await untilStruck(cloud);
  await advance(cloud, 21_000);
  await runSweep(cloud, 'sweepRegistrations');
  expect((await arrivedIn(cloud, 'slow')).s1).toBe(2);
  expect(await undo(held, 'vol-2')).toMatchObject({ ok: true });
  expect(await late).toMatchObject({ ok: true, value: { again: false } });
  expect(await arrivedIn(cloud, 'slow')).toEqual({});
});

test('while the sweep counts people as absent, the organizer who adds them gets their way, each once', async () => {
  const people = PEOPLE.slice(0, 12);
  const held = await placesIn('late', people);
  await setClock(cloud, NOON + 5 * HOUR + 1_000);
  const [, ...answers] = await Promise.all([
    runSweep(cloud, 'sweepRegistrations'),
    ...held.map((id) => admit(id, FIRST_ADMIN)),
  ]);
  expect(tally(answers)).toEqual({ ok: people.length });
  for (const id of held) {
    expect((await registrationOf(cloud, id)).state).toBe('attended');
    expect(await recordsOf(cloud, id)).toHaveLength(1);
  }
});

test('when all is calm the auditor finds registrations, records, arrivals and log agreeing', async () => {
  await setClock(cloud, NOON + 6 * HOUR);
  await runSweep(cloud, 'sweepRegistrations');
  expect(await settled(cloud)).toEqual([]);
});
