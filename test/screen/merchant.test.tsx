import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { dayOf, monthOf } from '../../domain/time/shanghai';
import type { Lost, RefusedBy } from '../../src/cloud/call';
import { MePanel } from '../../src/features/member/me';
import { MyShops } from '../../src/features/merchant/shops';
import { Slips } from '../../src/features/merchant/slips';
import { Tally } from '../../src/features/merchant/tally';
import { Verify } from '../../src/features/merchant/verify';
import { toasts, visited } from '../support/taro';
import { shopOf, verifiedOf } from './benefit-samples';
import { freshPhone, goOffline } from './fresh';
import { meOf } from './samples';
import { ok, type Replies, sent, serve } from './server';

const MINUTE = 60_000;

beforeEach(freshPhone);

describe('the way to the counter', () => {
  const roles = [
    ['a merchant', [{ role: 'merchant', scope: { kind: 'shop', id: 'shop1' } }], true],
    ['a merchant of last year', [{ role: 'merchant', scope: { kind: 'shop', id: 'shop1' }, until: 1 }], false],
    ['a volunteer', [{ role: 'volunteer', scope: { kind: 'activity', id: 'a' } }], false],
    ['a member', [], false],
  ] as const;
  test.each(roles)('%s', async (_who, grants, shown) => {
    serve({ 'member.me': () => ok(meOf({ grants: [...grants] })) });
    render(<MePanel />);
    await screen.findByTestId('me-active');
    expect(screen.queryByTestId('counter') !== null).toBe(shown);
  });

  test('who has one shop is taken there, who has several chooses', async () => {
    serve({ 'benefit.myShops': () => ok({ items: [shopOf()], now: Date.now() }) });
    render(<MyShops />);
    await waitFor(() => expect(visited).toEqual(['instead /packages/merchant/pages/verify/index?shop=shop1']));
    freshPhone();
    const items = [shopOf(), shopOf({ id: 'shop2', name: '中心驿站', kind: 'station' })];
    serve({ 'benefit.myShops': () => ok({ items, now: Date.now() }) });
    render(<MyShops />);
    fireEvent.click(await screen.findByTestId('shop-shop2'));
    expect(visited).toEqual(['/packages/merchant/pages/verify/index?shop=shop2']);
  });

  test('no shop, and one that is closed, each have their words', async () => {
    serve({ 'benefit.myShops': () => ok({ items: [], now: Date.now() }) });
    render(<MyShops />);
    expect(await screen.findByTestId('empty')).toBeTruthy();
    freshPhone();
    serve({ 'benefit.myShops': () => ok({ items: [shopOf({ open: false })], now: Date.now() }) });
    render(<Verify shopId="shop1" />);
    expect(await screen.findByTestId('shop-closed')).toBeTruthy();
    expect(screen.queryByTestId('code')).toBeNull();
  });
});

async function counter(replies: Replies) {
  const calls = serve({
    'benefit.myShops': () => ok({ items: [shopOf()], now: Date.now() }),
    'benefit.tallies': () => ok({ days: [], now: Date.now() }),
    ...replies,
  });
  render(<Verify shopId="shop1" />);
  await screen.findByTestId('counter');
  return calls;
}

function type(code: string): void {
  fireEvent.change(screen.getByTestId('code'), { target: { value: code } });
  fireEvent.click(screen.getByTestId('scan'));
}

describe('verifying', () => {
  test('digits typed with gaps are verified, and the answer is large', async () => {
    const calls = await counter({ 'benefit.verify': () => ok(verifiedOf()) });
    type('1234 5678-9012');
    const verdict = await screen.findByTestId('verdict-in');
    expect(verdict.textContent).toContain('核销成功');
    expect(verdict.textContent).toContain('蹦床公园两小时');
    expect(sent(calls, 'benefit.verify').map(({ input }) => input)).toEqual([
      { shopId: 'shop1', code: '123456789012' },
    ]);
  });

  test('too few digits are not sent', async () => {
    const calls = await counter({});
    type('1234 5678');
    expect((await screen.findByTestId('mistyped')).textContent).toContain('现在是 8 位');
    expect(sent(calls, 'benefit.verify')).toHaveLength(0);
  });

  test('a scanned code goes as it is', async () => {
    const calls = await counter({ 'benefit.verify': () => ok(verifiedOf()) });
    type('B.red1.abcdefghij');
    await screen.findByTestId('verdict-in');
    expect(sent(calls, 'benefit.verify')[0]?.input).toEqual({ shopId: 'shop1', code: 'B.red1.abcdefghij' });
  });

  test('the same code again is not counted again, and that is said', async () => {
    await counter({ 'benefit.verify': () => ok(verifiedOf({ again: true })) });
    type('123456789012');
    expect((await screen.findByTestId('verdict-again')).textContent).toContain('没有重复计');
  });

  type Refusal = Exclude<RefusedBy<'benefit.verify'>, Lost>;
  const refusals: [Refusal, string][] = [
    [{ ok: false, refusal: 'NOT_FOUND', detail: { what: 'redemption' } }, '没有这张券'],
    [{ ok: false, refusal: 'CODE_REFUSED', detail: { why: 'old' } }, '码已经过期'],
    [{ ok: false, refusal: 'CODE_REFUSED', detail: { why: 'unknown' } }, '请对方打开“我的券”，扫上面的码'],
    [
      { ok: false, refusal: 'OTHER_SHOP', detail: { title: '电影票', shops: ['药谷影城'] } },
      '“电影票”可以在药谷影城使用',
    ],
    [{ ok: false, refusal: 'ALREADY_VERIFIED', detail: { at: Date.now(), here: false } }, '这张券已经用过了'],
    [{ ok: false, refusal: 'NOT_VALID', detail: { state: 'expired' } }, '这张券过期了'],
    [{ ok: false, refusal: 'NOT_VALID', detail: { state: 'cancelled' } }, '这张券已经退回'],
    [{ ok: false, refusal: 'SHOP_CLOSED', detail: {} }, '这家店已停止核销'],
    [{ ok: false, refusal: 'FORBIDDEN', detail: { needs: ['merchant'] } }, '没有这家店的核销权限'],
  ];
  test.each(refusals)('%j is read at arm’s length', async (refused, words) => {
    await counter({ 'benefit.verify': () => refused });
    type('123456789012');
    const verdict = await screen.findByTestId(`refused-${refused.refusal}`);
    expect(verdict.textContent).toContain('不能核销');
    expect(verdict.textContent).toContain(words);
    expect(screen.queryByTestId('undo')).toBeNull();
  });

  test('without a network no colour says that it may not be, and a retry is the same request', async () => {
    const calls = await counter({ 'benefit.verify': () => ok(verifiedOf()) });
    goOffline();
    type('123456789012');
    expect((await screen.findByTestId('refused-OFFLINE')).className).toContain('verdict--unsure');
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    fireEvent.click(screen.getByTestId('again'));
    await screen.findByTestId('verdict-in');
    expect(sent(calls, 'benefit.verify')).toHaveLength(1);
  });

  test('is undone with a reason, within the time for it', async () => {
    const calls = await counter({
      'benefit.verify': () => ok(verifiedOf()),
      'benefit.undoVerify': () => ok({ redemptionId: 'red1', state: 'valid' }),
    });
    type('123456789012');
    fireEvent.click(await screen.findByTestId('undo'));
    fireEvent.click(screen.getByTestId('confirm-undo'));
    expect(screen.getByText('选一个原因，或者自己写')).toBeTruthy();
    fireEvent.click(screen.getByText('扫错了券'));
    fireEvent.click(screen.getByTestId('confirm-undo'));
    expect(await screen.findByTestId('undone')).toBeTruthy();
    expect(toasts).toEqual(['已撤销']);
    expect(sent(calls, 'benefit.undoVerify').map(({ input }) => input)).toEqual([
      { redemptionId: 'red1', reason: '扫错了券' },
    ]);
  });

  test('after the time for it nothing offers to undo', async () => {
    await counter({ 'benefit.verify': () => ok(verifiedOf({ undoUntil: Date.now() - MINUTE })) });
    type('123456789012');
    await screen.findByTestId('verdict-in');
    expect(screen.queryByTestId('undo')).toBeNull();
  });
});

describe('the books', () => {
  test('a month by day, with its sum, and the month before', async () => {
    const day = dayOf(Date.now());
    const lines = [
      { benefitId: 'jump', title: '蹦床公园两小时', verified: 7 },
      { benefitId: 'cup', title: '咖啡券', verified: 5 },
    ];
    const calls = serve({
      'benefit.tallies': (_input, turn) => ok({ days: turn === 0 ? [{ day, lines }] : [], now: Date.now() }),
    });
    render(<Tally shopId="shop1" />);
    expect((await screen.findByTestId('sum')).textContent).toBe('12');
    fireEvent.click(screen.getByTestId(`day-${day}`));
    expect(visited).toEqual([`/packages/merchant/pages/slips/index?shop=shop1&day=${day}`]);
    fireEvent.click(screen.getByTestId('month-before'));
    expect(await screen.findByText('这个月没有核销')).toBeTruthy();
    const [first, second] = sent(calls, 'benefit.tallies').map(({ input }) => JSON.stringify(input));
    expect(first).toContain(monthOf(Date.now()));
    expect(second).not.toContain(monthOf(Date.now()));
  });

  test('a day one by one; only what is ten minutes old can be undone', async () => {
    const items = [
      { redemptionId: 'new', title: '咖啡券', at: Date.now() - 9 * MINUTE, tail: '9012' },
      { redemptionId: 'old', title: '咖啡券', at: Date.now() - 11 * MINUTE, tail: '3456' },
    ];
    serve({ 'benefit.verifications': () => ok({ items }) });
    render(<Slips shopId="shop1" day={dayOf(Date.now())} />);
    expect((await screen.findByTestId('slip-new')).textContent).toContain('尾号 9012');
    expect(screen.getByTestId('undo-new')).toBeTruthy();
    expect(screen.queryByTestId('undo-old')).toBeNull();
  });
});
