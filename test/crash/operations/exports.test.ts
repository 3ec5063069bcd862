import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportOf } from '../../../types/contract';
import type { RunningCloud } from '../../support/cloud';
import { atExport, auditEntries, exportsOf, opened, started, sweepExports } from '../../support/exports';
import { clockOf } from '../../support/gate';
import { moments } from '../../support/moments';
import { DAY, NOON } from '../../support/plans';
import { attendancesOf } from '../../support/report';
import { saySeed } from '../../support/seed';
import { addEnterprises, advance, FIRST_ADMIN, insert, startTown } from '../../support/town';

const KINDS = ['kill', 'fail', 'answer-lost'] as const;
/** More than one part holds. */
const ROWS = 5_300;
/** Longer than anybody who died may hold an export, and shorter than a file lasts. */
const LATER_MS = 100_000;
const LAST_YEAR = NOON - 365 * DAY;

let cloud: RunningCloud;
let rounds = 0;
const crowd: ExportOf = { kind: 'participation', year: 2026 };

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  // Each with a number of seats of its own, so that a row that comes twice or not at all shows.
  await insert(
    cloud,
    'participations',
    attendancesOf(ROWS, (at) => ({ seats: at + 1 })),
  );
});
afterAll(() => cloud.stop());

const filesLeft = (): number => readdirSync(join(cloud.data, 'files')).length;
const ready = async (): Promise<number> => (await exportsOf(cloud)).filter(({ file }) => file).length;

async function later(): Promise<void> {
  await advance(cloud, LATER_MS);
  await sweepExports(cloud);
}

/** What is wrong with the file; every row is there once, in the order of the records. */
async function faultsOf(exportId: string): Promise<string[]> {
  const rows = (await opened(cloud, exportId)).records();
  const seats = rows.map((row) => Number(row.人次));
  const faults: string[] = [];
  if (new Set(seats).size !== ROWS || seats.length !== ROWS)
    faults.push(`${seats.length} rows, ${new Set(seats).size} of them different`);
  const entries = (await auditEntries(cloud)).filter(({ subjects }) => subjects.includes(`export:${exportId}`));
  if (entries.filter(({ what }) => what === 'export.start').length !== 1) faults.push('not once in the audit');
  return faults;
}

const wireCallsOf = async (): Promise<number> => {
  const ran = (await cloud.api('POST', 'timers/run', { function: 'export', name: 'sweepExports' })) as {
    meter: { wireCalls: number };
  };
  return ran.meter.wireCalls;
};

test('an export whose sweep is killed, fails or is not heard of at any wire call is whole, once, and leaves nothing', async () => {
  const first = await started(cloud, crowd);
  const calls = await wireCallsOf();
  expect(calls).toBeGreaterThan(50);
  expect(await faultsOf(first)).toEqual([]);
  for (const { at, when } of moments(calls, 3)) {
    rounds += 1;
    const exportId = await started(cloud, crowd);
    const effect = KINDS[(saySeed() + rounds) % KINDS.length];
    await cloud.api('POST', 'faults', { function: 'export', op: 'sweepExports', at, when, effect });
    await wireCallsOf();
    const [asked] = (await cloud.api('GET', 'faults')) as { struck: number }[];
    await cloud.api('DELETE', 'faults');
    expect({ at, when, struck: asked?.struck }).toEqual({ at, when, struck: 1 });
    await later();
    await later();
    expect({ at, when, effect, faults: await faultsOf(exportId) }).toEqual({ at, when, effect, faults: [] });
    expect({ at, when, effect, files: filesLeft() }).toEqual({ at, when, effect, files: await ready() });
  }
});

test('one that is cancelled while a dead run had begun it leaves no file', async () => {
  for (const at of [8, 40, 70]) {
    const exportId = await started(cloud, crowd);
    await cloud.api('POST', 'faults', { function: 'export', op: 'sweepExports', at, when: 'after', effect: 'kill' });
    await wireCallsOf();
    await cloud.api('DELETE', 'faults');
    const { answer } = await atExport(cloud, 'cancel', { exportId }, FIRST_ADMIN);
    if (!answer.ok) await later();
    await later();
    await later();
    expect({ at, files: filesLeft() }).toEqual({ at, files: await ready() });
  }
});

test('rows that are undone after a run died at them leave no file', async () => {
  for (const at of [5, 6, 7, 8, 9, 10, 11, 12]) {
    const member = { memberId: `mgone${at}`, at: LAST_YEAR, startsAt: LAST_YEAR };
    const [only] = attendancesOf(1, () => ({ ...member, _id: `gone${at}.1`, registrationId: `gone${at}` }));
    if (!only) throw new Error('no record');
    await insert(cloud, 'participations', [only]);
    const exportId = await started(cloud, { kind: 'participation', year: 2025 });
    await cloud.api('POST', 'faults', { function: 'export', op: 'sweepExports', at, when: 'after', effect: 'kill' });
    await wireCallsOf();
    await cloud.api('DELETE', 'faults');
    await insert(cloud, 'participations', [{ ...only, _id: `gone${at}.2`, kind: 'undone', undoes: only._id }]);
    for (let run = 0; run < 3; run++) await later();
    expect({ at, of: (await exportsOf(cloud)).find(({ _id }) => _id === exportId)?.state }).toEqual({
      at,
      of: 'ready',
    });
    expect({ at, files: filesLeft() }).toEqual({ at, files: await ready() });
  }
});

test('one whose files cannot be cleared away waits for its next turn, and the others do not wait for it', async () => {
  const exportId = await started(cloud, crowd);
  await atExport(cloud, 'cancel', { exportId });
  await cloud.api('POST', 'faults', { function: 'export', op: 'sweepExports', at: 2, when: 'before', effect: 'fail' });
  await later();
  await cloud.api('DELETE', 'faults');
  const stuck = (await exportsOf(cloud)).find(({ _id }) => _id === exportId);
  expect(stuck?.dueAt).toBeGreaterThan(await clockOf(cloud));
  await later();
  expect((await exportsOf(cloud)).find(({ _id }) => _id === exportId)).not.toHaveProperty('dueAt');
});

test('nothing more is tried where nobody gets further, and the next export can be asked for', async () => {
  const exportId = await started(cloud, crowd);
  for (let run = 0; run < 8; run++) {
    await cloud.api('POST', 'faults', {
      ...{ function: 'export', op: 'sweepExports', at: 6, when: 'before', effect: 'fail' },
    });
    await later();
    await cloud.api('DELETE', 'faults');
  }
  const record = (await exportsOf(cloud)).find(({ _id }) => _id === exportId);
  expect(record).toMatchObject({ state: 'failed', why: 'broken' });
  await started(cloud, crowd);
});
