import { activityFrom } from '../../../domain/activity/activity';
import type { Meter, RunningCloud } from '../../support/cloud';
import { confirmed, given, requestId } from '../../support/imports';
import { DAY, HOUR, NOON, plan, session } from '../../support/plans';
import { xlsx } from '../../support/sheets';
import { addEnterprises, addMembers, FIRST_ADMIN, insert, memberOf, startTown } from '../../support/town';

const ROWS = 5_000;
const UNITS = 400;
let cloud: RunningCloud;

const unit = (at: number): string => `第${at}生物医药科技有限公司`;
const people = Array.from({ length: ROWS }, (_none, at) => memberOf(`many-${at}`, { name: `职工${at}` }));

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, Object.fromEntries(Array.from({ length: UNITS }, (_none, at) => [`u${at}`, unit(at)])));
  await addMembers(cloud, people);
  const held = { ...session('s1', 50), startsAt: NOON - 2 * DAY, endsAt: NOON - 2 * DAY + HOUR };
  const past = plan({ id: 'held', sessions: [held], opensAt: NOON - 9 * DAY, closesAt: NOON - 3 * DAY });
  await insert(cloud, 'activities', [activityFrom(past, 1, 'draft')]);
});

// `stop` fails where any query of any operation went unserved by an index.
afterAll(() => cloud.stop());

async function measured(op: string, input: object): Promise<{ value: unknown; calls: number }> {
  const began = Date.now();
  const called = await cloud.call('import' as string, op, input, { openid: FIRST_ADMIN, requestId: requestId() });
  const { answer, meter }: { answer: Parameters<typeof given>[0]; meter: Meter } = called;
  const value = given(answer);
  console.log(`${op}: ${((Date.now() - began) / 1_000).toFixed(2)} s, ${meter.dbCalls} database calls`);
  return { value, calls: meter.dbCalls };
}

test('5,000 rows of a roster over 400 enterprises take few calls, and again as few', async () => {
  const rows = Array.from({ length: ROWS }, (_none, at) => [
    `职工${at}`,
    String(13_800_000_000 + at),
    unit(at % UNITS),
  ]);
  const bytes = xlsx([['姓名', '手机', '单位'], ...rows]);
  const input = await confirmed(cloud, bytes, {});
  const first = await measured('applyRoster', input);
  expect(first.value).toEqual({ added: ROWS, unchanged: 0, removed: 0 });
  // Caller, book, enterprises, the first book, log; four for pages; in force, done, the file.
  expect(first.calls).toBeLessThanOrEqual(12);
  const again = await measured('applyRoster', { ...input });
  expect(again.value).toEqual({ added: 0, unchanged: ROWS, removed: 0 });
  expect(again.calls).toBeLessThanOrEqual(10);
});

test('5,000 rows of an attendance sheet are looked up and written in batches', async () => {
  const bytes = xlsx([['手机'], ...people.map(({ phone }) => [phone])]);
  const input = await confirmed(cloud, bytes, { activityId: 'held' });
  const first = await measured('applyAttendance', input);
  expect(first.value).toEqual({ added: ROWS, unchanged: 0, removed: 0 });
  // 25 for members, 25 for places, 13 and 13 for pages, 34 for records, and a dozen around them.
  expect(first.calls).toBeLessThanOrEqual(140);
});
