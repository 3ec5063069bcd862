import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Settings } from '../../src/features/feed/settings';
import type { OpOf } from '../../types/contract';
import type { ValueOf } from '../../types/contract/op';
import type { MemberStatus } from '../../types/vocabulary';
import { toasts, visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { ok, type Replies, sent, serve } from './server';

type Today = ValueOf<OpOf<'reading.today'>>;
const todayOf = (change: Partial<Today> = {}): Today => ({
  ...{ challenges: [], books: [], seenAs: 'surname', now: Date.now() },
  ...change,
});
const press = (testId: string): void => void fireEvent.click(screen.getByTestId(testId));
const chosen = (): string | null | undefined =>
  screen.getByTestId('seen-as').querySelector('[aria-pressed="true"]')?.textContent;

const REMINDER = ['reading'] as const;
const templates = (text: string): void => void Object.assign(globalThis, { MESSAGE_TEMPLATES: text });

beforeEach(() => {
  freshPhone();
  templates('{"reading":"demo-reading"}');
});

async function open(replies: Replies = {}, status: MemberStatus = 'active') {
  const calls = serve({ 'reading.today': () => ok(todayOf()), ...replies });
  render(<Settings status={status} name="欧阳敏" kinds={REMINDER} />);
  await screen.findByTestId(status === 'active' ? 'settings' : 'not-member');
  return calls;
}

describe('how one is seen', () => {
  test('each way says what others will read', async () => {
    await open();
    const text = screen.getByTestId('seen-as').textContent ?? '';
    for (const words of ['全名：欧阳敏', '只显示姓：欧阳同事', '不显示', '个人榜上只写姓'])
      expect(text).toContain(words);
    expect(chosen()).toContain('只显示姓');
  });

  test('another name is taken at one tap', async () => {
    const calls = await open({
      'reading.today': (_input, turn) => ok(todayOf({ seenAs: turn === 0 ? 'surname' : 'name' })),
      'reading.setSeenAs': ({ seenAs }) => ok({ seenAs }),
    });
    fireEvent.click(screen.getByText('全名：欧阳敏'));
    expect(chosen()).toContain('全名');
    await waitFor(() => expect(toasts).toEqual(['改好了']));
    expect(sent(calls, 'reading.setSeenAs').map(({ input }) => input)).toEqual([{ seenAs: 'name' }]);
  });

  test('not to be seen says what is taken away, and asks once more', async () => {
    const calls = await open({
      'reading.today': (_input, turn) => ok(todayOf({ seenAs: turn === 0 ? 'surname' : 'nobody' })),
      'reading.setSeenAs': ({ seenAs }) => ok({ seenAs }),
    });
    fireEvent.click(screen.getByText('不显示'));
    expect(screen.getByTestId('unseen-sheet').textContent).toContain('分享过的随感会从动态里收回');
    expect(chosen()).toContain('只显示姓');
    expect(sent(calls, 'reading.setSeenAs')).toHaveLength(0);
    press('confirm-unseen');
    await waitFor(() => expect(chosen()).toContain('不显示'));
    expect(sent(calls, 'reading.setSeenAs').map(({ input }) => input)).toEqual([{ seenAs: 'nobody' }]);
  });

  test('what was refused is not shown as chosen', async () => {
    await open({ 'reading.setSeenAs': () => ({ ok: false, refusal: 'NOT_MEMBER', detail: {} }) });
    fireEvent.click(screen.getByText('全名：欧阳敏'));
    await screen.findByTestId('refused-NOT_MEMBER');
    expect(chosen()).toContain('只显示姓');
  });
});

describe('the reminder', () => {
  test('is turned on and asks for its message in the same tap', async () => {
    const calls = await open({
      'reading.today': (_input, turn) => ok(todayOf(turn === 0 ? {} : { remindAt: 1_230 })),
      'reading.setReminder': (input) => ok(input),
      'message.consent': ({ kinds }) => ok({ consented: kinds }),
    });
    press('remind');
    await screen.findByTestId('will-remind');
    expect(sent(calls, 'reading.setReminder').map(({ input }) => input)).toEqual([{ remindAt: 1_230 }]);
    expect(sent(calls, 'message.consent').map(({ input }) => input)).toEqual([{ kinds: ['reading'] }]);
  });

  test('keeps the time that was chosen, and is turned off again', async () => {
    const calls = await open({
      'reading.today': () => ok(todayOf({ remindAt: 1_290 })),
      'reading.setReminder': (input) => ok(input),
    });
    expect(screen.getByTestId('remind-at')).toHaveProperty('value', '21:30');
    fireEvent.change(screen.getByTestId('remind-at'), { target: { value: '07:05' } });
    await waitFor(() => expect(sent(calls, 'reading.setReminder')).toHaveLength(1));
    await waitFor(() => {
      press('remind');
      expect(sent(calls, 'reading.setReminder').length).toBeGreaterThan(1);
    });
    expect(
      sent(calls, 'reading.setReminder')
        .map(({ input }) => input)
        .slice(0, 2),
    ).toEqual([{ remindAt: 425 }, {}]);
  });

  test('that is on without a consent says that nothing will come, and asks', async () => {
    const calls = await open({
      'reading.today': () => ok(todayOf({ remindAt: 1_230 })),
      'message.consent': ({ kinds }) => ok({ consented: kinds }),
    });
    expect(screen.getByTestId('no-consent').textContent).toContain('没有同意就不会发');
    press('ask-consent');
    await screen.findByTestId('will-remind');
    expect(sent(calls, 'message.consent')).toHaveLength(1);
  });

  test('is not offered where nothing could be sent', async () => {
    templates('{}');
    await open();
    expect(screen.queryByTestId('reminder')).toBeNull();
  });
});

describe('before anything can be set', () => {
  test('a visitor is led to joining; who waits is told to wait', async () => {
    await open({}, 'visitor');
    fireEvent.click(screen.getByText('去加入工会'));
    expect(visited).toEqual(['/packages/member/pages/join/index']);
    freshPhone();
    await open({}, 'pending');
    expect(screen.getByText('入会申请还在审核')).toBeTruthy();
  });

  test('without a network that is said', async () => {
    goOffline();
    render(<Settings status="active" name={undefined} kinds={REMINDER} />);
    expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
  });
});
