import type { RunningCloud } from '../support/cloud';
import { atExport, auditEntries, exportsOf, requestId } from '../support/exports';
import { plan, session } from '../support/plans';
import { tally } from '../support/rush';
import { addActivities, addEnterprises, addMembers, memberOf, runSweep, startTown, warmUp } from '../support/town';

const list = { kind: 'registrations', activityId: 'music' } as const;
const organizers = ['one', 'two', 'three', 'four'];

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 8 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addActivities(cloud, plan({ id: 'music', sessions: [session('s1', 10)] }));
  await addMembers(
    cloud,
    organizers.map((name) => memberOf(name, { grants: [{ role: 'organizer', scope: { kind: 'all' } }] })),
  );
  await warmUp(cloud, 'export', 'list', {}, 6);
});
afterEach(() => cloud.api('DELETE', 'faults'));
afterAll(() => cloud.stop());

/** Nobody writes before all have looked. */
const slow = (fn: string, at: number) =>
  cloud.api('POST', 'faults', { function: fn, at, when: 'after', effect: 'delay', ms: 500, times: 6 });

const of = async (name: string) => (await exportsOf(cloud)).filter(({ by }) => by === memberOf(name)._id);

test('without the guard somebody has more than one export under way', async () => {
  await slow('export-unguarded', 1);
  const by = memberOf('one')._id;
  await Promise.all(['a', 'b', 'c'].map((id) => cloud.call('export-unguarded', 'main', { id, by }, { openid: 'one' })));
  expect((await of('one')).length).toBeGreaterThan(1);
});

test('of those who ask at once with one account one begins, and the others are told which', async () => {
  await slow('export', 3);
  const called = await Promise.all(Array.from({ length: 5 }, () => atExport(cloud, 'start', { of: list }, 'two')));
  const answers = called.map(({ answer }) => answer);
  expect(tally(answers)).toEqual({ ok: 1, ONE_AT_A_TIME: 4 });
  const [{ _id: exportId } = { _id: '' }, ...others] = await of('two');
  expect(others).toEqual([]);
  for (const answer of answers) expect(answer.ok ? answer.value : answer.detail).toEqual({ exportId });
});

test('one request that is sent more than once at once is one export and one entry', async () => {
  await slow('export', 3);
  const request = requestId();
  const send = () => atExport(cloud, 'start', { of: list }, 'three', request);
  const answers = (await Promise.all([send(), send(), send()])).map(({ answer }) => answer);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.ok).toBe(true);
  expect(await of('three')).toHaveLength(1);
  const noted = (await auditEntries(cloud)).filter(({ by }) => by === memberOf('three')._id);
  expect(noted.map(({ what }) => what)).toEqual(['export.start']);
});

test('of sweeps that come at once one writes it', async () => {
  const { answer } = await atExport(cloud, 'start', { of: list }, 'four');
  expect(answer.ok).toBe(true);
  await slow('export', 1);
  await Promise.all([1, 2, 3].map(() => runSweep(cloud, 'sweepExports', 'export')));
  const [record] = await of('four');
  // Taken once: each further one that took it would have raised it again.
  expect(record).toMatchObject({ state: 'ready', rows: 0 });
  expect(record?.rev).toBe(3);
});
