import { fireEvent, render, screen } from '@testing-library/react';
import { ImportPage } from '../../src/features/import/import';
import { freshPhone, goOffline } from './fresh';
import { checkedOf, choosing, planOf, readOf, START } from './import-samples';
import { type Call, ok, type Replies, sent, serve } from './server';

beforeEach(freshPhone);

const press = async (testId: string): Promise<boolean> => fireEvent.click(await screen.findByTestId(testId));
const isOff = (testId: string): boolean => screen.getByTestId(testId).hasAttribute('disabled');

const NEVER_BEFORE: Replies = { 'import.rosterImports': () => ok({ items: [] }) };

function open(replies: Replies, { name = '名册.xlsx', arrives = true, activityId = '' } = {}): Call[] {
  const calls = serve({
    'import.start': () => ok(START),
    'import.readRoster': () => ok(readOf()),
    ...NEVER_BEFORE,
    ...replies,
  });
  choosing(name, arrives);
  render(<ImportPage {...(activityId !== '' && { activityId })} />);
  return calls;
}

test('who may not import hears so, and is offered no file', async () => {
  open({ 'import.start': () => ({ ok: false, refusal: 'FORBIDDEN', detail: { needs: ['organizer'] } }) });
  expect(await screen.findByTestId('refused-FORBIDDEN')).toBeTruthy();
  expect(screen.queryByTestId('choose')).toBeNull();
});

test('without a network it can be tried again', async () => {
  goOffline();
  open({});
  expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
  expect(screen.getByTestId('again')).toBeTruthy();
});

const before = { id: 'i1', at: Date.parse('2026-11-20T09:30:00+08:00'), by: '周岚', enterprises: 3 };

test('what was imported before stands there with who did it', async () => {
  const entry = { ...before, added: 3, unchanged: 40, removed: 1 };
  const calls = open({ 'import.rosterImports': () => ok({ items: [entry] }) });
  const past = (await screen.findByTestId('past-imports')).textContent;
  expect(past).toContain('新增 3 位，不变 40 位，移出 1 位');
  expect(past).toContain('周岚 · 3 个单位');
  expect(sent(calls, 'import.rosterImports').map(({ input }) => input)).toEqual([{}]);
});

test('before the first import nothing stands there', async () => {
  open({});
  await screen.findByTestId('choose-file');
  expect(screen.queryByTestId('past-imports')).toBeNull();
});

test('a list of former imports that does not come keeps nobody from importing', async () => {
  open({ 'import.rosterImports': () => ({ ok: false, refusal: 'FORBIDDEN', detail: { needs: ['organizer'] } }) });
  expect(await screen.findByTestId('refused-FORBIDDEN')).toBeTruthy();
  expect(isOff('choose')).toBe(false);
});

test('an attendance sheet asks for no rosters', async () => {
  const calls = open({ 'import.readAttendance': () => ok(readOf()) }, { activityId: 'walk' });
  await screen.findByTestId('choose-file');
  expect(sent(calls, 'import.rosterImports')).toEqual([]);
});

test('a file that did not arrive is not read, and can be chosen again', async () => {
  const calls = open({}, { arrives: false });
  await press('choose');
  expect((await screen.findByTestId('trouble')).textContent).toContain('没有传上去');
  expect(sent(calls, 'import.readRoster')).toEqual([]);
  expect(isOff('choose')).toBe(false);
});

test('what is no sheet is told with what to do', async () => {
  const problem = { code: 'NOT_A_SHEET', found: 'xls' } as const;
  open({ 'import.readRoster': () => ({ ok: false, refusal: 'SHEET_PROBLEM', detail: { problem } }) });
  await press('choose');
  expect((await screen.findByTestId('trouble')).textContent).toContain('另存为 .xlsx');
});

test('a needed column that no head names is asked for, and what was chosen is what is checked', async () => {
  const [name, phone, enterprise] = readOf().columns;
  if (!name || !phone || !enterprise) throw new Error('the sample has three columns');
  const { field: _field, how: _how, ...unknown } = enterprise;
  const calls = open({
    'import.readRoster': () => ok(readOf({ columns: [name, phone, unknown], missing: ['enterprise'] })),
    'import.checkRoster': () => ok(checkedOf({ plan: planOf() })),
  });
  await press('choose');
  await screen.findByTestId('check');
  expect(isOff('check')).toBe(true);
  await press('column-C');
  fireEvent.click(screen.getByRole('button', { name: '单位' }));
  await press('check');
  await screen.findByTestId('checked');
  expect(sent(calls, 'import.checkRoster').map(({ input }) => input)).toEqual([
    { fileId: 'cloud://sheet', columns: { name: 0, phone: 1, enterprise: 2 } },
  ]);
});

test('another sheet of the workbook can be the one that is meant', async () => {
  const calls = open({});
  await press('choose');
  await press('sheet-of');
  fireEvent.click(screen.getByRole('button', { name: '说明' }));
  await screen.findByTestId('check');
  expect(sent(calls, 'import.readRoster').map(({ input }) => input)).toEqual([
    { fileId: 'cloud://sheet' },
    { fileId: 'cloud://sheet', sheet: '说明' },
  ]);
});

test('bad rows are told with their rows and columns; nothing can be imported, and the mended file takes their place', async () => {
  const issue = { row: 7, column: 'B', field: 'phone', code: 'PHONE_BAD', text: '1380', digits: 4 } as const;
  open({
    'import.checkRoster': (_input, turn) =>
      ok(turn === 0 ? checkedOf({ badRows: 1, issues: [issue] }) : checkedOf({ plan: planOf() })),
  });
  await press('choose');
  await press('check');
  expect((await screen.findByTestId('checked')).textContent).toContain('第 7 行 B 列：手机号“1380”不对，有 4 位数字');
  expect(screen.queryByTestId('apply')).toBeNull();
  await press('choose');
  await press('check');
  expect(await screen.findByTestId('apply')).toBeTruthy();
  expect(screen.getByTestId('checked').textContent).toContain('第 2 行 · 138****1001 · 禾芩生物制药');
});

const removing = (digest: string, removed: number) =>
  planOf({
    ...{ added: 0, removed, goingMembers: 1, digest },
    going: [{ name: '李想', phone: '138****1002', enterpriseName: '禾芩生物制药' }],
  });

test('taking people off needs a yes of its own, and a changed plan needs it anew', async () => {
  const needs = { ok: false, refusal: 'NEEDS_YES', detail: { removed: 3, digest: 'second' } } as const;
  const calls = open({
    'import.checkRoster': (_input, turn) =>
      ok(checkedOf({ plan: turn === 0 ? removing('first', 2) : removing('second', 3) })),
    'import.applyRoster': (_input, turn) => (turn === 0 ? needs : ok({ added: 0, unchanged: 40, removed: 3 })),
  });
  await press('choose');
  await press('check');
  expect((await screen.findByTestId('checked')).textContent).toContain('另有 1 个手机号还没加入过');
  expect(isOff('apply')).toBe(true);
  await press('yes');
  await press('apply');
  expect(await screen.findByTestId('refused-NEEDS_YES')).toBeTruthy();
  expect(screen.getByTestId('yes').textContent).toContain('确认移出 3 位');
  expect(isOff('apply')).toBe(true);
  await press('yes');
  await press('apply');
  expect((await screen.findByTestId('imported')).textContent).toContain('移出 3 位');
  const answers = sent(calls, 'import.applyRoster').map(({ input }) => Object(input).yes);
  expect(answers).toEqual(['first', 'second']);
});

test('a file that is gone is told at the foot, with another to choose', async () => {
  open({ 'import.checkRoster': () => ({ ok: false, refusal: 'NO_FILE', detail: {} }) });
  await press('choose');
  await press('check');
  expect(await screen.findByTestId('refused-NO_FILE')).toBeTruthy();
  expect(isOff('other')).toBe(false);
});

test('an officer of two enterprises says first whose roster it is', async () => {
  const enterprises = [
    { id: 'e1', name: '禾芩生物制药' },
    { id: 'e2', name: '沅芷医疗器械' },
  ];
  const calls = open({ 'import.start': () => ok({ ...START, enterprises }) });
  fireEvent.click(await screen.findByRole('button', { name: '沅芷医疗器械' }));
  await press('choose');
  await screen.findByTestId('check');
  expect(sent(calls, 'import.readRoster').map(({ input }) => input)).toEqual([
    { fileId: 'cloud://sheet', enterpriseId: 'e2' },
  ]);
});

describe('attendance', () => {
  test('before the activity is over nobody is entered', async () => {
    const endsAt = Date.now() + 3_600_000;
    open(
      { 'import.readAttendance': () => ({ ok: false, refusal: 'NOT_YET_OVER', detail: { endsAt } }) },
      { activityId: 'gala' },
    );
    await press('choose');
    expect(await screen.findByTestId('refused-NOT_YET_OVER')).toBeTruthy();
  });

  test('of two sessions on one day one is named, and the same file is read as its', async () => {
    const sessions = [
      { id: 's1', name: '上午场', startsAt: Date.now() },
      { id: 's2', name: '下午场', startsAt: Date.now() },
    ];
    const calls = open(
      {
        'import.readAttendance': (_input, turn) =>
          turn === 0 ? { ok: false, refusal: 'SESSION_NEEDED', detail: { sessions } } : ok(readOf()),
      },
      { activityId: 'gala' },
    );
    await press('choose');
    fireEvent.click(await screen.findByRole('button', { name: /下午场/ }));
    await screen.findByTestId('check');
    expect(sent(calls, 'import.readAttendance').map(({ input }) => input)).toEqual([
      { fileId: 'cloud://sheet', activityId: 'gala' },
      { fileId: 'cloud://sheet', activityId: 'gala', sessionId: 's2' },
    ]);
    expect(screen.queryByTestId('sessions')).toBeNull();
  });
});
