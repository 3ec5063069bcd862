import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Log } from '../../src/features/organizer/log';
import { Roll } from '../../src/features/organizer/roll';
import { Volunteers } from '../../src/features/organizer/volunteers';
import { Waitlist } from '../../src/features/organizer/waitlist';
import type { Applicant } from '../../types/contract/organizer-activity';
import { scrollToBottom, toasts } from '../support/taro';
import { freshPhone, goOffline } from './fresh';
import { applicantOf, managedOf } from './organizer-samples';
import { type Call, ok, type Replies, sent, serve } from './server';
import { press, type } from './typing';

beforeEach(freshPhone);

const inputs = (calls: readonly Call[], name: Parameters<typeof sent>[1]): unknown[] =>
  sent(calls, name).map(({ input }) => input);

const PEOPLE = [
  applicantOf('r1', '张三', { companions: 2 }),
  applicantOf('r2', '李四', { session: { id: 's2', name: '周日下午场' } }),
  applicantOf('r3', '王五'),
];
const listed = (items: Applicant[]) => () => ok({ items, now: Date.now() });

describe('the queue', () => {
  const QUEUE = PEOPLE.map((applicant, at) => ({ ...applicant, state: 'waitlisted' as const, position: at + 1 }));
  async function queueing(replies: Replies): Promise<Call[]> {
    const calls = serve({
      'organizer.activity': () => ok(managedOf()),
      'organizer.registrations': listed(QUEUE),
      ...replies,
    });
    render(<Waitlist id="music" />);
    await screen.findByText('王五');
    return calls;
  }

  test('a jump says before whom, wants a reason, and tells the new position', async () => {
    const calls = await queueing({ 'organizer.jump': () => ok({ registrationId: 'r3', position: 1 }) });
    expect(screen.queryByTestId('jump-r1')).toBeNull();
    press('jump-r3');
    expect(screen.getByTestId('jump-sheet').textContent).toContain('现在排第 3 位');
    expect(screen.getByTestId('jump-sheet').textContent).toContain('排到没有提前过的人前面');
    press('confirm-jump');
    expect(screen.getByText('请写明原因')).toBeTruthy();
    type('reason', '上一场没进成');
    press('confirm-jump');
    await waitFor(() => expect(toasts).toEqual(['王五排到第 1 位']));
    expect(inputs(calls, 'organizer.jump')).toEqual([{ registrationId: 'r3', reason: '上一场没进成' }]);
    await waitFor(() => expect(inputs(calls, 'organizer.registrations')).toHaveLength(2));
  });

  test('who is no longer in the queue is said to be what they are', async () => {
    await queueing({
      'organizer.jump': () => ({ ok: false, refusal: 'NOT_WAITLISTED', detail: { state: 'offered' } }),
    });
    press('jump-r2');
    type('reason', '补偿');
    press('confirm-jump');
    expect((await screen.findByTestId('refused-NOT_WAITLISTED')).textContent).toContain('有名额，等你确认');
  });
});

describe('the list of names', () => {
  test('by state, with counts; nobody is listed for not having come', async () => {
    const calls = serve({
      'organizer.activity': () => ok(managedOf({ counts: { confirmed: 150, cancelled: 5, absent: 7 } })),
      'organizer.registrations': ({ state }) =>
        ok({
          items: state === 'cancelled' ? [applicantOf('r9', '赵六', { state, reason: '出差' })] : PEOPLE,
          now: Date.now(),
        }),
    });
    render(<Roll id="music" first={undefined} />);
    await screen.findByText('张三');
    expect(screen.getByText('已报名 150')).toBeTruthy();
    expect(screen.queryByText(/未到场/)).toBeNull();
    fireEvent.click(screen.getByText('已取消 5'));
    expect(await screen.findByText('原因：出差')).toBeTruthy();
    expect(inputs(calls, 'organizer.registrations')).toEqual([
      { activityId: 'music', state: 'confirmed' },
      { activityId: 'music', state: 'cancelled' },
    ]);
  });

  test('is read page by page', async () => {
    serve({
      'organizer.activity': () => ok(managedOf()),
      'organizer.registrations': ({ cursor }) =>
        cursor === undefined
          ? ok({ items: PEOPLE, next: 'more', now: Date.now() })
          : ok({ items: [applicantOf('r9', '赵六')], now: Date.now() }),
    });
    render(<Roll id="music" first="waitlisted" />);
    await screen.findByText('张三');
    act(scrollToBottom);
    expect(await screen.findByText('赵六')).toBeTruthy();
  });

  test('without a network it says so', async () => {
    goOffline();
    serve({});
    render(<Roll id="music" first={undefined} />);
    expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
  });
});

describe('volunteers and referees', () => {
  const member = { memberId: 'm1', name: '张三', phone: '138****1001', enterprise: { id: 'e1', name: '禾芩生物制药' } };
  const scope = { kind: 'activity' as const, id: 'music' };
  const managed = managedOf();

  async function finding(replies: Replies): Promise<Call[]> {
    const calls = serve({
      'organizer.activity': () => ok(managed),
      'organizer.findMembers': () => ok({ items: [member] }),
      ...replies,
    });
    render(<Volunteers id="music" />);
    fireEvent.change(await screen.findByTestId('member-search'), { target: { value: '1001' } });
    fireEvent.click(await screen.findByTestId('member-m1'));
    return calls;
  }

  test('too few digits are not sought', async () => {
    const calls = serve({ 'organizer.activity': () => ok(managed) });
    render(<Volunteers id="music" />);
    fireEvent.change(await screen.findByTestId('member-search'), { target: { value: '100' } });
    expect(await screen.findByText('手机号要输四位')).toBeTruthy();
    expect(sent(calls, 'organizer.findMembers')).toHaveLength(0);
  });

  test('one is found by the last digits, granted until a day, and shown so', async () => {
    const calls = await finding({
      'organizer.grant': ({ memberId, role, until }) =>
        ok({ memberId, grants: [{ role, scope, ...(until === undefined ? {} : { until }) }] }),
    });
    fireEvent.click(screen.getByText('裁判'));
    type('until', '2031-05-12T22:00');
    press('grant');
    await waitFor(() => expect(toasts).toEqual(['张三是裁判了']));
    expect(inputs(calls, 'organizer.findMembers')).toEqual([{ text: '1001' }]);
    expect(inputs(calls, 'organizer.grant')).toEqual([
      { memberId: 'm1', role: 'referee', scope, until: Date.parse('2031-05-12T22:00:00+08:00') },
    ]);
    expect(screen.getByTestId('member-m1').textContent).toContain('裁判，到 2031年5月12日');
  });

  test('an end that has passed is said at its field, by the phone and by the server', async () => {
    const calls = await finding({
      'organizer.grant': () => ({ ok: false, refusal: 'UNTIL_PASSED', detail: { now: Date.now() } }),
    });
    type('until', '2020-01-01T10:00');
    press('grant');
    expect(screen.getByText('请选一个以后的时间')).toBeTruthy();
    expect(sent(calls, 'organizer.grant')).toHaveLength(0);
    type('until', '2031-05-12T22:00');
    press('grant');
    expect(await screen.findByText('请选一个以后的时间')).toBeTruthy();
  });

  test('a grant is taken back, and one that is not there is said so', async () => {
    const calls = await finding({
      'organizer.revoke': (_input, turn) =>
        turn === 0
          ? { ok: false, refusal: 'NOT_FOUND', detail: { what: 'grant' } }
          : ok({ memberId: 'm1', grants: [] }),
    });
    press('revoke');
    expect((await screen.findByTestId('refused-NOT_FOUND')).textContent).toContain('这项授权找不到了');
    press('revoke');
    await waitFor(() => expect(toasts).toEqual(['已收回']));
    expect(inputs(calls, 'organizer.revoke')[0]).toEqual({ memberId: 'm1', role: 'volunteer', scope });
    expect(screen.getByTestId('member-m1').textContent).toContain('已收回');
  });

  test('a member who has left meanwhile', async () => {
    await finding({ 'organizer.grant': () => ({ ok: false, refusal: 'NOT_FOUND', detail: { what: 'member' } }) });
    press('grant');
    expect((await screen.findByTestId('refused-NOT_FOUND')).textContent).toContain('这位会员找不到了');
  });
});

test('the log says who did what, when and why', async () => {
  const entry = { id: '1', at: Date.now() - 60_000, by: '王敏', what: 'jumped' as const, whom: '张三', reason: '补偿' };
  serve({ 'organizer.log': () => ok({ items: [entry], now: Date.now() }) });
  render(<Log id="music" />);
  const log = (await screen.findByTestId('log')).textContent ?? '';
  for (const words of ['调到候补最前：张三', '补偿', '王敏 · ']) expect(log).toContain(words);
});
