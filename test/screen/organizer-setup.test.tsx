import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { nextDayOf } from '../../domain/activity/copied-plan';
import { FIRST_BOOK } from '../../domain/points/rules';
import { dayOf } from '../../domain/time/shanghai';
import { Edit } from '../../src/features/organizer/edit';
import { Manage } from '../../src/features/organizer/manage';
import type { PlanCheck } from '../../types/contract/organizer-check';
import type { Plan } from '../../types/contract/plan';
import { visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { managedCardOf, managedOf, planOf } from './organizer-samples';
import { type Call, ok, type Replies, sent, serve } from './server';

beforeEach(freshPhone);

const press = (testId: string): void => {
  fireEvent.click(screen.getByTestId(testId));
};
const type = (testId: string, value: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value } });
};
const shows = (testId: string): string => {
  const input = screen.getByTestId(testId);
  return input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement ? input.value : '';
};
const checkOf = (change: Partial<PlanCheck> = {}): PlanCheck => ({
  ...{ clashes: [], moreClashes: false, now: Date.now() },
  ...change,
});
/** Nothing to ask about, but for what a test says. */
const sound = (change: Partial<Plan> = {}): Plan => planOf({ quota: {}, cancelUntil: planOf().closesAt, ...change });

describe('a new activity begins', () => {
  test('from a template: what is usual is filled in, the name is left', () => {
    serve({});
    render(<Edit />);
    fireEvent.click(screen.getByText('读书会'));
    expect(shows('title')).toBe('');
    press('step-when');
    expect(shows('sessions.s1.name')).toBe('晚场');
    press('step-places');
    expect(shows('sessions.s1.capacity')).toBe('36');
  });

  test('like a former one that is chosen from the list, on the same weekday of a week to come', async () => {
    const former = managedOf();
    serve({
      'organizer.activities': () => ok({ items: [managedCardOf('music', { title: '职工音乐节' })], now: Date.now() }),
      'organizer.activity': () => ok(former),
    });
    render(<Edit />);
    press('start-like');
    fireEvent.click(await screen.findByTestId('former-music'));
    await screen.findByTestId('copy-sheet');
    const day = shows('copy-day');
    press('copy');
    await screen.findByTestId('title');
    expect(shows('title')).toBe('职工音乐节');
    press('step-when');
    expect(shows('sessions.s1.startsAt').slice(0, 10)).toBe(day);
    expect(new Date(day).getUTCDay()).toBe(new Date(dayOf(former.startsAt)).getUTCDay());
  });

  test('a day that is not to come is refused at the field', async () => {
    serve({ 'organizer.activity': () => ok(managedOf()) });
    render(<Manage id="music" />);
    fireEvent.click(await screen.findByTestId('copy-activity'));
    type('copy-day', dayOf(Date.now()));
    press('copy');
    expect(screen.getByText('请选明天或以后')).toBeTruthy();
    type('copy-day', '2031-05-10');
    press('copy');
    expect(visited).toEqual(['/packages/setup/pages/edit/index?like=music&on=2031-05-10']);
  });

  test.each(['2020-05-10', '2031-02-30', 'tomorrow'])(
    'a link whose day is over or none begins on the usual one: %s',
    async (on) => {
      const former = managedOf();
      serve({ 'organizer.activity': () => ok(former) });
      render(<Edit like="music" on={on} />);
      await screen.findByTestId('title');
      press('step-when');
      expect(shows('sessions.s1.startsAt').slice(0, 10)).toBe(nextDayOf(former.plan, Date.now()));
    },
  );

  test('what is begun like a former one does not take the place of what else is begun', async () => {
    serve({ 'organizer.activity': () => ok(managedOf()) });
    const first = render(<Edit />);
    press('start-empty');
    type('title', '写了一半的');
    first.unmount();
    const second = render(<Edit like="music" on="2031-05-10" />);
    await screen.findByTestId('title');
    type('title', '照着办的');
    second.unmount();
    render(<Edit />);
    expect(shows('title')).toBe('写了一半的');
  });

  test('without a network the former ones cannot be read, and that is said', async () => {
    goOffline();
    serve({});
    render(<Edit />);
    press('start-like');
    expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
  });
});

describe('the preview', () => {
  test('is what is typed, drawn as workers will see it', async () => {
    serve({ 'organizer.activity': () => ok(managedOf()) });
    render(<Edit id="music" />);
    type('title', (await screen.findByTestId('title')) && '换了名字的音乐节');
    press('look');
    const look = within(screen.getByTestId('look-sheet'));
    await waitFor(() => expect(look.getByTestId('plan-look').textContent).toContain('换了名字的音乐节'));
    const text = look.getByTestId('plan-look').textContent ?? '';
    expect(text).toContain('草坪区');
    expect(text).toContain('380');
    expect(text).toContain('申请参加');
  });

  test('stands beside the form in a wide window, with no press that opens it', async () => {
    const list = { matches: true, addEventListener: () => undefined, removeEventListener: () => undefined };
    Object.defineProperty(window, 'matchMedia', { value: () => list, configurable: true });
    serve({ 'organizer.activity': () => ok(managedOf()) });
    render(<Edit id="music" />);
    expect(await screen.findByTestId('plan-look')).toBeTruthy();
    expect(screen.queryByTestId('look')).toBeNull();
    Reflect.deleteProperty(window, 'matchMedia');
  });

  test('stands as soon as one session has its times; what is missing is named, and sign-up is not settled', async () => {
    serve({});
    render(<Edit />);
    press('start-empty');
    press('step-when');
    type('sessions.s1.startsAt', '2031-05-10T18:30');
    type('sessions.s1.endsAt', '2031-05-10T21:30');
    press('sessions.add');
    type('sessions.s2.endsAt', '');
    press('look');
    const look = within(screen.getByTestId('look-sheet'));
    await waitFor(() => expect(look.getByTestId('plan-look').textContent).toContain('敬请期待'));
    const text = look.getByTestId('plan-look').textContent ?? '';
    for (const words of ['活动名称', '地点还没填', '还没定，定了会写在这里']) expect(text).toContain(words);
    expect(text).not.toContain('共 2 场');
  });

  test('says what it needs while no session has its times', () => {
    serve({});
    render(<Edit />);
    press('start-empty');
    press('look');
    expect(screen.getByText('填好一场的时间，就看得到大家看到的样子')).toBeTruthy();
  });
});

describe('rewards', () => {
  const rules = () => ok({ today: FIRST_BOOK, coming: [], now: Date.now() });

  test('are what the rules of that day give for the format, and are not set here', async () => {
    const coming = { ...FIRST_BOOK, version: '2030-01-01', from: '2030-01-01' };
    const dearer = coming.rules.map((rule) => (rule.id === 'attend-show' ? { ...rule, points: 7 } : rule));
    const later = planOf().sessions.map((session) => ({
      ...session,
      startsAt: Date.parse('2030-05-01T10:00:00+08:00'),
      endsAt: Date.parse('2030-05-01T12:00:00+08:00'),
    }));
    serve({
      'organizer.activity': () => ok(managedOf({ plan: planOf({ sessions: later }) })),
      'points.rules': () => ok({ today: FIRST_BOOK, coming: [{ ...coming, rules: dearer }], now: Date.now() }),
    });
    render(<Edit id="music" />);
    await screen.findByTestId('save');
    press('step-rewards');
    const shown = await screen.findByTestId('rewards');
    expect(shown.textContent).toContain('+7 分');
    expect(shown.textContent).toContain('不能单个活动另定');
    expect(shown.querySelector('input')).toBeNull();
  });

  test('without check-in there are none, and that is said', async () => {
    serve({
      'organizer.activity': () => ok(managedOf({ plan: planOf({ takesAttendance: false }) })),
      'points.rules': rules,
    });
    render(<Edit id="music" />);
    await screen.findByTestId('save');
    press('step-rewards');
    expect((await screen.findByTestId('rewards')).textContent).toContain('不签到就没有积分');
  });
});

describe('what to think of before publishing', () => {
  const draft = (plan: Plan) => managedOf({ state: 'draft', plan });
  const tight = (): Plan => sound({ venue: { ...planOf().venue, holds: 250 } });

  async function checking(plan: Plan, replies: Replies): Promise<Call[]> {
    const calls = serve({ 'organizer.activity': () => ok(draft(plan)), ...replies });
    render(<Edit id="music" />);
    await screen.findByTestId('save');
    press('step-check');
    return calls;
  }

  test('in the last step each says what to do, and leads to its field; saving goes on all the same', async () => {
    const [first] = planOf().sessions;
    const clash = {
      sessionId: 's1',
      activityId: 'choir',
      title: '合唱排练',
      startsAt: first?.startsAt ?? 0,
      endsAt: first?.endsAt ?? 0,
    };
    const calls = await checking(tight(), {
      'organizer.checkPlan': () => ok(checkOf({ clashes: [clash], volunteers: 0 })),
    });
    expect((await screen.findByTestId('warning-venue-clash')).textContent).toContain('合唱排练');
    expect(screen.getByTestId('warning-over-venue').textContent).toContain('减掉 50 个');
    expect(sent(calls, 'organizer.checkPlan')[0]?.input).toMatchObject({
      activityId: 'music',
      plan: { title: '职工音乐节' },
    });
    expect(screen.queryByTestId('faults')).toBeNull();
    press('warning-over-venue');
    expect(screen.getByTestId('sessions.s1.capacity')).toBeTruthy();
    press('step-check');
    fireEvent.click(await screen.findByTestId('warning-no-volunteers'));
    expect(visited).toEqual(['/packages/organizer/pages/volunteers/index?id=music']);
  });

  test.each([
    ['of volunteers too', { volunteers: 1 }, '时间、名额、场地和志愿者都看过了，没有要提醒的'],
    ['of what was looked at alone', {}, '时间、名额和场地都看过了，没有要提醒的'],
  ])('where nothing is to be thought of, that is said %s', async (_what, found, words) => {
    await checking(sound({ preview: true }), { 'organizer.checkPlan': () => ok(checkOf(found)) });
    expect((await screen.findByTestId('no-warnings')).textContent).toBe(words);
  });

  test('while something is missing nothing is asked', async () => {
    const calls = serve({});
    render(<Edit />);
    press('start-empty');
    press('step-check');
    expect(screen.queryByTestId('warnings')).toBeNull();
    expect(sent(calls, 'organizer.checkPlan')).toHaveLength(0);
  });

  test('on the sheet that publishes they stand too, and lead into the form at the field', async () => {
    serve({
      'organizer.activity': () => ok(draft(tight())),
      'organizer.checkPlan': () => ok(checkOf({ volunteers: 1, moreClashes: true })),
      'organizer.publishActivity': () => ok({ activityId: 'music', state: 'published' }),
    });
    render(<Manage id="music" />);
    fireEvent.click(await screen.findByTestId('publish'));
    expect(await screen.findByTestId('warning-more-at-venue')).toBeTruthy();
    expect(screen.queryByTestId('warning-no-volunteers')).toBeNull();
    press('warning-over-venue');
    expect(visited).toEqual(['/packages/setup/pages/edit/index?id=music&at=sessions.s1.capacity']);
    press('confirm-publish');
    await waitFor(() => expect(screen.queryByTestId('publish-sheet')).toBeNull());
  });

  test('where the venue could not be asked about that is said, and what the plan says stands', async () => {
    const calls = await checking(tight(), {
      'organizer.checkPlan': (_input, turn) =>
        turn === 0 ? { ok: false, refusal: 'FORBIDDEN', detail: { needs: ['organizer'] } } : ok(checkOf()),
    });
    expect(await screen.findByTestId('refused-FORBIDDEN')).toBeTruthy();
    expect(screen.getByTestId('warning-over-venue')).toBeTruthy();
    expect(sent(calls, 'organizer.checkPlan')).toHaveLength(1);
  });

  test('a field that the link names is where the form begins, and is brought into sight', async () => {
    const sought: string[] = [];
    function scrollIntoView(this: HTMLElement): void {
      sought.push(this.id);
    }
    Object.defineProperty(HTMLElement.prototype, 'scrollIntoView', { value: scrollIntoView, configurable: true });
    serve({ 'organizer.activity': () => ok(draft(tight())) });
    render(<Edit id="music" at="closesAt" />);
    expect(await screen.findByTestId('closesAt')).toBeTruthy();
    await waitFor(() => expect(sought).toEqual(['field-closesAt']));
    Reflect.deleteProperty(HTMLElement.prototype, 'scrollIntoView');
  });
});
