import type { TallyRecord } from '../../domain/report/fold';
import { talliesAgree } from '../support/auditor-tallies';
import type { RunningCloud } from '../support/cloud';
import { atGate, gatePlan, signedUp } from '../support/gate';
import { accepted } from '../support/organizing';
import { NOON } from '../support/plans';
import { attendancesOf, requestId, sweepTallies } from '../support/report';
import {
  addActivities,
  addEnterprises,
  addMembers,
  advance,
  documents,
  FIRST_ADMIN,
  insert,
  memberOf,
  setClock,
  startTown,
  untilStruck,
} from '../support/town';

const PEOPLE = Array.from({ length: 12 }, (_none, at) => `guest-${at}`);
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 8 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addMembers(
    cloud,
    PEOPLE.map((openid) => memberOf(openid)),
  );
});
beforeEach(() => setClock(cloud, NOON));
afterEach(() => cloud.api('DELETE', 'faults'));
afterAll(() => cloud.stop());

const pause = (at: number, ms: number, town = cloud) =>
  town.api('POST', 'faults', {
    ...{ function: 'report', op: 'sweepTallies', at, when: 'after', effect: 'delay', ms, times: 1 },
  });

/** Sweeps until a run finds nothing, each when the lease of a run that is under way has lapsed. */
async function sweptToTheEnd(town = cloud): Promise<void> {
  for (let run = 0; run < 12; run++) {
    await advance(town, 65_000);
    if ((await sweepTallies(town)).result?.value?.found === 0) return;
  }
  throw new Error('there was always more to count');
}

let crowds = 0;
const crowd = (count: number) => {
  crowds += 1;
  const tag = `crowd${crowds}x`;
  return attendancesOf(count, (at) => ({ _id: `${tag}${at}.1`, registrationId: `${tag}${at}` }));
};

test('two who add up what waits without a guard count it twice', async () => {
  const other = await startTown({ instances: 2 });
  try {
    await insert(other, 'tallies', [{ _id: 'control', v: 1, through: 0, cells: {} }]);
    await insert(other, 'participations', attendancesOf(30));
    const pauses = {
      function: 'fold-unguarded',
      op: 'fold',
      at: 1,
      when: 'after',
      effect: 'delay',
      ms: 1_500,
      times: 2,
    };
    await other.api('POST', 'faults', pauses);
    const call = () => other.call('fold-unguarded' as string, 'fold', {}, { openid: 'x', requestId: requestId() });
    await Promise.all([call(), call()]);
    const [control] = await documents<TallyRecord>(other, 'tallies');
    expect(control?.cells.total?.times).toBe(2 * 60);
  } finally {
    await other.stop();
  }
});

test('two sweeps at once: one of them counts, and the other leaves it to that one', async () => {
  await insert(cloud, 'participations', crowd(150));
  await pause(3, 300);
  const runs = await Promise.all([sweepTallies(cloud), sweepTallies(cloud)]);
  expect(runs.filter(({ result }) => result?.value?.skipped)).toHaveLength(1);
  await sweptToTheEnd();
  expect(await talliesAgree(cloud)).toEqual([]);
});

// The lease, its number, what waits, what it is of, the batch written down, members and sessions, then the tallies.
test.each([2, 4, 6, 7, 9, 40, 120])(
  'a sweep that is slow after its call %d, and outlives its lease while others count, adds nothing to what they count',
  async (at) => {
    await insert(cloud, 'participations', crowd(150));
    await pause(at, 2_500);
    const slow = sweepTallies(cloud);
    await untilStruck(cloud);
    await sweptToTheEnd();
    await insert(cloud, 'participations', crowd(40));
    await sweptToTheEnd();
    await slow;
    await sweptToTheEnd();
    expect(await talliesAgree(cloud)).toEqual([]);
  },
);

test('a check-in that is undone while it is being counted is counted and then no longer', async () => {
  await addActivities(cloud, gatePlan());
  const held: string[] = [];
  for (const openid of PEOPLE) held.push(await signedUp(cloud, openid, { companions: 1 }));
  const ask = async (op: 'admit' | 'undo', registrationId: string) =>
    accepted(
      (await atGate(cloud, op, { registrationId, ...(op === 'undo' && { reason: '扫错了人' }) }, FIRST_ADMIN)).answer,
    );
  for (const id of held) await ask('admit', id);
  await pause(7, 1_500);
  const slow = sweepTallies(cloud);
  await untilStruck(cloud);
  for (const id of held.slice(0, 6)) await ask('undo', id);
  for (const id of held.slice(0, 3)) await ask('admit', id);
  await slow;
  await sweptToTheEnd();
  expect(await talliesAgree(cloud)).toEqual([]);
});

test('a run that was slow over putting marks on old records does not have them put on again once these are counted', async () => {
  const old = await startTown({ instances: 8 });
  try {
    const unmarked = attendancesOf(30).map(({ tallyDue: _none, ...record }) => record);
    await insert(old, 'participations', unmarked);
    // It has marked the first page, and is so late with the rest that it leaves this to the next run.
    await pause(5, 1_500, old);
    const slow = sweepTallies(old);
    await untilStruck(old);
    await old.api('DELETE', 'faults');
    await advance(old, 65_000);
    // The next has marked all, and looked at what waits, when the slow one says how far it came.
    await pause(11, 3_000, old);
    const next = sweepTallies(old);
    await slow;
    await next;
    await sweptToTheEnd(old);
    expect(await talliesAgree(old)).toEqual([]);
  } finally {
    await old.stop();
  }
});
