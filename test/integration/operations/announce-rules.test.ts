import { timeKey } from '../../../domain/time/shanghai';
import type { Audience } from '../../../types/contract';
import { addSignedUp, announce, announcementsOf, crowd, messagesOfIt } from '../../support/announcing';
import type { RunningCloud } from '../../support/cloud';
import { accepted, organize, requestId } from '../../support/organizing';
import { DAY, HOUR, NOON, plan } from '../../support/plans';
import { contentSays } from '../../support/reading-town';
import { addActivities, addEnterprises, addMembers, insert, memberOf, setClock, startTown } from '../../support/town';

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

test('three a day, and the fourth is told when the next can go', async () => {
  await addSignedUp(cloud, 'often', crowd('often', 1));
  for (let sent = 0; sent < 3; sent++) await sendTo('often', ['confirmed']);
  const nextAt = NOON + 12 * HOUR;
  const detail = { sent: 3, nextAt };
  expect(await announce(cloud, 'often')).toEqual({ ok: false, refusal: 'ENOUGH_TODAY', detail });
  expect(accepted(await organize(cloud, 'announcing', { activityId: 'often' }))).toMatchObject({
    sentToday: 3,
    nextAt,
  });
  await setClock(cloud, nextAt - 60_000);
  expect(await announce(cloud, 'often')).toMatchObject({ refusal: 'ENOUGH_TODAY' });
  await setClock(cloud, nextAt);
  await sendTo('often', ['confirmed']);
  expect(await announcementsOf(cloud, 'often')).toHaveLength(4);
});

test('sent again it gives the same answer and goes out once; with other words it is refused', async () => {
  await addSignedUp(cloud, 'again', crowd('again', 3));
  const id = requestId();
  const first = await announce(cloud, 'again', {}, { id });
  expect(await announce(cloud, 'again', {}, { id })).toEqual(first);
  expect(await announce(cloud, 'again', { text: '别的话' }, { id })).toMatchObject({ refusal: 'REQUEST_REUSED' });
  expect(await announcementsOf(cloud, 'again')).toHaveLength(1);
  expect(await messagesOfIt(cloud, accepted(first).announcementId)).toHaveLength(3);
});

test('sent again after its call died before the log knew of it, it is the same one, and other words are refused', async () => {
  await addSignedUp(cloud, 'died', crowd('died', 2));
  const id = requestId();
  // Caller, log, activity, itself, how many of today, content security; then it is written down.
  const fault = { function: 'organizer', op: 'announce', at: 7, when: 'after', effect: 'kill' };
  await cloud.api('POST', 'faults', fault);
  await announce(cloud, 'died', {}, { id });
  await cloud.api('DELETE', 'faults');
  expect(accepted(await organize(cloud, 'log', { activityId: 'died' })).items).toEqual([]);
  expect(await announce(cloud, 'died', { text: '别的话' }, { id })).toMatchObject({ refusal: 'REQUEST_REUSED' });
  const { announcementId } = accepted(await announce(cloud, 'died', {}, { id }));
  expect((await announcementsOf(cloud, 'died')).map(({ _id }) => _id)).toEqual([announcementId]);
  expect(accepted(await organize(cloud, 'log', { activityId: 'died' })).items).toMatchObject([{ what: 'announced' }]);
});

test('a draft has nobody to write to; what is over has for thirty days', async () => {
  const { activityId } = accepted(await organize(cloud, 'createActivity', { plan: draft() }));
  const refused = { ok: false, refusal: 'NOT_ANNOUNCEABLE' };
  expect(await announce(cloud, activityId)).toEqual({ ...refused, detail: { state: 'draft' } });
  await addSignedUp(cloud, 'over', crowd('over', 1, 'attended'));
  const until = NOON + 10 * DAY + 2 * HOUR + 30 * DAY;
  await setClock(cloud, until + 1);
  expect(await announce(cloud, 'over')).toEqual({ ...refused, detail: { state: 'over', until } });
  await setClock(cloud, until - 60_000);
  expect(await memberIds(await sendTo('over', ['confirmed'], { text: '谢谢' }))).toEqual(idsOf(['over-0']));
});

function draft() {
  const { id: _id, ...rest } = plan();
  return rest;
}

test('a session or activity that is not there is not written to', async () => {
  await addSignedUp(cloud, 'known', crowd('known', 1));
  const missing = (what: string) => ({ ok: false, refusal: 'NOT_FOUND', detail: { what } });
  expect(await announce(cloud, 'known', { sessionId: 's9' })).toEqual(missing('session'));
  for (const op of ['announcing', 'announcements'] as const)
    expect(await organize(cloud, op, { activityId: 'unknown' })).toEqual(missing('activity'));
  expect(await announce(cloud, 'unknown')).toEqual(missing('activity'));
});

test.each([
  ['is called bad', { suggest: 'risky' }, 'TEXT_REFUSED'],
  ['could not be checked', { errcode: 45009 }, 'NOT_CHECKED'],
  ['is of one who was away', { errcode: 61010 }, 'NOT_CHECKED'],
])('what %s goes to nobody and counts for nothing', async (how, outcome, refusal) => {
  const activityId = `checked-${how.length}`;
  await addSignedUp(cloud, activityId, crowd(activityId, 1));
  await contentSays(cloud, outcome);
  expect(await announce(cloud, activityId)).toEqual({ ok: false, refusal, detail: {} });
  expect(await announcementsOf(cloud, activityId)).toEqual([]);
  await contentSays(cloud, { suggest: 'review' });
  await sendTo(activityId, ['confirmed']);
  expect(await announcementsOf(cloud, activityId)).toHaveLength(1);
});

test('the log has who wrote what and to how many, and the list how far it has come', async () => {
  await addSignedUp(cloud, 'logged', [...crowd('logged', 3), ...crowd('logged-waits', 1, 'waitlisted')]);
  await addMembers(cloud, [
    memberOf('writer', { name: '王敏', grants: [{ role: 'organizer', scope: { kind: 'all' } }] }),
  ]);
  const input = { text: '带上水杯', to: ['confirmed' as const], sessionId: 's1' };
  const id = accepted(await announce(cloud, 'logged', input, { openid: 'writer' })).announcementId;
  const { items } = accepted(await organize(cloud, 'log', { activityId: 'logged' }));
  expect(items).toEqual([{ id, at: expect.any(Number), by: '王敏', what: 'announced', count: 3, reason: '带上水杯' }]);
  const { items: sent } = accepted(await organize(cloud, 'announcements', { activityId: 'logged' }));
  const session1 = { id: 's1', name: '场次 s1' };
  expect(sent).toEqual([
    {
      id,
      at: expect.any(Number),
      by: '王敏',
      text: '带上水杯',
      to: ['confirmed'],
      session: session1,
      written: 3,
      done: true,
    },
  ]);
});

test('the list goes on where it ended, latest first, and who has left the union has no name there', async () => {
  await addSignedUp(cloud, 'listed', crowd('listed', 1));
  await addMembers(cloud, [
    memberOf('leaver', { name: '走了的人', grants: [{ role: 'organizer', scope: { kind: 'all' } }] }),
  ]);
  accepted(await announce(cloud, 'listed', { text: '最早' }, { openid: 'leaver' }));
  await cloud.call('member', 'leave', { confirm: true }, { openid: 'leaver', requestId: requestId() });
  const [first] = await announcementsOf(cloud, 'listed');
  const later = Array.from({ length: 20 }, (_, at) => {
    const _id = `listed.later${at}`;
    return { ...first, _id, key: timeKey(NOON + HOUR + at, _id), slot: _id, text: `第 ${at}`, by: '' };
  });
  await insert(cloud, 'announcements', later);
  const page = accepted(await organize(cloud, 'announcements', { activityId: 'listed' }));
  expect(page.items.map(({ text }) => text)).toEqual(later.map(({ text }) => text).reverse());
  const rest = accepted(await organize(cloud, 'announcements', { activityId: 'listed', cursor: page.next ?? '' }));
  expect(rest).toEqual({ items: [expect.objectContaining({ text: '最早', by: '' })], now: expect.any(Number) });
});

test('what nobody has stands in the list all the same, and in the log', async () => {
  await addActivities(cloud, plan({ id: 'empty' }));
  await sendTo('empty', ['applied']);
  expect(accepted(await organize(cloud, 'announcements', { activityId: 'empty' })).items).toMatchObject([
    { written: 0, done: true },
  ]);
  expect(accepted(await organize(cloud, 'log', { activityId: 'empty' })).items).toHaveLength(1);
});

test('the sheet says by session to how many it would go', async () => {
  const people = [...crowd('count', 4), ...crowd('count-in', 2, 'attended'), ...crowd('count-off', 3, 'offered')];
  const other = crowd('count-other', 5, 'applied').map((each) => ({ ...each, sessionId: 's2' }));
  const away = [...crowd('count-absent', 6, 'absent'), ...crowd('count-gone', 7, 'cancelled')];
  await addSignedUp(cloud, 'count', [...people, ...other, ...away]);
  const value = accepted(await organize(cloud, 'announcing', { activityId: 'count' }));
  const startsAt = NOON + 10 * DAY;
  expect(value).toEqual({
    ...{ title: '职工音乐节', state: 'published', sentToday: 0, most: 3, now: expect.any(Number) },
    until: NOON + 40 * DAY + 2 * HOUR,
    sessions: [
      { id: 's1', name: '场次 s1', startsAt, confirmed: 6, waitlisted: 3, applied: 0 },
      { id: 's2', name: '场次 s2', startsAt, confirmed: 0, waitlisted: 0, applied: 5 },
    ],
  });
});
