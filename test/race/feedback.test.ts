import { answersIn, type FeedbackBook } from '../../domain/afterwards/feedback';
import { addHeld, bookOf, feedbackOf, HELD, recounted, requestId, tookPart } from '../support/afterwards';
import type { LooseAnswer, RunningCloud } from '../support/cloud';
import { tally } from '../support/rush';
import { addEnterprises, addMembers, memberOf, startTown, untilStruck, warmUp } from '../support/town';
import { untilFree } from '../support/until-free';

let cloud: RunningCloud;
const people = Array.from({ length: 12 }, (_none, at) => `one-${at}`);

beforeAll(async () => {
  cloud = await startTown({ instances: 8 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addHeld(cloud, {}, { id: 'twice' });
  await addMembers(
    cloud,
    people.map((name) => memberOf(name)),
  );
  for (const name of people) await tookPart(cloud, memberOf(name)._id);
  await tookPart(cloud, memberOf('one-0')._id, { activityId: 'twice' });
  await warmUp(cloud, 'afterwards', 'feedback', { activityId: HELD });
  await warmUp(cloud, 'feedback-unguarded', 'main', { activityId: 'warm', stars: 1 });
});
afterEach(() => cloud.api('DELETE', 'faults'));
afterAll(() => cloud.stop());

/** Nobody writes before all have looked. */
const slow = (fn: string, at: number) =>
  cloud.api('POST', 'faults', { function: fn, at, when: 'after', effect: 'delay', ms: 300, times: 6 });

const say = (openid: string, stars: number, activityId = HELD, request = requestId()): Promise<LooseAnswer> =>
  untilFree(async () => {
    const input = { activityId, stars, again: 'yes', words: '' };
    return (await cloud.call('afterwards', 'answer' as string, input, { openid, requestId: request })).answer;
  });

const total = (book: FeedbackBook | undefined): number => (book ? answersIn(book) : 0);

test('without the transaction answers that come at once are lost from the count', async () => {
  await slow('feedback-unguarded', 1);
  const calls = people.slice(0, 6).map((openid) => {
    return cloud.call('feedback-unguarded', 'main', { activityId: 'naive', stars: 4 }, { openid });
  });
  expect(tally((await Promise.all(calls)).map(({ answer }) => answer))).toEqual({ ok: 6 });
  expect(total(await bookOf(cloud, 'naive'))).toBeLessThan(6);
});

test('of people who answer at once, first or anew, everybody is counted once, as they said last', async () => {
  // The answer before, the first thing that the transaction reads: after caller, activity, records and its beginning.
  await slow('afterwards', 5);
  const first = await Promise.all(people.map((name, at) => say(name, (at % 5) + 1)));
  expect(tally(first)).toEqual({ ok: people.length });
  expect(await bookOf(cloud)).toMatchObject(recounted(await feedbackOf(cloud)));
  expect(total(await bookOf(cloud))).toBe(people.length);
  await Promise.all(people.map((name) => say(name, 5)));
  expect(await bookOf(cloud)).toMatchObject({ stars: [0, 0, 0, 0, people.length] });
});

test('what one person sends more than once at once, as one request or as several, is one answer', async () => {
  await slow('afterwards', 5);
  const request = requestId();
  const same = () => say('one-0', 2, 'twice', request);
  const answers = await Promise.all([same(), same(), same(), say('one-0', 3, 'twice'), say('one-0', 4, 'twice')]);
  expect(tally(answers)).toEqual({ ok: 5 });
  const book = await bookOf(cloud, 'twice');
  expect(total(book)).toBe(1);
  expect(book).toMatchObject(recounted(await feedbackOf(cloud), 'twice'));
});

test('what somebody says while they leave the union on another phone is kept nowhere', async () => {
  const name = 'one-1';
  // Before the answer is written, and for longer than leaving takes.
  await cloud.api('POST', 'faults', { function: 'afterwards', at: 4, when: 'before', effect: 'delay', ms: 2_500 });
  const late = say(name, 1);
  await untilStruck(cloud);
  const left = await cloud.call('member', 'leave', { confirm: true }, { openid: name, requestId: requestId() });
  expect([left.answer.ok, (await late).ok]).toEqual([true, true]);
  const kept = await feedbackOf(cloud);
  expect(kept.filter(({ memberId }) => memberId === memberOf(name)._id)).toEqual([]);
});
