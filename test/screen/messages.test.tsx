import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MePanel } from '../../src/features/member/me';
import { Messages } from '../../src/features/message/messages';
import { TabBar } from '../../src/shell/tab-bar';
import { TellMeButton } from '../../src/shell/tell-me-button';
import type { AnnouncementMessage, RedemptionMessage, RegistrationMessage } from '../../types/contract/message';
import { comeBack, scrollToBottom, visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { meOf } from './samples';
import { ok, sent, serve } from './server';

const TEMPLATES = MESSAGE_TEMPLATES;

beforeEach(freshPhone);
afterEach(() => void Object.assign(globalThis, { MESSAGE_TEMPLATES: TEMPLATES }));

const HOUR = 3_600_000;

function messageOf(id: string, change: Partial<RegistrationMessage> = {}): RegistrationMessage {
  const at = Date.now() - HOUR;
  const of = { activityId: 'music', registrationId: `reg-${id}`, title: '职工音乐节', sessionName: '周六晚场' };
  return { about: 'registration', id, at, kind: 'approved', ...of, startsAt: at + 72 * HOUR, unread: false, ...change };
}

function voucherMessageOf(id: string, change: Partial<RedemptionMessage> = {}): RedemptionMessage {
  const at = Date.now() - HOUR;
  const of = { redemptionId: `red-${id}`, title: '咖啡一杯', useUntil: at };
  return { about: 'redemption', id, at, kind: 'ran-out', ...of, unread: false, ...change };
}

function wordsOf(id: string, text: string): AnnouncementMessage {
  const at = Date.now() - HOUR;
  const of = { activityId: 'music', title: '职工音乐节', sessionName: '周六晚场', startsAt: at + 72 * HOUR };
  return { about: 'announcement', kind: 'announced', id, at, ...of, text, unread: false };
}

const unread = (is: boolean) => () => ok({ unread: is, now: Date.now() });
const seen = ({ upTo }: { upTo: number }) => ok({ seenUpTo: upTo });

describe('the messages', () => {
  test('say what happened and why, and a tap opens the ticket of that registration', async () => {
    const cancelled = messageOf('b', { kind: 'cancelled', reason: '场馆停电' });
    serve({ 'message.list': () => ok({ items: [messageOf('a'), cancelled], now: Date.now() }) });
    render(<Messages />);
    expect(await screen.findByText('申请通过了，名额是你的')).toBeTruthy();
    expect(screen.getByText('活动取消了')).toBeTruthy();
    expect(screen.getByText('原因：场馆停电')).toBeTruthy();
    expect(screen.getAllByText('职工音乐节 · 周六晚场')).toHaveLength(2);
    fireEvent.click(screen.getByTestId('message-b'));
    expect(visited).toEqual(['/packages/activity/pages/ticket/index?id=reg-b']);
  });

  test('tell of vouchers too, with what came back, and a tap opens the voucher', async () => {
    const revoked = voucherMessageOf('b', { kind: 'revoked', refunded: 60, reason: '误发' });
    serve({ 'message.list': () => ok({ items: [voucherMessageOf('a'), revoked, messageOf('c')], now: Date.now() }) });
    render(<Messages />);
    expect(await screen.findByText('券到期没用上')).toBeTruthy();
    expect(screen.getByText('工会收回了这张券，60 积分已经退回')).toBeTruthy();
    expect(screen.getByText('原因：误发')).toBeTruthy();
    expect(screen.getAllByText('咖啡一杯')).toHaveLength(2);
    fireEvent.click(screen.getByTestId('message-b'));
    fireEvent.click(screen.getByTestId('message-c'));
    expect(visited).toEqual([
      '/packages/benefit/pages/voucher/index?id=red-b',
      '/packages/activity/pages/ticket/index?id=reg-c',
    ]);
  });

  test('have an organizer’s words whole, and a tap opens the activity they are of', async () => {
    serve({ 'message.list': () => ok({ items: [wordsOf('a', '停车场满了，请坐地铁来')], now: Date.now() }) });
    render(<Messages />);
    expect((await screen.findByTestId('message-a')).textContent).toContain('组织者发来消息停车场满了，请坐地铁来');
    expect(screen.getByText('职工音乐节 · 周六晚场')).toBeTruthy();
    fireEvent.click(screen.getByTestId('message-a'));
    expect(visited).toEqual(['/packages/activity/pages/detail/index?id=music']);
  });

  test.each([
    ['below an organizer’s words', [wordsOf('a', '带上水杯')], { kinds: ['announced'] }],
    ['not where there are none', [messageOf('a')], undefined],
  ])('ask whether the next ones may come in WeChat too: %s', async (_where, items, asked) => {
    Object.assign(globalThis, { MESSAGE_TEMPLATES: '{"announced":"demo-announced"}' });
    const calls = serve({
      'message.list': () => ok({ items, now: Date.now() }),
      'message.consent': ({ kinds }) => ok({ consented: kinds }),
    });
    render(<Messages />);
    await screen.findByTestId('message-a');
    const button = screen.queryByTestId('tell-me');
    if (button) fireEvent.click(button);
    await waitFor(() => expect(sent(calls, 'message.consent')[0]?.input).toEqual(asked));
  });

  test('opened, they count as seen up to the latest, once; what was new stays marked meanwhile', async () => {
    const latest = messageOf('a', { unread: true });
    const calls = serve({
      'message.list': () => ok({ items: [latest, messageOf('b', { unread: true }), messageOf('c')], now: Date.now() }),
      'message.seen': seen,
    });
    render(<Messages />);
    await waitFor(() => expect(sent(calls, 'message.seen').map(({ input }) => input)).toEqual([{ upTo: latest.at }]));
    expect(screen.getAllByLabelText('未读')).toHaveLength(2);
  });

  test('with nothing new nothing is noted', async () => {
    const calls = serve({ 'message.list': () => ok({ items: [messageOf('a')], now: Date.now() }) });
    render(<Messages />);
    await screen.findByTestId('message-a');
    expect(calls.map(({ op }) => op)).toEqual(['message.list']);
  });

  test('go on when one reaches their end', async () => {
    const calls = serve({
      'message.list': ({ cursor }) =>
        ok(
          cursor === undefined
            ? { items: [messageOf('a')], next: 'k1', now: Date.now() }
            : { items: [messageOf('b')], now: Date.now() },
        ),
    });
    render(<Messages />);
    await screen.findByTestId('message-a');
    act(scrollToBottom);
    expect(await screen.findByTestId('message-b')).toBeTruthy();
    expect(sent(calls, 'message.list').map(({ input }) => input)).toEqual([{}, { cursor: 'k1' }]);
  });

  test('none yet leads to the activities', async () => {
    serve({ 'message.list': () => ok({ items: [], now: Date.now() }) });
    render(<Messages />);
    await screen.findByTestId('empty');
    fireEvent.click(screen.getByText('去看活动'));
    expect(visited).toEqual(['/pages/activities/index']);
  });

  test('without a network that is said, and asking again brings them', async () => {
    goOffline();
    serve({ 'message.list': () => ok({ items: [messageOf('a')], now: Date.now() }) });
    render(<Messages />);
    await screen.findByTestId('refused-OFFLINE');
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    fireEvent.click(screen.getByTestId('again'));
    expect(await screen.findByTestId('message-a')).toBeTruthy();
  });

  test('a refusal is said in words with somebody to ask', async () => {
    serve({ 'message.list': () => ({ ok: false, refusal: 'INTERNAL', detail: { id: 'abcdefgh1234' } }) });
    render(<Messages />);
    expect(await screen.findByTestId('refused-INTERNAL')).toBeTruthy();
    expect(screen.getByText('联系工会工作人员')).toBeTruthy();
  });
});

describe('the dot', () => {
  const bar = () => render(<TabBar current="pages/home/index" />);

  test('stands on 我的 while something is new, there and on the row, and goes when the list was opened', async () => {
    const items = [messageOf('a', { unread: true })];
    serve({
      'member.me': () => ok(meOf()),
      'message.unread': unread(true),
      'message.list': () => ok({ items, now: Date.now() }),
      'message.seen': seen,
    });
    bar();
    render(<MePanel />);
    await waitFor(() => expect(screen.getAllByLabelText('有新消息')).toHaveLength(2));
    fireEvent.click(screen.getByTestId('messages'));
    expect(visited).toEqual(['/packages/member/pages/messages/index']);
    render(<Messages />);
    await waitFor(() => expect(screen.queryAllByLabelText('有新消息')).toHaveLength(0));
  });

  test('is not there where nothing is new, and a visitor has no messages', async () => {
    const calls = serve({
      'member.me': () => ok({ status: 'visitor', grants: [], now: Date.now() }),
      'message.unread': unread(false),
    });
    bar();
    render(<MePanel />);
    await screen.findByTestId('me-visitor');
    await waitFor(() => expect(sent(calls, 'message.unread')).toHaveLength(1));
    expect(screen.queryByLabelText('有新消息')).toBeNull();
    expect(screen.queryByTestId('messages')).toBeNull();
  });

  test('is asked for once by who goes from tab to tab, and again after a minute', async () => {
    const calls = serve({ 'message.unread': (_input, turn) => ok({ unread: turn > 0, now: Date.now() }) });
    bar();
    await waitFor(() => expect(sent(calls, 'message.unread')).toHaveLength(1));
    bar();
    await act(async () => comeBack());
    expect(sent(calls, 'message.unread')).toHaveLength(1);
    const later = Date.now() + 61_000;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
    await act(async () => comeBack());
    clock.mockRestore();
    expect((await screen.findAllByLabelText('有新消息')).length).toBeGreaterThan(0);
  });
});

describe('being told outside the app', () => {
  const button = () => render(<TellMeButton kinds={['offered', 'moved', 'cancelled']} />);

  test('one tap agrees to one message of each kind', async () => {
    const calls = serve({ 'message.consent': ({ kinds }) => ok({ consented: kinds }) });
    button();
    fireEvent.click(screen.getByTestId('tell-me'));
    expect(await screen.findByTestId('will-tell')).toBeTruthy();
    expect(sent(calls, 'message.consent').map(({ input }) => input)).toEqual([
      { kinds: ['offered', 'moved', 'cancelled'] },
    ]);
  });

  test('a yes that could not be noted is said, and is the same command when it is tried again', async () => {
    const calls = serve({
      'message.consent': ({ kinds }, turn) =>
        turn === 0 ? { ok: false, refusal: 'INTERNAL', detail: { id: 'abcdefgh1234' } } : ok({ consented: kinds }),
    });
    button();
    fireEvent.click(screen.getByTestId('tell-me'));
    await screen.findByTestId('refused-INTERNAL');
    fireEvent.click(screen.getByTestId('again'));
    expect(await screen.findByTestId('will-tell')).toBeTruthy();
    expect(new Set(sent(calls, 'message.consent').map(({ requestId }) => requestId)).size).toBe(1);
  });

  test('where the build knows no template nobody is asked', () => {
    render(<TellMeButton kinds={['absent']} />);
    expect(screen.queryByTestId('tell-me')).toBeNull();
  });
});
