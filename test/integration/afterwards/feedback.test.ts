import type { ActivityRecord } from '../../../domain/activity/activity';
import type { ParticipationRecord } from '../../../domain/participation/participation';
import type { ComingAgain } from '../../../types/contract';
import { addHeld, atAfterwards, bookOf, ENDED, feedbackOf, HELD, requestId, tookPart } from '../../support/afterwards';
import type { RunningCloud } from '../../support/cloud';
import { refusal } from '../../support/gate';
import { accepted } from '../../support/organizing';
import { DAY, HOUR, NOON, session } from '../../support/plans';
import {
  addEnterprises,
  addMembers,
  documents,
  FIRST_ADMIN,
  insert,
  memberOf,
  setClock,
  startTown,
} from '../../support/town';

let cloud: RunningCloud;
const people = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay'];

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  const running = { ...session('s1', 9), startsAt: NOON - HOUR, endsAt: NOON + HOUR };
  const long = { ...session('s2', 9), startsAt: NOON + DAY, endsAt: NOON + DAY + HOUR };
  await addHeld(
    cloud,
    {},
    { id: 'few' },
    { id: 'running', sessions: [running, long] },
    { id: 'left' },
    { id: 'twice' },
    { id: 'many', sessions: [{ ...session('s1', 500), startsAt: ENDED - HOUR, endsAt: ENDED }] },
  );
  await addMembers(cloud, [
    ...[...people, 'absent', 'undone', 'goes'].map((name) => memberOf(name)),
    memberOf('officer', { grants: [{ role: 'unit-officer', scope: { kind: 'enterprise', id: 'e1' } }] }),
  ]);
  for (const name of people) await tookPart(cloud, memberOf(name)._id);
});
beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

const say = (openid: string, stars: number, again: ComingAgain, words = '', activityId = HELD, request = requestId()) =>
  atAfterwards(cloud, 'answer', { activityId, stars, again, words }, openid, request);
const see = async (openid: string, activityId = HELD) =>
  (await atAfterwards(cloud, 'feedback', { activityId }, openid)).answer;
const result = (activityId = HELD, cursor?: string) =>
  atAfterwards(cloud, 'result', { activityId, ...(cursor !== undefined && { cursor }) }, FIRST_ADMIN);

test('who was there answers, sees what they said, and may change it; the counts move with it', async () => {
  expect(await see('ann')).toMatchObject({ ok: true, value: { opensAt: ENDED, closesAt: ENDED + 14 * DAY } });
  accepted((await say('ann', 4, 'yes', '喝水的地方少')).answer);
  expect(accepted(await see('ann')).mine).toEqual({ stars: 4, again: 'yes', words: '喝水的地方少' });
  expect(await bookOf(cloud)).toMatchObject({ stars: [0, 0, 0, 1, 0], again: { yes: 1, maybe: 0, no: 0 } });
  accepted((await say('ann', 2, 'no')).answer);
  expect(accepted(await see('ann')).mine).toEqual({ stars: 2, again: 'no', words: '' });
  expect(await bookOf(cloud)).toMatchObject({ stars: [0, 1, 0, 0, 0], again: { yes: 0, maybe: 0, no: 1 } });
});

test('sent again it is answered the same and counts once; the id with another answer is refused', async () => {
  const request = requestId();
  const first = (await say('ann', 5, 'yes', '好', HELD, request)).answer;
  accepted((await say('ann', 3, 'maybe')).answer);
  expect((await say('ann', 5, 'yes', '好', HELD, request)).answer).toEqual(first);
  expect((await say('ann', 4, 'yes', '好', HELD, request)).answer).toEqual(refusal('REQUEST_REUSED'));
  expect(await bookOf(cloud)).toMatchObject({ stars: [0, 0, 1, 0, 0] });
});

test('who was absent, was checked in by mistake, or is no member neither answers nor sees anything', async () => {
  const proof = await tookPart(cloud, memberOf('undone')._id);
  const undoing = proof.replace(/\.1$/, '.2');
  await tookPart(cloud, memberOf('undone')._id, { _id: undoing, kind: 'undone', undoes: proof });
  for (const name of ['absent', 'undone']) {
    expect(await see(name)).toEqual(refusal('NOT_THERE'));
    expect((await say(name, 5, 'yes')).answer).toEqual(refusal('NOT_THERE'));
  }
  expect(await see('nobody')).toEqual(refusal('NOT_MEMBER'));
  expect(await see('ann', 'no-such')).toEqual(refusal('NOT_FOUND', { what: 'activity' }));
});

test('one answers when one’s session is over, also while another is to come, until two weeks after the last', async () => {
  await tookPart(cloud, memberOf('bob')._id, { activityId: 'running' });
  const opensAt = NOON + HOUR;
  const closesAt = NOON + DAY + HOUR + 14 * DAY;
  const late = { opensAt, closesAt };
  expect((await say('bob', 5, 'yes', '', 'running')).answer).toMatchObject(refusal('NOT_FEEDBACK_TIME', late));
  await setClock(cloud, opensAt + 1_000);
  const request = requestId();
  const first = (await say('bob', 5, 'yes', '', 'running', request)).answer;
  accepted(first);
  await setClock(cloud, closesAt + 1_000);
  expect((await say('bob', 1, 'no', '', 'running')).answer).toMatchObject(refusal('NOT_FEEDBACK_TIME', late));
  // What was taken in time is answered as it was, whenever the phone asks again.
  expect((await say('bob', 5, 'yes', '', 'running', request)).answer).toEqual(first);
  expect(await bookOf(cloud, 'running')).toMatchObject({ stars: [0, 0, 0, 0, 1] });
});

test('an organizer sees how many of those who came answered, and from five answers on what, with no name and no order of coming', async () => {
  for (const name of people.slice(0, 4)) {
    await tookPart(cloud, memberOf(name)._id, { activityId: 'few' });
    accepted((await say(name, 4, 'maybe', `我是${name}，电话 13912345678`, 'few')).answer);
  }
  const few = accepted((await result('few')).answer);
  expect(few).toMatchObject({ came: 4, answers: 4, least: 5 });
  expect(few.counts).toBeUndefined();
  expect(few.words).toBeUndefined();
  await tookPart(cloud, memberOf('eve')._id, { activityId: 'few' });
  await tookPart(cloud, memberOf('fay')._id, { activityId: 'few' });
  accepted((await say('eve', 5, 'yes', '', 'few')).answer);
  const five = accepted((await result('few')).answer);
  expect(five).toMatchObject({ came: 6, answers: 5 });
  expect(five.counts).toEqual({ stars: [0, 0, 0, 4, 1], again: { yes: 1, maybe: 4, no: 0 }, average: 42 });
  expect([...(five.words?.items ?? [])].sort()).toEqual(
    ['ann', 'bob', 'cat', 'dan'].map((name) => `我是${name}，电话 139****5678`),
  );
  const stored = (await feedbackOf(cloud)).filter(({ activityId, lot }) => activityId === 'few' && lot !== undefined);
  const byLot = stored.sort((a, b) => ((a.lot ?? '') < (b.lot ?? '') ? -1 : 1)).map(({ words }) => words.slice(0, 5));
  expect(five.words?.items.map((words) => words.slice(0, 5))).toEqual(byLot);
  const told = JSON.stringify(five);
  for (const name of people) expect(told).not.toContain(memberOf(name)._id);
  // A change draws a new lot: the place of a sentence says nothing of who said it.
  const lots = async () => (await feedbackOf(cloud)).filter((one) => one.activityId === 'few').map(({ lot }) => lot);
  const before = await lots();
  accepted((await say('ann', 4, 'maybe', '改一句', 'few')).answer);
  expect((await lots()).filter((lot) => lot !== undefined && !before.includes(lot))).toHaveLength(1);
});

test('who was in two sessions came once, and who was taken off the list again did not', async () => {
  const activityId = 'twice';
  for (const name of ['ann', 'bob', 'undone']) await tookPart(cloud, memberOf(name)._id, { activityId });
  await tookPart(cloud, memberOf('ann')._id, { activityId, sessionId: 's2', _id: 'ann-in-s2.1' });
  const proof = 'undone-in-s2';
  await tookPart(cloud, memberOf('undone')._id, { activityId, sessionId: 's2', _id: `${proof}.1` });
  await tookPart(cloud, memberOf('undone')._id, {
    activityId,
    _id: `${proof}.2`,
    kind: 'undone',
    undoes: `${proof}.1`,
  });
  expect(accepted((await result(activityId)).answer)).toMatchObject({ came: 3 });
  const { _id: first = '' } = (await documents<ParticipationRecord>(cloud, 'participations')).find(
    (each) => each.activityId === activityId && each.memberId === memberOf('undone')._id && each.sessionId === 's1',
  ) ?? { _id: '' };
  await tookPart(cloud, memberOf('undone')._id, { activityId, _id: 'undone-in-s1.2', kind: 'undone', undoes: first });
  expect(accepted((await result(activityId)).answer)).toMatchObject({ came: 2 });
});

test('who had come before the rest was cancelled answers like anybody; of a draft there is nothing', async () => {
  const held = (await documents<ActivityRecord>(cloud, 'activities')).find(({ _id }) => _id === HELD);
  for (const state of ['cancelled', 'draft'] as const) {
    await insert(cloud, 'activities', [{ ...held, _id: `held-${state}`, state }]);
    await tookPart(cloud, memberOf('ann')._id, { activityId: `held-${state}` });
  }
  accepted((await say('ann', 4, 'yes', '', 'held-cancelled')).answer);
  expect(accepted((await result('held-cancelled')).answer)).toMatchObject({ came: 1, answers: 1 });
  expect((await say('ann', 4, 'yes', '', 'held-draft')).answer).toEqual(refusal('NOT_FOUND', { what: 'activity' }));
});

test('an officer sees nothing of it', async () => {
  const { answer } = await atAfterwards(cloud, 'result', { activityId: 'few' }, 'officer');
  expect(answer).toMatchObject(refusal('FORBIDDEN', { needs: ['admin', 'organizer'] }));
});

test('who leaves the union is forgotten, sentence and all, and the counts stay', async () => {
  await tookPart(cloud, memberOf('goes')._id, { activityId: 'left' });
  accepted((await say('goes', 1, 'no', '再也不来', 'left')).answer);
  accepted((await cloud.call('member', 'leave', { confirm: true }, { openid: 'goes', requestId: requestId() })).answer);
  expect(await bookOf(cloud, 'left')).toMatchObject({ stars: [1, 0, 0, 0, 0], again: { yes: 0, maybe: 0, no: 1 } });
  expect(JSON.stringify(await documents(cloud, 'feedback'))).not.toContain(memberOf('goes')._id);
  expect(JSON.stringify(await documents(cloud, 'feedback'))).not.toContain('再也不来');
});

test('budgets: a look costs four calls, an answer ten with those that begin and end its transaction, and an organizer’s look five however many answered', async () => {
  const said = await say('ann', 3, 'maybe', '不错');
  accepted(said.answer);
  expect(said.meter).toMatchObject({ dbCalls: 10, unindexed: 0 });
  const look = await atAfterwards(cloud, 'feedback', { activityId: HELD }, 'ann');
  expect(look.meter).toMatchObject({ dbCalls: 4, docsRead: 4, unindexed: 0 });
  const crowd = Array.from({ length: 120 }, (_none, at) => `crowd-${at}`);
  await addMembers(
    cloud,
    crowd.map((name) => memberOf(name)),
  );
  for (const name of crowd) {
    await tookPart(cloud, memberOf(name)._id, { activityId: 'many' });
    accepted((await say(name, 5, 'yes', '好', 'many')).answer);
  }
  const first = await result('many');
  expect(first.meter).toMatchObject({ dbCalls: 5, unindexed: 0 });
  const items: string[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const page = accepted((await result('many', cursor)).answer);
    items.push(...(page.words?.items ?? []));
    cursor = page.words?.next;
    more = cursor !== undefined;
  }
  expect(items).toHaveLength(120);
});
