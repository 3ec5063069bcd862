import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Registrations } from '../../src/features/activity/registrations';
import { Ticket } from '../../src/features/activity/ticket';
import { qrPath } from '../../src/ui/qr/qr';
import type { Registration } from '../../types/contract/registration';
import { toasts, visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { registrationOf } from './samples';
import { ok, sent, serve } from './server';

beforeEach(freshPhone);

const dated = (registration: Registration) => ({ ...registration, now: Date.now() });
const cancelled = { id: 'reg1', activityId: 'music', state: 'cancelled' as const, cancelledAt: Date.now() };

describe('the ticket', () => {
  test('shows its code, session, zone and state', async () => {
    serve({ 'activity.registration': () => ok(dated(registrationOf())) });
    render(<Ticket id="reg1" />);
    expect(await screen.findByTestId('qr')).toBeTruthy();
    for (const words of ['已报名', '周六晚场', '草坪区']) expect(screen.getByText(words)).toBeTruthy();
  });

  test('asks once more before the place is given back, and then shows no code', async () => {
    const calls = serve({
      'activity.registration': (_input, turn) => ok(dated(registrationOf(turn === 0 ? {} : { state: 'cancelled' }))),
      'activity.cancel': () => ok(cancelled),
    });
    render(<Ticket id="reg1" />);
    fireEvent.click(await screen.findByTestId('cancel'));
    expect(sent(calls, 'activity.cancel')).toHaveLength(0);
    fireEvent.click(screen.getByTestId('confirm-cancel'));
    expect(await screen.findByText('已取消')).toBeTruthy();
    expect(screen.queryByTestId('qr')).toBeNull();
    expect(toasts).toEqual(['名额已让出']);
    expect(sent(calls, 'activity.cancel')).toHaveLength(1);
  });

  test('past the deadline there is no way to cancel, and somebody to tell', async () => {
    serve({ 'activity.registration': () => ok(dated(registrationOf({ cancelUntil: Date.now() - 60_000 }))) });
    render(<Ticket id="reg1" />);
    expect(await screen.findByTestId('too-late')).toBeTruthy();
    expect(screen.queryByTestId('cancel')).toBeNull();
    expect(screen.getByText('联系工会工作人员')).toBeTruthy();
  });

  test('a deadline that passed meanwhile is refused in words', async () => {
    serve({
      'activity.registration': () => ok(dated(registrationOf())),
      'activity.cancel': () => ({ ok: false, refusal: 'TOO_LATE', detail: { cancelUntil: Date.now() } }),
    });
    render(<Ticket id="reg1" />);
    fireEvent.click(await screen.findByTestId('cancel'));
    fireEvent.click(screen.getByTestId('confirm-cancel'));
    expect(await screen.findByTestId('refused-TOO_LATE')).toBeTruthy();
    expect(screen.getByText('已过取消时间')).toBeTruthy();
  });

  test('what was seen once is shown without a network, and said to be older', async () => {
    serve({ 'activity.registration': () => ok(dated(registrationOf())) });
    const { unmount } = render(<Ticket id="reg1" />);
    await screen.findByTestId('qr');
    unmount();
    goOffline();
    render(<Ticket id="reg1" />);
    expect(screen.getByTestId('qr')).toBeTruthy();
    expect(await screen.findByText('网络不太顺，先看上次的内容')).toBeTruthy();
  });

  const past = { startsAt: Date.now() - 7_200_000, endsAt: Date.now() - 3_600_000 };
  const over: [string, Partial<Registration>, string][] = [
    ['who took part', { state: 'attended' }, '已参加'],
    ['who held a place in what is over', { session: { id: 's1', name: '周六晚场', ...past } }, '活动已结束'],
  ];
  test.each(over)('%s sees a record and no code', async (_who, change, words) => {
    serve({ 'activity.registration': () => ok(dated(registrationOf(change))) });
    render(<Ticket id="reg1" />);
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getByText('报名记录')).toBeTruthy();
    expect(screen.queryByTestId('qr')).toBeNull();
    expect(screen.queryByText('入场时出示给工作人员')).toBeNull();
    expect(screen.queryByText('加到日历')).toBeNull();
  });

  test('a strange id leads to what one holds', async () => {
    serve({ 'activity.registration': () => ({ ok: false, refusal: 'NOT_FOUND', detail: { what: 'registration' } }) });
    render(<Ticket id="nobody" />);
    fireEvent.click(await screen.findByText('看我的报名'));
    expect(visited).toEqual(['/packages/activity/pages/registrations/index']);
  });
});

test('the code is the registration id, every dark square of it', () => {
  const { path, size } = qrPath('reg1');
  const dark = [...path.matchAll(/h(\d+)v1/g)].reduce((sum, [, run]) => sum + Number(run), 0);
  expect(size).toBe(21);
  // Three finder patterns of 33 dark squares each are the least that any code of this size has.
  expect(dark).toBeGreaterThan(99);
  expect(path.startsWith('M0 0h7v1h-7z')).toBe(true);
});

describe('my registrations', () => {
  test('to come and over are two lists', async () => {
    const calls = serve({
      'activity.mine': ({ when }) =>
        ok({ items: [registrationOf({ id: when, title: when === 'past' ? '健步走' : '音乐节' })], now: Date.now() }),
    });
    render(<Registrations />);
    expect(await screen.findByText('音乐节')).toBeTruthy();
    fireEvent.click(screen.getByText('过去和取消的'));
    expect(await screen.findByText('健步走')).toBeTruthy();
    expect(screen.queryByText('音乐节')).toBeNull();
    expect(sent(calls, 'activity.mine')).toHaveLength(2);
  });

  test('nothing yet leads to the activities', async () => {
    serve({ 'activity.mine': () => ok({ items: [], now: Date.now() }) });
    render(<Registrations />);
    await screen.findByTestId('empty');
    fireEvent.click(screen.getByText('去看活动'));
    await waitFor(() => expect(visited).toEqual(['/pages/activities/index']));
  });
});
