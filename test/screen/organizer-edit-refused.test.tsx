import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Edit } from '../../src/features/organizer/edit';
import type { OpOf } from '../../types/contract';
import type { Answer } from '../../types/contract/op';
import type { ManagedActivity } from '../../types/contract/organizer-activity';
import type { Plan } from '../../types/contract/plan';
import { visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { managedOf, planOf } from './organizer-samples';
import { type Call, ok, type Replies, sent, serve } from './server';

beforeEach(freshPhone);

const PATIENT = { timeout: 4_000 };
const type = (testId: string, value: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value } });
};
const press = (testId: string): void => {
  fireEvent.click(screen.getByTestId(testId));
};
const shows = (testId: string): string => {
  const input = screen.getByTestId(testId);
  return input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement ? input.value : '';
};
const plansOf = (calls: readonly Call[], name: 'organizer.createActivity' | 'organizer.editActivity'): unknown[] =>
  sent(calls, name).map(({ input }) => input);

async function editing(replies: Replies, managed: ManagedActivity = managedOf()): Promise<Call[]> {
  const calls = serve({ 'organizer.activity': () => ok(managed), ...replies });
  render(<Edit id="music" />);
  await screen.findByTestId('save');
  return calls;
}

describe('an activity that cannot be read', () => {
  test('says so, and tries again', async () => {
    goOffline();
    serve({ 'organizer.activity': () => ok(managedOf()) });
    render(<Edit id="music" />);
    await screen.findByTestId('refused-OFFLINE');
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    press('again');
    expect(await screen.findByTestId('title')).toBeTruthy();
  });

  test('to whom it is none of their business', async () => {
    serve({ 'organizer.activity': () => ({ ok: false, refusal: 'FORBIDDEN', detail: { needs: ['organizer'] } }) });
    render(<Edit id="music" />);
    expect(await screen.findByTestId('refused-FORBIDDEN')).toBeTruthy();
  });
});

describe('what an edit is refused for', () => {
  test('too few places: at the number, by how much, until it is changed', async () => {
    const over = [
      { what: 'zone' as const, id: 's1_a', wanted: 100, used: 120 },
      { what: 'enterprise' as const, id: 'e1', wanted: 10, used: 20 },
    ];
    await editing({ 'organizer.editActivity': () => ({ ok: false, refusal: 'TOO_SMALL', detail: { over } }) });
    press('step-places');
    type('sessions.s1.zones.a.capacity', '100');
    press('save');
    expect(await screen.findByText('已给出 120 个，差 20 个')).toBeTruthy();
    expect(screen.getByText('有单位已给出 20 个，差 10 个')).toBeTruthy();
    type('sessions.s1.zones.a.capacity', '130');
    expect(screen.queryByText('已给出 120 个，差 20 个')).toBeNull();
    expect(screen.getByText('有单位已给出 20 个，差 10 个')).toBeTruthy();
  });

  test('parts that do not fit: at their fields, and the rest by its path', async () => {
    const issues = [
      { path: 'plan.sessions.1.endsAt', message: 'is odd' },
      { path: 'sessions.s1.zones', message: 'somebody is in already' },
      { path: 'somewhere', message: 'no' },
    ];
    await editing({ 'organizer.editActivity': () => ({ ok: false, refusal: 'PLAN_UNFIT', detail: { issues } }) });
    type('title', '新名字');
    press('save');
    expect(await screen.findByText('周日下午场的结束不合适，改一下再保存')).toBeTruthy();
    press('step-places');
    expect(screen.getByText('已经有人报了这一场，不能再分区')).toBeTruthy();
    expect(screen.getByTestId('refused-PLAN_UNFIT').textContent).toContain('somewhere');
  });

  test('changed by somebody else meanwhile: it is read again, and what was typed stays', async () => {
    let latest = managedOf();
    const calls = await editing({
      'organizer.activity': () => ok(latest),
      'organizer.editActivity': (_input, turn) =>
        turn === 0 ? { ok: false, refusal: 'OUTDATED', detail: { termsV: 4 } } : ok({ activityId: 'music', termsV: 5 }),
    });
    latest = managedOf({ termsV: 4, plan: planOf({ title: '他们的名字', tagline: '换了一句', companions: 3 }) });
    type('title', '我的名字');
    press('save');
    const told = await screen.findByTestId('merged');
    expect(told.textContent).toContain('已换成新的：一句话介绍、同行人数');
    expect(told.textContent).toContain('你们都改了，现在是你的：名称');
    expect(shows('title')).toBe('我的名字');
    press('step-places');
    expect(screen.getByTestId('companions').textContent).toBe('3位');
    press('save');
    await waitFor(() => expect(visited).toEqual(['back']));
    expect(plansOf(calls, 'organizer.editActivity')[1]).toMatchObject({
      termsV: 4,
      plan: { title: '我的名字', tagline: '换了一句', companions: 3 },
    });
  });

  test('no longer changeable', async () => {
    await editing({
      'organizer.editActivity': () => ({ ok: false, refusal: 'NOT_CHANGEABLE', detail: { state: 'over' } }),
    });
    type('title', '新名字');
    press('save');
    expect((await screen.findByTestId('refused-NOT_CHANGEABLE')).textContent).toContain('活动已经结束');
  });

  test('a lost answer goes out again under the same id', async () => {
    const calls = await editing({
      'organizer.editActivity': (_input, turn) => (turn < 3 ? 'lost' : ok({ activityId: 'music', termsV: 4 })),
    });
    type('title', '新名字');
    press('save');
    await screen.findByTestId('refused-OFFLINE', undefined, PATIENT);
    press('save');
    await waitFor(() => expect(visited).toEqual(['back']), PATIENT);
    const ids = new Set(sent(calls, 'organizer.editActivity').map(({ requestId }) => requestId));
    expect(ids.size).toBe(1);
  });
});

describe('an edit that people relied on otherwise', () => {
  const asked = (token: string, people: number): Answer<OpOf<'organizer.editActivity'>> => ({
    ok: false,
    refusal: 'NEEDS_CONFIRMATION',
    detail: {
      token,
      touches: [
        { what: 'moved', sessionId: 's1', people, names: ['张三', '李四'] },
        { what: 'session-gone', sessionId: 's2', people: 1, names: ['王五'] },
      ],
    },
  });

  async function ask(replies: Replies): Promise<Call[]> {
    const calls = await editing(replies);
    press('step-when');
    type('sessions.s1.startsAt', '2031-05-10T10:00');
    type('sessions.s1.endsAt', '2031-05-10T12:00');
    type('sessions.s2.endsAt', '2031-05-10T12:00');
    press('save');
    await screen.findByTestId('confirm-sheet');
    return calls;
  }

  test('shows whom it touches, wants a reason and a second yes, and then is done', async () => {
    const calls = await ask({
      'organizer.editActivity': (_input, turn) =>
        turn === 0 ? asked('token1', 12) : ok({ activityId: 'music', termsV: 4 }),
    });
    const moved = screen.getByTestId('touch-moved').textContent;
    expect(moved).toContain('周六晚场：换了时间');
    expect(moved).toContain('12 人');
    expect(moved).toContain('张三、李四等');
    expect(screen.getByTestId('touch-session-gone').textContent).toContain('王五');
    press('confirm-yes');
    expect(screen.getByText('请写明原因')).toBeTruthy();
    expect(sent(calls, 'organizer.editActivity')).toHaveLength(1);
    type('reason', ' 场地有变 ');
    press('confirm-yes');
    await waitFor(() => expect(visited).toEqual(['back']));
    const [first, second] = plansOf(calls, 'organizer.editActivity') as { plan: Plan }[];
    expect(first).not.toHaveProperty('confirmed');
    expect(second).toMatchObject({ confirmed: 'token1', reason: '场地有变', plan: first?.plan });
  });

  test('whom it touches may change before the yes: then it is asked again, with the reason kept', async () => {
    const calls = await ask({
      'organizer.editActivity': (_input, turn) => {
        if (turn < 2) return asked(`token${turn}`, 12 + turn);
        return ok({ activityId: 'music', termsV: 4 });
      },
    });
    type('reason', '场地有变');
    press('confirm-yes');
    expect(await screen.findByText('刚才又有人报名或取消，请再看一遍')).toBeTruthy();
    expect(screen.getByTestId('touch-moved').textContent).toContain('13 人');
    expect(shows('reason')).toBe('场地有变');
    press('confirm-yes');
    await waitFor(() => expect(visited).toEqual(['back']));
    expect(plansOf(calls, 'organizer.editActivity')[2]).toMatchObject({ confirmed: 'token1', reason: '场地有变' });
  });

  test('a no changes nothing and keeps what was typed', async () => {
    const calls = await ask({ 'organizer.editActivity': () => asked('token1', 12) });
    fireEvent.click(screen.getByText('先不改'));
    expect(screen.queryByTestId('confirm-sheet')).toBeNull();
    expect(shows('sessions.s1.startsAt')).toBe('2031-05-10T10:00');
    expect(sent(calls, 'organizer.editActivity')).toHaveLength(1);
  });

  test('refused for something else after the yes: back to the form, where it is said', async () => {
    await ask({
      'organizer.editActivity': (_input, turn) =>
        turn === 0 ? asked('token1', 12) : { ok: false, refusal: 'NOT_CHANGEABLE', detail: { state: 'cancelled' } },
    });
    type('reason', '场地有变');
    press('confirm-yes');
    expect(await screen.findByTestId('refused-NOT_CHANGEABLE')).toBeTruthy();
    expect(screen.queryByTestId('confirm-sheet')).toBeNull();
  });
});
