import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { shifted } from '../../domain/time/days';
import { dayOf } from '../../domain/time/shanghai';
import { ChallengeEdit } from '../../src/features/desk/challenge-edit';
import { ChallengeList } from '../../src/features/desk/challenge-list';
import type { ManagedChallenge } from '../../types/contract/reading-operations';
import type { Day } from '../../types/vocabulary';
import { toasts, visited } from '../support/taro';
import { managedChallengeOf } from './feed-samples';
import { freshPhone, goOffline } from './fresh';
import { ok, type Replies, sent, serve } from './server';

const press = (testId: string): void => void fireEvent.click(screen.getByTestId(testId));
const type = (testId: string, value: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value } });
};
const away = (days: number): Day => shifted(dayOf(Date.now()), days);
const { plan: PLAN } = managedChallengeOf();
const shelf: Replies = {
  'reading.shelf': () =>
    ok({
      items: [
        { id: 'b1', title: '活着', author: '余华' },
        { id: 'b2', title: '平凡的世界' },
      ],
    }),
};

beforeEach(freshPhone);

async function open(challenge: ManagedChallenge, replies: Replies = {}) {
  const calls = serve({ 'reading.managedChallenge': () => ok(challenge), ...replies });
  render(<ChallengeEdit id="winter" />);
  await screen.findByTestId('challenge-head');
  return calls;
}

describe('a new challenge', () => {
  test('says everything that is missing or cannot be, and sends nothing', async () => {
    const calls = serve({});
    render(<ChallengeEdit id={undefined} />);
    type('least', '2000');
    press('listed');
    press('save');
    for (const words of ['请填写名称', '请选第一天', '请选最后一天', '请填 0 到 1440 的整数', '请从书架上选书']) {
      expect(screen.getByText(words)).toBeTruthy();
    }
    expect(screen.getByTestId('faults').textContent).toBe('还有 5 处要改');
    type('startsOn', '2031-05-01');
    type('endsOn', '2031-04-01');
    expect(screen.getByText('最后一天不能早于第一天')).toBeTruthy();
    type('endsOn', '2032-06-01');
    expect(screen.getByText('最多 366 天')).toBeTruthy();
    expect(sent(calls, 'reading.createChallenge')).toHaveLength(0);
  });

  test('is sent as a plan, and its page comes in place of the form', async () => {
    const calls = serve({
      ...shelf,
      'reading.createChallenge': ({ plan }) => ok(managedChallengeOf({ id: 'new1', plan })),
    });
    render(<ChallengeEdit id={undefined} />);
    type('title', ' 冬天读完一本书 ');
    type('tagline', '每天二十分钟');
    type('description', '带上一本书。\n\n');
    type('startsOn', '2031-05-01');
    type('endsOn', '2031-06-30');
    fireEvent.click(screen.getByText('按页数'));
    type('least', '12');
    press('listed');
    press('choose-books');
    fireEvent.click(await screen.findByTestId('choose-b1'));
    press('books-done');
    fireEvent.click(screen.getByText('小队'));
    type('goal', '600');
    type('rewards', '读满送一本书\n第一名送一套');
    press('save');
    await waitFor(() => expect(visited).toEqual(['instead /packages/desk/pages/challenge-form/index?id=new1']));
    expect(sent(calls, 'reading.createChallenge').map(({ input }) => input)).toEqual([
      {
        plan: {
          ...{ title: '冬天读完一本书', tagline: '每天二十分钟', description: ['带上一本书。'] },
          ...{ startsOn: '2031-05-01', endsOn: '2031-06-30', rule: { kind: 'pages', least: 12 } },
          ...{ books: ['b1'], entry: 'team', goal: 600, rewards: ['读满送一本书', '第一名送一套'] },
        },
      },
    ]);
  });

  test('a goal that nobody could reach is said before anything is sent', async () => {
    serve({});
    render(<ChallengeEdit id={undefined} />);
    type('startsOn', '2031-05-01');
    type('endsOn', '2031-05-10');
    type('goal', '11');
    press('save');
    expect(screen.getByText('请填 1 到 10 的整数')).toBeTruthy();
    fireEvent.click(screen.getByText('小队'));
    expect(screen.queryByText(/请填 1 到/)).toBeNull();
  });
});

describe('a draft', () => {
  test('is saved as it stands, all of its plan', async () => {
    const calls = await open(managedChallengeOf(), { 'reading.editChallenge': () => ok(managedChallengeOf()) });
    press('save');
    await waitFor(() => expect(visited).toEqual(['back']));
    expect(sent(calls, 'reading.editChallenge').map(({ input }) => input)).toEqual([
      { challengeId: 'winter', plan: PLAN },
    ]);
  });

  test('is published as it is on the screen: it is saved first', async () => {
    const calls = await open(managedChallengeOf(), {
      'reading.editChallenge': ({ plan }) => ok(managedChallengeOf({ plan })),
      'reading.publishChallenge': () => ok(managedChallengeOf({ state: 'published' })),
    });
    type('title', '春天读完一本书');
    press('publish');
    await waitFor(() => expect(toasts).toEqual(['发布了']));
    expect(sent(calls, 'reading.editChallenge').map(({ input }) => input)).toEqual([
      { challengeId: 'winter', plan: { ...PLAN, title: '春天读完一本书' } },
    ]);
    expect(calls.map(({ op }) => op).indexOf('reading.publishChallenge')).toBeGreaterThan(
      calls.map(({ op }) => op).indexOf('reading.editChallenge'),
    );
  });

  test('whose first day is over may lie there, but is not published', async () => {
    const plan = { ...PLAN, startsOn: '2020-05-01', endsOn: '2020-06-30' };
    const calls = await open(managedChallengeOf({ plan }), { 'reading.editChallenge': () => ok(managedChallengeOf()) });
    press('publish');
    expect(screen.getByText('第一天已经过了，改成今天或以后')).toBeTruthy();
    expect(sent(calls, 'reading.editChallenge')).toHaveLength(0);
    press('save');
    await waitFor(() => expect(sent(calls, 'reading.editChallenge')).toHaveLength(1));
  });

  test('what the server finds wrong is named by its field', async () => {
    await open(managedChallengeOf(), {
      'reading.editChallenge': () => ({
        ok: false,
        refusal: 'PLAN_UNFIT',
        detail: {
          issues: [
            { path: 'books', message: 'x' },
            { path: 'plan.rule.least', message: 'x' },
          ],
        },
      }),
    });
    press('save');
    expect((await screen.findByTestId('refused-PLAN_UNFIT')).textContent).toContain('请改一下：书单、每天读多少');
  });
});

describe('a challenge that was published', () => {
  const running = managedChallengeOf({
    ...{ state: 'published', phase: 'running', readers: 61 },
    plan: { ...PLAN, startsOn: away(-10), endsOn: away(50) },
  });

  test('keeps how one takes part; what has begun keeps what counts, and says why', async () => {
    await open(managedChallengeOf({ state: 'published' }));
    expect(screen.getByTestId('locked-参加方式').textContent).toBe('各读各的');
    expect(screen.getByTestId('startsOn')).toBeTruthy();
    freshPhone();
    await open(running);
    for (const label of ['第一天', '每天读多少', '读哪些书', '参加方式']) {
      expect(screen.getByTestId(`locked-${label}`)).toBeTruthy();
    }
    for (const gone of ['startsOn', 'least', 'listed', 'publish']) expect(screen.queryByTestId(gone)).toBeNull();
    expect(screen.getAllByText('已经开始，读者是照这个读的，不能再改')).toHaveLength(3);
    expect(screen.getByTestId('challenge-head').textContent).toContain('进行中');
    expect(screen.getByText('61 位')).toBeTruthy();
  });

  test('its last day only moves back', async () => {
    const calls = await open(running, { 'reading.editChallenge': ({ plan }) => ok({ ...running, plan }) });
    type('endsOn', away(49));
    press('save');
    expect(screen.getByText('开始以后只能往后延')).toBeTruthy();
    expect(sent(calls, 'reading.editChallenge')).toHaveLength(0);
    type('endsOn', away(51));
    press('save');
    await waitFor(() => expect(sent(calls, 'reading.editChallenge')).toHaveLength(1));
  });

  test('is ended with a reason and a second yes, and then stands still', async () => {
    const calls = await open(running, {
      'reading.managedChallenge': (_input, turn) =>
        ok(turn === 0 ? running : { ...running, state: 'closed', phase: 'closed' }),
      'reading.closeChallenge': () => ok({ ...running, state: 'closed', phase: 'closed' }),
    });
    press('close-challenge');
    press('reason-yes');
    expect(sent(calls, 'reading.closeChallenge')).toHaveLength(0);
    type('reason', '场馆搬家');
    press('reason-yes');
    await screen.findByTestId('closed-challenge');
    expect(screen.queryByTestId('save')).toBeNull();
    expect(sent(calls, 'reading.closeChallenge').map(({ input }) => input)).toEqual([
      { challengeId: 'winter', reason: '场馆搬家' },
    ]);
  });
});

describe('the list', () => {
  const queue: Replies = { 'reading.queue': () => ok({ items: [], now: Date.now() }) };

  test('has the challenges of a state, and the ways to what waits and the shelf', async () => {
    const calls = serve({
      ...queue,
      'reading.managedChallenges': ({ state }) =>
        ok({ items: state === 'published' ? [managedChallengeOf({ state, phase: 'running', readers: 61 })] : [] }),
    });
    render(<ChallengeList />);
    expect((await screen.findByTestId('managed-winter')).textContent).toContain('61 人在读');
    for (const way of ['managed-winter', 'moderation', 'shelf', 'new-challenge']) press(way);
    expect(visited).toEqual([
      '/packages/desk/pages/challenge-form/index?id=winter',
      '/packages/desk/pages/moderation/index',
      '/packages/desk/pages/shelf/index',
      '/packages/desk/pages/challenge-form/index',
    ]);
    fireEvent.click(screen.getByText('草稿'));
    expect(await screen.findByText('没有草稿')).toBeTruthy();
    expect(sent(calls, 'reading.managedChallenges').map(({ input }) => input)).toEqual([
      { state: 'published' },
      { state: 'draft' },
    ]);
  });

  test('without a network, or without the right, says so', async () => {
    goOffline();
    render(<ChallengeList />);
    await screen.findByTestId('refused-OFFLINE');
    freshPhone();
    serve({
      ...queue,
      'reading.managedChallenges': () => ({ ok: false, refusal: 'FORBIDDEN', detail: { needs: ['organizer'] } }),
    });
    render(<ChallengeList />);
    expect(await screen.findByTestId('refused-FORBIDDEN')).toBeTruthy();
  });
});
