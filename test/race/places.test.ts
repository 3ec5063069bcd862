import type { RegistrationRecord } from '../../domain/signup/registration';
import type { LooseAnswer, RunningCloud } from '../support/cloud';
import { plan, session } from '../support/plans';
import { atOnce, type Entry, entry, patiently, poolOf, requestId, settled, tally } from '../support/rush';
import { chance, oneOf, saySeed } from '../support/seed';
import { addActivities, addMembers, documents, memberOf, startTown } from '../support/town';

const PEOPLE = Array.from({ length: 500 }, (_, at) => `load-${String(at + 1).padStart(6, '0')}`);
const some = PEOPLE.slice(0, 60);
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 8 });
  await addActivities(
    cloud,
    plan({ id: 'music' }),
    plan({
      id: 'zoned',
      sessions: [
        session('s1', 12, [
          ['a', 9],
          ['b', 7],
        ]),
        session('s2', 5),
      ],
    }),
    plan({ id: 'devices', sessions: [session('s1', 60)] }),
    plan({ id: 'last', sessions: [session('s1', 1)] }),
    plan({ id: 'churn', sessions: [session('s1', 6)] }),
  );
  await addMembers(
    cloud,
    PEOPLE.map((openid) => memberOf(openid)),
  );
});

afterAll(() => cloud.stop());

const confirmedIn = async (activityId: string) =>
  (await documents<RegistrationRecord>(cloud, 'registrations')).filter(
    (record) => record.activityId === activityId && record.state === 'confirmed',
  );
const cancel = async (openid: string, registrationId: string, id = requestId()): Promise<LooseAnswer> =>
  (await cloud.call('activity', 'cancel', { registrationId }, { openid, requestId: id })).answer;
const idOf = (answer: LooseAnswer | undefined): string => (answer?.ok ? (answer.value as { id: string }).id : '');

describe('500 members, 50 places, 8 instances', () => {
  const entries = PEOPLE.map((openid) => entry(openid, 'music'));
  let first: LooseAnswer[];

  test('exactly 50 get a place, and 450 are told that it is full', async () => {
    // A moment between reading the pool and taking a place: everybody decides on what is old already.
    const pause = { function: 'activity', op: 'signUp', at: 2, when: 'after', effect: 'delay', ms: 10, times: 200 };
    await cloud.api('POST', 'faults', pause);
    first = await atOnce(entries, 64, (each) => patiently(cloud, each));
    await cloud.api('DELETE', 'faults');
    expect(tally(first)).toEqual({ ok: 50, FULL: 450 });
    const pool = await poolOf(cloud, 'music');
    expect(pool.used).toEqual({ s1: 50 });
    expect(Object.keys(pool.claims)).toHaveLength(50);
    expect(await confirmedIn('music')).toHaveLength(50);
  }, 60_000);

  test('a storm of retries, each three times at once, gets the same answers and changes nothing', async () => {
    const before = JSON.stringify([await poolOf(cloud, 'music'), await confirmedIn('music')]);
    const storm = entries.filter((_each, at) => first[at]?.ok || at % 5 === 0).flatMap((each) => [each, each, each]);
    const answers = await atOnce(storm, 64, (each) => patiently(cloud, each));
    const expected = new Map(entries.map((each, at) => [each.requestId, first[at]]));
    expect(answers).toEqual(storm.map((each) => expected.get(each.requestId)));
    expect(JSON.stringify([await poolOf(cloud, 'music'), await confirmedIn('music')])).toBe(before);
  }, 60_000);
});

test('no zone and no session takes more than it has, whoever comes from wherever', async () => {
  const random = chance(saySeed());
  const where: [string, string?][] = [['s1', 'a'], ['s1', 'b'], ['s2']];
  const entries = some.map((openid) => entry(openid, 'zoned', ...oneOf(where, random)));
  const answers = await atOnce(entries, 60, (each) => patiently(cloud, each));
  const { used } = await poolOf(cloud, 'zoned');
  const inSession = (used.s1_a ?? 0) + (used.s1_b ?? 0);
  expect(used.s1).toBe(inSession);
  expect(inSession).toBeLessThanOrEqual(12);
  expect(used.s1_a ?? 0).toBeLessThanOrEqual(9);
  expect(used.s1_b ?? 0).toBeLessThanOrEqual(7);
  expect(used.s2 ?? 0).toBeLessThanOrEqual(5);
  expect(tally(answers).ok).toBe(inSession + (used.s2 ?? 0));
});

test('a member on two devices at once gets one place, and the other device is told which', async () => {
  const people = some.slice(0, 25);
  const twice: Entry[] = people.flatMap((openid) => [entry(openid, 'devices'), entry(openid, 'devices')]);
  const answers = await atOnce(twice, 50, (each) => patiently(cloud, each));
  expect(tally(answers)).toEqual({ ok: 25, ALREADY: 25 });
  for (let at = 0; at < people.length; at++) {
    const pair = [answers[2 * at], answers[2 * at + 1]];
    const held = idOf(pair.find((answer) => answer?.ok));
    expect(pair.find((answer) => !answer?.ok)).toMatchObject({ detail: { registrationId: held } });
  }
});

test('one request sent five times at once takes one place and gets one answer', async () => {
  const one = entry(PEOPLE[30] ?? '', 'devices');
  const answers = await atOnce([one, one, one, one, one], 5, (each) => patiently(cloud, each));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ ok: true });
});

test('cancelling from two devices at once gives one place back', async () => {
  const openid = PEOPLE[40] ?? '';
  const held = idOf(await patiently(cloud, entry(openid, 'devices')));
  const before = (await poolOf(cloud, 'devices')).used.s1 ?? 0;
  const answers = await Promise.all([1, 2, 3, 4].map(() => cancel(openid, held)));
  expect(tally(answers)).toEqual({ ok: 1, NOT_HELD: 3 });
  expect((await poolOf(cloud, 'devices')).used.s1).toBe(before - 1);
});

test('the last place, given back while twenty ask for it, is given once', async () => {
  const [holder = '', ...rest] = some;
  const held = idOf(await patiently(cloud, entry(holder, 'last')));
  const [gone, ...answers] = await Promise.all([
    cancel(holder, held),
    ...rest.slice(0, 20).map((openid) => patiently(cloud, entry(openid, 'last'))),
  ]);
  expect(gone.ok).toBe(true);
  expect(tally(answers).ok ?? 0).toBeLessThanOrEqual(1);
  expect((await poolOf(cloud, 'last')).used.s1).toBe(tally(answers).ok ?? 0);
});

test('signing up and cancelling again and again, with every cancel sent twice, keeps the count', async () => {
  const churn = async (openid: string): Promise<void> => {
    for (let round = 0; round < 6; round++) {
      const one = entry(openid, 'churn');
      const held = idOf(await patiently(cloud, one));
      if (held === '') continue;
      const id = requestId();
      // The cancel, its repeat, a late repeat of the sign-up and a new one, all under way together.
      await Promise.all([cancel(openid, held, id), cancel(openid, held, id), patiently(cloud, one)]);
      await Promise.all([cancel(openid, held, id), patiently(cloud, entry(openid, 'churn'))]);
      const mine = (await confirmedIn('churn')).find(({ memberId }) => memberId === memberOf(openid)._id);
      if (mine && round % 2 === 0) await cancel(openid, mine._id);
    }
  };
  await Promise.all(some.slice(0, 10).map(churn));
  const pool = await poolOf(cloud, 'churn');
  expect(pool.used.s1).toBe(Object.keys(pool.claims).length);
  expect(pool.used.s1).toBeLessThanOrEqual(6);
  expect((await confirmedIn('churn')).length).toBe(pool.used.s1);
}, 60_000);

test('when all is calm the auditor finds every count, claim and registration agreeing', async () => {
  expect(await settled(cloud)).toEqual([]);
});
