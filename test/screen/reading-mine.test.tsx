import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Mine } from '../../src/features/reading/mine';
import type { CheckInView } from '../../types/contract';
import { toasts, visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { checkedInOf, checkInViewOf, standingOf, todayAnswer } from './reading-samples';
import { ok, type Replies, sent, serve } from './server';

beforeEach(freshPhone);

async function open(change: Partial<CheckInView>, replies: Replies = {}, question: { id?: string } = { id: 'autumn' }) {
  const calls = serve({
    'reading.myCheckIns': () => ok({ items: [checkInViewOf(change)], now: Date.now() }),
    'reading.today': () => ok(todayAnswer()),
    ...replies,
  });
  render(<Mine id={question.id} />);
  await screen.findByTestId('check-in-c1');
  return calls;
}

const row = (): string => screen.getByTestId('check-in-c1').textContent ?? '';

describe('my check-ins', () => {
  test('say when, how much, which book and what I wrote', async () => {
    const calls = await open({ pages: 12, note: '写得真好', late: true });
    for (const words of ['今天', '20 分钟 · 12 页', '活着', '写得真好', '晚到']) expect(row()).toContain(words);
    expect(sent(calls, 'reading.myCheckIns').map(({ input }) => input)).toEqual([{ challengeId: 'autumn' }]);
  });

  test('name their challenge only in the list of all', async () => {
    await open({});
    expect(row()).not.toContain('秋日共读');
    cleanup();
    await open({}, {}, {});
    await waitFor(() => expect(row()).toContain('秋日共读'));
  });

  const states: [Partial<CheckInView>, string][] = [
    [{ state: 'pending' }, '审核中'],
    [{ state: 'waiting-for-author' }, '审核中'],
    [{ state: 'human' }, '审核中'],
    [{ state: 'rejected', reason: '有电话号码' }, '没有通过审核：有电话号码'],
    [{ state: 'passed', likes: 3, comments: 1 }, '3 人喜欢，1 条评论'],
  ];
  test.each(states)('a shared note %j reads %s', async (change, words) => {
    await open({ note: '写得真好', shared: true, ...change });
    expect(row()).toContain(words);
  });

  test('a note that I kept says nothing of others', async () => {
    await open({ note: '写得真好', state: 'draft' });
    expect(row()).not.toContain('审核');
  });

  test('one that passed leads to what others say', async () => {
    await open({ note: '写得真好', shared: true, state: 'passed' });
    fireEvent.click(screen.getByTestId('see-c1'));
    expect(visited).toEqual(['/packages/reading/pages/note/index?id=c1']);
  });

  test('one of the same day is put right', async () => {
    const calls = await open({}, { 'reading.editCheckIn': () => ok(checkedInOf()) });
    fireEvent.click(screen.getByTestId('edit-c1'));
    fireEvent.click(screen.getByRole('button', { name: '分钟加 5' }));
    fireEvent.click(screen.getByTestId('save'));
    await waitFor(() => expect(toasts).toEqual(['改好了']));
    expect(sent(calls, 'reading.editCheckIn').map(({ input }) => input)).toEqual([
      { checkInId: 'c1', minutes: 25, pages: 0, note: '', shared: false },
    ]);
  });

  test('one is taken away after one more look', async () => {
    const calls = await open({}, { 'reading.removeCheckIn': () => ok({ standing: standingOf() }) });
    fireEvent.click(screen.getByTestId('remove-c1'));
    expect(sent(calls, 'reading.removeCheckIn')).toHaveLength(0);
    fireEvent.click(screen.getByTestId('confirm-remove'));
    await waitFor(() => expect(toasts).toEqual(['删掉了']));
  });

  test('whose day went by meanwhile stays, and that is said', async () => {
    const over = { ok: false, refusal: 'DAY_OVER', detail: { day: '2026-11-25' } } as const;
    await open({}, { 'reading.removeCheckIn': () => over });
    fireEvent.click(screen.getByTestId('remove-c1'));
    fireEvent.click(screen.getByTestId('confirm-remove'));
    expect(await screen.findByText('那一天已经过完了')).toBeTruthy();
  });

  test('of an earlier day can only be read', async () => {
    await open({ editable: false });
    expect(screen.queryByTestId('edit-c1')).toBeNull();
    expect(screen.queryByTestId('remove-c1')).toBeNull();
  });

  test('none yet, and no network, each have their words', async () => {
    serve({ 'reading.myCheckIns': () => ok({ items: [], now: Date.now() }) });
    render(<Mine id={undefined} />);
    expect(await screen.findByText('还没有打过卡')).toBeTruthy();
    freshPhone();
    goOffline();
    render(<Mine id={undefined} />);
    expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
  });
});
