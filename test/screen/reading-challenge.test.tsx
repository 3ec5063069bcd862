import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { daysFrom, shifted } from '../../domain/time/days';
import { Challenge } from '../../src/features/reading/challenge';
import { HeatMap } from '../../src/features/reading/heat-map';
import type { CalendarDay, ChallengeDetail } from '../../types/contract';
import type { MemberStatus } from '../../types/vocabulary';
import { toasts, visited } from '../support/taro';
import { freshPhone } from './fresh';
import { detailOf, standingOf, today } from './reading-samples';
import { ok, type Replies, sent, serve } from './server';

beforeEach(freshPhone);

async function open(change: Partial<ChallengeDetail>, status: MemberStatus = 'active', replies: Replies = {}) {
  const calls = serve({ 'reading.challenge': () => ok(detailOf(change)), ...replies });
  render(<Challenge id="autumn" status={status} />);
  await screen.findByTestId(/^challenge-/);
  return calls;
}

describe('a challenge', () => {
  test('says what it asks, how I stand, and what there is for it', async () => {
    await open({ goal: 21 });
    const text = screen.getByTestId('challenge-running').textContent ?? '';
    for (const words of [
      '每天读 20 分钟',
      '连续6天',
      '最长8天',
      '一共8天',
      '8 / 21 天',
      '还差 13 天',
      '读满 21 天，送书签',
    ])
      expect(text).toContain(words);
  });

  test('one tap leads to the check-in', async () => {
    await open({});
    fireEvent.click(screen.getByTestId('primary'));
    expect(visited).toEqual(['/packages/reading/pages/check-in/index?id=autumn']);
  });

  const outside: [MemberStatus, string, boolean][] = [
    ['visitor', '先加入工会', false],
    ['declined', '先加入工会', false],
    ['pending', '入会审核中，通过后就能加入', true],
  ];
  test.each(outside)('%s reads %s', async (status, words, off) => {
    const { mine: _none, ...rest } = detailOf();
    serve({ 'reading.challenge': () => ok(rest) });
    render(<Challenge id="autumn" status={status} />);
    const primary = await screen.findByTestId('primary');
    expect(primary.textContent).toBe(words);
    expect(primary.hasAttribute('disabled')).toBe(off);
  });

  test('a member joins', async () => {
    const { mine: _none, ...rest } = detailOf();
    const calls = serve({ 'reading.challenge': () => ok(rest), 'reading.join': () => ok(standingOf()) });
    render(<Challenge id="autumn" status="active" />);
    fireEvent.click(await screen.findByTestId('join-autumn'));
    await waitFor(() => expect(sent(calls, 'reading.challenge')).toHaveLength(2));
  });

  test.each([
    ['over', { endsOn: shifted(today(), -1) }, '已结束'],
    ['closed', { phase: 'closed' as const }, '提前结束了'],
    ['soon', { startsOn: shifted(today(), 2), phase: 'soon' as const }, '后天开始'],
  ])('that is %s has nothing to tap', async (phase, change, words) => {
    await open(change);
    expect(screen.getByTestId(`challenge-${phase}`).textContent).toContain(words);
    expect(screen.queryByTestId('primary')).toBeNull();
  });

  test('one with teams leads to mine', async () => {
    await open({ entry: 'team' });
    expect(screen.getByTestId('to-team').textContent).toContain('还没有小队');
    fireEvent.click(screen.getByTestId('to-team'));
    expect(visited).toEqual(['/packages/reading/pages/team/index?id=autumn']);
  });

  test('what cannot be found says so', async () => {
    serve({ 'reading.challenge': () => ({ ok: false, refusal: 'NOT_FOUND', detail: { what: 'challenge' } }) });
    render(<Challenge id="gone" status="active" />);
    expect(await screen.findByText('这个挑战找不到了')).toBeTruthy();
  });

  test('badges that came have their day, the others say what for', async () => {
    await open({ mine: standingOf({ badges: [{ badge: 'days-7', on: '2026-01-05' }] }) });
    expect(screen.getByTestId('badge-days-7').textContent).toContain('1月5日');
    expect(screen.getByTestId('badge-days-21').textContent).toContain('读满 21 天');
  });
});

describe('a make-up card', () => {
  const yesterday = shifted(today(), -1);
  const mine = standingOf({ current: 0, cards: { held: 2, owed: 0, daysToNext: 7 }, fillable: [yesterday] });

  test('is used after one more look, for the day that saves the streak', async () => {
    const calls = await open({ mine }, 'active', { 'reading.fillDay': () => ok(standingOf({ current: 7 })) });
    fireEvent.click(screen.getByTestId('fill'));
    expect(screen.getByTestId('fill-sheet').textContent).toContain('用掉 1 张，还剩 1 张');
    expect(sent(calls, 'reading.fillDay')).toHaveLength(0);
    fireEvent.click(screen.getByTestId('confirm-fill'));
    await waitFor(() => expect(toasts).toEqual(['补上了，连续 7 天']));
    expect(sent(calls, 'reading.fillDay').map(({ input }) => input)).toEqual([
      { challengeId: 'autumn', day: yesterday },
    ]);
  });

  test('a refusal is said in place', async () => {
    const detail = { day: yesterday, why: 'read' } as const;
    await open({ mine }, 'active', { 'reading.fillDay': () => ({ ok: false, refusal: 'NOT_FILLABLE', detail }) });
    fireEvent.click(screen.getByTestId('fill'));
    fireEvent.click(screen.getByTestId('confirm-fill'));
    expect(await screen.findByText('这一天已经算数，不用补')).toBeTruthy();
  });

  test('without a card, or without a missed day, there is nothing to fill', async () => {
    await open({ mine: standingOf({ fillable: [yesterday] }) });
    expect(screen.queryByTestId('fill')).toBeNull();
    freshPhone();
    await open({ mine: standingOf({ cards: { held: 1, owed: 0, daysToNext: 3 } }) });
    expect(screen.queryByTestId('fill')).toBeNull();
  });
});

describe('the calendar', () => {
  const calendar: CalendarDay[] = daysFrom('2026-10-30', '2026-11-05').map((day) => ({ day, minutes: 0, level: 0 }));
  const put = (day: string, change: Partial<CalendarDay>): CalendarDay[] =>
    calendar.map((each) => (each.day === day ? { ...each, ...change } : each));
  const now = Date.parse('2026-11-05T12:00:00+08:00');

  test('opens on the last month, and goes back no further than the challenge', () => {
    render(<HeatMap calendar={calendar} now={now} />);
    const map = within(screen.getByTestId('heat-map'));
    expect(map.getByText('11月')).toBeTruthy();
    expect(screen.getByTestId('month-forward').hasAttribute('disabled')).toBe(true);
    fireEvent.click(screen.getByTestId('month-back'));
    expect(map.getByText('10月')).toBeTruthy();
    expect(screen.getByTestId('month-back').hasAttribute('disabled')).toBe(true);
    expect(screen.queryByTestId('day-2026-10-29')).toBeNull();
  });

  const days: [string, Partial<CalendarDay>, string][] = [
    ['read', { minutes: 35, level: 2, state: 'read' }, '11月3日，读了 35 分钟'],
    ['read without minutes', { level: 1, state: 'read' }, '11月3日，算数'],
    ['filled', { state: 'filled' }, '11月3日，用补卡补上'],
    ['too little', { minutes: 5, level: 1 }, '11月3日，读了 5 分钟，没到数'],
    ['missed', {}, '11月3日，没有打卡'],
  ];
  test.each(days)('a day that is %s tells it to eye and ear', (_what, change, words) => {
    render(<HeatMap calendar={put('2026-11-03', change)} now={now} />);
    fireEvent.click(screen.getByRole('button', { name: words }));
    expect(screen.getByText(words)).toBeTruthy();
  });

  test('a month begins on its own weekday: the first of November 2026 is a Sunday', () => {
    render(<HeatMap calendar={calendar} now={now} />);
    const cell = screen.getByTestId('day-2026-11-01').parentElement;
    expect(cell?.style.gridColumnStart).toBe('7');
  });
});
