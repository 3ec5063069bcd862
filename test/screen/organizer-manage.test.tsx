import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { Manage } from '../../src/features/organizer/manage';
import type { ManagedActivity } from '../../types/contract/organizer-activity';
import { toasts, visited } from '../support/taro';
import { freshPhone } from './fresh';
import { managedOf, planOf } from './organizer-samples';
import { type Call, ok, type Replies, sent, serve } from './server';
import { press, shows, type } from './typing';

beforeEach(freshPhone);

const PAGES = '/packages/organizer/pages';

/** In the sheet: the page below names its sessions too. */
const choose = (words: string): void => {
  fireEvent.click(within(screen.getByRole('dialog')).getByText(words));
};

async function managing(managed: ManagedActivity = managedOf(), replies: Replies = {}): Promise<Call[]> {
  const calls = serve({ 'organizer.activity': () => ok(managed), ...replies });
  render(<Manage id="music" />);
  await screen.findByTestId(`managed-${managed.state}`);
  return calls;
}

describe('how one stands', () => {
  test('places given over all, by session and zone; who waits; what is next', async () => {
    await managing();
    const page = screen.getByTestId('managed-published').textContent ?? '';
    expect(page).toContain('196 / 380 个名额');
    expect(page).toContain('草坪区120 / 200');
    expect(page).toContain('已取消 5');
    expect(page).toContain('每个单位最多 20 个，1 个单位已经到顶');
    expect(screen.getByTestId('queue').textContent).toContain('8 位');
    expect(screen.getByTestId('decide').textContent).toBe('审核 3 位');
    for (const testId of ['approvals', 'queue', 'roll', 'volunteers', 'log', 'edit']) press(testId);
    expect(visited.map((url) => url.replace(`${PAGES}/`, ''))).toEqual([
      ...['approvals', 'waitlist', 'roll', 'volunteers', 'log', 'edit'].map((page_) => `${page_}/index?id=music`),
    ]);
  });

  test('first come with nobody to decide on has no primary action', async () => {
    await managing(managedOf({ plan: planOf({ allocation: 'first-come' }), counts: { confirmed: 3 } }));
    expect(screen.queryByTestId('decide')).toBeNull();
    expect(screen.queryByTestId('approvals')).toBeNull();
  });

  test('a cancelled one says why and changes no more', async () => {
    await managing(managedOf({ state: 'cancelled', cancelReason: '有暴雨', counts: { cancelled: 158 } }));
    expect(screen.getByText('取消的原因：有暴雨')).toBeTruthy();
    for (const testId of ['edit', 'capacity', 'move', 'close', 'cancel', 'publish']) {
      expect(screen.queryByTestId(testId)).toBeNull();
    }
    press('roll');
    expect(visited).toEqual([`${PAGES}/roll/index?id=music&state=cancelled`]);
  });

  test('one just cancelled says that people are still being told', async () => {
    await managing(managedOf({ state: 'cancelled', cancelReason: '有暴雨' }));
    expect(screen.getByTestId('roll').textContent).toContain('正在告诉 161 位');
  });

  test('one that is gone says so', async () => {
    serve({ 'organizer.activity': () => ({ ok: false, refusal: 'NOT_FOUND', detail: { what: 'activity' } }) });
    render(<Manage id="music" />);
    expect(await screen.findByTestId('refused-NOT_FOUND')).toBeTruthy();
  });
});

describe('publishing', () => {
  const draft = managedOf({ state: 'draft', counts: {}, used: {} });

  test('says when sign-up begins, and is done', async () => {
    const calls = await managing(draft, {
      'organizer.publishActivity': () => ok({ activityId: 'music', state: 'published' }),
    });
    press('publish');
    expect(screen.getByText(/发布后马上可以报名/)).toBeTruthy();
    press('confirm-publish');
    press('confirm-publish');
    await waitFor(() => expect(toasts).toEqual(['已发布']));
    expect(sent(calls, 'organizer.publishActivity')).toHaveLength(1);
    await waitFor(() => expect(sent(calls, 'organizer.activity')).toHaveLength(2));
  });

  test('what still lacks something says what, by name, and leads there', async () => {
    const issues = [
      { path: 'sessions.0.zones.1.capacity', message: '' },
      { path: 'venue.latitude', message: '' },
    ];
    await managing(draft, {
      'organizer.publishActivity': () => ({ ok: false, refusal: 'PLAN_UNFIT', detail: { issues } }),
    });
    press('publish');
    press('confirm-publish');
    const line = await screen.findByTestId('refused-PLAN_UNFIT');
    expect(line.textContent).toContain('周六晚场 · 看台区的名额、地图坐标');
    press('mend');
    expect(visited).toEqual([`${PAGES}/edit/index?id=music&check=1`]);
  });
});

describe('places', () => {
  const CHANGED = { activityId: 'music', termsV: 4 };

  test('more of them: says that the queue comes first, and that the session goes with its zones', async () => {
    const calls = await managing(managedOf(), { 'organizer.setCapacity': () => ok(CHANGED) });
    press('capacity');
    choose('周六晚场 · 草坪区');
    type('places-wanted', '220');
    expect(screen.getByTestId('effect').textContent).toBe('多出 20 个，先按顺序给候补的 8 位');
    expect(screen.getByTestId('whole').textContent).toBe('整场跟着变成 320 个');
    press('save-capacity');
    press('save-capacity');
    await waitFor(() => expect(toasts).toEqual(['已改成 220 个']));
    expect(screen.queryByTestId('capacity-sheet')).toBeNull();
    expect(sent(calls, 'organizer.setCapacity')).toHaveLength(1);
  });

  test('a session with a number of its own is asked about after its zone', async () => {
    const sessions = planOf().sessions.map((session) => ({ ...session, capacity: 290 }));
    const managed = managedOf({ plan: planOf({ sessions }) });
    const calls = await managing(managed, { 'organizer.setCapacity': () => ok(CHANGED) });
    press('capacity');
    choose('周六晚场 · 草坪区');
    type('places-wanted', '220');
    press('save-capacity');
    await screen.findByText('分区改好了，整场也跟着改');
    expect(shows('places-wanted')).toBe('320');
    press('save-capacity');
    await waitFor(() => expect(screen.queryByTestId('capacity-sheet')).toBeNull());
    expect(sent(calls, 'organizer.setCapacity').map(({ input }) => input)).toEqual([
      { activityId: 'music', sessionId: 's1', zoneId: 'a', capacity: 220 },
      { activityId: 'music', sessionId: 's1', capacity: 320 },
    ]);
  });

  test('fewer: says what is left, and fewer than are given is not sent', async () => {
    const calls = await managing();
    press('capacity');
    choose('周日下午场');
    type('places-wanted', '12');
    expect(screen.getByTestId('effect').textContent).toBe('收回 68 个空名额，还剩 2 个可以报');
    type('places-wanted', '9');
    press('save-capacity');
    expect(screen.getByText('已给出 10 个，差 1 个')).toBeTruthy();
    expect(sent(calls, 'organizer.setCapacity')).toHaveLength(0);
  });

  test('given meanwhile: too small is said by name and by how much', async () => {
    await managing(managedOf(), {
      'organizer.setCapacity': () => ({
        ok: false,
        refusal: 'TOO_SMALL',
        detail: { over: [{ what: 'session', id: 's2', wanted: 12, used: 15 }] },
      }),
    });
    press('capacity');
    choose('周日下午场');
    type('places-wanted', '12');
    press('save-capacity');
    expect((await screen.findByTestId('refused-TOO_SMALL')).textContent).toContain(
      '周日下午场想改成 12 个，已给出 15 个，差 3 个',
    );
  });
});

describe('moving a session', () => {
  async function move(replies: Replies): Promise<Call[]> {
    const calls = await managing(managedOf(), replies);
    press('move');
    choose('周日下午场');
    type('starts-at', '2031-05-10T10:00');
    return calls;
  }

  test('the end goes with the start; a reason is wanted', async () => {
    const calls = await move({});
    expect(shows('ends-at')).toBe('2031-05-10T11:00');
    press('save-move');
    expect(screen.getByText('请写明原因')).toBeTruthy();
    type('ends-at', '2031-05-10T10:00');
    expect(screen.getByText('结束要晚于开始')).toBeTruthy();
    expect(sent(calls, 'organizer.moveSession')).toHaveLength(0);
  });

  test('whom it touches is shown before it is done', async () => {
    const calls = await move({
      'organizer.moveSession': (_input, turn) =>
        turn === 0
          ? {
              ok: false,
              refusal: 'NEEDS_CONFIRMATION',
              detail: { token: 't1', touches: [{ what: 'moved', sessionId: 's2', people: 10, names: ['张三'] }] },
            }
          : ok({ activityId: 'music', termsV: 4 }),
    });
    type('reason', '场地冲突');
    press('save-move');
    expect((await screen.findByTestId('touch-moved')).textContent).toContain('张三等');
    press('confirm-yes');
    await waitFor(() => expect(toasts).toEqual(['时间改好了']));
    const startsAt = Date.parse('2031-05-10T10:00:00+08:00');
    const input = {
      ...{ activityId: 'music', sessionId: 's2', startsAt, endsAt: startsAt + 3_600_000, reason: '场地冲突' },
    };
    expect(sent(calls, 'organizer.moveSession').map((call) => call.input)).toEqual([
      input,
      { ...input, confirmed: 't1' },
    ]);
  });

  test('one that is gone', async () => {
    await move({
      'organizer.moveSession': () => ({ ok: false, refusal: 'NOT_FOUND', detail: { what: 'session' } }),
    });
    type('reason', '场地冲突');
    press('save-move');
    expect(await screen.findByTestId('refused-NOT_FOUND')).toBeTruthy();
  });
});

test('closing early says who keeps their place', async () => {
  const calls = await managing(managedOf(), {
    'organizer.closeSignUp': () => ok({ activityId: 'music', closesAt: Date.now() }),
  });
  press('close');
  expect(screen.getByText('已经有名额的 150 位不受影响。')).toBeTruthy();
  press('confirm-close');
  await waitFor(() => expect(toasts).toEqual(['报名已截止']));
  expect(sent(calls, 'organizer.closeSignUp').map(({ input }) => input)).toEqual([{ activityId: 'music' }]);
});

describe('cancelling', () => {
  test('says how many are told, wants a reason, and then is done', async () => {
    const calls = await managing(managedOf(), {
      'organizer.cancelActivity': () => ok({ activityId: 'music', state: 'cancelled' }),
    });
    press('cancel');
    expect(screen.getByText('会告诉 161 位：已报名 150 位、候补 8 位、待审核 3 位。')).toBeTruthy();
    press('confirm-cancel');
    expect(screen.getByText('请写明原因')).toBeTruthy();
    expect(sent(calls, 'organizer.cancelActivity')).toHaveLength(0);
    type('reason', '有暴雨');
    press('confirm-cancel');
    await waitFor(() => expect(toasts).toEqual(['活动已取消']));
    expect(sent(calls, 'organizer.cancelActivity').map(({ input }) => input)).toEqual([
      { activityId: 'music', reason: '有暴雨' },
    ]);
  });

  test('too late for it', async () => {
    await managing(managedOf(), {
      'organizer.cancelActivity': () => ({ ok: false, refusal: 'NOT_CHANGEABLE', detail: { state: 'over' } }),
    });
    press('cancel');
    type('reason', '有暴雨');
    press('confirm-cancel');
    expect(await screen.findByTestId('refused-NOT_CHANGEABLE')).toBeTruthy();
  });
});
