import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { Manage } from '../../src/features/organizer/manage';
import type { ManagedActivity } from '../../types/contract/organizer-activity';
import { toasts } from '../support/taro';
import { freshPhone } from './fresh';
import { managedOf, planOf } from './organizer-samples';
import { type Call, ok, type Replies, sent, serve } from './server';

beforeEach(freshPhone);

const press = (testId: string): void => {
  fireEvent.click(screen.getByTestId(testId));
};
const type = (testId: string, value: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value } });
};

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
    expect((screen.getByTestId('places-wanted') as HTMLInputElement).value).toBe('320');
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
    expect((screen.getByTestId('ends-at') as HTMLInputElement).value).toBe('2031-05-10T11:00');
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
