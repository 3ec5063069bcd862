import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Announce } from '../../src/features/announce/announce';
import type { Announcement, Announcing } from '../../types/contract';
import { DAY, HOUR, NOON } from '../support/plans';
import { toasts } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { type Call, ok, type Replies, sent, serve } from './server';

beforeEach(freshPhone);
afterEach(() => jest.useRealTimers());

const announcing = (changes: Partial<Announcing> = {}): Announcing => {
  const now = Date.now();
  return {
    ...{ title: '职工音乐节', state: 'published', sentToday: 0, most: 3, until: now + 40 * DAY, now },
    sessions: [
      { id: 's1', name: '周六晚场', startsAt: now + DAY, confirmed: 150, waitlisted: 8, applied: 0 },
      { id: 's2', name: '周日晚场', startsAt: now + 2 * DAY, confirmed: 40, waitlisted: 0, applied: 0 },
    ],
    ...changes,
  };
};
const line = (changes: Partial<Announcement> = {}): Announcement => ({
  ...{ id: 'a1', at: NOON, by: '王敏', text: '带上水杯', to: ['confirmed'], written: 312, done: true },
  ...changes,
});
const listed = (...items: Announcement[]) => ok({ items, now: Date.now() });

const press = (testId: string): void => {
  fireEvent.click(screen.getByTestId(testId));
};
const type = (words: string): void => {
  fireEvent.change(screen.getByTestId('words'), { target: { value: words } });
};

async function writing(replies: Replies = {}): Promise<Call[]> {
  const calls = serve({
    'organizer.announcing': () => ok(announcing()),
    'organizer.announcements': () => listed(),
    ...replies,
  });
  render(<Announce id="music" />);
  await screen.findByTestId('announce');
  return calls;
}

test('nothing goes out before the sheet has said to how many it goes, with the words as they will be seen', async () => {
  const calls = await writing({ 'organizer.announce': () => ok({ announcementId: 'a1' }) });
  press('look');
  expect(screen.getByText('写一句再发')).toBeTruthy();
  type('停车场满了');
  press('look');
  expect(screen.getByTestId('send-sheet').textContent).toContain('发给 190 位');
  expect(screen.getByTestId('preview').textContent).toContain('停车场满了');
  expect(sent(calls, 'organizer.announce')).toHaveLength(0);
  press('send');
  await waitFor(() => expect(toasts).toEqual(['发出去了']));
  expect(sent(calls, 'organizer.announce').map(({ input }) => input)).toEqual([
    { activityId: 'music', text: '停车场满了', to: ['confirmed'] },
  ]);
  expect(screen.queryByTestId('send-sheet')).toBeNull();
  expect((screen.getByTestId('words') as HTMLTextAreaElement).value).toBe('');
});

test('the count follows the session and those who are chosen', async () => {
  const calls = await writing({ 'organizer.announce': () => ok({ announcementId: 'a1' }) });
  type('停车场满了');
  fireEvent.click(screen.getByText('周六晚场'));
  fireEvent.click(screen.getByText('候补的人 8'));
  press('look');
  expect(screen.getByTestId('send-sheet').textContent).toContain('发给 158 位');
  press('send');
  await waitFor(() => expect(sent(calls, 'organizer.announce')).toHaveLength(1));
  expect(sent(calls, 'organizer.announce')[0]?.input).toEqual({
    ...{ activityId: 'music', text: '停车场满了', to: ['confirmed', 'waitlisted'], sessionId: 's1' },
  });
});

test('where nobody is of those who were chosen it is not sent', async () => {
  await writing({ 'organizer.announcing': () => ok(announcing({ sessions: [] })) });
  type('停车场满了');
  press('look');
  expect(screen.getByText('现在没有这样的人')).toBeTruthy();
  expect(screen.queryByTestId('send-sheet')).toBeNull();
});

test('once it was cancelled it says so of those it goes to, and who waited for either is one', async () => {
  const sessions = [{ id: 's1', name: '', startsAt: NOON, confirmed: 12, waitlisted: 5, applied: 0 }];
  await writing({ 'organizer.announcing': () => ok(announcing({ state: 'cancelled', sessions })) });
  expect(screen.getByText('有过名额的人 12')).toBeTruthy();
  expect(screen.getAllByText(/等过名额的人/)).toHaveLength(1);
});

test('what was sent says to whom, of which session, by whom and when', async () => {
  const of = { to: ['confirmed', 'waitlisted'] as Announcement['to'], session: { id: 's1', name: '周六晚场' } };
  const gone = line({ id: 'a0', by: '', session: { id: 's9', name: '' } });
  await writing({ 'organizer.announcements': () => listed(line(of), gone) });
  const [first, second] = (await screen.findAllByTestId('sent-done')).map(({ textContent }) => textContent);
  expect(first).toContain('有名额的人、候补的人 · 周六晚场王敏 · ');
  expect(second).toContain('有名额的人组织者 · ');
});

test.each<['TEXT_REFUSED' | 'NOT_CHECKED', string]>([
  ['TEXT_REFUSED', '这段话没有通过内容检查'],
  ['NOT_CHECKED', '内容检查没有回应'],
])('refused as %s it says why, and what was typed is still there', async (refusal, words) => {
  await writing({ 'organizer.announce': () => ({ ok: false, refusal, detail: {} }) });
  type('停车场满了');
  press('look');
  press('send');
  expect(await screen.findByText(words)).toBeTruthy();
  expect((screen.getByTestId('words') as HTMLTextAreaElement).value).toBe('停车场满了');
});

test('when today’s are used up it says when the next can go', async () => {
  const nextAt = Date.now() + 3 * HOUR;
  await writing({ 'organizer.announcing': () => ok(announcing({ sentToday: 3, nextAt })) });
  expect(screen.getByTestId('left').textContent).toContain('今天已经发过 3 条');
  type('停车场满了');
  press('look');
  expect(screen.queryByTestId('send-sheet')).toBeNull();
});

test('once the next can go, those of the day before are not of today', async () => {
  await writing({ 'organizer.announcing': () => ok(announcing({ sentToday: 3, nextAt: Date.now() - 1 })) });
  expect(screen.getByTestId('left').textContent).toBe('一天最多 3 条');
  type('停车场满了');
  press('look');
  expect(screen.getByTestId('send-sheet')).toBeTruthy();
});

test.each<[string, Partial<Announcing>]>([
  ['活动还没有发布', { state: 'draft' }],
  ['活动结束很久了', { until: 1 }],
])('where nothing can be sent it says so: %s', async (words, changes) => {
  await writing({ 'organizer.announcing': () => ok(announcing(changes)) });
  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.queryByTestId('look')).toBeNull();
});

test('what was sent says how many have it, and one that still goes out is looked at again', async () => {
  jest.useFakeTimers();
  let written = 200;
  const calls = await writing({
    'organizer.announcements': () => listed(line({ id: 'a2', written, done: written === 450 }), line()),
  });
  await screen.findByText('正在送，已送到 200 人');
  expect(screen.getByText('已送到 312 人')).toBeTruthy();
  written = 450;
  await act(() => jest.advanceTimersByTimeAsync(5_500));
  await screen.findByText('已送到 450 人');
  const asked = sent(calls, 'organizer.announcements').length;
  await act(() => jest.advanceTimersByTimeAsync(30_000));
  expect(sent(calls, 'organizer.announcements')).toHaveLength(asked);
});

test('without a network it says so, and before anything was sent that nothing was', async () => {
  await writing();
  expect(screen.getByTestId('empty')).toBeTruthy();
  goOffline();
  type('停车场满了');
  press('look');
  press('send');
  expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
});
