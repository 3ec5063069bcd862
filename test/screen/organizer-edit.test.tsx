import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Edit } from '../../src/features/organizer/edit';
import type { ManagedActivity } from '../../types/contract/organizer-activity';
import { toasts, visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { managedOf, planOf } from './organizer-samples';
import { type Call, ok, type Replies, sent, serve } from './server';

beforeEach(freshPhone);

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

const shown = (...steps: string[]): void => {
  for (const step of steps) press(`step-${step}`);
};
/** A new one, from nothing. */
const anew = (): ReturnType<typeof render> => {
  const rendered = render(<Edit />);
  press('start-empty');
  return rendered;
};

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
    press('next');
    type('sessions.s1.name', '周六晚场');
    type('sessions.s1.startsAt', SESSION.startsAt);
    type('sessions.s1.endsAt', SESSION.endsAt);
    type('venue.name', '中央公园草坪');
    type('venue.address', '药谷中路 1 号');
    type('venue.point', '116.506, 39.796');
    press('next');
    press('sessions.s1.zones.add');
    type('sessions.s1.zones.a.name', '草坪区');
    type('sessions.s1.zones.a.capacity', '300');
    type('opensAt', '2031-05-01T10:00');
    type('closesAt', '2031-05-08T18:00');
    shown('check');
  }

  test('says what is missing in a step once it is left, and everything in the last, and sends nothing', () => {
    const calls = serve({});
    anew();
    expect(screen.queryByTestId('faults')).toBeNull();
    press('next');
    expect(screen.getByTestId('faults').textContent).toBe('还有 5 处要改');
    shown('check');
    expect(screen.getByText('请贴上地图坐标，比如 39.796, 116.506')).toBeTruthy();
    expect(screen.getByTestId('faults').textContent).toBe('还有 14 处要改');
    press('save');
    expect(screen.getByText('请填写活动名称')).toBeTruthy();
    type('title', '音乐节');
    expect(screen.queryByText('请填写活动名称')).toBeNull();
    expect(screen.getByTestId('faults').textContent).toBe('还有 13 处要改');
    expect(calls).toHaveLength(0);
  });

  test('a fault of the last step leads to where it stands', () => {
    serve({});
    anew();
    shown('check');
    press('mend-venue.name');
    expect(screen.getByTestId('venue.name')).toBeTruthy();
    expect(screen.getByTestId('step-when').getAttribute('aria-pressed')).toBe('true');
  });

  test('is sent as a plan, its times those of Shanghai, and opens in place of the form', async () => {
    const calls = serve({ 'organizer.createActivity': () => ok({ activityId: 'new1', termsV: 1 }) });
    anew();
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
    anew();
    fillIn();
    press('save');
    press('save');
    await waitFor(() => expect(visited).toHaveLength(1));
    expect(sent(calls, 'organizer.createActivity')).toHaveLength(1);
  });

  test('what was typed is there again after closing, until it is thrown away', async () => {
    serve({});
    const { unmount } = anew();
    type('title', '写了一半');
    unmount();
    render(<Edit />);
    expect(screen.getByTestId('restored')).toBeTruthy();
    expect(shows('title')).toBe('写了一半');
    press('start-over');
    expect(screen.getByTestId('start')).toBeTruthy();
    press('start-empty');
    expect(shows('title')).toBe('');
    expect(screen.queryByTestId('restored')).toBeNull();
  });

  test('once saved nothing of it is kept', async () => {
    serve({ 'organizer.createActivity': () => ok({ activityId: 'new1', termsV: 1 }) });
    const { unmount } = anew();
    fillIn();
    press('save');
    await waitFor(() => expect(visited).toHaveLength(1));
    unmount();
    render(<Edit />);
    expect(screen.getByTestId('start')).toBeTruthy();
  });

  test('without a network it stays as it is typed, and the same tap sends it later', async () => {
    goOffline();
    const calls = serve({ 'organizer.createActivity': () => ok({ activityId: 'new1', termsV: 1 }) });
    anew();
    fillIn();
    press('save');
    await waitFor(() => expect(screen.getAllByTestId('refused-OFFLINE').length).toBeGreaterThan(0));
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
    shown('when');
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
    shown('when');
    press('sessions.s2.remove');
    expect(screen.getByTestId('sessions.s2.remove').textContent).toBe('确定删除');
    expect(screen.getByTestId('sessions.s2.name')).toBeTruthy();
  });

  test('a new zone does not get the id of one that was', async () => {
    await editing({}, managedOf({ used: { s1: 10, s1_c: 0 } }));
    shown('places');
    press('sessions.s1.zones.add');
    expect(screen.getByTestId('sessions.s1.zones.d.name')).toBeTruthy();
  });

  test('a question of another kind asks for other things', async () => {
    await editing({});
    shown('who');
    press('questions.add');
    expect(screen.getByTestId('questions.q1.maxLength')).toBeTruthy();
    fireEvent.click(screen.getAllByText('单选').slice(-1)[0] ?? document.body);
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
  shown('who');
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
    shown('places');
    expect(screen.getAllByText('发布以后不能再改')).toHaveLength(3);
    expect(screen.queryByText('先到先得')).toBeNull();
    expect(screen.getByText('每场都可以报')).toBeTruthy();
    expect(screen.queryByTestId('quota.each')).toBeNull();
    expect(screen.queryByTestId('preview')).toBeNull();
  });

  test('a quota that was there stays, with another number', async () => {
    const calls = await editing({});
    shown('places');
    type('quota.each', '');
    press('save');
    expect(screen.getAllByText('发布以后不能再改').length).toBeGreaterThan(0);
    expect(screen.getByTestId('faults').textContent).toBe('还有 1 处要改');
    expect(sent(calls, 'organizer.editActivity')).toHaveLength(0);
  });

  test('a session is not moved into the past', async () => {
    await editing({});
    shown('when');
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
    shown('places');
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
