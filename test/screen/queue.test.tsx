import { act, fireEvent, render, screen } from '@testing-library/react';
import { HomeTop, nextOf } from '../../src/features/activity/home-top';
import { Ticket } from '../../src/features/activity/ticket';
import type { MyRegistration } from '../../types/contract/registration';
import { comeBack, goAway, toasts, visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { detailOf, registrationOf, TICKET_KEY, ticketOf } from './samples';
import { ok, type Replies, sent, serve } from './server';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 20, 6, 0);

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  freshPhone();
});
afterEach(() => jest.useRealTimers());

const pass = (ms: number): Promise<void> => act(async () => void (await jest.advanceTimersByTimeAsync(ms)));

/** Lets what is under way come to its end: answers come at once, but not in the same turn. */
async function soon(check: () => void): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await pass(0);
  check();
}

async function show(replies: Replies, testId: string) {
  const calls = serve(replies);
  render(<Ticket id="reg1" beTold={({ state }) => <p>{`told of ${state}`}</p>} />);
  await soon(() => expect(screen.getByTestId(testId)).toBeTruthy());
  return calls;
}
const waiting = (position: number): MyRegistration => ticketOf({ state: 'waitlisted', position });

describe('in the queue', () => {
  const falling = { 'activity.registration': (_input: unknown, turn: number) => ok(waiting(12 - turn)) };
  const position = (): string | null => screen.getByTestId('position').textContent;

  test('the position is asked for again every ten seconds', async () => {
    await show(falling, 'position');
    expect(position()).toBe('第 12 位');
    await pass(10_000);
    await soon(() => expect(position()).toBe('第 11 位'));
    await pass(10_000);
    await soon(() => expect(position()).toBe('第 10 位'));
  });

  test('nothing is asked while the page is away, and at once on coming back', async () => {
    const calls = await show(falling, 'position');
    await act(async () => goAway());
    await pass(60_000);
    expect(sent(calls, 'activity.registration')).toHaveLength(1);
    await act(async () => comeBack());
    await soon(() => expect(position()).toBe('第 11 位'));
  });

  test('without a network it says of when the position is, and goes on when there is one', async () => {
    await show(falling, 'position');
    goOffline();
    await pass(10_000);
    await soon(() => expect(screen.getByText('今天 14:00 的位置')).toBeTruthy());
    expect(position()).toBe('第 12 位');
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    await pass(10_000);
    await soon(() => expect(position()).toBe('第 11 位'));
  });

  test('a freed place turns the page into the question', async () => {
    const offered = ticketOf({ state: 'offered', offerUntil: NOW + 2 * HOUR });
    await show({ 'activity.registration': (_input, turn) => ok(turn === 0 ? waiting(1) : offered) }, 'position');
    await pass(10_000);
    await soon(() => expect(screen.getByTestId('accept')).toBeTruthy());
  });

  test('there is room for asking to be told, and a way out that asks once more', async () => {
    const ended = { id: 'reg1', activityId: 'music', state: 'cancelled' as const, cancelledAt: NOW };
    const replies = { 'activity.registration': () => ok(waiting(3)), 'activity.cancel': () => ok(ended) };
    const calls = await show(replies, 'position');
    expect(screen.getByText('told of waitlisted')).toBeTruthy();
    fireEvent.click(screen.getByText('退出候补'));
    expect(screen.getByText(/再来要从队尾排起/)).toBeTruthy();
    fireEvent.click(screen.getByTestId('confirm-cancel'));
    await soon(() => expect(toasts).toEqual(['已退出候补']));
    expect(sent(calls, 'activity.cancel')).toHaveLength(1);
  });
});

test('an application says what comes next, and can be taken back', async () => {
  await show({ 'activity.registration': () => ok(ticketOf({ state: 'applied', allocation: 'approval' })) }, 'applied');
  expect(screen.getByText('等待审核')).toBeTruthy();
  expect(screen.getByText('told of applied')).toBeTruthy();
  fireEvent.click(screen.getByText('撤回申请'));
  expect(screen.getByText(/报名截止前还可以重新申请/)).toBeTruthy();
});

describe('an offer', () => {
  const offer = (ms: number): MyRegistration => ticketOf({ state: 'offered', offerUntil: NOW + ms, companions: 1 });
  const offered = (ms = 2 * HOUR) => ({ 'activity.registration': () => ok(offer(ms)) });
  const left = (): string | null => screen.getByTestId('countdown').textContent;

  test('counts down by the second, and after its last instant is too late', async () => {
    await show(offered(3_000), 'accept');
    expect(left()).toBe('00:03');
    await pass(1_000);
    expect(left()).toBe('00:02');
    await pass(2_000);
    expect(screen.getByTestId('accept')).toBeTruthy();
    await pass(100);
    expect(screen.queryByTestId('accept')).toBeNull();
    expect(screen.getByTestId('ending-lapsed')).toBeTruthy();
  });

  test('says until when, and that places of companions are kept too', async () => {
    await show(offered(), 'accept');
    expect(screen.getByTestId('answer-by').textContent).toBe('今天 16:00 前确认，过了就给下一位');
    expect(screen.getByText('和 1 位同伴的名额一起留着')).toBeTruthy();
  });

  test('accepted by a double tap is accepted once, and becomes the ticket', async () => {
    const replies: Replies = {
      'activity.registration': (_input, turn) => ok(turn === 0 ? offer(HOUR) : ticketOf()),
      'activity.acceptOffer': () => ok(registrationOf()),
    };
    const calls = await show(replies, 'accept');
    fireEvent.click(screen.getByTestId('accept'));
    fireEvent.click(screen.getByTestId('accept'));
    await soon(() => expect(screen.getByTestId('qr')).toBeTruthy());
    expect(sent(calls, 'activity.acceptOffer')).toHaveLength(1);
    expect(toasts).toEqual(['名额是你的了']);
  });

  test('accepted without an answer is tried again under the same request id', async () => {
    const replies: Replies = {
      ...offered(),
      'activity.acceptOffer': (_input, turn) => (turn < 3 ? 'lost' : ok(registrationOf())),
    };
    const calls = await show(replies, 'accept');
    fireEvent.click(screen.getByTestId('accept'));
    await pass(3_000);
    await soon(() => expect(screen.getByTestId('accept').textContent).toBe('再试一次'));
    fireEvent.click(screen.getByTestId('accept'));
    await soon(() => expect(toasts).toEqual(['名额是你的了']));
    expect(new Set(sent(calls, 'activity.acceptOffer').map(({ requestId }) => requestId)).size).toBe(1);
  });

  test('accepted too late by the server is said, and the page asks what became of it', async () => {
    const replies: Replies = {
      'activity.registration': (_input, turn) => ok(turn === 0 ? offer(HOUR) : ticketOf({ state: 'expired' })),
      'activity.acceptOffer': () => ({ ok: false, refusal: 'OFFER_EXPIRED', detail: { offerUntil: NOW - 1 } }),
    };
    await show(replies, 'accept');
    fireEvent.click(screen.getByTestId('accept'));
    await soon(() => expect(screen.getByTestId('ending-lapsed')).toBeTruthy());
  });

  test('declined goes to the next, after asking once more', async () => {
    const ended = { id: 'reg1', activityId: 'music', state: 'declined' as const, cancelledAt: NOW };
    const replies: Replies = {
      'activity.registration': (_input, turn) =>
        ok(turn === 0 ? offer(HOUR) : ticketOf({ state: 'declined', endedBy: 'member' })),
      'activity.declineOffer': () => ok(ended),
    };
    const calls = await show(replies, 'decline');
    fireEvent.click(screen.getByTestId('decline'));
    expect(sent(calls, 'activity.declineOffer')).toHaveLength(0);
    fireEvent.click(screen.getByTestId('confirm-cancel'));
    await soon(() => expect(screen.getByTestId('ending-let-go')).toBeTruthy());
    expect(toasts).toEqual(['名额给了下一位']);
    expect(sent(calls, 'activity.cancel')).toHaveLength(0);
  });
});

describe('whether the organizer cancelled one registration or the whole activity', () => {
  test.each([
    ['cancelled' as const, '活动取消了'],
    ['open' as const, '组织者取消了这条报名'],
  ])('is told by the activity, which is %s', async (phase, title) => {
    await show(
      {
        'activity.registration': () => ok(ticketOf({ state: 'cancelled', endedBy: 'organizer', reason: '大风' })),
        'activity.get': () => ok(detailOf({ phase })),
      },
      'ending-called-off',
    );
    await soon(() => expect(screen.getByText(title)).toBeTruthy());
  });
});

describe('home', () => {
  const later = { id: 's1', name: '', startsAt: NOW + 90 * HOUR, endsAt: NOW + 92 * HOUR };
  const rows = [
    registrationOf({ id: 'queue', state: 'waitlisted' }),
    registrationOf({ id: 'place' }),
    registrationOf({ id: 'offer', state: 'offered', offerUntil: NOW + HOUR, session: later }),
  ];

  test('an offer that waits comes before everything, then a place, then a wait', () => {
    expect(nextOf(rows, NOW)?.id).toBe('offer');
    expect(nextOf(rows, NOW + HOUR + 1)?.id).toBe('place');
    expect(nextOf(rows.slice(0, 1), NOW)?.id).toBe('queue');
    expect(nextOf([], NOW)).toBeUndefined();
  });

  test('shows the offer with its deadline, and has the key of the next ticket fetched meanwhile', async () => {
    const calls = serve({
      'activity.mine': () => ok({ items: rows, now: NOW }),
      'activity.registration': () => ok(ticketOf({ id: 'place', ticketKey: TICKET_KEY })),
    });
    render(<HomeTop />);
    await soon(() => expect(screen.getByText('今天 15:00 前确认')).toBeTruthy());
    await soon(() => expect(sent(calls, 'activity.registration')).toHaveLength(1));
    expect(sent(calls, 'activity.registration')[0]?.input).toEqual({ registrationId: 'place' });
    fireEvent.click(screen.getByTestId('next-ticket'));
    expect(visited).toEqual(['/packages/activity/pages/ticket/index?id=offer']);
  });
});
