import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { Applicant } from '../../domain/signup/eligibility';
import { Detail } from '../../src/features/activity/detail';
import { visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { detailOf, registrationOf, ticketOf } from './samples';
import { type Detail as DetailValue, ok, sent, serve } from './server';

const MEMBER = { status: 'active' as const, memberId: 'member1', enterpriseId: 'e1', employment: 'employee' as const };
const PATIENT = { timeout: 4_000 };

beforeEach(freshPhone);

const show = (detail: DetailValue, who: Parameters<typeof Detail>[0]['who'] = MEMBER): void => {
  serve({ 'activity.get': () => ok(detail) });
  render(<Detail id="music" who={who} />);
};
const primary = async (): Promise<HTMLElement> => screen.findByTestId('primary');

describe('every state has its screen', () => {
  test('while it is on its way, its shape is shown', () => {
    serve({ 'activity.get': () => 'never' });
    render(<Detail id="music" who={MEMBER} />);
    expect(screen.getByTestId('skeleton')).toBeTruthy();
  });

  test('without a network it says so at once, sends nothing, and tries again when asked', async () => {
    goOffline();
    const calls = serve({ 'activity.get': () => ok(detailOf()) });
    render(<Detail id="music" who={MEMBER} />);
    await screen.findByTestId('refused-OFFLINE');
    expect(calls).toHaveLength(0);
    freshConnection();
    fireEvent.click(screen.getByTestId('again'));
    expect(await screen.findByText('职工音乐节')).toBeTruthy();
  });

  test('an activity that is gone leads to the others', async () => {
    serve({ 'activity.get': () => ({ ok: false, refusal: 'NOT_FOUND', detail: { what: 'activity' } }) });
    render(<Detail id="music" who={MEMBER} />);
    fireEvent.click(await screen.findByText('看别的活动'));
    expect(visited).toEqual(['/pages/activities/index']);
  });
});

const freshConnection = (): void =>
  void Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });

test('the ways to what comes afterwards stand there for members once it has begun, and ask nothing', async () => {
  const past = Date.now() - 1_000;
  const begun = { phase: 'closed', closesAt: past - 2, startsAt: past } as const;
  const cases: [Partial<DetailValue>, Applicant, boolean][] = [
    [{}, MEMBER, false],
    [begun, MEMBER, true],
    [begun, { status: 'visitor' }, false],
    [{ ...begun, phase: 'cancelled' }, MEMBER, false],
  ];
  for (const [change, who, shown] of cases) {
    freshPhone();
    const calls = serve({ 'activity.get': () => ok(detailOf(change)) });
    render(<Detail id="music" who={who} />);
    await primary();
    for (const testId of ['feedback', 'all-photos']) expect(screen.queryByTestId(testId) !== null).toBe(shown);
    expect(calls.map(({ op }) => op)).toEqual(['activity.get']);
  }
});

describe('the primary button says what is true', () => {
  const past = Date.now() - 1_000;
  const cases: [string, Partial<DetailValue>, string, boolean][] = [
    ['open', {}, '报名', true],
    ['full', { phase: 'full', places: { capacity: 300, left: 0 } }, '已满', false],
    ['closed', { phase: 'closed', closesAt: past }, '已截止', false],
    ['over', { phase: 'ended', closesAt: past - 2, startsAt: past - 1, endsAt: past }, '已结束', false],
    ['cancelled', { phase: 'cancelled' }, '已取消', false],
    ['not announced', { phase: 'preview' }, '敬请期待', false],
    ['open to others', { eligibility: { enterprises: ['e9'] } }, '仅限指定单位', false],
  ];
  test.each(cases)('%s', async (_state, change, words, live) => {
    show(detailOf(change));
    const button = await primary();
    expect(button.textContent).toBe(words);
    expect(button.hasAttribute('disabled')).toBe(!live);
  });

  test('not open yet: the day and the hour at which it opens', async () => {
    show(detailOf({ phase: 'soon', opensAt: Date.now() + 24 * 3_600_000 }));
    expect((await primary()).textContent).toBe('还没开放');
    expect(screen.getByText(/^明天 \d\d:\d\d 开放$/)).toBeTruthy();
  });

  test('an opening that has passed since the answer came opens the button without asking again', async () => {
    show(detailOf({ phase: 'soon', opensAt: Date.now() - 60_000 }));
    expect((await primary()).textContent).toBe('报名');
  });

  test('a place that is held leads to its ticket', async () => {
    show(detailOf({ mine: [{ registrationId: 'reg1', state: 'confirmed', sessionId: 's1' }] }));
    fireEvent.click(await primary());
    expect(visited).toEqual(['/packages/activity/pages/ticket/index?id=reg1']);
  });

  test('who took part looks at the record, by a plain button', async () => {
    const mine = [{ registrationId: 'reg1', state: 'attended' as const, sessionId: 's1' }];
    show(detailOf({ phase: 'ended', closesAt: past - 2, startsAt: past - 1, endsAt: past, mine }));
    const button = await primary();
    expect(button.textContent).toBe('看报名记录');
    expect(button.className).toContain('button--plain');
    fireEvent.click(button);
    expect(visited).toEqual(['/packages/activity/pages/ticket/index?id=reg1']);
  });

  test('where nothing is decided yet nothing is said of cancelling', async () => {
    show(detailOf({ phase: 'preview' }));
    await primary();
    expect(screen.queryByText(/取消/)).toBeNull();
  });

  test('a visitor is led to joining', async () => {
    show(detailOf(), { status: 'visitor' });
    const button = await primary();
    expect(button.textContent).toBe('先加入工会');
    fireEvent.click(button);
    expect(visited).toEqual(['/packages/member/pages/join/index']);
  });

  test('who waits for staff is told so and cannot tap', async () => {
    show(detailOf(), { status: 'pending' });
    const button = await primary();
    expect(button.textContent).toBe('入会审核中');
    expect(button.hasAttribute('disabled')).toBe(true);
  });
});

describe('signing up', () => {
  const detail = detailOf();
  const open = async (reply: NonNullable<Parameters<typeof serve>[0]['activity.signUp']>) => {
    const calls = serve({
      'activity.get': () => ok(detail),
      'activity.signUp': reply,
      'activity.registration': () => ok(ticketOf()),
    });
    render(<Detail id="music" who={MEMBER} />);
    fireEvent.click(await primary());
    return calls;
  };
  const confirm = (): HTMLElement => screen.getByTestId('confirm-sign-up');
  const zone = (name: string): HTMLElement => screen.getByRole('button', { name: new RegExp(`^${name}`) });

  test('the only zone with places is chosen already, and a double tap sends one command', async () => {
    const calls = await open(() => ok(registrationOf()));
    fireEvent.click(confirm());
    fireEvent.click(confirm());
    await screen.findByTestId('signed-up');
    expect(sent(calls, 'activity.signUp').map(({ input }) => input)).toEqual([
      { activityId: 'music', sessionId: 's1', zoneId: 'a', answers: {} },
    ]);
  });

  test('a lost answer is asked for again under the same request id', async () => {
    const calls = await open((_input, turn) => (turn === 0 ? 'lost' : ok(registrationOf())));
    fireEvent.click(confirm());
    await screen.findByTestId('signed-up', {}, PATIENT);
    const ids = sent(calls, 'activity.signUp').map(({ requestId }) => requestId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('a tap after all tries were lost goes out under the same request id too', async () => {
    const calls = await open((_input, turn) => (turn < 3 ? 'lost' : ok(registrationOf())));
    fireEvent.click(confirm());
    await screen.findByTestId('refused-OFFLINE', {}, PATIENT);
    expect(confirm().textContent).toBe('再试一次');
    fireEvent.click(confirm());
    await screen.findByTestId('signed-up', {}, PATIENT);
    expect(new Set(sent(calls, 'activity.signUp').map(({ requestId }) => requestId)).size).toBe(1);
  });

  const full = {
    ok: false,
    refusal: 'FULL',
    detail: { what: 'zone', capacity: 200, left: 0, elsewhere: true },
  } as const;

  test('after a real refusal the next try is a new command', async () => {
    const calls = await open((_input, turn) => (turn === 0 ? full : ok(registrationOf())));
    fireEvent.click(confirm());
    await screen.findByTestId('refused-FULL');
    expect(screen.getByText(/200 个名额都有人了/)).toBeTruthy();
    fireEvent.click(zone('草坪区'));
    fireEvent.click(confirm());
    await screen.findByTestId('signed-up');
    expect(new Set(sent(calls, 'activity.signUp').map(({ requestId }) => requestId)).size).toBe(2);
  });

  test('a zone that just filled up is unchosen, and nothing is sent before another is chosen', async () => {
    const calls = await open(() => full);
    expect(zone('草坪区').getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(confirm());
    await screen.findByTestId('refused-FULL');
    expect(zone('草坪区').getAttribute('aria-pressed')).toBe('false');
    expect(confirm().hasAttribute('disabled')).toBe(true);
    expect(screen.queryByTestId('again')).toBeNull();
    fireEvent.click(confirm());
    expect(sent(calls, 'activity.signUp')).toHaveLength(1);
    fireEvent.click(zone('草坪区'));
    expect(screen.queryByTestId('refused-FULL')).toBeNull();
    expect(confirm().hasAttribute('disabled')).toBe(false);
  });

  test('after a reload the same input goes out under the same request id, until a sure answer comes', async () => {
    const died = { ok: false, refusal: 'INTERNAL', detail: { id: '0123456789abcdef' } } as const;
    const calls = await open((_input, turn) => (turn === 0 ? died : ok(registrationOf())));
    const tryAnew = async (): Promise<void> => {
      cleanup();
      render(<Detail id="music" who={MEMBER} />);
      fireEvent.click(await primary());
      fireEvent.click(confirm());
      await screen.findByTestId('signed-up');
    };
    fireEvent.click(confirm());
    await screen.findByTestId('refused-INTERNAL');
    expect(screen.getByText(/问题编号 01234567，/)).toBeTruthy();
    expect(confirm().textContent).toBe('再试一次');
    await tryAnew();
    await tryAnew();
    const [first, second, third] = sent(calls, 'activity.signUp').map(({ requestId }) => requestId);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  test('a place that was cancelled since an earlier try took it is asked for anew', async () => {
    const calls = await open((_input, turn) => ok(registrationOf(turn === 0 ? { state: 'cancelled' } : {})));
    fireEvent.click(confirm());
    await screen.findByTestId('signed-up');
    expect(new Set(sent(calls, 'activity.signUp').map(({ requestId }) => requestId)).size).toBe(2);
  });

  test('who has a place already is shown its ticket', async () => {
    await open(() => ({ ok: false, refusal: 'ALREADY', detail: { registrationId: 'reg7' } }));
    fireEvent.click(confirm());
    fireEvent.click(await screen.findByText('看我的报名'));
    expect(visited).toEqual(['/packages/activity/pages/ticket/index?id=reg7']);
  });
});

test('a question without its answer sends nothing and says which', async () => {
  const question = { id: 'size', label: '衣服尺码', required: true, kind: 'choice' as const, options: ['M', 'L'] };
  const calls = serve({
    'activity.get': () => ok(detailOf({ questions: [question] })),
    'activity.signUp': () => ok(registrationOf()),
    'activity.registration': () => ok(ticketOf()),
  });
  render(<Detail id="music" who={MEMBER} />);
  fireEvent.click(await primary());
  fireEvent.click(screen.getByTestId('confirm-sign-up'));
  expect(screen.getByText('请选一项')).toBeTruthy();
  fireEvent.click(screen.getByText('L'));
  fireEvent.click(screen.getByTestId('confirm-sign-up'));
  await screen.findByTestId('signed-up');
  expect(sent(calls, 'activity.signUp').map(({ input }) => input)).toEqual([
    expect.objectContaining({ answers: { size: 'L' } }),
  ]);
});

test('a question may have the id of a part of the form: each keeps its own fault', async () => {
  const question = {
    id: 'zone',
    label: '来自哪片区',
    required: true,
    kind: 'choice' as const,
    options: ['东区', '西区'],
  };
  const roomy = detailOf().sessionList.map((session) => ({
    ...session,
    zones: session.zones.map((zone) => ({ ...zone, places: { capacity: 100, left: 9 } })),
  }));
  serve({ 'activity.get': () => ok(detailOf({ questions: [question], sessionList: roomy })) });
  render(<Detail id="music" who={MEMBER} />);
  fireEvent.click(await primary());
  fireEvent.click(screen.getByTestId('confirm-sign-up'));
  expect(screen.getByText('请选一个分区')).toBeTruthy();
  expect(screen.getByText('请选一项')).toBeTruthy();
  fireEvent.click(screen.getByText('东区'));
  expect(screen.getByText('请选一个分区')).toBeTruthy();
  expect(screen.queryByText('请选一项')).toBeNull();
});
