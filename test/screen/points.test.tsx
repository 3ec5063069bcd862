import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { startOfDay } from '../../domain/time/shanghai';
import { BalanceCard } from '../../src/features/points/balance-card';
import { byMonth } from '../../src/features/points/entry-list';
import { Points } from '../../src/features/points/points';
import type { Balance, EntryView } from '../../types/contract/points';
import { visited } from '../support/taro';
import { BOOK, balanceOf, entryOf } from './benefit-samples';
import { freshPhone, goOffline } from './fresh';
import { ok, type Replies, sent, serve } from './server';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

beforeEach(freshPhone);

async function card(change: Partial<Balance> = {}, replies: Replies = {}) {
  const calls = serve({ 'points.balance': () => ok(balanceOf(change)), ...replies });
  render(<BalanceCard status="active" />);
  await screen.findByTestId('balance');
  return calls;
}

describe('the balance', () => {
  test('says what expires next: as a fact while it is far, as a warning when it is near', async () => {
    await card();
    expect(screen.getByTestId('next-to-expire').textContent).toMatch(/^其中 40 分 .*到期$/);
    freshPhone();
    await card({ next: { points: 40, expiresAt: Date.now() + 10 * DAY } });
    expect(screen.getByTestId('next-to-expire').textContent).toMatch(/^即将过期：40 分，.*前用掉$/);
  });

  test('names the last day on which points are good, not the first on which they are gone', async () => {
    await card({ next: { points: 40, expiresAt: startOfDay('2099-01-01') } });
    expect(screen.getByTestId('next-to-expire').textContent).toContain('2098年12月31日');
  });

  test('says what is owed', async () => {
    await card({ points: 0, debt: 12 });
    expect(screen.getByTestId('debt').textContent).toBe('欠 12 分，以后攒到的先还上');
  });

  test('a visitor is asked to join, and nothing is asked of the server', async () => {
    const calls = serve({});
    render(<BalanceCard status="visitor" />);
    fireEvent.click(screen.getByTestId('join'));
    expect(visited).toEqual(['/packages/member/pages/join/index']);
    expect(calls).toEqual([]);
  });

  test('without a network the last one is shown, and said to be', async () => {
    await card();
    goOffline();
    document.body.innerHTML = '';
    render(<BalanceCard status="active" />);
    expect(await screen.findByTestId('old-balance')).toBeTruthy();
    expect(screen.getByTestId('balance').textContent).toBe('105');
  });
});

describe('new points', () => {
  const latest = { entryId: 'entry1', points: 5, at: Date.now() - HOUR };
  const entries: Replies = { 'points.entries': () => ok({ items: [entryOf()], now: Date.now() }) };

  test('are greeted once, with what they came from', async () => {
    const calls = await card({ latest }, entries);
    expect((await screen.findByTestId('new-points')).textContent).toBe('+5 草坪小舞台');
    await waitFor(() => expect(screen.getByTestId('balance').textContent).toBe('105'));
    document.body.innerHTML = '';
    render(<BalanceCard status="active" />);
    await screen.findByTestId('balance');
    await act(async () => undefined);
    expect(screen.queryByTestId('new-points')).toBeNull();
    expect(sent(calls, 'points.entries')).toHaveLength(1);
  });

  test('count up to the balance within a fifth of a second', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate'] });
    serve({ 'points.balance': () => ok(balanceOf({ latest })), ...entries });
    await act(async () => void render(<BalanceCard status="active" />));
    for (let turn = 0; turn < 20; turn += 1) await act(async () => undefined);
    const seen = [Number(screen.getByTestId('balance').textContent)];
    for (let ms = 0; ms < 200; ms += 40) {
      await act(() => jest.advanceTimersByTimeAsync(40));
      seen.push(Number(screen.getByTestId('balance').textContent));
    }
    expect(seen).toEqual([100, 101, 102, 103, 104, 105]);
    jest.useRealTimers();
  });

  test('of last week are no news', async () => {
    const calls = await card({ latest: { ...latest, at: Date.now() - 7 * DAY } }, entries);
    await act(async () => undefined);
    expect(sent(calls, 'points.entries')).toHaveLength(0);
    expect(screen.queryByTestId('new-points')).toBeNull();
  });
});

describe('the points page', () => {
  async function openPoints(items: EntryView[], replies: Replies = {}) {
    const calls = serve({
      'points.balance': () => ok(balanceOf()),
      'points.entries': () => ok({ items, now: Date.now() }),
      ...replies,
    });
    render(<Points />);
    await screen.findByTestId('points');
    return calls;
  }

  const causes: [EntryView['cause'], Partial<EntryView>, string[]][] = [
    [entryOf().cause, {}, ['草坪小舞台', '参加活动', '+5']],
    [
      { ...entryOf().cause, kind: 'attendance', undone: true } as EntryView['cause'],
      { points: -5 },
      ['签到撤销了，积分收回', '−5'],
    ],
    [{ kind: 'volunteering', title: '夜跑' }, {}, ['夜跑', '志愿值守']],
    [{ kind: 'placing', title: '乒乓球联赛', place: 2 }, {}, ['乒乓球联赛', '第 2 名']],
    [{ kind: 'streak', title: '百日共读', days: 7 }, {}, ['百日共读', '连续打卡 7 天']],
    [{ kind: 'grant', reason: '先进个人' }, {}, ['工会发放', '先进个人']],
    [{ kind: 'reversal', reason: '发重了' }, { points: -5 }, ['积分撤回', '发重了']],
    [{ kind: 'redemption', title: '蹦床公园两小时' }, { points: -60 }, ['蹦床公园两小时', '兑换', '−60']],
    [{ kind: 'refund', title: '蹦床公园两小时' }, { points: 60 }, ['积分退回', '+60']],
    [{ kind: 'expiry' }, { points: -9 }, ['积分到期', '−9']],
    [entryOf().cause, { points: 2, capped: 3 }, ['到上限了，少计 3 分']],
    [entryOf().cause, { points: 0, capped: 5 }, ['到上限了，这 5 分没有计入']],
    [entryOf().cause, { points: 1, debt: -4 }, ['先还了欠的 4 分']],
  ];
  test.each(causes)('%j is said in plain words', async (cause, change, words) => {
    await openPoints([entryOf({ cause, ...change })]);
    const line = await screen.findByTestId('entry-entry1');
    for (const each of words) expect(line.textContent).toContain(each);
  });

  test('entries of a month stand together', () => {
    const at = (day: string) => startOfDay(day);
    const list = [at('2026-11-02'), at('2026-11-01'), at('2026-10-31')].map((when, n) =>
      entryOf({ id: String(n), at: when }),
    );
    expect(byMonth(list).map(({ month, entries }) => [month, entries.map(({ id }) => id)])).toEqual([
      ['2026-11', ['0', '1']],
      ['2026-10', ['2']],
    ]);
  });

  test('nothing yet leads to activities', async () => {
    await openPoints([]);
    fireEvent.click(await screen.findByText('去看活动'));
    expect(visited).toEqual(['/pages/activities/index']);
  });

  test('how one earns: what holds with its caps, and what is to come', async () => {
    const coming = {
      ...BOOK,
      version: 'r2',
      from: '2099-01-01',
      rules: [{ id: 'x', kind: 'reading' as const, points: 2 }],
    };
    await openPoints([], { 'points.rules': () => ok({ today: BOOK, coming: [coming], now: Date.now() }) });
    fireEvent.click(screen.getByTestId('segment-earning'));
    const page = await screen.findByTestId('earning');
    for (const words of [
      '参加任意活动',
      '参加培训',
      '比赛第 1 名',
      '志愿值守一场',
      '一天最多 20 分，一年最多 600 分',
    ]) {
      expect(page.textContent).toContain(words);
    }
    expect(screen.getByTestId('coming-r2').textContent).toContain('2099年1月1日');
    expect(screen.getByTestId('coming-r2').textContent).toContain('每天阅读打卡+2');
  });

  test('how the number came to be adds up on the page', async () => {
    const explained = {
      points: 105,
      debt: 0,
      earned: 150,
      granted: 20,
      refunded: 60,
      spent: 120,
      expired: 5,
      takenBack: 0,
    };
    const lots = [{ points: 105, expiresAt: startOfDay('2028-01-01'), came: 170, year: 2026 }];
    await openPoints([], { 'points.explain': () => ok({ ...explained, lots, now: Date.now() }) });
    fireEvent.click(screen.getByTestId('segment-explained'));
    const page = await screen.findByTestId('explained');
    for (const words of [
      '按规则赚到+150',
      '工会发放+20',
      '兑换退回+60',
      '兑换用掉−120',
      '到期−5',
      '现在可用105',
      '2026 年攒的',
    ]) {
      expect(page.textContent).toContain(words);
    }
    expect(page.textContent).not.toContain('撤回');
    const numbers = [...(page.textContent ?? '').matchAll(/(?:赚到|发放|退回|用掉|到期)([+−]\d+)/g)];
    const sum = numbers.reduce((total, [, number = '0']) => total + Number(number.replace('−', '-')), 0);
    expect(sum).toBe(105);
  });
});
