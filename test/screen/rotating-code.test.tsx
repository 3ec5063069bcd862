import { act, render, screen, waitFor } from '@testing-library/react';
import { STEP_MS, ticketCode } from '../../domain/ticket/code';
import { keepAnswer } from '../../src/cloud/answers';
import { learnTime, serverNow, wakeClock } from '../../src/cloud/clock';
import { Ticket } from '../../src/features/activity/ticket';
import type { MyRegistration } from '../../types/contract/registration';
import { comeBack, goAway } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { TICKET_KEY, ticketOf } from './samples';
import { ok, serve } from './server';

/** Four seconds into a step. */
const NOW = 120_000_000 * STEP_MS + 4_000;

const codeAt = (at: number): string => ticketCode(TICKET_KEY, 'reg1', at);
const shown = (): string | null => screen.getByTestId('ticket-code').textContent;
const pass = (ms: number): void => act(() => void jest.advanceTimersByTime(ms));

/** A ticket that this phone has seen before, opened where there is no network. */
async function openOffline(change: Partial<MyRegistration> = {}): Promise<void> {
  keepAnswer('activity.registration', { registrationId: 'reg1' }, ticketOf(change));
  goOffline();
  await act(async () => void render(<Ticket id="reg1" />));
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  freshPhone();
  wakeClock();
});
afterEach(() => {
  freshPhone();
  wakeClock();
  jest.useRealTimers();
});

test('without a network the code is drawn all the same, and says so', async () => {
  await openOffline();
  expect(shown()).toBe(codeAt(NOW));
  expect(screen.getByTestId('qr')).toBeTruthy();
  await waitFor(() => expect(screen.getByText(/没有网络也能入场/)).toBeTruthy());
});

test('the code changes on the edge of the step, not before and not after', async () => {
  await openOffline();
  pass(STEP_MS - 4_000 - 1);
  expect(shown()).toBe(codeAt(NOW));
  pass(1);
  expect(shown()).toBe(codeAt(NOW + STEP_MS));
  expect(shown()).not.toBe(codeAt(NOW));
  pass(STEP_MS);
  expect(shown()).toBe(codeAt(NOW + 2 * STEP_MS));
});

test('the bar begins where the step is, and anew with each', async () => {
  await openOffline();
  const bar = (): HTMLElement | null => document.querySelector('.time-left__bar');
  expect(bar()?.style.animationDelay).toBe('-4000ms');
  const first = bar();
  pass(STEP_MS - 4_000);
  expect(bar()?.style.animationDelay).toBe('-0ms');
  expect(bar()).not.toBe(first);
});

test("steps are the server's: a phone whose clock is wrong shows the code of the server's time", async () => {
  learnTime(NOW + 100_000, NOW, NOW);
  await openOffline();
  expect(shown()).toBe(codeAt(NOW + 100_000));
  // 104 s are 14 s into a step: its edge is one second away.
  pass(1_000);
  expect(shown()).toBe(codeAt(NOW + 101_000));
  expect(shown()).not.toBe(codeAt(NOW + 100_000));
});

test('a clock that turns out to be wrong while one looks changes the code at once', async () => {
  await openOffline();
  act(() => learnTime(NOW - 60_000, NOW, NOW));
  expect(shown()).toBe(codeAt(NOW - 60_000));
});

test('what was learnt of the time outlives a restart without a network', async () => {
  learnTime(NOW + 100_000, NOW, NOW);
  wakeClock();
  await openOffline();
  expect(shown()).toBe(codeAt(NOW + 100_000));
});

test('what was learnt long ago, or by a clock that was set back since, is not believed', async () => {
  learnTime(NOW + 100_000, NOW, NOW);
  jest.setSystemTime(NOW - 3_600_000);
  wakeClock();
  await openOffline();
  expect(shown()).toBe(codeAt(NOW - 3_600_000));
  jest.setSystemTime(NOW + 31 * 24 * 3_600_000);
  wakeClock();
  expect(serverNow()).toBe(NOW + 31 * 24 * 3_600_000);
});

test('a phone that slept over many steps shows the present code as soon as it is looked at', async () => {
  await openOffline();
  jest.setSystemTime(NOW + 5 * 60_000);
  act(comeBack);
  expect(shown()).toBe(codeAt(NOW + 5 * 60_000));
});

test('with the session its code is over', async () => {
  const session = { id: 's1', name: '周六晚场', startsAt: NOW - 3_600_000, endsAt: NOW + 5_000 };
  await openOffline({ session });
  expect(shown()).toBe(codeAt(NOW));
  pass(5_050);
  expect(screen.queryByTestId('ticket-code')).toBeNull();
  expect(screen.getByTestId('ending-over')).toBeTruthy();
});

test('a ticket without its key asks for it, and says what to do where it does not come', async () => {
  serve({ 'activity.registration': () => ok(ticketOf()) });
  const { ticketKey: _kept, ...keyless } = ticketOf();
  keepAnswer('activity.registration', { registrationId: 'reg1' }, keyless);
  goOffline();
  await act(async () => void render(<Ticket id="reg1" />));
  await waitFor(() => expect(screen.getByTestId('code-awaited')).toBeTruthy());
  Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
  act(() => screen.getByTestId('again').click());
  await waitFor(() => expect(shown()).toBe(codeAt(Date.now())));
});

describe('the screen', () => {
  const released = jest.fn(async () => undefined);
  const request = jest.fn(async () => ({ release: released }));
  beforeEach(() => {
    request.mockClear();
    released.mockClear();
    Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
  });
  afterEach(() => void Reflect.deleteProperty(navigator, 'wakeLock'));

  test('stays on while the code is shown, and only then', async () => {
    await openOffline();
    await waitFor(() => expect(request).toHaveBeenCalledTimes(1));
    await act(async () => goAway());
    await waitFor(() => expect(released).toHaveBeenCalledTimes(1));
    await act(async () => comeBack());
    await waitFor(() => expect(request).toHaveBeenCalledTimes(2));
  });

  test('is left alone where there is no code to show', async () => {
    await openOffline({ state: 'waitlisted', position: 3 });
    await act(async () => undefined);
    expect(request).not.toHaveBeenCalled();
  });

  test('that cannot be kept on shows the code all the same', async () => {
    request.mockRejectedValueOnce(new Error('low battery'));
    await openOffline();
    await waitFor(() => expect(request).toHaveBeenCalledTimes(1));
    expect(shown()).toBe(codeAt(NOW));
  });
});
