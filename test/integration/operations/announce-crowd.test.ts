import { addSignedUp, announce, announcementsOf, crowd, messagesOfIt, untilTold } from '../../support/announcing';
import type { Meter, RunningCloud } from '../../support/cloud';
import { accepted, requestId } from '../../support/organizing';
import { addEnterprises, FIRST_ADMIN, startTown } from '../../support/town';

const PEOPLE = 5_000;
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addSignedUp(cloud, 'crowd', crowd('crowd', PEOPLE));
  await addSignedUp(cloud, 'few', crowd('few', 3));
}, 120_000);

// `stop` fails where any query of any operation went unserved by an index.
afterAll(() => cloud.stop());

const measured = async (op: 'announce' | 'announcements' | 'announcing', input: object): Promise<Meter> => {
  const { answer, meter } = await cloud.call('organizer' as string, op, input, {
    ...{ openid: FIRST_ADMIN, requestId: requestId() },
  });
  expect(answer.ok).toBe(true);
  return meter;
};

test('five thousand are told in runs whose calls and documents are bounded, each once', async () => {
  const to = { text: '请提前半小时到', to: ['confirmed'] };
  const call = await measured('announce', { activityId: 'crowd', ...to });
  // Caller, log, activity, itself, how many of today; written down, its log; then one part: who, whether they have it,
  // their consents, four times fifty messages, how far it has come. Content security is no call of the store.
  expect(call.dbCalls).toBeLessThanOrEqual(15);
  expect(call.docsRead).toBeLessThanOrEqual(2 * 200 + 5);
  const runs = await untilTold(cloud);
  // The first part was the call's own; a run has five of the others, and the last finds nobody any more.
  expect(runs).toHaveLength(5);
  for (const { dbCalls, docsRead } of runs) {
    // The lease taken and given back, what is due, one taken, its log; five parts of eight.
    expect(dbCalls).toBeLessThanOrEqual(5 + 5 * 8);
    expect(docsRead).toBeLessThanOrEqual(5 * 2 * 200 + 10);
  }
  const [record] = await announcementsOf(cloud, 'crowd');
  expect(record).toMatchObject({ written: PEOPLE });
  expect(await messagesOfIt(cloud, record?._id ?? '')).toHaveLength(PEOPLE);
}, 180_000);

test('what the sheet and the list ask costs the same for five thousand as for three', async () => {
  accepted(await announce(cloud, 'few'));
  for (const op of ['announcing', 'announcements'] as const) {
    const [many, few] = [await measured(op, { activityId: 'crowd' }), await measured(op, { activityId: 'few' })];
    expect({ op, calls: many.dbCalls }).toEqual({ op, calls: few.dbCalls });
    expect(many.dbCalls).toBeLessThanOrEqual(4);
  }
});
