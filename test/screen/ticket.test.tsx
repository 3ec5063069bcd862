import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { offersFirst, Registrations } from '../../src/features/activity/registrations';
import { Ticket } from '../../src/features/activity/ticket';
import { qrPath } from '../../src/ui/qr/qr';
import type { MyRegistration } from '../../types/contract/registration';
import { toasts, visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { registrationOf, ticketOf } from './samples';
import { ok, sent, serve } from './server';

beforeEach(freshPhone);

const HOUR = 3_600_000;
const cancelled = { id: 'reg1', activityId: 'music', state: 'cancelled' as const, cancelledAt: Date.now() };
const past = { id: 's1', name: '周六晚场', startsAt: Date.now() - 2 * HOUR, endsAt: Date.now() - HOUR };

async function show(change: Partial<MyRegistration>, testId: string): Promise<void> {
  serve({
    'activity.registration': () => ok(ticketOf(change)),
    'activity.get': () => ({ ok: false, refusal: 'NOT_FOUND', detail: { what: 'activity' } }),
  });
  render(<Ticket id="reg1" />);
  await screen.findByTestId(testId);
}

describe('the ticket', () => {
  test('shows its code, session, zone, companions and state', async () => {
    await show({ companions: 2 }, 'qr');
    for (const words of ['已报名', '周六晚场', '草坪区', '和 2 位同伴一起入场']) {
      expect(screen.getByText(words)).toBeTruthy();
    }
    expect(screen.getByText(/^入场时出示给工作人员，.* 起可以签到$/)).toBeTruthy();
  });

  test('where nobody checks in there is no code, and that is said', async () => {
    const { checkIn: _none, ...open } = ticketOf();
    serve({ 'activity.registration': () => ok(open) });
    render(<Ticket id="reg1" />);
    expect(await screen.findByText('不用签到，到时候直接来')).toBeTruthy();
    expect(screen.queryByTestId('qr')).toBeNull();
  });

  test('asks once more before the place is given back, and then shows no code', async () => {
    const calls = serve({
      'activity.registration': (_input, turn) => ok(ticketOf(turn === 0 ? {} : { state: 'cancelled' })),
      'activity.cancel': () => ok(cancelled),
    });
    render(<Ticket id="reg1" />);
    fireEvent.click(await screen.findByTestId('cancel'));
    expect(sent(calls, 'activity.cancel')).toHaveLength(0);
    fireEvent.click(screen.getByTestId('confirm-cancel'));
    fireEvent.click(screen.getByTestId('confirm-cancel'));
    expect(await screen.findByTestId('ending-cancelled')).toBeTruthy();
    expect(screen.queryByTestId('qr')).toBeNull();
    expect(toasts).toEqual(['名额已让出']);
    expect(sent(calls, 'activity.cancel')).toHaveLength(1);
  });

  test('past the deadline there is no way to cancel, and somebody to tell', async () => {
    await show({ cancelUntil: Date.now() - 60_000 }, 'too-late');
    expect(screen.queryByTestId('cancel')).toBeNull();
    expect(screen.getByText('联系工会工作人员')).toBeTruthy();
  });

  test('a deadline that passed meanwhile is refused in words', async () => {
    serve({
      'activity.registration': () => ok(ticketOf()),
      'activity.cancel': () => ({ ok: false, refusal: 'TOO_LATE', detail: { cancelUntil: Date.now() } }),
    });
    render(<Ticket id="reg1" />);
    fireEvent.click(await screen.findByTestId('cancel'));
    fireEvent.click(screen.getByTestId('confirm-cancel'));
    expect(await screen.findByTestId('refused-TOO_LATE')).toBeTruthy();
    expect(screen.getByText('已过取消时间')).toBeTruthy();
  });

  test('a strange id leads to what one holds', async () => {
    serve({ 'activity.registration': () => ({ ok: false, refusal: 'NOT_FOUND', detail: { what: 'registration' } }) });
    render(<Ticket id="nobody" />);
    fireEvent.click(await screen.findByText('看我的报名'));
    expect(visited).toEqual(['/packages/activity/pages/registrations/index']);
  });
});

describe('whatever became of it has its page, and no code', () => {
  const attendance = { at: Date.now() - 2 * HOUR, way: 'ticket' as const };
  const reason = '这一期只收新人';
  const endings: [string, Partial<MyRegistration>, string, string[]][] = [
    [
      'an offer whose time has passed',
      { state: 'offered', offerUntil: Date.now() - 1 },
      'ending-lapsed',
      ['看看这个活动'],
    ],
    ['an offer that a sweep has ended', { state: 'expired' }, 'ending-lapsed', ['没来得及确认']],
    ['a place in what is over', { session: past }, 'ending-over', ['活动已结束']],
    ['a turn in the queue of what is over', { state: 'waitlisted', session: past }, 'ending-unlucky', ['这次没有排上']],
    [
      'presence',
      { state: 'attended', session: past, attendance },
      'ending-attended',
      ['已签到', '谢谢你来，期待下次再见'],
    ],
    ['absence', { state: 'absent', session: past }, 'ending-absent', ['这次没见到你', '联系工会工作人员']],
    ['a refusal', { state: 'declined', endedBy: 'organizer', reason }, 'ending-declined', ['组织者说', reason]],
    ['an offer let go', { state: 'declined', endedBy: 'member' }, 'ending-let-go', ['名额让给别人了']],
    ['a place given back', { state: 'cancelled', endedBy: 'member' }, 'ending-cancelled', ['已取消报名']],
    ['a place taken back', { state: 'cancelled', endedBy: 'organizer', reason }, 'ending-called-off', [reason]],
  ];
  test.each(endings)('%s', async (_what, change, testId, words) => {
    await show(change, testId);
    expect(screen.getByText('报名记录')).toBeTruthy();
    for (const each of words) expect(screen.getByText(each)).toBeTruthy();
    for (const gone of ['qr', 'cancel', 'accept']) expect(screen.queryByTestId(gone)).toBeNull();
    expect(screen.queryByText('加到日历')).toBeNull();
  });

  test('presence says when and how', async () => {
    await show({ state: 'attended', session: past, attendance }, 'attendance');
    expect(screen.getByTestId('attendance').textContent).toMatch(/\d\d:\d\d · 出示电子票$/);
  });
});

test.each([
  ['a ticket', {}, 'qr'],
  ['a turn in the queue', { state: 'waitlisted' as const, position: 12 }, 'position'],
  ['an offer', { state: 'offered' as const, offerUntil: Date.now() + HOUR }, 'accept'],
])('%s that was seen once is shown without a network', async (_what, change, testId) => {
  serve({ 'activity.registration': () => ok(ticketOf(change)) });
  const { unmount } = render(<Ticket id="reg1" />);
  await screen.findByTestId(testId);
  unmount();
  goOffline();
  render(<Ticket id="reg1" />);
  expect(screen.getByTestId(testId)).toBeTruthy();
  expect(await screen.findByText(/没有网络也能入场|先看上次的内容/)).toBeTruthy();
});

test('the code has every dark square of its text', () => {
  const { path, size } = qrPath('reg1');
  const dark = [...path.matchAll(/h(\d+)v1/g)].reduce((sum, [, run]) => sum + Number(run), 0);
  expect(size).toBe(21);
  // Three finder patterns of 33 dark squares each are the least that any code of this size has.
  expect(dark).toBeGreaterThan(99);
  expect(path.startsWith('M0 0h7v1h-7z')).toBe(true);
});

describe('my registrations', () => {
  test('what waits for an answer comes first, the nearest deadline before the others', () => {
    const until = (id: string, hours: number) =>
      registrationOf({ id, state: 'offered', offerUntil: Date.now() + hours * HOUR });
    const rows = [
      registrationOf({ id: 'a' }),
      until('b', 9),
      registrationOf({ id: 'c' }),
      until('d', 2),
      until('e', -1),
    ];
    expect(offersFirst(rows, Date.now()).map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c', 'e']);
  });

  test('every row says how it stands', async () => {
    const items = [
      registrationOf({ id: 'a', companions: 2 }),
      registrationOf({ id: 'b', state: 'waitlisted' }),
      registrationOf({ id: 'c', state: 'offered', offerUntil: Date.now() + HOUR }),
    ];
    serve({ 'activity.mine': () => ok({ items, now: Date.now() }) });
    render(<Registrations />);
    expect(await screen.findByText(/^有名额了，.* 前确认$/)).toBeTruthy();
    for (const words of ['已报名', '候补中', '周六晚场 · 草坪区 · 和 2 位同伴'])
      expect(screen.getByText(words)).toBeTruthy();
    const [first] = screen.getAllByTestId(/^registration-/);
    expect(first?.dataset.testid).toBe('registration-c');
  });

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
