import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Log } from '../../src/features/organizer/log';
import { Volunteers } from '../../src/features/organizer/volunteers';
import { toasts } from '../support/taro';
import { freshPhone } from './fresh';
import { managedOf } from './organizer-samples';
import { type Call, ok, type Replies, sent, serve } from './server';

beforeEach(freshPhone);

const press = (testId: string): void => {
  fireEvent.click(screen.getByTestId(testId));
};
const type = (testId: string, value: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value } });
};
const inputs = (calls: readonly Call[], name: Parameters<typeof sent>[1]): unknown[] =>
  sent(calls, name).map(({ input }) => input);

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
    // A volunteer checks in; a referee may not, and nothing says so.
    const choices = screen.getByTestId('grant-sheet').textContent ?? '';
    expect(choices.match(/签到/g)).toHaveLength(1);
    expect(choices).toContain('裁判记联赛的比分');
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
