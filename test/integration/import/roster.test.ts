import { phoneKey } from '../../../domain/member/phone';
import { PRIVACY_NOTICE } from '../../../types/vocabulary';
import type { RunningCloud } from '../../support/cloud';
import { ask, confirmed, given, importRoster, type RosterChecked, requestId, uploadSheet } from '../../support/imports';
import { filesThere } from '../../support/photos';
import { xlsx } from '../../support/sheets';
import {
  addEnterprises,
  addMembers,
  advance,
  documents,
  FIRST_ADMIN,
  memberOf,
  PHONE_KEY,
  runSweep,
  startTown,
} from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '药谷第二制药', e3: '药谷第三制药' });
  const officer = { role: 'unit-officer' as const, scope: { kind: 'enterprise' as const, id: 'e3' } };
  await addMembers(cloud, [memberOf('officer', { enterpriseId: 'e3', grants: [officer] }), memberOf('ann')]);
});

afterAll(() => cloud.stop());

const HEADS = ['姓名', '手机号', '单位'];
const sheet = (...rows: [name: string, phone: string, unit: string][]): Buffer => xlsx([HEADS, ...rows]);

let joined = 0;

/** Whether somebody with that phone is a member at once. */
async function statusWith(phone: string, enterpriseId: string): Promise<unknown> {
  joined += 1;
  const input = {
    ...{ name: '新人', phoneCode: `phone-${phone}-${requestId()}`, enterpriseId, employment: 'employee' },
    consent: { notice: PRIVACY_NOTICE },
  };
  const { answer } = await cloud.call('member', 'join' as string, input, { openid: `joiner-${joined}` });
  const { status } = given<{ status: string }>(answer);
  return status;
}

const pagesInForce = async (): Promise<string> => JSON.stringify(await documents(cloud, 'rosters'));

test('who is on an imported roster is a member at once, there and nowhere else', async () => {
  const rows: Parameters<typeof sheet> = [
    ['张三', '13700000001', '药谷第一制药'],
    ['李四', '13700000002', '药谷第一制药'],
    ['王五', '13700000003', '药谷第二制药'],
  ];
  expect(await importRoster(cloud, sheet(...rows))).toEqual({ added: 3, unchanged: 0, removed: 0 });
  expect(await statusWith('13700000001', 'e1')).toBe('active');
  expect(await statusWith('13700000003', 'e1')).toBe('pending');
  expect(await statusWith('13700000009', 'e1')).toBe('pending');
});

test('importing the same again writes no roster anew', async () => {
  const again = sheet(
    ['张三', '13700000001', '药谷第一制药'],
    ['李四', '13700000002', '药谷第一制药'],
    ['王五', '13700000003', '药谷第二制药'],
  );
  const before = await pagesInForce();
  expect(await importRoster(cloud, again)).toEqual({ added: 0, unchanged: 3, removed: 0 });
  expect(await pagesInForce()).toBe(before);
});

test('who would go is shown, by name if they are members, and goes with a yes alone', async () => {
  const input = await confirmed(cloud, sheet(['李四', '13700000002', '药谷第一制药']), {});
  const { plan } = given<RosterChecked>(await ask(cloud, 'checkRoster', input));
  expect(plan).toMatchObject({
    ...{ added: 0, unchanged: 1, removed: 1, goingMembers: 1 },
    enterprises: [{ id: 'e1', name: '药谷第一制药', before: 2, added: 0, removed: 1 }],
    going: [{ name: '新人', phone: '137****0001', enterpriseName: '药谷第一制药' }],
  });
  const detail = { removed: 1, digest: plan?.digest };
  expect(await ask(cloud, 'applyRoster', input)).toEqual({ ok: false, refusal: 'NEEDS_YES', detail });
  expect(await ask(cloud, 'applyRoster', { ...input, yes: 'x' })).toMatchObject({ refusal: 'NEEDS_YES' });
  const yes = { ...input, yes: plan?.digest };
  expect(await ask(cloud, 'applyRoster', yes)).toEqual({ ok: true, value: { added: 0, unchanged: 1, removed: 1 } });
  expect(
    (await documents<{ name: string; status: string }>(cloud, 'members')).map(({ name, status }) => [name, status]),
  ).toContainEqual(['新人', 'active']);
});

test('rosters that changed since they were looked at ask again', async () => {
  await importRoster(cloud, sheet(['甲', '13700000011', '药谷第二制药'], ['乙', '13700000012', '药谷第二制药']));
  const input = await confirmed(cloud, sheet(['甲', '13700000011', '药谷第二制药']), {});
  const { plan } = given<RosterChecked>(await ask(cloud, 'checkRoster', input));
  await importRoster(cloud, sheet(['丙', '13700000013', '药谷第二制药']));
  const late = await ask(cloud, 'applyRoster', { ...input, yes: plan?.digest });
  expect(late).toMatchObject({ ok: false, refusal: 'NEEDS_YES', detail: { removed: 1 } });
});

test('one bad row and nothing is imported; it is named with its number', async () => {
  const input = await confirmed(
    cloud,
    sheet(['丁', '13700000021', '药谷第一制药'], ['戊', '1370000002', '药谷第一制药'], ['己', '', '没有的单位']),
    {},
  );
  const checked = given<RosterChecked>(await ask(cloud, 'checkRoster', input));
  expect(checked).toMatchObject({ rows: 1, badRows: 2 });
  expect(checked.issues.map(({ row, field, code }) => [row, field, code])).toEqual([
    [3, 'phone', 'PHONE_BAD'],
    [4, 'phone', 'MISSING'],
    [4, 'enterprise', 'ENTERPRISE_UNKNOWN'],
  ]);
  expect(checked.plan).toBeUndefined();
  const before = await pagesInForce();
  expect(await ask(cloud, 'applyRoster', { ...input, yes: 'x' })).toMatchObject({ refusal: 'BAD_ROWS' });
  expect(await pagesInForce()).toBe(before);
});

test('the same request again gives the same answer, after the file is deleted too; with other input it is refused', async () => {
  const input = await confirmed(
    cloud,
    sheet(['庚', '13700000031', '药谷第一制药'], ['李四', '13700000002', '药谷第一制药']),
    {},
  );
  const request = requestId();
  const first = await ask(cloud, 'applyRoster', input, { request });
  expect(first).toMatchObject({ ok: true });
  expect(await filesThere(cloud, [input.fileId])).toHaveLength(1);
  await runSweep(cloud, 'sweepUploads', 'import');
  expect(await filesThere(cloud, [input.fileId])).toEqual([]);
  await importRoster(cloud, sheet(['辛', '13700000032', '药谷第一制药']));
  expect(await ask(cloud, 'applyRoster', input, { request })).toEqual(first);
  expect(await ask(cloud, 'applyRoster', { ...input, yes: 'y' }, { request })).toMatchObject({
    refusal: 'REQUEST_REUSED',
  });
  expect(await ask(cloud, 'applyRoster', input)).toMatchObject({ refusal: 'NO_FILE' });
});

test('an officer imports for their own enterprise: the sheet need not name it, and names no other', async () => {
  const target = { enterpriseId: 'e3' };
  const bare = xlsx([
    ['姓名', '手机号'],
    ['壬', '13700000041'],
  ]);
  const input = await confirmed(cloud, bare, target, 'officer');
  expect(await ask(cloud, 'applyRoster', input, { openid: 'officer' })).toMatchObject({ value: { added: 1 } });
  const other = await confirmed(cloud, sheet(['癸', '13700000042', '药谷第一制药']), target, 'officer');
  const { issues } = given<RosterChecked>(await ask(cloud, 'checkRoster', other, { openid: 'officer' }));
  expect(issues).toMatchObject([{ row: 2, code: 'ENTERPRISE_NOT_YOURS' }]);
  for (const op of ['checkRoster', 'applyRoster']) {
    const { enterpriseId: _own, ...all } = other;
    expect(await ask(cloud, op, all, { openid: 'officer' })).toMatchObject({ refusal: 'FORBIDDEN' });
  }
});

test('a file of somebody else’s is no sheet of the caller’s, and is not deleted for having been named by them', async () => {
  const fileId = await uploadSheet(cloud, sheet(['甲', '13700000051', '药谷第三制药']), { openid: 'officer' });
  expect(await ask(cloud, 'readRoster', { fileId })).toMatchObject({ refusal: 'BAD_INPUT' });
  await advance(cloud, 25 * 3_600_000);
  await runSweep(cloud, 'sweepUploads', 'import');
  expect(await filesThere(cloud, [fileId])).toHaveLength(1);
});

test('a file is deleted after a day, whatever became of it', async () => {
  const { fileId } = await confirmed(cloud, sheet(['甲', '13700000061', '药谷第三制药']), {});
  await advance(cloud, 23 * 3_600_000);
  await runSweep(cloud, 'sweepUploads', 'import');
  expect(await filesThere(cloud, [fileId])).toHaveLength(1);
  await advance(cloud, 2 * 3_600_000);
  await runSweep(cloud, 'sweepUploads', 'import');
  expect(await filesThere(cloud, [fileId])).toEqual([]);
});

test('so is one whose sheet was refused unread', async () => {
  const bytes = sheet(['甲', '13700000062', '药谷第三制药']);
  const [roster, attendance] = [
    await uploadSheet(cloud, bytes, { openid: 'officer' }),
    await uploadSheet(cloud, bytes),
  ];
  const notTheirs = { fileId: roster, enterpriseId: 'e1' };
  expect(await ask(cloud, 'readRoster', notTheirs, { openid: 'officer' })).toMatchObject({ refusal: 'FORBIDDEN' });
  const unknown = { fileId: attendance, activityId: 'nobody-there' };
  expect(await ask(cloud, 'readAttendance', unknown)).toMatchObject({ refusal: 'NOT_FOUND' });
  await advance(cloud, 25 * 3_600_000);
  await runSweep(cloud, 'sweepUploads', 'import');
  expect(await filesThere(cloud, [roster, attendance])).toEqual([]);
});

test('every import leaves a line in the log, and phones are stored as digests alone', async () => {
  const all = given<{ items: object[] }>(await ask(cloud, 'rosterImports', {})).items;
  expect(all.length).toBeGreaterThan(5);
  const own = given<{ items: object[] }>(
    await ask(cloud, 'rosterImports', { enterpriseId: 'e3' }, { openid: 'officer' }),
  );
  expect(own.items).toMatchObject([{ by: '职工officer', added: 1, unchanged: 0, removed: 0, enterprises: 1 }]);
  const stored = JSON.stringify(
    await Promise.all(['rosters', 'rosterBook', 'imports'].map((each) => documents(cloud, each))),
  );
  expect(stored).toContain(phoneKey('13700000041', PHONE_KEY));
  expect(stored).not.toMatch(/1370000\d{4}/);
});

test('pages that an import took the place of go once nobody can be on the way to them', async () => {
  await advance(cloud, 60_000);
  await runSweep(cloud, 'sweepImports', 'import');
  const [book] = await documents<{ of: Record<string, { import: string }> }>(cloud, 'rosterBook');
  const inForce = new Set(Object.values(book?.of ?? {}).map((at) => at.import));
  const stored = await documents<{ import: string }>(cloud, 'rosters');
  expect(stored.filter((page) => !inForce.has(page.import))).toEqual([]);
  expect(await statusWith('13700000013', 'e2')).toBe('active');
  expect(FIRST_ADMIN).toBeDefined();
});
