import type { RegistrationRecord } from '../../../domain/signup/registration';
import { talliesAgree } from '../../support/auditor-tallies';
import type { RunningCloud } from '../../support/cloud';
import { gatePlan } from '../../support/gate';
import { accepted } from '../../support/organizing';
import { recordIn } from '../../support/records';
import { atReport, attendancesOf, sweepTallies } from '../../support/report';
import { addActivities, addEnterprises, documents, insert, startTown } from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addActivities(cloud, gatePlan());
});
// `stop` fails where any query went unserved by an index.
afterAll(() => cloud.stop());

test('records that were written before there were marks are counted like all others', async () => {
  const former = attendancesOf(430).map(({ tallyDue: _none, startsAt: _start, expected: _taken, ...record }) => record);
  await insert(cloud, 'participations', former);
  const absent: RegistrationRecord = { ...recordIn('absent'), _id: 'r1', activityId: 'gala', holdKey: 'r1' };
  const lost: RegistrationRecord = { ...absent, _id: 'r2', activityId: 'never', holdKey: 'r2' };
  const present: RegistrationRecord = { ...recordIn('confirmed'), _id: 'r3', activityId: 'gala', holdKey: 'r3' };
  await insert(cloud, 'registrations', [absent, lost, present]);
  for (let run = 0; run < 5; run++) await sweepTallies(cloud);
  const { total } = accepted((await atReport(cloud, 'year', { year: 2026 })).answer);
  // Whether attendance was taken of those who came nobody wrote down then.
  expect(total).toMatchObject({ persons: 300, attendance: { expected: 1, came: 0 } });
  expect(total.times).toBe(former.reduce((sum, { seats }) => sum + seats, 0));
  const kept = await documents<RegistrationRecord>(cloud, 'registrations');
  expect(kept.map(({ missed }) => missed?.brand)).toEqual(['warm', undefined, undefined]);
  expect(await talliesAgree(cloud)).toEqual([]);
});
