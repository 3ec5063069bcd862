import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { wallTime } from '../../domain/time/shanghai';
import { Live } from '../../src/features/organizer/live';
import { toasts } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { liveSample } from './live-sample';
import { managedOf } from './organizer-samples';
import { type Call, ok, type Replies, sent, serve } from './server';

beforeEach(freshPhone);
afterEach(() => jest.useRealTimers());

const press = (testId: string): void => {
  fireEvent.click(screen.getByTestId(testId));
};

async function watching(replies: Replies = {}): Promise<Call[]> {
  const calls = serve({
    'organizer.activity': () => ok(managedOf()),
    'organizer.live': () => ok(liveSample()),
    ...replies,
  });
  render(<Live id="music" />);
  await screen.findByTestId('live');
  return calls;
}

test('says who has a place, who came, who waits and who is to be decided on', async () => {
  await watching();
  expect(screen.getByTestId('numbers').textContent).toBe('有名额150 位到场12 人次候补8 位待审核3 位');
  const session = screen.getByTestId('session-s1').textContent ?? '';
  for (const words of ['整场12 到 186 / 300', '草坪区12 到 120 / 200', '看台区66 / 100', '最多 12 人']) {
    expect(session).toContain(words);
  }
});

test('ten enterprises are shown, all of them when one asks', async () => {
  await watching();
  const lines = () => screen.getByTestId('by-enterprise').querySelectorAll('.live-line').length;
  expect(lines()).toBe(10);
  press('all-enterprises');
  expect(lines()).toBe(12);
});

test('it asks again by itself after five seconds', async () => {
  jest.useFakeTimers();
  const calls = await watching();
  expect(sent(calls, 'organizer.live')).toHaveLength(1);
  await act(() => jest.advanceTimersByTimeAsync(5_500));
  expect(sent(calls, 'organizer.live')).toHaveLength(2);
});

test('when no answer comes the numbers stay, and of when they are is said', async () => {
  jest.useFakeTimers();
  await watching();
  goOffline();
  await act(() => jest.advanceTimersByTimeAsync(6_000));
  expect(screen.getByText(/网络不太顺，这是 .* 的数字/)).toBeTruthy();
  expect(screen.getByTestId('numbers')).toBeTruthy();
});

test('sign-up is made longer from here, and not shorter', async () => {
  const { closesAt } = managedOf();
  const calls = await watching({
    'organizer.extendSignUp': ({ closesAt: until }) => ok({ activityId: 'music', closesAt: until }),
  });
  press('extend');
  press('save-extend');
  expect(screen.getByText('要比现在的截止时间晚')).toBeTruthy();
  fireEvent.change(screen.getByTestId('closes-at'), { target: { value: wallTime(closesAt + 3_600_000) } });
  press('save-extend');
  await waitFor(() => expect(toasts).toEqual(['报名时间延长了']));
  expect(sent(calls, 'organizer.extendSignUp').map(({ input }) => input)).toEqual([
    { activityId: 'music', closesAt: closesAt + 3_600_000 },
  ]);
});

test('without a network and without former numbers it says so', async () => {
  goOffline();
  serve({});
  render(<Live id="music" />);
  expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
});
