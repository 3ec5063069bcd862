import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { BenefitManage } from '../../src/features/desk/benefit-manage';
import { Redemptions } from '../../src/features/desk/redemptions';
import type { BenefitKind, BenefitState, RedeemedBy } from '../../types/contract/benefit';
import { toasts, visited } from '../support/taro';
import { freshPhone } from './fresh';
import { ok, type Replies, sent, serve } from './server';

const HOUR = 3_600_000;

const type = (testId: string, value: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value } });
};
const press = (testId: string): void => void fireEvent.click(screen.getByTestId(testId));

const one = (change: Partial<RedeemedBy> = {}): RedeemedBy => ({
  ...{ redemptionId: 'r1', name: '王敏', phone: '138****1001', enterpriseName: '禾芩生物制药' },
  ...{ price: 60, state: 'valid', redeemedAt: Date.now() - HOUR },
  ...change,
});

const used = (): RedeemedBy =>
  one({ redemptionId: 'r2', name: '李想', state: 'verified', verified: { at: Date.now(), shopName: '园区咖啡' } });

const managed = (kind: BenefitKind = 'voucher', state: BenefitState = 'published'): Replies => ({
  'benefit.manage': () =>
    ok({
      ...{ id: 'jump', state, left: 150, redeemed: 50 },
      plan: {
        ...{ title: '蹦床', tagline: '', brand: 'vital', kind, description: [], terms: [], price: 60, stock: 200 },
        ...{ perPerson: 1, eligibility: {}, listed: false, opensAt: 0, closesAt: 1, useUntil: 1, cancelWithin: 0 },
        ...{ refundExpired: true, shopIds: [] },
      },
    }),
});

beforeEach(freshPhone);

describe('who redeemed', () => {
  test('each is shown with where it was used, and only what was not used can be taken back', async () => {
    serve({ ...managed(), 'benefit.redemptions': () => ok({ items: [one(), used()] }) });
    render(<Redemptions id="jump" />);
    const first = await screen.findByTestId('redemption-r1');
    expect(first.textContent).toContain('138****1001 · 禾芩生物制药');
    expect(screen.getByTestId('redemption-r2').textContent).toContain('在园区咖啡用掉');
    expect(screen.getByTestId('revoke-r1')).toBeTruthy();
    expect(screen.queryByTestId('revoke-r2')).toBeNull();
  });

  test('a state asks for those of that state alone', async () => {
    const calls = serve({ ...managed(), 'benefit.redemptions': () => ok({ items: [] }) });
    render(<Redemptions id="jump" />);
    await screen.findByTestId('empty');
    fireEvent.click(screen.getByText('已用'));
    await waitFor(() =>
      expect(sent(calls, 'benefit.redemptions').map(({ input }) => input)).toEqual([
        { benefitId: 'jump' },
        { benefitId: 'jump', state: 'verified' },
      ]),
    );
  });

  test('of codes, whose use we do not hear of, there are no states to choose from', async () => {
    serve({ ...managed('codes'), 'benefit.redemptions': () => ok({ items: [one({ state: 'given' })] }) });
    render(<Redemptions id="jump" />);
    await screen.findByTestId('redemption-r1');
    await waitFor(() => expect(screen.queryByText('全部')).toBeNull());
    expect(screen.queryByTestId('revoke-r1')).toBeNull();
  });
});

describe('taking one back', () => {
  test('says what comes of it, wants a reason and a second yes, and then the list is asked for anew', async () => {
    const calls = serve({
      ...managed(),
      'benefit.redemptions': (_input, turn) => ok({ items: [one(turn === 0 ? {} : { state: 'cancelled' })] }),
      'benefit.revoke': () => ok({ redemptionId: 'r1', state: 'cancelled' }),
    });
    render(<Redemptions id="jump" />);
    fireEvent.click(await screen.findByTestId('revoke-r1'));
    expect(screen.getByText(/60 积分退给对方/)).toBeTruthy();
    press('reason-yes');
    expect(screen.getByText('请写明原因')).toBeTruthy();
    expect(sent(calls, 'benefit.revoke')).toHaveLength(0);
    type('reason', '误发');
    press('reason-yes');
    await waitFor(() => expect(toasts).toEqual(['收回了']));
    expect(sent(calls, 'benefit.revoke').map(({ input }) => input)).toEqual([{ redemptionId: 'r1', reason: '误发' }]);
    await waitFor(() => expect(screen.queryByTestId('revoke-r1')).toBeNull());
    expect(screen.queryByTestId('reason-sheet')).toBeNull();
  });

  test('what was used meanwhile is refused in words, and the sheet stays', async () => {
    serve({
      ...managed(),
      'benefit.redemptions': () => ok({ items: [one({ price: 0 })] }),
      'benefit.revoke': () => ({ ok: false, refusal: 'NOT_VALID', detail: { state: 'verified' } }),
    });
    render(<Redemptions id="jump" />);
    fireEvent.click(await screen.findByTestId('revoke-r1'));
    expect(screen.queryByText(/积分退给对方/)).toBeNull();
    type('reason', '误发');
    press('reason-yes');
    expect(await screen.findByText(/已使用”/)).toBeTruthy();
    expect(toasts).toEqual([]);
  });
});

test('a benefit leads to those who redeemed it; a draft has none', async () => {
  serve(managed());
  const { unmount } = render(<BenefitManage id="jump" />);
  fireEvent.click(await screen.findByTestId('redemptions-press'));
  expect(visited).toEqual(['/packages/desk/pages/redemptions/index?id=jump']);
  unmount();
  freshPhone();
  serve(managed('voucher', 'draft'));
  render(<BenefitManage id="jump" />);
  await screen.findByTestId('manage');
  expect(screen.queryByTestId('redemptions-press')).toBeNull();
});
