import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredParticipation } from '../../../domain/participation/participation';
import type { TallyRecord } from '../../../domain/report/fold';
import { linesOf, recountYears } from '../../../scripts/recount';
import { talliesAgree } from '../../support/auditor-tallies';
import type { RunningCloud } from '../../support/cloud';
import { attendancesOf, sweepTallies } from '../../support/report';
import { yearOf } from '../../support/report-year';
import { chance, saySeed } from '../../support/seed';
import { documents, insert, startTown } from '../../support/town';

const SMALL = { year: 2026, activities: 12, participations: 260, members: 60, enterprises: 9 };

const data = mkdtempSync(join(tmpdir(), 'recount-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

async function inCloud(work: (cloud: RunningCloud) => Promise<void>): Promise<void> {
  const cloud = await startTown({ instances: 1, data });
  try {
    await work(cloud);
  } finally {
    await cloud.stop();
  }
}

test('a generated year, with undone and late check-ins, moved members, absences and points, is counted as the sweep counted it', async () => {
  await inCloud(async (cloud) => {
    for (const records of yearOf(SMALL, chance(saySeed())))
      for (const { collection, document } of records) await insert(cloud, collection, [document]);
    while ((await sweepTallies(cloud)).result?.value?.found !== 0);
    expect(await talliesAgree(cloud)).toEqual([]);
  });
  const counted = await recountYears(data);
  expect(counted).toMatchObject({ waiting: 0, open: false, differences: [] });
  expect(counted.records).toBeGreaterThan(2 * SMALL.participations);
});

test('what no sweep has come to yet counts on neither side', async () => {
  await inCloud((cloud) => insert(cloud, 'participations', attendancesOf(30)));
  expect(await recountYears(data, '2026')).toMatchObject({ waiting: 30, open: false, differences: [] });
});

test('before a sweep began all of them are left out, those too that have no mark', async () => {
  const fresh = mkdtempSync(join(tmpdir(), 'recount-fresh-'));
  const cloud = await startTown({ instances: 1, data: fresh });
  const marked = attendancesOf(5);
  const former = attendancesOf(7, (at) => ({ _id: `former${at}.1`, registrationId: `former${at}` }));
  await insert(cloud, 'participations', [...marked, ...former.map(({ tallyDue: _mark, ...record }) => record)]);
  await cloud.stop();
  const before = await recountYears(fresh);
  rmSync(fresh, { recursive: true, force: true });
  expect(before).toMatchObject({ records: 12, waiting: 12, begun: false, differences: [] });
  expect(linesOf(before)).toEqual([
    '12 records, 12 of them not counted yet and left out on both sides, 0 tallies',
    'nothing was counted so far: start the cloud, its sweep begins within seconds',
    '0 differences',
  ]);
});

test('a record that is not in the tallies, and a tally of nothing, are named', async () => {
  let whole: TallyRecord | undefined;
  await inCloud(async (cloud) => {
    const [lost] = attendancesOf(1, () => ({ _id: 'lost.1', enterpriseId: 'e-lost', startsAt: 1_900_000_000_000 }));
    const { tallyDue: _mark, ...unmarked } = lost as StoredParticipation;
    await insert(cloud, 'participations', [unmarked]);
    await insert(cloud, 'tallies', [{ _id: '2026.e.never', v: 1, through: 1, cells: { total: { times: 3 } } }]);
    whole = (await documents<TallyRecord>(cloud, 'tallies')).find(({ _id }) => _id === '2026.all');
  });
  expect(whole?.cells.total?.times).toBeGreaterThan(SMALL.participations - 20);
  const { differences } = await recountYears(data);
  expect(differences).toContain('2026.e.never cells.total.times: tallied 3, the records say 0');
  expect(differences).toContain('2030.e.e-lost cells.total.persons: tallied 0, the records say 1');
  expect((await recountYears(data, '2026')).differences).toEqual([
    '2026.e.never cells.total.times: tallied 3, the records say 0',
  ]);
});
