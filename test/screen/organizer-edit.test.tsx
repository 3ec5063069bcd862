import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Edit } from '../../src/features/organizer/edit';
import type { OpOf } from '../../types/contract';
import type { Answer } from '../../types/contract/op';
import type { ManagedActivity } from '../../types/contract/organizer-activity';
import type { Plan } from '../../types/contract/plan';
import { toasts, visited } from '../support/taro';
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

describe('a new activity', () => {
  const SESSION = { startsAt: '2031-05-10T18:30', endsAt: '2031-05-10T21:30' };

  function fillIn(): void {
    type('title', '职工音乐节');
    type('tagline', '草坪上听同事唱歌');
    fireEvent.click(screen.getByText('活力'));
    fireEvent.click(screen.getByText('演出'));
    type('description', '十二支乐队。\n\n如果下雨，改期。');
    type('sessions.s1.name', '周六晚场');
    type('sessions.s1.startsAt', SESSION.startsAt);
    type('sessions.s1.endsAt', SESSION.endsAt);
    press('sessions.s1.zones.add');
    type('sessions.s1.zones.a.name', '草坪区');
    type('sessions.s1.zones.a.capacity', '300');
    type('venue.name', '中央公园草坪');
    type('venue.address', '药谷中路 1 号');
    type('venue.point', '116.506, 39.796');
    type('opensAt', '2031-05-01T10:00');
    type('closesAt', '2031-05-08T18:00');
  }

  test('says everything that is missing, at its field, and sends nothing', () => {
    const calls = serve({});
    render(<Edit id={undefined} />);
    press('save');
    expect(screen.getByText('请填写活动名称')).toBeTruthy();
    expect(screen.getByText('请贴上地图坐标，比如 39.796, 116.506')).toBeTruthy();
    expect(screen.getByTestId('faults').textContent).toBe('还有 14 处要改');
    type('title', '音乐节');
    expect(screen.queryByText('请填写活动名称')).toBeNull();
    expect(screen.getByTestId('faults').textContent).toBe('还有 13 处要改');
    expect(calls).toHaveLength(0);
  });

  test('is sent as a plan, its times those of Shanghai, and opens in place of the form', async () => {
    const calls = serve({ 'organizer.createActivity': () => ok({ activityId: 'new1', termsV: 1 }) });
    render(<Edit id={undefined} />);
    fillIn();
    press('save');
    await waitFor(() => expect(visited).toEqual(['instead /packages/organizer/pages/manage/index?id=new1']));
    expect(plansOf(calls, 'organizer.createActivity')).toMatchObject([
      {
        plan: {
          title: '职工音乐节',
          description: ['十二支乐队。', '如果下雨，改期。'],
          venue: { latitude: 39.796, longitude: 116.506 },
          opensAt: Date.parse('2031-05-01T10:00:00+08:00'),
          cancelUntil: Date.parse('2031-05-08T18:00:00+08:00'),
          sessions: [{ id: 's1', capacity: 300, zones: [{ id: 'a', name: '草坪区', capacity: 300 }] }],
          eligibility: {},
          questions: [],
        },
      },
    ]);
  });

  test('two taps make one activity', async () => {
    const calls = serve({ 'organizer.createActivity': () => ok({ activityId: 'new1', termsV: 1 }) });
    render(<Edit id={undefined} />);
    fillIn();
    press('save');
    press('save');
    await waitFor(() => expect(visited).toHaveLength(1));
    expect(sent(calls, 'organizer.createActivity')).toHaveLength(1);
  });

  test('what was typed is there again after closing, until it is thrown away', async () => {
    serve({});
    const { unmount } = render(<Edit id={undefined} />);
    type('title', '写了一半');
    unmount();
    render(<Edit id={undefined} />);
    expect(screen.getByTestId('restored')).toBeTruthy();
    expect(shows('title')).toBe('写了一半');
    press('start-over');
    expect(shows('title')).toBe('');
    expect(screen.queryByTestId('restored')).toBeNull();
  });

  test('once saved nothing of it is kept', async () => {
    serve({ 'organizer.createActivity': () => ok({ activityId: 'new1', termsV: 1 }) });
    const { unmount } = render(<Edit id={undefined} />);
    fillIn();
    press('save');
    await waitFor(() => expect(visited).toHaveLength(1));
    unmount();
    render(<Edit id={undefined} />);
    expect(shows('title')).toBe('');
  });

  test('without a network it stays as it is typed, and the same tap sends it later', async () => {
    goOffline();
    const calls = serve({ 'organizer.createActivity': () => ok({ activityId: 'new1', termsV: 1 }) });
    render(<Edit id={undefined} />);
    fillIn();
    press('save');
    await screen.findByTestId('refused-OFFLINE');
    expect(shows('title')).toBe('职工音乐节');
    expect(screen.getByTestId('save').textContent).toBe('再试一次');
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    press('save');
    await waitFor(() => expect(visited).toHaveLength(1));
    expect(sent(calls, 'organizer.createActivity')).toHaveLength(1);
  });
});

describe('sessions, zones and questions come and go', () => {
  test('a further session is like the one before, under an id that was never used', async () => {
    const calls = await editing({ 'organizer.editActivity': () => ok({ activityId: 'music', termsV: 4 }) });
    press('sessions.s2.remove');
    press('sessions.s2.remove');
    press('sessions.add');
    type('sessions.s3.name', '加场');
    type('sessions.s3.startsAt', '2031-05-11T18:30');
    type('sessions.s3.endsAt', '2031-05-11T20:30');
    press('save');
    await waitFor(() => expect(visited).toEqual(['back']));
    const [input] = plansOf(calls, 'organizer.editActivity');
    expect(input).toMatchObject({ termsV: 3, plan: { sessions: [{ id: 's1' }, { id: 's3', capacity: 300 }] } });
  });

  test('taking a session out asks once more', async () => {
    await editing({});
    press('sessions.s2.remove');
    expect(screen.getByTestId('sessions.s2.remove').textContent).toBe('确定删除');
    expect(screen.getByTestId('sessions.s2.name')).toBeTruthy();
  });

  test('a new zone does not get the id of one that was', async () => {
    await editing({}, managedOf({ used: { s1: 10, s1_c: 0 } }));
    press('sessions.s1.zones.add');
    expect(screen.getByTestId('sessions.s1.zones.d.name')).toBeTruthy();
  });

  test('a question of another kind asks for other things', async () => {
    await editing({});
    press('questions.add');
    expect(screen.getByTestId('questions.q1.maxLength')).toBeTruthy();
    fireEvent.click(screen.getAllByText('选一项').slice(-1)[0] ?? document.body);
    expect(screen.getByTestId('questions.q1.options')).toBeTruthy();
    expect(screen.queryByTestId('questions.q1.maxLength')).toBeNull();
  });
});

test('enterprises are chosen by name, several of them, and shown by name', async () => {
  const items = [
    { id: 'e1', name: '禾芩生物制药' },
    { id: 'e2', name: '博恩医疗' },
  ];
  const calls = await editing({
    'member.enterprises': () => ok({ items }),
    'organizer.editActivity': () => ok({ activityId: 'music', termsV: 4 }),
  });
  press('choose-enterprises');
  fireEvent.click(await screen.findByText('禾芩生物制药'));
  fireEvent.click(screen.getByText('博恩医疗'));
  press('enterprises-done');
  expect(screen.getByText('禾芩生物制药')).toBeTruthy();
  press('save');
  await waitFor(() => expect(visited).toEqual(['back']));
  expect(plansOf(calls, 'organizer.editActivity')).toMatchObject([
    { plan: { eligibility: { enterprises: ['e1', 'e2'], employments: ['employee'] } } },
  ]);
});

describe('what people signed up to stays as it was published', () => {
  const managed = managedOf({ plan: planOf({ quota: {}, onePlacePer: 'session' }) });

  test('how places are given is shown and not offered; a quota cannot come later', async () => {
    await editing({}, managed);
    expect(screen.getAllByText('发布以后不能再改')).toHaveLength(3);
    expect(screen.queryByText('先到先得')).toBeNull();
    expect(screen.getByText('每场都可以报')).toBeTruthy();
    expect(screen.queryByTestId('quota.each')).toBeNull();
    expect(screen.queryByTestId('preview')).toBeNull();
  });

  test('a quota that was there stays, with another number', async () => {
    const calls = await editing({});
    type('quota.each', '');
    press('save');
    expect(screen.getAllByText('发布以后不能再改').length).toBeGreaterThan(0);
    expect(screen.getByTestId('faults').textContent).toBe('还有 1 处要改');
    expect(sent(calls, 'organizer.editActivity')).toHaveLength(0);
  });

  test('a session is not moved into the past', async () => {
    await editing({});
    type('sessions.s2.startsAt', '2020-05-10T10:00');
    type('sessions.s2.endsAt', '2020-05-10T12:00');
    press('save');
    expect(screen.getByText('这个时间已经过去了')).toBeTruthy();
  });

  test.each([
    ['a draft', managedOf({ state: 'draft' })],
    ['what is only announced', managedOf({ plan: planOf({ preview: true }) })],
  ])('%s is still free', async (_state, free) => {
    await editing({}, free);
    expect(screen.queryByText('发布以后不能再改')).toBeNull();
    expect(screen.getByText('先到先得')).toBeTruthy();
    expect(screen.getByTestId('preview')).toBeTruthy();
  });
});

test('nothing changed sends nothing', async () => {
  const calls = await editing({});
  press('save');
  expect(toasts).toEqual(['没有改动']);
  expect(sent(calls, 'organizer.editActivity')).toHaveLength(0);
});

test.each([
  ['cancelled', managedOf({ state: 'cancelled' }), '活动已经取消'],
  ['over', managedOf({ endsAt: Date.now() - 1_000 }), '活动已经结束'],
])('what is %s is not opened for changes', async (_state, managed, words) => {
  serve({ 'organizer.activity': () => ok(managed) });
  render(<Edit id="music" />);
  expect((await screen.findByTestId('fixed')).textContent).toContain(words);
});

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
