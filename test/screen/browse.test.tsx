import { act, fireEvent, render, screen } from '@testing-library/react';
import { Browse } from '../../src/features/activity/browse';
import { HomeHot, hottest } from '../../src/features/activity/home-lists';
import type { ActivityPage, ListActivities } from '../../types/contract/activity';
import { scrollToBottom } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { cardOf } from './samples';
import { ok, sent, serve } from './server';

beforeEach(freshPhone);

const pageOf = (ids: string[], next?: string): ActivityPage => ({
  items: ids.map((id) => cardOf(id)),
  now: Date.now(),
  days: [],
  ...(next === undefined ? {} : { next }),
});
/** The strip asks for a month's days; the list asks for everything else. */
const isStrip = ({ month }: ListActivities): boolean => month !== undefined;

test('the list comes page by page and keeps what is there', async () => {
  const calls = serve({
    'activity.list': (input) => {
      if (isStrip(input)) return ok(pageOf([]));
      return ok(input.cursor === undefined ? pageOf(['a', 'b'], 'after-b') : pageOf(['c']));
    },
  });
  render(<Browse />);
  await screen.findByText('活动 b');
  act(scrollToBottom);
  await screen.findByText('活动 c');
  expect(screen.getByText('活动 a')).toBeTruthy();
  act(scrollToBottom);
  expect(screen.getByText('没有更多了')).toBeTruthy();
  const cursors = sent(calls, 'activity.list').map(({ input }) => JSON.stringify(input));
  expect(cursors.filter((input) => input.includes('after-b'))).toHaveLength(1);
});

test('a brand narrows the list, and nothing found offers everything', async () => {
  serve({
    'activity.list': (input) => ok(isStrip(input) || input.brand === 'books' ? pageOf([]) : pageOf(['a'])),
  });
  render(<Browse />);
  await screen.findByText('活动 a');
  fireEvent.click(screen.getByText('书香'));
  await screen.findByTestId('empty');
  fireEvent.click(screen.getByText('看全部活动'));
  expect(await screen.findByText('活动 a')).toBeTruthy();
});

test('search waits for a pause, seeks once, and the cross empties it', async () => {
  const calls = serve({
    'activity.list': (input) =>
      ok(isStrip(input) ? pageOf([]) : pageOf([input.text === undefined ? 'all' : input.text])),
  });
  render(<Browse />);
  await screen.findByText('活动 all');
  for (const text of ['乒', '乒乓', '乒乓球'])
    fireEvent.change(screen.getByTestId('search'), { target: { value: text } });
  expect(await screen.findByText('活动 乒乓球')).toBeTruthy();
  const sought = sent(calls, 'activity.list').flatMap(({ input }) =>
    JSON.stringify(input).includes('text') ? [input] : [],
  );
  expect(sought).toEqual([{ text: '乒乓球' }]);
  fireEvent.click(screen.getByLabelText('清空'));
  expect(await screen.findByText('活动 all')).toBeTruthy();
});

test('a day of the strip shows that day alone', async () => {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  serve({
    'activity.list': (input) =>
      isStrip(input) ? ok({ ...pageOf([]), days: [today] }) : ok(pageOf([input.day === undefined ? 'all' : 'today'])),
  });
  render(<Browse />);
  await screen.findByText('活动 all');
  fireEvent.click(await screen.findByLabelText(`${Number(today.slice(8))}日，有活动`));
  expect(await screen.findByText('活动 today')).toBeTruthy();
});

test('without a network the list says so and can be tried again', async () => {
  goOffline();
  serve({ 'activity.list': () => ok(pageOf(['a'])) });
  render(<Browse />);
  await screen.findByTestId('refused-OFFLINE');
  Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
  fireEvent.click(screen.getByTestId('again'));
  expect(await screen.findByText('活动 a')).toBeTruthy();
});

test('while the list is on its way, its shape is shown', () => {
  serve({ 'activity.list': () => 'never' });
  render(<Browse />);
  expect(screen.getByTestId('skeleton')).toBeTruthy();
});

describe('what is hot', () => {
  const of = (id: string, left: number) => cardOf(id, { places: { capacity: 100, left } });

  test('the fullest comes first, and what is gone comes last', () => {
    const cards = [of('half', 50), of('gone', 0), of('nearly', 3), of('empty', 100)];
    expect(hottest(cards).map(({ id }) => id)).toEqual(['nearly', 'half', 'empty', 'gone']);
  });

  test('a refusal stays small on the home page and can be tried again', async () => {
    serve({
      'activity.list': (_input, turn) =>
        turn === 0 ? { ok: false, refusal: 'INTERNAL', detail: { id: 'x1' } } : ok(pageOf(['a'])),
    });
    render(<HomeHot />);
    expect(await screen.findByText(/问题编号 x1/)).toBeTruthy();
  });
});
