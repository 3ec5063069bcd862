import { addSignedUp, announce, announcementsOf, crowd, goOn, messagesOfIt, untilTold } from '../support/announcing';
import { announcementsAgree } from '../support/auditor-announcements';
import type { RunningCloud } from '../support/cloud';
import { accepted, registrationsIn, requestId } from '../support/organizing';
import { plan, session } from '../support/plans';
import { atOnce, entry, patiently, tally } from '../support/rush';
import { addActivities, addEnterprises, addMembers, memberOf, startTown, untilStruck, warmUp } from '../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 8 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addActivities(cloud, plan({ id: 'rush', sessions: [session('s1', 400)] }));
  await warmUp(cloud, 'organizer', 'activities', {}, 6);
});
afterEach(() => cloud.api('DELETE', 'faults'));
afterAll(() => cloud.stop());

/** Nobody writes before all have looked. */
const slow = (fn: string, at: number) =>
  cloud.api('POST', 'faults', { function: fn, at, when: 'after', effect: 'delay', ms: 500, times: 6 });

test('without the guard more go out in a day than may', async () => {
  await slow('announce-unguarded', 1);
  const send = (id: string) => cloud.call('announce-unguarded', 'main', { id, activityId: 'blind' }, { openid: 'one' });
  await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(send));
  expect((await announcementsOf(cloud, 'blind')).length).toBeGreaterThan(3);
});

test('of six that are sent at once three go out, each once, and the others are told when the next can', async () => {
  await addSignedUp(cloud, 'six', crowd('six', 5));
  // Caller, log, activity, itself, how many of today: all have counted before one is written down.
  await slow('organizer', 5);
  const texts = ['一', '二', '三', '四', '五', '六'];
  const answers = await Promise.all(texts.map((text) => announce(cloud, 'six', { text })));
  expect(tally(answers as Parameters<typeof tally>[0])).toEqual({ ok: 3, ENOUGH_TODAY: 3 });
  await untilTold(cloud);
  const sent = await announcementsOf(cloud, 'six');
  expect(sent).toHaveLength(3);
  for (const { _id } of sent) expect(await messagesOfIt(cloud, _id)).toHaveLength(5);
});

test('one request that is sent more than once at once is one announcement and one message each', async () => {
  await addSignedUp(cloud, 'one', crowd('one', 5));
  await slow('organizer', 5);
  const id = requestId();
  const answers = await Promise.all([1, 2, 3].map(() => announce(cloud, 'one', {}, { id })));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const [first] = answers;
  expect(first?.ok).toBe(true);
  await untilTold(cloud);
  expect(await announcementsOf(cloud, 'one')).toHaveLength(1);
  expect(await messagesOfIt(cloud, first?.ok ? first.value.announcementId : '')).toHaveLength(5);
});

test('of somebody who leaves while it goes out the words go, however late they came', async () => {
  await addSignedUp(cloud, 'leaver', crowd('leaver', 1, 'attended'));
  // What they were told is wiped by then, and their member still there.
  const at = 20;
  await cloud.api('POST', 'faults', {
    function: 'member',
    op: 'leave',
    at,
    when: 'before',
    effect: 'delay',
    ms: 2_500,
  });
  const leaving = cloud.call('member', 'leave', { confirm: true }, { openid: 'leaver-0', requestId: requestId() });
  await untilStruck(cloud);
  const { announcementId } = accepted(await announce(cloud, 'leaver'));
  const before = await messagesOfIt(cloud, announcementId);
  accepted((await leaving).answer);
  const [message] = await messagesOfIt(cloud, announcementId);
  expect([before[0]?.text, message?.text]).toEqual(['请提前半小时到', undefined]);
});

test('while people cancel and sign up, whoever stands all the time has it once, and nobody who came after it', async () => {
  const people = Array.from({ length: 260 }, (_, at) => `rush-${at}`);
  await addMembers(
    cloud,
    people.map((openid) => memberOf(openid)),
  );
  await atOnce(people.slice(0, 220), 12, (openid) => patiently(cloud, entry(openid, 'rush')));
  const before = await registrationsIn(cloud, 'rush');
  const idOf = new Map(before.map(({ memberId, _id }) => [memberId, _id]));
  const cancel = (openid: string) => {
    const registrationId = idOf.get(memberOf(openid)._id) ?? '';
    return cloud.call('activity', 'cancel', { registrationId }, { openid, requestId: requestId() });
  };
  const [answer] = await Promise.all([
    announce(cloud, 'rush', { to: ['confirmed'] }),
    atOnce(people.slice(0, 40), 4, cancel),
    atOnce(people.slice(220), 4, (openid) => patiently(cloud, entry(openid, 'rush'))),
    goOn(cloud),
    goOn(cloud),
  ]);
  await untilTold(cloud);
  const id = accepted(answer).announcementId;
  const told = (await messagesOfIt(cloud, id)).map(({ memberId }) => memberId);
  expect(new Set(told).size).toBe(told.length);
  const stood = people.slice(40, 220).map((openid) => memberOf(openid)._id);
  expect(stood.filter((memberId) => !told.includes(memberId))).toEqual([]);
  expect(await announcementsAgree(cloud, false)).toEqual([]);
  const [record] = await announcementsOf(cloud, 'rush');
  expect(record).toMatchObject({ written: told.length, doneAt: expect.any(Number) });
}, 60_000);
