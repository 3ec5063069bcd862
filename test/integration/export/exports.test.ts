import type { RunningCloud } from '../../support/cloud';
import {
  atExport,
  auditEntries,
  exported,
  exportsOf,
  fetched,
  opened,
  requestId,
  started,
  sweepExports,
} from '../../support/exports';
import { atGate, gatePlan, signedUp } from '../../support/gate';
import { accepted } from '../../support/organizing';
import { filesThere } from '../../support/photos';
import { DAY, HOUR, NOON } from '../../support/plans';
import {
  addActivities,
  addEnterprises,
  addMembers,
  advance,
  FIRST_ADMIN,
  memberOf,
  runSweep,
  setClock,
  startTown,
} from '../../support/town';

let cloud: RunningCloud;
const list = { kind: 'registrations', activityId: 'gala' } as const;
const LATE = 100_000;
const FORMULA = '=HYPERLINK("http://evil","去领奖")';

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '药谷第二制药' });
  const questions = [
    { id: 'meal', label: '晚饭', required: false, kind: 'text' as const, maxLength: 40 },
    { id: 'size', label: '尺码', required: false, kind: 'number' as const, min: 1, max: 9 },
    { id: 'other', label: '紧急联系', required: false, kind: 'phone' as const },
  ];
  await addActivities(cloud, gatePlan({ questions }));
  await addMembers(cloud, [
    memberOf('ann', { name: FORMULA, phone: '13812341234' }),
    memberOf('bob', { enterpriseId: 'e2', name: '李四', phone: '13912345678' }),
    memberOf('cy', { name: '王五' }),
    memberOf('dan', { name: '赵六' }),
    memberOf('organizer', { grants: [{ role: 'organizer', scope: { kind: 'all' } }] }),
    memberOf('officer', { grants: [{ role: 'unit-officer', scope: { kind: 'enterprise', id: 'e2' } }] }),
  ]);
  const sign = (openid: string, answers: object) =>
    cloud.call(
      'activity',
      'signUp',
      { activityId: 'gala', sessionId: 's1', zoneId: 'a', answers, companions: 1 },
      { openid, requestId: requestId() },
    );
  const ann = accepted((await sign('ann', { meal: '+86 面', size: 3, other: '13700001111' })).answer);
  accepted((await sign('bob', { meal: '@饭' })).answer);
  accepted((await sign('cy', {})).answer);
  const dan = await signedUp(cloud, 'dan');
  await cloud.call('activity', 'cancel', { registrationId: dan }, { openid: 'dan', requestId: requestId() });
  accepted((await atGate(cloud, 'admit', { registrationId: ann.id, gate: '东门' }, FIRST_ADMIN)).answer);
});

afterAll(() => cloud.stop());
beforeEach(() => setClock(cloud, NOON));

test('a list has everybody who stands on it with answers, companions and when they came', async () => {
  const book = await exported(cloud, list, 'organizer');
  expect(book.names).toEqual(['报名名单', '说明']);
  const [ann, bob, cy, ...rest] = book.records();
  expect(rest).toEqual([]);
  expect(ann).toMatchObject({ 手机: '138****1234', 单位: '药谷第一制药', 场次: expect.any(String), 状态: '已参加' });
  expect(ann).toMatchObject({ 同行: 1, 尺码: 3, 紧急联系: '137****1111', 签到时间: expect.any(Date) });
  expect(bob).toMatchObject({ 姓名: '李四', 手机: '139****5678', 状态: '已报名', 签到时间: '' });
  expect(cy).toMatchObject({ 姓名: '王五', 晚饭: '' });
});

test('nothing that somebody typed is a formula in the file', async () => {
  const { book } = await exported(cloud, list, 'organizer');
  const cells = Object.values(book.Sheets.报名名单 ?? {}).filter((cell) => typeof cell === 'object' && 't' in cell);
  expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
  const texts = cells.map(({ v }) => v);
  expect(texts).toEqual(expect.arrayContaining([FORMULA, '+86 面', '@饭']));
  for (const cell of cells) if ([FORMULA, '+86 面', '@饭'].includes(String(cell.v))) expect(cell.t).toBe('s');
});

test('phones are whole for a role and a reason alone', async () => {
  const full = { of: list, phones: 'full' as const };
  const short = (await atExport(cloud, 'start', { ...full, reason: '核对 ' }, 'organizer')).answer;
  expect(short).toMatchObject({ refusal: 'PURPOSE_NEEDED', detail: { least: 4 } });
  expect((await atExport(cloud, 'start', full, 'organizer')).answer).toMatchObject({ refusal: 'PURPOSE_NEEDED' });
  const officer = (await atExport(cloud, 'start', { ...full, reason: '给保险公司' }, 'officer')).answer;
  expect(officer).toMatchObject({ refusal: 'FORBIDDEN', detail: { needs: ['admin', 'organizer'] } });
  const reason = '给保险公司 13812341234';
  const { exportId } = accepted((await atExport(cloud, 'start', { ...full, reason }, 'organizer')).answer);
  await sweepExports(cloud);
  const [ann] = (await opened(cloud, exportId, 'organizer')).records();
  expect(ann).toMatchObject({ 手机: '13812341234', 紧急联系: '13700001111' });
  const entries = (await auditEntries(cloud)).filter(({ subjects }) => subjects.includes(`export:${exportId}`));
  expect(entries.map(({ what }) => what).sort()).toEqual(['export.link', 'export.start']);
  for (const entry of entries)
    expect(entry).toMatchObject({ by: memberOf('organizer')._id, role: 'organizer', phones: 'full', kind: 'export' });
  expect(entries.map((entry) => entry.reason)).toEqual(Array(2).fill('给保险公司 138****1234'));
  expect(entries.find(({ what }) => what === 'export.link')?.persons).toBe(3);
});

test('an officer gets the rows of their own enterprise, and nothing of another', async () => {
  const book = await exported(cloud, list, 'officer');
  expect(book.records().map((row) => row.姓名)).toEqual(['李四']);
  const others = { kind: 'participation', year: 2026, enterpriseId: 'e1' } as const;
  for (const of of [others, { kind: 'participation', year: 2026 } as const, { kind: 'year', year: 2026 } as const])
    expect((await atExport(cloud, 'start', { of }, 'officer')).answer).toMatchObject({ refusal: 'FORBIDDEN' });
  const points = { kind: 'points', year: 2026 } as const;
  for (const openid of ['officer', 'organizer'])
    expect((await atExport(cloud, 'start', { of: points }, openid)).answer).toMatchObject({
      refusal: 'FORBIDDEN',
      detail: { needs: ['admin'] },
    });
});

test('no list says who did not come', async () => {
  await setClock(cloud, NOON + 4 * HOUR);
  const over = await exported(cloud, list);
  expect(over.records().map((row) => row.姓名)).toEqual([FORMULA]);
  await setClock(cloud, NOON + 3 * DAY);
  await runSweep(cloud, 'sweepRegistrations');
  const after = await exported(cloud, list);
  expect(after.records().map((row) => row.姓名)).toEqual([FORMULA]);
  const came = await exported(cloud, { kind: 'attendance', activityId: 'gala' });
  expect(came.records()).toEqual([
    expect.objectContaining({ 姓名: FORMULA, 人次: 2, 方式: '名单', 入口: '东门', 签到时间: expect.any(Date) }),
  ]);
});

test('a year of participation and of points, and the year’s report, are files too', async () => {
  const gift = { memberId: memberOf('ann')._id, points: 20, reason: '志愿服务' };
  accepted((await cloud.call('points', 'grant', gift, { openid: FIRST_ADMIN, requestId: requestId() })).answer);
  await advance(cloud, 30_000);
  await runSweep(cloud, 'sweepTallies', 'report');
  await runSweep(cloud, 'sweepTallies', 'report');
  const year = await exported(cloud, { kind: 'participation', year: 2026 });
  expect(year.records()).toEqual([expect.objectContaining({ 姓名: FORMULA, 人次: 2, 用工: '单位职工' })]);
  const month = await exported(cloud, { kind: 'participation', year: 2026, month: 1 });
  expect(month.records()).toEqual([]);
  const points = await exported(cloud, { kind: 'points', year: 2026 });
  expect(points.records()).toEqual([
    expect.objectContaining({ 姓名: FORMULA, 积分: 20, 余额: 20, 事由: '工会发放', 说明: '志愿服务' }),
  ]);
  const report = await exported(cloud, { kind: 'year', year: 2026 });
  expect(report.names).toEqual(['说明', '品牌', '形式', '月份', '月份和品牌', '用工', '单位', '积分']);
  const lines = report.records('单位').map((line) => [line.单位, line.场次, line.人次, line.人数]);
  expect(lines).toContainEqual(['药谷第一制药', 1, 2, 1]);
  const front = new Map(report.rows('说明').map(([item, of]) => [item, of]));
  expect(front.get('范围')).toBe('全部单位');
  expect(front.get('人次')).toBe(2);
  expect(front.get('统计到')).toBeInstanceOf(Date);
  const own = await exported(cloud, { kind: 'year', year: 2026, enterpriseId: 'e2' }, 'officer');
  expect(own.names).not.toContain('单位');
  expect(new Map(own.rows('说明').map(([item, of]) => [item, of])).get('范围')).toBe('药谷第二制药');
});

test('one at a time for each who asks, and the same request is the same export', async () => {
  const request = requestId();
  const first = accepted((await atExport(cloud, 'start', { of: list }, 'organizer', request)).answer);
  expect(accepted((await atExport(cloud, 'start', { of: list }, 'organizer', request)).answer)).toEqual(first);
  const other = await atExport(cloud, 'start', { of: { kind: 'year', year: 2026 } }, 'organizer', request);
  expect(other.answer).toMatchObject({ refusal: 'REQUEST_REUSED' });
  const second = await atExport(cloud, 'start', { of: list }, 'organizer');
  expect(second.answer).toEqual({ ok: false, refusal: 'ONE_AT_A_TIME', detail: first });
  const stranger = await atExport(cloud, 'start', { of: list }, FIRST_ADMIN, request);
  expect(stranger.answer).toMatchObject({ refusal: 'REQUEST_REUSED' });
  expect((await atExport(cloud, 'get', first, FIRST_ADMIN)).answer).toMatchObject({ refusal: 'NOT_FOUND' });
  await sweepExports(cloud);
  expect(accepted((await atExport(cloud, 'get', first, 'organizer')).answer)).toMatchObject({
    state: 'ready',
    rows: 1,
  });
  await started(cloud, list, 'organizer');
  await sweepExports(cloud);
});

test('a file lasts a day, its link some minutes, and afterwards nothing of it is left', async () => {
  const exportId = await started(cloud, list);
  expect((await atExport(cloud, 'link', { exportId })).answer).toMatchObject({ refusal: 'NOT_READY' });
  await sweepExports(cloud);
  const { url, fileName, until } = accepted((await atExport(cloud, 'link', { exportId })).answer);
  expect(fileName).toMatch(/^.+ 报名名单 2026-\d\d-\d\d\.xlsx$/);
  expect(until).toBeGreaterThan(NOON);
  await fetched(url);
  const [record] = (await exportsOf(cloud)).filter(({ _id }) => _id === exportId);
  expect(record?.parts).toEqual([]);
  expect(JSON.stringify(record)).not.toContain('http');
  expect(await filesThere(cloud, [record?.file?.id ?? ''])).toHaveLength(1);
  await advance(cloud, 10 * 60_000);
  await expect(fetched(url)).rejects.toThrow('403');
  await advance(cloud, DAY);
  expect((await atExport(cloud, 'link', { exportId })).answer).toMatchObject({ refusal: 'EXPIRED' });
  await sweepExports(cloud);
  expect(await filesThere(cloud, [record?.file?.id ?? ''])).toEqual([]);
  expect(accepted((await atExport(cloud, 'get', { exportId })).answer)).toMatchObject({ state: 'expired' });
});

test('one that is cancelled is written no more, and what was written of it goes', async () => {
  const exportId = await started(cloud, list);
  accepted((await atExport(cloud, 'cancel', { exportId })).answer);
  accepted((await atExport(cloud, 'cancel', { exportId })).answer);
  expect(accepted((await atExport(cloud, 'get', { exportId })).answer)).toMatchObject({ state: 'cancelled' });
  await advance(cloud, LATE);
  await sweepExports(cloud);
  expect((await exportsOf(cloud)).find(({ _id }) => _id === exportId)).not.toHaveProperty('dueAt');
  const done = await started(cloud, list);
  await sweepExports(cloud);
  expect((await atExport(cloud, 'cancel', { exportId: done })).answer).toMatchObject({ refusal: 'NOT_UNDER_WAY' });
});

test('a role that ended meanwhile opens no file', async () => {
  await addMembers(cloud, [
    memberOf('brief', { grants: [{ role: 'organizer', scope: { kind: 'all' }, until: NOON + HOUR }] }),
    memberOf('moved', {
      grants: [
        { role: 'organizer', scope: { kind: 'all' }, until: NOON + HOUR },
        { role: 'unit-officer', scope: { kind: 'enterprise', id: 'e2' } },
      ],
    }),
  ]);
  const ids = [await started(cloud, list, 'brief'), await started(cloud, list, 'moved')];
  await sweepExports(cloud);
  await advance(cloud, 2 * HOUR);
  for (const [at, openid] of ['brief', 'moved'].entries())
    expect((await atExport(cloud, 'link', { exportId: ids[at] ?? '' }, openid)).answer).toMatchObject({
      refusal: 'FORBIDDEN',
    });
});

test('what exports cost does not grow with their rows', async () => {
  const meters = {
    start: (await atExport(cloud, 'start', { of: list })).meter,
    list: (await atExport(cloud, 'list', {})).meter,
  };
  const [{ id: exportId } = { id: '' }] = accepted((await atExport(cloud, 'list', {})).answer).items;
  await sweepExports(cloud);
  const get = (await atExport(cloud, 'get', { exportId })).meter;
  const link = (await atExport(cloud, 'link', { exportId })).meter;
  const calls = Object.fromEntries(Object.entries({ ...meters, get, link }).map(([op, { dbCalls }]) => [op, dbCalls]));
  expect(calls).toEqual({ start: 5, list: 2, get: 2, link: 3 });
});
