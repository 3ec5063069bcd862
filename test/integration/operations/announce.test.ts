import type { LogRecord } from '../../../domain/activity/log';
import type { RegistrationRecord } from '../../../domain/signup/registration';
import { timeKey } from '../../../domain/time/shanghai';
import type { Audience } from '../../../types/contract';
import {
  addSignedUp,
  announce,
  announcementsOf,
  changeRegistration,
  crowd,
  EVERYBODY,
  goOn,
  messagesOfIt,
  type SignedUp,
  untilTold,
} from '../../support/announcing';
import type { RunningCloud } from '../../support/cloud';
import { accepted, changed, organize, published, requestId, signUp, sweepActivities } from '../../support/organizing';
import { DAY, HOUR, NOON, session } from '../../support/plans';
import { contentSays } from '../../support/reading-town';
import { STATES } from '../../support/records';
import { chance, oneOf, saySeed, upTo } from '../../support/seed';
import {
  addEnterprises,
  addMembers,
  advance,
  documents,
  insert,
  memberOf,
  setClock,
  startTown,
} from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
});
afterEach(async () => {
  await contentSays(cloud);
  await setClock(cloud, NOON);
});
afterAll(() => cloud.stop());

const memberIds = async (announcementId: string) =>
  (await messagesOfIt(cloud, announcementId)).map(({ memberId }) => memberId).sort();
const idsOf = (openids: readonly string[]) => openids.map((openid) => memberOf(openid)._id).sort();
const sendTo = async (activityId: string, to: Audience[], more: object = {}) =>
  accepted(await announce(cloud, activityId, { to, ...more })).announcementId;

test.each<[Audience, string[]]>([
  ['confirmed', ['confirmed', 'attended']],
  ['waitlisted', ['waitlisted', 'offered']],
  ['applied', ['applied']],
])('words to the %s go to exactly those who stand so, and to nobody for not having come', async (to, states) => {
  const activityId = `states-${to}`;
  await addSignedUp(
    cloud,
    activityId,
    STATES.map((state) => ({ openid: `${to}-${state}`, state })),
  );
  expect(await memberIds(await sendTo(activityId, [to]))).toEqual(idsOf(states.map((state) => `${to}-${state}`)));
});

/** The same said slowly: one after the other, by what the note says. */
function expectedOf(people: readonly SignedUp[], to: readonly Audience[], sessionId: string | undefined): Set<string> {
  const wanted: Record<Audience, string[]> = {
    confirmed: ['confirmed', 'attended'],
    waitlisted: ['waitlisted', 'offered'],
    applied: ['applied'],
  };
  const got = new Set<string>();
  for (const { openid, state, sessionId: of = 's1', signedUpAt = 0, ...rest } of people) {
    const inTime = signedUpAt < NOON;
    const there = sessionId === undefined || of === sessionId;
    const stands = to.some((each) => wanted[each].includes(state));
    if (inTime && there && stands && !rest.void) got.add(memberOf(openid)._id);
  }
  return got;
}

test('however many there are and in whatever states, each of the right ones has it once and nobody else has', async () => {
  const random = chance(saySeed());
  for (let round = 0; round < 4; round++) {
    const activityId = `model-${round}`;
    const people = Array.from(
      { length: upTo(450, random) },
      (): SignedUp => ({
        // Some have more than one registration.
        openid: `model-${upTo(300, random)}`,
        state: oneOf(STATES, random),
        sessionId: oneOf(['s1', 's2'], random),
        // The clock goes on from noon: these came before, or will have come after.
        signedUpAt: NOON + (random() < 0.7 ? -1 : HOUR) * (1 + upTo(8, random)),
        ...(random() < 0.1 && { void: true as const }),
      }),
    );
    await addSignedUp(cloud, activityId, people);
    const to = EVERYBODY.filter(() => random() < 0.6);
    const sessionId = [undefined, 's1', 's2'][upTo(2, random)];
    const audience = to.length === 0 ? EVERYBODY : to;
    const id = await sendTo(activityId, audience, sessionId === undefined ? {} : { sessionId });
    await untilTold(cloud);
    const expected = expectedOf(people, audience, sessionId);
    expect({ round, got: await memberIds(id) }).toEqual({ round, got: [...expected].sort() });
    const [record] = await announcementsOf(cloud, activityId);
    expect(record).toMatchObject({ written: expected.size, doneAt: expect.any(Number) });
    expect(record).not.toHaveProperty('dueAt');
  }
});

test('who cancels or signs up while it runs: as each stands when their turn comes, once, and none who came later', async () => {
  await addSignedUp(cloud, 'moving', [...crowd('moving', 250), ...crowd('late', 2, 'waitlisted')]);
  const all = await documents<RegistrationRecord>(cloud, 'registrations');
  const recordOf = (openid: string) => all.find(({ memberId }) => memberId === memberOf(openid)._id);
  const id = await sendTo('moving', ['confirmed']);
  expect(await announcementsOf(cloud, 'moving')).toMatchObject([{ written: 200, dueAt: expect.any(Number) }]);
  const turnTo = (openid: string, state: string) => changeRegistration(cloud, recordOf(openid)?._id ?? '', { state });
  await turnTo('moving-0', 'cancelled');
  await turnTo('moving-249', 'cancelled');
  await turnTo('late-1', 'confirmed');
  await addMembers(cloud, [memberOf('newcomer')]);
  const { _id, ...base } = recordOf('moving-1') ?? { _id: '' };
  const key = { cameKey: timeKey(NOON + HOUR, 'r-new'), holdKey: 'r-new', memberId: memberOf('newcomer')._id };
  await insert(cloud, 'registrations', [{ ...base, _id: 'r-new', ...key }]);
  await untilTold(cloud);
  const got = await memberIds(id);
  const crowdIds = idsOf(crowd('moving', 249).map(({ openid }) => openid));
  expect(got).toEqual([...crowdIds, memberOf('late-1')._id].sort());
  expect(await announcementsOf(cloud, 'moving')).toMatchObject([{ written: 250 }]);
  expect(_id).not.toBe('');
});

test('who has several registrations has it once', async () => {
  const twice = [
    { openid: 'double', state: 'confirmed' as const, sessionId: 's1' },
    { openid: 'double', state: 'attended' as const, sessionId: 's2' },
  ];
  await addSignedUp(cloud, 'double', twice, { onePlacePer: 'session' });
  const id = await sendTo('double', ['confirmed']);
  expect(await messagesOfIt(cloud, id)).toMatchObject([{ registrationId: 'r-double-00000', sessionName: '场次 s1' }]);
  expect(await announcementsOf(cloud, 'double')).toMatchObject([{ written: 1 }]);
});

test('who has left the union is told nothing, and of who leaves the words go too', async () => {
  await addSignedUp(cloud, 'leaving', crowd('leaving', 2, 'attended'));
  const leave = (openid: string) =>
    cloud.call('member', 'leave', { confirm: true }, { openid, requestId: requestId() });
  await leave('leaving-0');
  const id = await sendTo('leaving', ['confirmed'], { text: '谢谢大家' });
  expect(await memberIds(id)).toEqual(idsOf(['leaving-1']));
  await leave('leaving-1');
  const [message] = await messagesOfIt(cloud, id);
  expect(message).not.toHaveProperty('text');
  expect(await announcementsOf(cloud, 'leaving')).toMatchObject([{ written: 1 }]);
});

test('it stands among the messages of each with the words, unread, and without anybody else', async () => {
  await addSignedUp(cloud, 'reading', crowd('reading', 2));
  const id = await sendTo('reading', ['confirmed'], { text: '停车场满了，请坐地铁' });
  const { answer } = await cloud.call('message', 'list', {}, { openid: 'reading-0' });
  expect(accepted(answer).items).toEqual([
    {
      ...{ id: `${id}.${memberOf('reading-0')._id}`, at: expect.any(Number), title: '职工音乐节', unread: true },
      ...{ about: 'announcement', kind: 'announced', activityId: 'reading', sessionName: '场次 s1' },
      ...{ startsAt: NOON + 10 * DAY, text: '停车场满了，请坐地铁' },
    },
  ]);
  expect(accepted((await cloud.call('message', 'unread', {}, { openid: 'reading-1' })).answer).unread).toBe(true);
});

test('only of who agreed a message waits to go out; of the others it is said at once that it does not', async () => {
  await addSignedUp(cloud, 'agreed', crowd('agreed', 2));
  const agree = { openid: 'agreed-1', requestId: requestId() };
  accepted((await cloud.call('message', 'consent', { kinds: ['announced'] }, agree)).answer);
  const messages = await messagesOfIt(cloud, await sendTo('agreed', ['confirmed']));
  const of = (openid: string) => messages.find(({ memberId }) => memberId === memberOf(openid)._id);
  expect(of('agreed-0')).toMatchObject({ outcome: 'no-consent' });
  expect(of('agreed-0')).not.toHaveProperty('sendAt');
  expect(of('agreed-1')).toMatchObject({ sendAt: expect.any(Number), tries: 0 });
});

test('when it was cancelled, those who lost what they had are written to, and not those who had given it back', async () => {
  const activityId = await published(cloud, { waitlist: true, sessions: [session('s1', 2)] });
  const openids = ['lost-0', 'gave-back', 'waits-0', 'waits-1'];
  await addMembers(
    cloud,
    openids.map((openid) => memberOf(openid)),
  );
  const ids = new Map<string, string>();
  for (const openid of openids)
    ids.set(openid, (accepted(await signUp(cloud, openid, activityId)) as { id: string }).id);
  const back = { registrationId: ids.get('waits-1') };
  await cloud.call('activity', 'cancel', back, { openid: 'waits-1', requestId: requestId() });
  await advance(cloud, 1_000);
  accepted(await organize(cloud, 'cancelActivity', { activityId, reason: '台风' }));
  await sweepActivities(cloud);
  await advance(cloud, 1_000);
  expect(accepted(await organize(cloud, 'announcing', { activityId }))).toMatchObject({
    state: 'cancelled',
    sessions: [{ id: 's1', confirmed: 2, waitlisted: 1, applied: 0 }],
  });
  expect(await memberIds(await sendTo(activityId, ['confirmed']))).toEqual(idsOf(['lost-0', 'gave-back']));
  expect(await memberIds(await sendTo(activityId, ['waitlisted']))).toEqual(idsOf(['waits-0']));
});

test('whose session was taken away before is not among those whom the cancelling let down', async () => {
  // Nobody has a place in the second: there they wait.
  const sessions = [session('s1', 5), session('s2', 0)];
  const activityId = await published(cloud, { waitlist: true, sessions });
  await addMembers(cloud, [memberOf('early'), memberOf('stayed')]);
  accepted(await signUp(cloud, 'early', activityId, { sessionId: 's2' }));
  accepted(await signUp(cloud, 'stayed', activityId));
  const asked = await changed(cloud, activityId, { sessions: sessions.slice(0, 1) }, { reason: '合并' });
  const { token } = (asked as { detail: { token: string } }).detail;
  accepted(await changed(cloud, activityId, { sessions: sessions.slice(0, 1) }, { reason: '合并', confirmed: token }));
  await sweepActivities(cloud);
  await advance(cloud, 60_000);
  accepted(await organize(cloud, 'cancelActivity', { activityId, reason: '台风' }));
  await sweepActivities(cloud);
  await advance(cloud, 1_000);
  expect(await memberIds(await sendTo(activityId, EVERYBODY))).toEqual(idsOf(['stayed']));
});

test('one that a dead call left is gone on with when its call is certainly dead, and stands in the log', async () => {
  await addSignedUp(cloud, 'left', crowd('left', 3));
  const fault = { function: 'organizer', op: 'announce', when: 'after', effect: 'kill' };
  // Caller, log, activity, itself, how many of today, content security; then it is written down.
  await cloud.api('POST', 'faults', { ...fault, at: 7 });
  await announce(cloud, 'left');
  await cloud.api('DELETE', 'faults');
  expect(await announcementsOf(cloud, 'left')).toMatchObject([{ written: 0, after: '' }]);
  await advance(cloud, 59_000);
  expect((await goOn(cloud)).result?.value.found).toBe(0);
  await advance(cloud, 2_000);
  await untilTold(cloud);
  expect(await announcementsOf(cloud, 'left')).toMatchObject([{ written: 3 }]);
  const logs = await documents<LogRecord>(cloud, 'logs');
  expect(logs.filter(({ activityId }) => activityId === 'left')).toMatchObject([{ what: 'announced', count: 3 }]);
});

test('activities that share a run each go on, and none waits for the other', async () => {
  for (const id of ['share-a', 'share-b']) await addSignedUp(cloud, id, crowd(id, 450));
  for (const id of ['share-a', 'share-b']) await sendTo(id, ['confirmed']);
  await goOn(cloud);
  for (const id of ['share-a', 'share-b']) expect(await announcementsOf(cloud, id)).toMatchObject([{ written: 450 }]);
});
