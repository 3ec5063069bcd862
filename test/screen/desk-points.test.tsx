import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Account } from '../../src/features/desk/account';
import { Adjustments } from '../../src/features/desk/adjustments';
import { Rules } from '../../src/features/desk/rules';
import type { AdjustmentView, EntryView } from '../../types/contract/points';
import { toasts, visited } from '../support/taro';
import { BOOK, balanceOf, entryOf } from './benefit-samples';
import { freshPhone } from './fresh';
import { ok, type Replies, sent, serve } from './server';

const adjustmentOf = (change: Partial<AdjustmentView> = {}): AdjustmentView => ({
  ...{ id: 'adj1', kind: 'grant', points: 500, reason: '先进个人', state: 'proposed', mine: false },
  member: { id: 'm1', name: '王敏', phone: '138****1001' },
  ...{ by: 'm9', byName: '苏明月', at: Date.now() - 60_000 },
  ...change,
});

const type = (testId: string, value: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value } });
};
const press = (testId: string): void => void fireEvent.click(screen.getByTestId(testId));

beforeEach(freshPhone);

describe('somebody’s account', () => {
  async function open(items: EntryView[], replies: Replies = {}) {
    const calls = serve({
      'points.account': () => ok({ balance: balanceOf(), entries: { items }, now: Date.now() }),
      ...replies,
    });
    render(<Account memberId="m1" name="王敏" />);
    await screen.findByTestId('account');
    return calls;
  }

  test('points are given with a reason; above the limit somebody else decides, and that is said', async () => {
    const calls = await open([], { 'points.grant': () => ok(adjustmentOf()) });
    press('grant');
    press('confirm-grant');
    expect(screen.getByText('请填 1 以上的整数')).toBeTruthy();
    expect(screen.getByText('请写明原因')).toBeTruthy();
    type('points', '500');
    type('reason', '先进个人');
    press('confirm-grant');
    await waitFor(() => expect(toasts).toEqual(['超过一个人能定的数，等另一位来定']));
    expect(sent(calls, 'points.grant').map(({ input }) => input)).toEqual([
      { memberId: 'm1', points: 500, reason: '先进个人' },
    ]);
  });

  test('what was earned is taken back with a reason; what was spent or taken back is not offered', async () => {
    const spent = entryOf({ id: 'spent', points: -60, cause: { kind: 'redemption', title: '蹦床' } });
    const back = entryOf({ id: 'back', points: 60, cause: { kind: 'refund', title: '蹦床' } });
    const calls = await open([entryOf(), spent, back], {
      'points.reverse': () => ok(adjustmentOf({ kind: 'reverse', state: 'approved' })),
    });
    expect(screen.queryByTestId('reverse-spent')).toBeNull();
    expect(screen.queryByTestId('reverse-back')).toBeNull();
    press('reverse-entry1');
    type('reason', '发重了');
    press('reason-yes');
    await waitFor(() => expect(toasts).toEqual(['撤回了']));
    expect(sent(calls, 'points.reverse').map(({ input }) => input)).toEqual([
      { memberId: 'm1', entryId: 'entry1', reason: '发重了' },
    ]);
  });

  test('what cannot be reversed says why', async () => {
    await open([entryOf()], {
      'points.reverse': () => ({ ok: false, refusal: 'NOT_REVERSIBLE', detail: { why: 'nothing' } }),
    });
    press('reverse-entry1');
    type('reason', '发重了');
    press('reason-yes');
    expect(await screen.findByText('这一笔没有积分可撤')).toBeTruthy();
  });
});

describe('what waits for a second organizer', () => {
  test('who proposed it does not decide it', async () => {
    serve({ 'points.adjustments': () => ok({ items: [adjustmentOf({ mine: true })] }) });
    render(<Adjustments />);
    expect(await screen.findByText('你提的，要另一位组织者来定')).toBeTruthy();
    expect(screen.queryByTestId('approve-adj1')).toBeNull();
  });

  test('is approved at once, and rejected with a reason', async () => {
    const calls = serve({
      'points.adjustments': () => ok({ items: [adjustmentOf()] }),
      'points.decideAdjustment': ({ decision }) =>
        ok(adjustmentOf({ state: decision === 'approve' ? 'approved' : 'rejected' })),
    });
    render(<Adjustments />);
    fireEvent.click(await screen.findByTestId('reject-adj1'));
    press('reason-yes');
    expect(screen.getByText('请写明原因')).toBeTruthy();
    type('reason', '算错了');
    press('reason-yes');
    await waitFor(() => expect(toasts).toHaveLength(1));
    fireEvent.click(await screen.findByTestId('approve-adj1'));
    await waitFor(() => expect(toasts).toHaveLength(2));
    expect(sent(calls, 'points.decideAdjustment').map(({ input }) => input)).toEqual([
      { adjustmentId: 'adj1', decision: 'reject', reason: '算错了' },
      { adjustmentId: 'adj1', decision: 'approve' },
    ]);
  });
});

describe('the rules', () => {
  async function openRules(replies: Replies = {}) {
    const calls = serve({
      'points.rules': () => ok({ today: BOOK, coming: [], now: Date.now() }),
      ...replies,
    });
    render(<Rules />);
    await screen.findByTestId('rules-form');
    return calls;
  }

  test('begin as those of today, and are published whole from a day on', async () => {
    const calls = await openRules({ 'points.publishRules': (input) => ok({ version: 'r2', ...input }) });
    type('from', '2031-01-01T00:00');
    type('points-a', '6');
    press('remove-d');
    fireEvent.click(screen.getByRole('button', { name: '连续打卡' }));
    press('publish-rules');
    expect(screen.getByTestId('faults').textContent).toBe('还有 1 处要改');
    type('count-n1', '7');
    type('points-n1', '10');
    type('year.streak', '100');
    press('publish-rules');
    await waitFor(() => expect(toasts).toEqual(['新规则公布了']));
    expect(visited).toEqual(['back']);
    const [a, b, c] = BOOK.rules;
    expect(sent(calls, 'points.publishRules').map(({ input }) => input)).toEqual([
      {
        from: '2031-01-01',
        rules: [{ ...a, points: 6 }, b, c, { id: 'n1', kind: 'streak', points: 10, days: 7 }],
        caps: { day: { attendance: 20 }, year: { attendance: 600, streak: 100 } },
      },
    ]);
  });

  test('two lines for the same are said before anything is sent', async () => {
    const calls = await openRules();
    fireEvent.click(screen.getByRole('button', { name: '志愿值守' }));
    type('points-n1', '9');
    press('publish-rules');
    expect(screen.getByText('和上面的重复了')).toBeTruthy();
    expect(sent(calls, 'points.publishRules')).toHaveLength(0);
  });

  test('a day that is too soon is refused in words', async () => {
    await openRules({
      'points.publishRules': () => ({ ok: false, refusal: 'TOO_SOON', detail: { earliest: '2031-01-02' } }),
    });
    press('publish-rules');
    expect(await screen.findByText(/最早从 2031年1月2日 .* 起/)).toBeTruthy();
  });
});
