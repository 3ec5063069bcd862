import { talliesAgree } from '../../support/auditor-tallies';
import { addBenefits, addMerchant, addRich, addShops } from '../../support/benefit-town';
import type { LooseAnswer, RunningCloud } from '../../support/cloud';
import { atGate, gatePlan, signedUp } from '../../support/gate';
import { accepted } from '../../support/organizing';
import { DAY, HOUR, NOON } from '../../support/plans';
import { atReport, attendancesOf, foldOf, requestId, sweepTallies } from '../../support/report';
import {
  addActivities,
  addEnterprises,
  addMembers,
  documents,
  FIRST_ADMIN,
  insert,
  memberOf,
  runSweeps,
  setClock,
  startTown,
} from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '药谷第二制药' });
  await addActivities(cloud, gatePlan());
  await addMembers(
    cloud,
    ['ann', 'bob', 'cat', 'dan'].map((openid) => memberOf(openid, { enterpriseId: openid === 'cat' ? 'e2' : 'e1' })),
  );
});
afterAll(() => cloud.stop());
beforeEach(() => setClock(cloud, NOON));

const admit = async (registrationId: string) =>
  accepted((await atGate(cloud, 'admit', { registrationId }, FIRST_ADMIN)).answer);
const undo = async (registrationId: string) =>
  accepted((await atGate(cloud, 'undo', { registrationId, reason: '扫错了人' }, FIRST_ADMIN)).answer);
const ofAll = async () => accepted((await atReport(cloud, 'year', { year: 2026 })).answer);
const ofOne = async (enterpriseId: string) =>
  accepted((await atReport(cloud, 'year', { year: 2026, enterpriseId })).answer);
const held: Record<string, string> = {};

test('before anything is counted the report is empty, with every brand, format and month', async () => {
  const report = await ofAll();
  expect(report).toMatchObject({ year: 2026, exactUpTo: 0, enterprises: [] });
  expect(report.total).toMatchObject({ sessions: 0, times: 0, persons: 0, attendance: { expected: 0, came: 0 } });
  expect([report.brands, report.formats, report.months].map((lines) => lines.length)).toEqual([4, 8, 12]);
});

test('who comes is counted with their companions, as one person, in the month of the session', async () => {
  for (const openid of ['ann', 'bob', 'cat', 'dan'])
    held[openid] = await signedUp(cloud, openid, { companions: openid === 'ann' ? 2 : 0 });
  for (const openid of ['ann', 'bob', 'cat']) await admit(held[openid] ?? '');
  await undo(held.bob ?? '');
  await runSweeps(cloud);
  const report = await ofAll();
  expect(report.total).toMatchObject({ sessions: 1, times: 4, persons: 2, attendance: { expected: 2, came: 2 } });
  expect(report.enterprises).toMatchObject([
    { id: 'e1', name: '药谷第一制药', times: 3, persons: 1, sessions: 1 },
    { id: 'e2', name: '药谷第二制药', times: 1, persons: 1, sessions: 1 },
  ]);
  const november = report.months.find(({ month }) => month === '2026-11');
  expect(november).toMatchObject({ times: 4, persons: 2 });
  expect((await ofOne('e2')).total).toMatchObject({ times: 1, persons: 1 });
  expect(await talliesAgree(cloud)).toEqual([]);
});

test('who did not come is missed, until an organizer adds them to the list', async () => {
  await setClock(cloud, NOON + 3 * DAY);
  await runSweeps(cloud);
  expect((await ofAll()).total.attendance).toEqual({ expected: 4, came: 2 });
  await admit(held.dan ?? '');
  await runSweeps(cloud);
  const report = await ofAll();
  expect(report.total).toMatchObject({ times: 5, persons: 3, attendance: { expected: 4, came: 3 } });
  await undo(held.dan ?? '');
  await runSweeps(cloud);
  await runSweeps(cloud);
  expect((await ofAll()).total).toMatchObject({ times: 4, persons: 2, attendance: { expected: 4, came: 2 } });
  expect(await talliesAgree(cloud)).toEqual([]);
});

test('points are counted as they were posted, and a benefit when it is used and no more when that is undone', async () => {
  await addShops(cloud, { cafe: '园区咖啡' });
  await addBenefits(cloud, { coffee: {} });
  await addRich(cloud, ['eve'], 100);
  await addMerchant(cloud, 'barista', 'cafe');
  const call = async (op: string, input: object, openid: string): Promise<LooseAnswer> =>
    (await cloud.call('benefit' as string, op, input, { openid, requestId: requestId() })).answer;
  const { id } = accepted(await call('redeem', { benefitId: 'coffee' }, 'eve')) as { id: string };
  const { digits } = accepted(await call('show', { redemptionId: id }, 'eve')) as { digits: string };
  const used = { shopId: 'cafe', code: digits };
  accepted(await call('verify', used, 'barista'));
  await runSweeps(cloud);
  const report = await ofAll();
  expect(report.total.benefits).toBe(1);
  const month = report.points?.find((each) => each.month === '2026-11');
  expect(month).toMatchObject({ adjusted: 100, issued: 5 + 5, expired: 0 });
  expect(month?.redeemed).toBeGreaterThan(0);
  accepted(await call('undoVerify', { redemptionId: id, reason: '点错了' }, 'barista'));
  await runSweeps(cloud);
  expect((await ofAll()).total.benefits).toBe(0);
  expect(await talliesAgree(cloud)).toEqual([]);
});

test('an organizer reads all, an officer their own enterprise and nothing else', async () => {
  const officer = { role: 'unit-officer', scope: { kind: 'enterprise', id: 'e1' } } as const;
  await addMembers(cloud, [memberOf('officer', { grants: [officer] })]);
  const asked = async (input: { year: number; enterpriseId?: string }, openid?: string) =>
    (await atReport(cloud, 'year', input, openid)).answer;
  expect(await asked({ year: 2026, enterpriseId: 'e1' }, 'officer')).toMatchObject({
    value: { enterprise: { id: 'e1', name: '药谷第一制药' } },
  });
  const own = await asked({ year: 2026, enterpriseId: 'e1' }, 'officer');
  expect(own.ok && [own.value.enterprises, own.value.points]).toEqual([undefined, undefined]);
  expect(await asked({ year: 2026, enterpriseId: 'e2' }, 'officer')).toMatchObject({ refusal: 'FORBIDDEN' });
  expect(await asked({ year: 2026 }, 'officer')).toMatchObject({
    refusal: 'FORBIDDEN',
    detail: { needs: ['organizer', 'admin'] },
  });
  expect(await asked({ year: 2026, enterpriseId: 'e9' })).toMatchObject({
    refusal: 'NOT_FOUND',
    detail: { what: 'enterprise' },
  });
});

describe('with many records', () => {
  let crowded: RunningCloud;
  beforeAll(async () => {
    crowded = await startTown({ instances: 2 });
  });
  afterAll(() => crowded.stop());

  test('a run takes two hundred records, longest waiting first, and the report says up to when it is exact', async () => {
    await insert(crowded, 'participations', attendancesOf(450));
    const founds: (number | undefined)[] = [];
    const exact: (number | undefined)[] = [];
    for (let run = 0; run < 4; run++) {
      founds.push((await sweepTallies(crowded)).result?.value?.found);
      exact.push((await foldOf(crowded))?.exactUpTo);
    }
    expect(founds).toEqual([200, 200, 50, 0]);
    const first = NOON - 10 * HOUR;
    // A full page says nothing of what comes after its last.
    expect(exact.slice(0, 2)).toEqual([first + 199, first + 399]);
    expect(exact[2]).toBeGreaterThan(first + 449);
    expect(exact[2]).toBeLessThan(NOON);
    expect(await talliesAgree(crowded)).toEqual([]);
  });

  test('a year of six hundred enterprises is one answer below 1 MB, in four calls', async () => {
    const ids = Array.from({ length: 600 }, (_none, at) => `unit-${String(at).padStart(3, '0')}`);
    await addEnterprises(crowded, Object.fromEntries(ids.map((id) => [id, `药谷${id}生物医药技术有限公司`])));
    await insert(
      crowded,
      'participations',
      attendancesOf(600, (at) => ({
        ...{ _id: `wide${at}.1`, registrationId: `wide${at}`, enterpriseId: ids[at] ?? '' },
        ...{ sessionId: 's9', activityId: 'fair' },
      })),
    );
    for (let run = 0; run < 3; run++) await sweepTallies(crowded);
    const { answer, meter } = await atReport(crowded, 'year', { year: 2026 });
    expect(accepted(answer).enterprises?.length).toBe(640);
    const named = accepted(answer).enterprises?.find(({ id }) => id === 'unit-007');
    expect(named).toMatchObject({ name: '药谷unit-007生物医药技术有限公司', sessions: 1, persons: 1 });
    expect(JSON.stringify(answer).length).toBeLessThan(1_000_000);
    expect(meter).toMatchObject({ dbCalls: 4, unindexed: 0 });
    const one = await atReport(crowded, 'year', { year: 2026, enterpriseId: 'unit-007' });
    expect(one.meter).toMatchObject({ dbCalls: 4, docsRead: 3, unindexed: 0 });
    expect(await talliesAgree(crowded)).toEqual([]);
  });

  test('marks go with the counting, and nothing of a record changes', async () => {
    const stored = await documents<{ tallyDue?: number }>(crowded, 'participations');
    expect(stored.filter(({ tallyDue }) => tallyDue !== undefined)).toEqual([]);
    const [first] = attendancesOf(1);
    const { tallyDue: _mark, ...should } = first ?? {};
    expect(stored).toContainEqual(should);
  });
});
