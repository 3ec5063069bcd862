import type { RegistrationRecord } from '../../domain/signup/registration';
import type { LooseAnswer, RunningCloud } from '../support/cloud';
import { plan, session } from '../support/plans';
import { atOnce, entry, patiently, requestId, settled, tally } from '../support/rush';
import {
  addActivities,
  addMembers,
  documents,
  memberOf,
  runSweep,
  runSweeps,
  startTown,
  untilStruck,
  warmUp,
} from '../support/town';

const PEOPLE = Array.from({ length: 400 }, (_, at) => `person-${String(at).padStart(3, '0')}`);
let cloud: RunningCloud;
let revived = 'nobody';

beforeAll(async () => {
  cloud = await startTown({ instances: 8 });
  const one = (id: string) => plan({ id, waitlist: true, sessions: [session('s1', 1)] });
  await addActivities(
    cloud,
    plan({ id: 'rush', waitlist: true, quota: { own: { e2: 5 } }, sessions: [session('s1', 30)] }),
    plan({
      id: 'shards',
      sessions: [
        session('s1', 4_100, [
          ['a', 50],
          ['b', 4_050],
        ]),
      ],
    }),
    plan({
      id: 'home',
      waitlist: true,
      sessions: [
        session('s1', 4_100, [
          ['a', 7],
          ['b', 4_093],
        ]),
      ],
    }),
    plan({ id: 'churn', waitlist: true, sessions: [session('s1', 3)] }),
    ...Array.from({ length: 8 }, (_, at) => one(`pair-${at}`)),
    one('blindly'),
  );
  await addMembers(
    cloud,
    PEOPLE.map((openid, at) => memberOf(openid, { enterpriseId: at % 4 === 3 ? 'e2' : 'e1' })),
  );
  await warmUp(cloud, 'activity', 'list', {});
});

afterAll(() => cloud.stop());

const who = (at: number): string => PEOPLE[at] ?? '';
const recordsOf = async (activityId: string) =>
  (await documents<RegistrationRecord>(cloud, 'registrations')).filter((record) => record.activityId === activityId);
const inState = async (activityId: string, state: string) =>
  (await recordsOf(activityId)).filter((record) => record.state === state);
const call = async (op: string, openid: string, registrationId: string): Promise<LooseAnswer> =>
  (await cloud.call('activity', op, { registrationId }, { openid, requestId: requestId() })).answer;
const got = (answer: LooseAnswer | undefined) =>
  (answer?.ok ? answer.value : {}) as { id: string; state: string; position?: number };

test('of 300 at once for 30 places each gets a place or a position of their own, within every quota', async () => {
  const answers = await atOnce(PEOPLE.slice(0, 300), 64, (openid) => patiently(cloud, entry(openid, 'rush')));
  const values = answers.map(got);
  expect(tally(answers)).toEqual({ ok: 300 });
  expect(values.filter(({ state }) => state === 'confirmed')).toHaveLength(30);
  const waiting = values.filter(({ state }) => state === 'waitlisted');
  // Each was told a position while others were joining: it was free of gaps for them, and nobody's twice in the end.
  expect(waiting.every(({ position = 0 }) => position >= 1 && position <= 270)).toBe(true);
  const confirmed = await inState('rush', 'confirmed');
  expect(confirmed.filter(({ enterpriseId }) => enterpriseId === 'e2').length).toBeLessThanOrEqual(5);
  const live = await atOnce(waiting.slice(0, 40), 16, async ({ id }) => {
    const openid = PEOPLE[values.findIndex((value) => value.id === id)] ?? '';
    return got(await call('registration', openid, id)).position;
  });
  expect(new Set(live).size).toBe(40);
}, 60_000);

test('the queue moves in its order while places are given back, and quotas hold', async () => {
  const pages = await documents<{ entries: { registration: string; counters: string[] }[] }>(cloud, 'queues');
  const entries = pages.flatMap((page) => page.entries);
  const leaving = (await inState('rush', 'confirmed')).slice(0, 10);
  const openids = new Map(PEOPLE.map((openid) => [memberOf(openid)._id, openid]));
  await atOnce(leaving, 10, ({ _id, memberId }) => call('cancel', openids.get(memberId) ?? '', _id));
  await runSweeps(cloud);
  const offered = new Set((await inState('rush', 'offered')).map(({ _id }) => _id));
  expect(offered.size).toBe(10);
  const freed = leaving.filter(({ enterpriseId }) => enterpriseId === 'e2').length;
  const second = entries.filter(({ counters }) => counters.includes('e_e2'));
  // The first ten of the queue whom the quota does not hold back, in order.
  let quota =
    freed + 5 - (await inState('rush', 'confirmed')).filter(({ enterpriseId }) => enterpriseId === 'e2').length - freed;
  const due: string[] = [];
  for (const each of entries) {
    if (due.length === 10) break;
    if (second.includes(each)) {
      if (quota <= 0) continue;
      quota -= 1;
    }
    due.push(each.registration);
  }
  expect([...offered].sort()).toEqual(due.sort());
}, 60_000);

test('a zone that is shared out over three shards gives exactly what it has, wherever its members begin to look', async () => {
  const answers = await atOnce(PEOPLE.slice(0, 200), 64, (openid) =>
    patiently(cloud, entry(openid, 'shards', 's1', 'a')),
  );
  expect(tally(answers)).toEqual({ ok: 50, FULL: 150 });
  expect(await inState('shards', 'confirmed')).toHaveLength(50);
}, 60_000);

test('a member on two devices has one place, though the shards do not know of each other', async () => {
  const people = PEOPLE.slice(200, 230);
  const answers = await atOnce(
    people.flatMap((openid) => [entry(openid, 'home', 's1', 'a'), entry(openid, 'home', 's1', 'b')]),
    60,
    (each) => patiently(cloud, each),
  );
  expect(tally(answers)).toEqual({ ok: 30, ALREADY: 30 });
  const held = (await recordsOf('home')).filter(({ state }) => state === 'confirmed' || state === 'waitlisted');
  expect(new Set(held.map(({ memberId }) => memberId)).size).toBe(held.length);
  expect(held).toHaveLength(30);
}, 60_000);

test('cancelling in the moment of the offer ends in one of the two, never in both', async () => {
  for (let at = 0; at < 8; at++) {
    const activityId = `pair-${at}`;
    const first = got(await patiently(cloud, entry(who(300), activityId)));
    const second = got(await patiently(cloud, entry(who(301), activityId)));
    await call('cancel', who(300), first.id);
    // The sweep pauses somewhere between reading who waits and writing the offer.
    const pause = { function: 'activity', op: 'sweepQueues', at: 5 + at, when: 'after', effect: 'delay', ms: 60 };
    await cloud.api('POST', 'faults', pause);
    await Promise.all([runSweep(cloud, 'sweepQueues'), call('cancel', who(301), second.id)]);
    await cloud.api('DELETE', 'faults');
    const [record] = (await recordsOf(activityId)).filter(({ _id }) => _id === second.id);
    expect(record?.state).toBe('cancelled');
  }
}, 60_000);

test('the race is real: an offer written without looking brings back who had cancelled', async () => {
  const first = got(await patiently(cloud, entry(who(302), 'blindly')));
  const second = got(await patiently(cloud, entry(who(303), 'blindly')));
  expect([first.state, second.state]).toEqual(['confirmed', 'waitlisted']);
  const pause = { function: 'offer-blindly', at: 1, when: 'after', effect: 'delay', ms: 800 };
  await cloud.api('POST', 'faults', pause);
  const offer = cloud.call('offer-blindly', 'offer', { registrationId: second.id }, { openid: 'anybody' });
  await untilStruck(cloud);
  expect(await call('cancel', who(303), second.id)).toMatchObject({ ok: true });
  await offer;
  const [record] = (await recordsOf('blindly')).filter(({ _id }) => _id === second.id);
  expect(record?.state).toBe('offered');
  revived = second.id;
});

test('joining, leaving, offers and answers all at once lose nobody and give nothing twice', async () => {
  const people = PEOPLE.slice(310, 322);
  const live = async (openid: string): Promise<void> => {
    for (let round = 0; round < 4; round++) {
      const mine = got(await patiently(cloud, entry(openid, 'churn')));
      if (mine.id === undefined) continue;
      const now = got(await call('registration', openid, mine.id));
      if (now.state === 'offered') await call(round % 2 === 0 ? 'acceptOffer' : 'declineOffer', openid, mine.id);
      if (round < 3) await call('cancel', openid, mine.id);
    }
  };
  const sweeping = (async () => {
    for (let run = 0; run < 12; run++) await runSweep(cloud, 'sweepQueues').catch(() => undefined);
  })();
  await Promise.all([...people.map(live), sweeping]);
  await settled(cloud);
  const placed = (await recordsOf('churn')).filter(({ state }) => ['confirmed', 'offered'].includes(state));
  expect(placed).toHaveLength(3);
}, 60_000);

test('when all is calm the auditor finds every count, claim, entry and registration agreeing', async () => {
  const faults = await settled(cloud);
  // But for what the control did.
  expect(faults.filter((fault) => !fault.includes(revived))).toEqual([]);
});
