import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Exports } from '../../src/features/export/exports';
import type { ExportView } from '../../types/contract/export';
import type { Grant } from '../../types/vocabulary';
import { visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { type Call, ok, type Replies, sent, serve } from './server';

const HOUR = 3_600_000;
const ORGANIZER: Grant = { role: 'organizer', scope: { kind: 'all' } };
const ADMIN: Grant = { role: 'admin', scope: { kind: 'all' } };
const OFFICER: Grant = { role: 'unit-officer', scope: { kind: 'enterprise', id: 'e1' } };

beforeEach(freshPhone);

const press = async (testId: string): Promise<boolean> => fireEvent.click(await screen.findByTestId(testId));
const choose = (name: RegExp): boolean => fireEvent.click(screen.getByRole('button', { name }));

const one = (change: Partial<ExportView> = {}): ExportView => ({
  ...{ id: 'x1', of: { kind: 'registrations', activityId: 'gala' }, title: '音乐节', phones: 'masked' },
  ...{ state: 'queued', rows: 0, about: 300, askedAt: Date.now() - 60_000 },
  ...change,
});

const list = (...items: ExportView[]): Replies => ({ 'export.list': () => ok({ items, now: Date.now() }) });

interface From {
  activity?: { id: string; title: string };
  ofYear?: { year: number; enterprise?: { id: string; name: string } };
  grant?: Grant;
}

function open(replies: Replies, { grant = ORGANIZER, ...from }: From = {}): Call[] {
  const calls = serve({ ...list(), 'export.start': () => ok({ exportId: 'x1' }), ...replies });
  render(<Exports {...from} grants={[grant]} />);
  return calls;
}

const asked = (calls: readonly Call[]): unknown[] => sent(calls, 'export.start').map(({ input }) => input);
const asks = (calls: readonly Call[], input: unknown): Promise<void> =>
  waitFor(() => expect(asked(calls)).toEqual([input]));

describe('the list', () => {
  test('who may not export hears so, and is offered nothing', async () => {
    open({ 'export.list': () => ({ ok: false, refusal: 'FORBIDDEN', detail: { needs: ['organizer'] } }) });
    expect(await screen.findByTestId('refused-FORBIDDEN')).toBeTruthy();
    expect(screen.queryByTestId('new-export')).toBeNull();
  });

  test('without a network it can be tried again', async () => {
    goOffline();
    open({});
    expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
    expect(screen.getByTestId('again')).toBeTruthy();
  });

  test('is empty with a word on how long files last', async () => {
    open({});
    expect((await screen.findByTestId('empty')).textContent).toContain('保留一天');
  });

  test('one under way says how far it is and can be cancelled', async () => {
    const calls = open({
      ...list(one({ state: 'running', rows: 12_000, about: 30_000 })),
      'export.cancel': () => ok({ exportId: 'x1' }),
    });
    expect((await screen.findByTestId('export-running')).textContent).toContain('已写 12,000 行，约 30,000 行');
    await press('cancel-x1');
    await waitFor(() => expect(sent(calls, 'export.cancel').map(({ input }) => input)).toEqual([{ exportId: 'x1' }]));
  });

  test('what expired says so and cannot be opened; what failed says what to do', async () => {
    open(list(one({ state: 'expired' }), one({ id: 'x2', state: 'failed', why: 'too-many' })));
    expect((await screen.findByTestId('export-expired')).textContent).toContain('已过期');
    expect(screen.getByTestId('export-failed').textContent).toContain('按月分开导出');
    expect(screen.queryByTestId('open-x1')).toBeNull();
    expect(screen.queryByTestId('open-x2')).toBeNull();
  });

  test('a file that expired since the list came is told as expired', async () => {
    open({
      ...list(one({ state: 'ready', bytes: 9_000, expiresAt: Date.now() + HOUR })),
      'export.link': () => ({ ok: false, refusal: 'EXPIRED', detail: { expiredAt: Date.now() } }),
    });
    await press('open-x1');
    expect(await screen.findByTestId('refused-EXPIRED')).toBeTruthy();
  });

  test('who saw what is for admins alone', async () => {
    open({}, { grant: ADMIN });
    await press('audits');
    expect(visited).toEqual(['/packages/export/pages/audits/index']);
    freshPhone();
    open({});
    await screen.findByTestId('new-export');
    expect(screen.queryByTestId('audits')).toBeNull();
  });
});

describe('a new one', () => {
  const activity = { id: 'gala', title: '音乐节' };

  test('of an activity is its list, masked unless something else is chosen', async () => {
    const calls = open({}, { activity });
    await press('new-export');
    await press('start');
    await asks(calls, { of: { kind: 'registrations', activityId: 'gala' } });
  });

  test('full phones need a reason of four characters', async () => {
    const calls = open({}, { activity });
    await press('new-export');
    choose(/^完整/);
    fireEvent.change(screen.getByTestId('reason'), { target: { value: ' 保险 ' } });
    await press('start');
    expect(screen.getByTestId('start-sheet').textContent).toContain('至少 4 个字');
    expect(asked(calls)).toEqual([]);
    fireEvent.change(screen.getByTestId('reason'), { target: { value: '给保险公司投保' } });
    await press('start');
    await asks(calls, { of: { kind: 'registrations', activityId: 'gala' }, phones: 'full', reason: '给保险公司投保' });
  });

  test('is of an officer’s own enterprise, without full phones and without points', async () => {
    const calls = open({}, { grant: OFFICER });
    await press('new-export');
    expect(screen.queryByRole('button', { name: /^积分明细/ })).toBeNull();
    choose(/^参与记录/);
    expect(screen.queryByRole('button', { name: /^完整/ })).toBeNull();
    choose(/^3 月/);
    await press('start');
    const year = new Date(Date.now() + 8 * HOUR).getUTCFullYear();
    await asks(calls, { of: { kind: 'participation', year, month: 3, enterpriseId: 'e1' } });
  });

  test('from the report of an enterprise is of that enterprise and year, and says whose', async () => {
    const calls = open({}, { grant: ADMIN, ofYear: { year: 2021, enterprise: { id: 'e7', name: '澜芪药业' } } });
    expect((await screen.findByTestId('start-sheet')).textContent).toContain('澜芪药业');
    expect(screen.queryByRole('button', { name: /^积分明细/ })).toBeNull();
    await press('start');
    await asks(calls, { of: { kind: 'year', year: 2021, enterpriseId: 'e7' } });
  });

  test('while another is under way is refused in words', async () => {
    open({ 'export.start': () => ({ ok: false, refusal: 'ONE_AT_A_TIME', detail: { exportId: 'x0' } }) });
    await press('new-export');
    await press('start');
    expect((await screen.findByTestId('refused-ONE_AT_A_TIME')).textContent).toContain('上一份还没导完');
  });
});
