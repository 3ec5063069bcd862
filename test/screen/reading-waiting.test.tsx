import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { dayOf } from '../../domain/time/shanghai';
import type { Outcome } from '../../src/cloud/call';
import { learnTime } from '../../src/cloud/clock';
import { keepOwnWords, ownWords } from '../../src/cloud/own-words';
import { checkInNow, sendWaiting, useWaiting, wakeWaiting } from '../../src/cloud/waiting';
import { afterAnswer, asWaitingList, atOnce, type Waiting } from '../../src/cloud/waiting-list';
import { CheckIn } from '../../src/features/reading/check-in';
import { keptDraft } from '../../src/features/reading/drafts';
import { Mine } from '../../src/features/reading/mine';
import { Today } from '../../src/features/reading/today';
import { visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { checkedInOf, checkInViewOf, detailOf, todayAnswer } from './reading-samples';
import { ok, type Replies, sent, serve } from './server';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 2026-11-26 23:59:30 in Shanghai. */
const LATE_EVENING = Date.parse('2026-11-26T15:59:30Z');

beforeEach(freshPhone);

function waitingOf(change: Partial<Waiting> = {}, madeAt = LATE_EVENING): Waiting {
  const input = { challengeId: 'autumn', minutes: 20, pages: 0, note: '在车上读的', shared: true, photos: [], madeAt };
  return { id: 'r1', input, title: '活着', ...change };
}

const refusal = (code: 'LATE_DAYS_USED'): Outcome<'reading.checkIn'> => ({
  ok: false,
  refusal: code,
  detail: { day: '2026-11-26', month: '2026-11', most: 2 },
});

describe('what becomes of a check-in that waits', () => {
  test('goes out without the time of the device while its reader looks on', () => {
    expect(atOnce(waitingOf())).not.toHaveProperty('madeAt');
    expect(atOnce(waitingOf()).note).toBe('在车上读的');
  });

  test('an acceptance says for which day it counts', () => {
    const checkIn = checkInViewOf({ day: '2026-11-26' });
    const after = afterAnswer(waitingOf(), ok(checkedInOf({ checkIn })), 'r2');
    expect(after.told).toEqual({ kind: 'counted', day: '2026-11-26' });
  });

  test('an id that is known with other words says that the first try had arrived', () => {
    const after = afterAnswer(waitingOf(), { ok: false, refusal: 'REQUEST_REUSED', detail: {} }, 'r2');
    expect(after.told).toEqual({ kind: 'counted', day: '2026-11-26' });
  });

  test.each(['OFFLINE', 'TIMEOUT'] as const)('after %s it waits on, unchanged', (code) => {
    expect(afterAnswer(waitingOf(), { ok: false, refusal: code, detail: {} }, 'r2')).toEqual(waitingOf());
  });

  test('a refusal is kept with its reason, and its words with it', () => {
    const after = afterAnswer(waitingOf(), refusal('LATE_DAYS_USED'), 'r2');
    expect(after.told).toEqual({ kind: 'refused', refused: refusal('LATE_DAYS_USED') });
    expect(after.input.note).toBe('在车上读的');
  });

  test('without a name it is kept to oneself and goes out anew, for the same day', () => {
    const after = afterAnswer(waitingOf(), { ok: false, refusal: 'NO_NAME', detail: {} }, 'r2');
    expect(after).toMatchObject({ id: 'r2', unshared: true, input: { shared: false, madeAt: LATE_EVENING } });
    expect(after.told).toBeUndefined();
  });

  test('what a storage gave back and is no check-in is left out', () => {
    expect(asWaitingList('')).toEqual([]);
    expect(asWaitingList([waitingOf(), { id: 'x' }, null, 3])).toEqual([waitingOf()]);
  });
});

describe('a check-in without a network', () => {
  /** On a device whose clock is so far ahead of the server's. */
  async function makeOffline(ahead = 0): Promise<void> {
    const now = Date.now() - ahead;
    serve({
      'reading.today': () => ok(todayAnswer({ now })),
      'reading.challenge': () => ok(detailOf({ now })),
    });
    const first = render(<CheckIn id="autumn" status="active" />);
    await screen.findByTestId('check-in-form');
    first.unmount();
    goOffline();
    render(<CheckIn id="autumn" status="active" />);
    fireEvent.change(await screen.findByTestId('note'), { target: { value: '地铁上' } });
    fireEvent.click(screen.getByTestId('send'));
    await screen.findByTestId('kept');
  }

  test('is written down, and says for which day', async () => {
    await makeOffline();
    const [month, day] = dayOf(Date.now()).split('-').slice(1).map(Number);
    expect(screen.getByTestId('kept').textContent).toContain(`${month}月${day}日的打卡等网络`);
    expect(asWaitingList(ownWords('waiting'))).toHaveLength(1);
    expect(keptDraft('autumn')).toBeUndefined();
  });

  test('is sent later with when it was made, under one id however often', async () => {
    await makeOffline();
    const madeAt = useWaiting.getState().list[0]?.input.madeAt ?? 0;
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    const calls = serve({ 'reading.checkIn': (_input, turn) => (turn < 3 ? 'lost' : ok(checkedInOf())) });
    await act(sendWaiting);
    expect(useWaiting.getState().list[0]?.told).toBeUndefined();
    await act(sendWaiting);
    expect(useWaiting.getState().list[0]?.told).toMatchObject({ kind: 'counted' });
    const tries = sent(calls, 'reading.checkIn');
    expect(new Set(tries.map(({ requestId }) => requestId)).size).toBe(1);
    expect(tries.map(({ input }) => input)).toEqual(
      Array.from({ length: 4 }, () => expect.objectContaining({ madeAt, note: '地铁上' })),
    );
  });

  test('is there after a restart', async () => {
    await makeOffline();
    useWaiting.setState({ list: [] });
    wakeWaiting();
    expect(useWaiting.getState().list[0]?.input.note).toBe('地铁上');
  });

  test('says when it was made by the server, as far as this device knows it', async () => {
    await makeOffline(DAY);
    learnTime(Date.now(), Date.now(), Date.now());
    const madeAt = useWaiting.getState().list[0]?.input.madeAt ?? 0;
    expect(Math.abs(madeAt - (Date.now() - DAY))).toBeLessThan(60_000);
  });
});

test('while its reader waits for the answer nobody else sends it', async () => {
  const calls = serve({ 'reading.checkIn': () => 'never' });
  void checkInNow(waitingOf({ id: 'r0' }));
  await waitFor(() => expect(sent(calls, 'reading.checkIn')).toHaveLength(1));
  await sendWaiting();
  expect(sent(calls, 'reading.checkIn')).toHaveLength(1);
});

test('several go out in the order of their making, one at a time', async () => {
  keepOwnWords('waiting', [waitingOf(), waitingOf({ id: 'r2' }, LATE_EVENING + DAY)]);
  wakeWaiting();
  const calls = serve({ 'reading.checkIn': () => ok(checkedInOf()) });
  await Promise.all([sendWaiting(), sendWaiting()]);
  expect(sent(calls, 'reading.checkIn').map(({ requestId }) => requestId)).toEqual(['r1', 'r2']);
});

describe('on the screen', () => {
  const opened = async (waiting: Waiting, replies: Replies = {}) => {
    goOffline();
    keepOwnWords('waiting', [waiting]);
    wakeWaiting();
    const calls = serve({ 'reading.today': () => ok(todayAnswer()), ...replies });
    render(<Today status="active" />);
    await screen.findByTestId('today');
    return calls;
  };

  test('it waits in sight, with its day', async () => {
    await opened(waitingOf());
    const line = screen.getByTestId('waiting-on').textContent;
    expect(line).toContain('11月26日的打卡等待送出');
    expect(line).toContain('联网后自动送出，算在这一天');
  });

  test('that it counted is said until it was seen', async () => {
    await opened(waitingOf({ told: { kind: 'counted', day: '2026-11-26' } }));
    expect(screen.getByTestId('waiting-counted').textContent).toContain('算在 11月26日');
    fireEvent.click(screen.getByRole('button', { name: '知道了' }));
    expect(screen.queryByTestId('waiting-counted')).toBeNull();
    expect(ownWords('waiting')).toEqual([]);
  });

  test('that its note stayed with its author is said', async () => {
    await opened(waitingOf({ unshared: true, told: { kind: 'counted', day: '2026-11-26', unshared: true } }));
    expect(screen.getByTestId('waiting-counted').textContent).toContain('随感没有分享');
  });

  test('why it did not count is said, and leads to its words', async () => {
    const refused = refusal('LATE_DAYS_USED');
    if (refused.ok) throw new Error('a refusal');
    await opened(waitingOf({ told: { kind: 'refused', refused } }));
    expect(screen.getByTestId('waiting-refused').textContent).toContain('11月26日的打卡没有算上');
    expect(screen.getByTestId('waiting-refused').textContent).toContain('可以用补卡补上');
    fireEvent.click(screen.getByRole('button', { name: '看看' }));
    expect(visited).toEqual(['/packages/reading/pages/mine/index']);
  });

  test('what was refused can become a draft again', async () => {
    const refused = refusal('LATE_DAYS_USED');
    if (refused.ok) throw new Error('a refusal');
    keepOwnWords('waiting', [waitingOf({ told: { kind: 'refused', refused } })]);
    wakeWaiting();
    serve({ 'reading.myCheckIns': () => ok({ items: [], now: Date.now() }) });
    render(<Mine id={undefined} />);
    await screen.findByTestId('mine');
    expect(screen.getByTestId('waiting-refused').textContent).toContain('在车上读的');
    fireEvent.click(screen.getByTestId('to-draft'));
    expect(keptDraft('autumn')).toMatchObject({ note: '在车上读的', minutes: 20 });
    expect(useWaiting.getState().list).toEqual([]);
    expect(visited).toEqual(['/packages/reading/pages/check-in/index?id=autumn']);
  });
});
