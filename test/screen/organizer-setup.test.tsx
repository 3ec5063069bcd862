import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { nextDayOf } from '../../domain/activity/copied-plan';
import { FIRST_BOOK } from '../../domain/points/rules';
import { dayOf } from '../../domain/time/shanghai';
import { Edit } from '../../src/features/organizer/edit';
import { Manage } from '../../src/features/organizer/manage';
import { visited } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { managedCardOf, managedOf, planOf } from './organizer-samples';
import { ok, serve } from './server';

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
