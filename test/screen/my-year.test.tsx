import { act, fireEvent, render, screen } from '@testing-library/react';
import { MyYear } from '../../src/features/report/my-year';
import { visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { myYearOf } from './report-samples';
import { ok, type Replies, sent, serve } from './server';

beforeEach(freshPhone);

function open(reply: Replies['report.myYear']) {
  const calls = serve({ ...(reply && { 'report.myYear': reply }) });
  render(<MyYear />);
  return calls;
}

const words = (testId: string): string => screen.getByTestId(testId).textContent ?? '';

test('says where one was, what one read, and what came of it', async () => {
  open(() => ok(myYearOf()));
  expect((await screen.findByTestId('activities')).textContent).toBe('12');
  expect(words('went')).toContain('来得最多的是活力药谷');
  expect(words('read')).toContain('47天');
  expect(words('read')).toContain('最长连着读了 21 天');
  expect(words('books')).toContain('《活着》 余华');
  expect(words('earned')).toContain('320积分');
  expect(words('places')).toContain('药谷体育公园、职工之家');
});

test('of what there was nothing it says nothing', async () => {
  open(() => ok(myYearOf({ activities: 0, brands: [], places: [], books: [], points: 0 })));
  expect((await screen.findByTestId('went')).textContent).toContain('这一年还没来过');
  for (const part of ['books', 'earned', 'places']) expect(screen.queryByTestId(part)).toBeNull();
});

test('former years are there to look at', async () => {
  const calls = open(({ year }) => ok(myYearOf({ year })));
  await screen.findByTestId('activities');
  const shown = Number.parseInt(words('year'), 10);
  expect(screen.queryByTestId('year-after')).toBeNull();
  fireEvent.click(screen.getByTestId('year-before'));
  expect(words('year')).toBe(`${shown - 1} 年`);
  await act(async () => undefined);
  expect(sent(calls, 'report.myYear').map(({ input }) => input)).toEqual([{ year: shown }, { year: shown - 1 }]);
});

test('an empty year leads to the activities', async () => {
  open(() =>
    ok(myYearOf({ activities: 0, brands: [], places: [], books: [], readingDays: 0, longestStreak: 0, points: 0 })),
  );
  expect(await screen.findByTestId('empty')).toBeTruthy();
  fireEvent.click(screen.getByText('看看活动'));
  expect(visited).toEqual(['/pages/activities/index']);
});

test('what is shared names nobody: who opens it asks for their own, and who is no member is invited', async () => {
  const shared: unknown[] = [];
  Object.assign(navigator, { share: async (data: unknown) => void shared.push(data) });
  open(() => ok(myYearOf()));
  fireEvent.click(await screen.findByText('叫同事也看看'));
  await act(async () => undefined);
  expect(shared[0]).toMatchObject({ url: expect.stringMatching(/#\/packages\/report\/pages\/mine\/index$/) });
  freshPhone();
  open(() => ({ ok: false, refusal: 'NOT_MEMBER', detail: {} }));
  fireEvent.click(await screen.findByTestId('join'));
  expect(visited).toEqual(['/packages/member/pages/join/index']);
});

test('without a network it can be tried again', async () => {
  goOffline();
  open(undefined);
  expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
});
