import './qr-in-words';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { STEP_MS, voucherCode } from '../../domain/ticket/code';
import { keepAnswer } from '../../src/cloud/answers';
import { Voucher } from '../../src/features/benefit/voucher';
import { Vouchers } from '../../src/features/benefit/vouchers';
import type { Voucher as VoucherOf } from '../../types/contract/benefit';
import { toasts, visited } from '../support/taro';
import { redemptionOf, VOUCHER_KEY, voucherOf } from './benefit-samples';
import { freshPhone, goOffline } from './fresh';
import { ok, sent, serve } from './server';

const HOUR = 3_600_000;

beforeEach(freshPhone);

async function show(change: Partial<VoucherOf>, testId: string): Promise<void> {
  serve({ 'benefit.show': () => ok(voucherOf(change)) });
  render(<Voucher id="red1" />);
  await screen.findByTestId(testId);
}

describe('a voucher that can be shown', () => {
  test('draws another code at every step, from its key alone', async () => {
    jest.useFakeTimers({ now: 120_000_000 * STEP_MS + 4_000 });
    keepAnswer('benefit.show', { redemptionId: 'red1' }, voucherOf());
    goOffline();
    await act(async () => void render(<Voucher id="red1" />));
    const before = Date.now();
    expect(screen.getByTestId('qr').textContent).toBe(voucherCode(VOUCHER_KEY, 'red1', before));
    act(() => void jest.advanceTimersByTime(STEP_MS));
    expect(screen.getByTestId('qr').textContent).toBe(voucherCode(VOUCHER_KEY, 'red1', before + STEP_MS));
    jest.useRealTimers();
  });

  test('has its digits in groups of four, its terms and its shops', async () => {
    await show({}, 'voucher-valid');
    expect([...(screen.getByTestId('digits').children ?? [])].map(({ textContent }) => textContent)).toEqual([
      '1234',
      '5678',
      '9012',
    ]);
    for (const words of ['节假日通用', '跃动蹦床公园', '药谷中路 8 号']) expect(screen.getByText(words)).toBeTruthy();
  });

  test('without a network it is shown all the same, and says what needs one', async () => {
    keepAnswer('benefit.show', { redemptionId: 'red1' }, voucherOf());
    goOffline();
    render(<Voucher id="red1" />);
    expect(await screen.findByText('没有网络也能出示，核销要店家那边联网')).toBeTruthy();
    expect(screen.getByTestId('qr')).toBeTruthy();
  });

  test('one that this phone never had needs the network once', async () => {
    goOffline();
    render(<Voucher id="red1" />);
    expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
  });

  test('is used while one looks at it', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate'] });
    const verified = { at: Date.now(), shopName: '跃动蹦床公园' };
    serve({
      'benefit.show': (_input, turn) => ok(voucherOf(turn === 0 ? {} : { state: 'verified', verified })),
    });
    await act(async () => void render(<Voucher id="red1" />));
    await act(() => jest.advanceTimersByTimeAsync(100));
    expect(screen.getByTestId('qr')).toBeTruthy();
    await act(() => jest.advanceTimersByTimeAsync(6_000));
    expect(screen.getByTestId('voucher-verified')).toBeTruthy();
    jest.useRealTimers();
  });

  test('asks once more before it is given back, and then shows no code', async () => {
    const calls = serve({
      'benefit.show': (_input, turn) => ok(voucherOf(turn === 0 ? {} : { state: 'cancelled', refunded: 60 })),
      'benefit.cancel': () => ok(redemptionOf({ state: 'cancelled', refunded: 60 })),
    });
    render(<Voucher id="red1" />);
    fireEvent.click(await screen.findByTestId('give-back'));
    expect(sent(calls, 'benefit.cancel')).toHaveLength(0);
    fireEvent.click(screen.getByTestId('confirm-give-back'));
    fireEvent.click(screen.getByTestId('confirm-give-back'));
    await screen.findByTestId('voucher-cancelled');
    expect(screen.getByText('60 积分已经退回')).toBeTruthy();
    expect(screen.queryByTestId('qr')).toBeNull();
    expect(toasts).toEqual(['退回了 60 积分']);
    expect(sent(calls, 'benefit.cancel')).toHaveLength(1);
  });

  test('past the time for it there is no way back', async () => {
    await show({ cancelUntil: Date.now() - HOUR }, 'voucher-valid');
    expect(screen.queryByTestId('give-back')).toBeNull();
  });

  test('a time that passed while one looked is refused in words', async () => {
    serve({
      'benefit.show': () => ok(voucherOf()),
      'benefit.cancel': () => ({ ok: false, refusal: 'PAST_UNTIL', detail: { until: Date.now() } }),
    });
    render(<Voucher id="red1" />);
    fireEvent.click(await screen.findByTestId('give-back'));
    fireEvent.click(screen.getByTestId('confirm-give-back'));
    expect(await screen.findByTestId('refused-PAST_UNTIL')).toBeTruthy();
  });
});

describe('whatever became of it has its page, and no code', () => {
  const verified = { at: Date.now() - HOUR, shopName: '跃动蹦床公园' };
  const endings: [string, Partial<VoucherOf>, string, string][] = [
    ['used', { state: 'verified', verified }, 'voucher-verified', '已经使用'],
    ['fetched', { state: 'verified', verified, kind: 'goods' }, 'voucher-verified', '已经领取'],
    ['given back', { state: 'cancelled', refunded: 60 }, 'voucher-cancelled', '60 积分已经退回'],
    ['taken back', { state: 'cancelled', refunded: 60, reason: '场馆停业' }, 'voucher-cancelled', '场馆停业'],
    ['expired, refunded', { state: 'expired', refunded: 60 }, 'voucher-expired', '60 积分已经退回'],
    ['expired, not refunded', { state: 'expired' }, 'voucher-expired', '按这项福利的规则，积分不退'],
    ['expired before anything ran', { state: 'valid', useUntil: Date.now() - 1 }, 'voucher-expired', '已经过期'],
  ];
  test.each(endings)('%s', async (_what, change, testId, words) => {
    await show(change, testId);
    expect(screen.getByText(words)).toBeTruthy();
    for (const gone of ['qr', 'digits', 'give-back']) {
      if (change.state !== 'valid') expect(screen.queryByTestId(gone)).toBeNull();
    }
    expect(screen.queryByTestId('qr')).toBeNull();
  });

  test('a code of somebody else’s is copied', async () => {
    const copied: string[] = [];
    const writeText = async (text: string): Promise<void> => void copied.push(text);
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    await show({ state: 'given', kind: 'codes', code: 'FILM-7K2Q', shops: [] }, 'voucher-given');
    fireEvent.click(screen.getByTestId('copy'));
    await waitFor(() => expect(toasts).toEqual(['复制好了']));
    expect(copied).toEqual(['FILM-7K2Q']);
  });

  test('a strange id leads to what one holds', async () => {
    serve({ 'benefit.show': () => ({ ok: false, refusal: 'NOT_FOUND', detail: { what: 'redemption' } }) });
    render(<Voucher id="nobody" />);
    fireEvent.click(await screen.findByText('看我的券'));
    expect(visited).toEqual(['/packages/benefit/pages/vouchers/index']);
  });
});

describe('my vouchers', () => {
  test('those to be shown are at hand before anybody needs them', async () => {
    const items = [
      redemptionOf(),
      redemptionOf({ id: 'red2' }),
      redemptionOf({ id: 'red3' }),
      redemptionOf({ id: 'r4' }),
    ];
    const calls = serve({
      'benefit.mine': () => ok({ items, now: Date.now() }),
      'benefit.show': ({ redemptionId }) => ok(voucherOf({ id: redemptionId })),
    });
    render(<Vouchers />);
    await waitFor(() => expect(sent(calls, 'benefit.show')).toHaveLength(3));
    expect(sent(calls, 'benefit.show').map(({ input }) => input)).toContainEqual({ redemptionId: 'red1' });
  });

  test('without a network the last list is shown, and said to be', async () => {
    keepAnswer('benefit.mine', { valid: true }, { items: [redemptionOf()], now: Date.now() });
    goOffline();
    render(<Vouchers />);
    expect(await screen.findByText('没有网络，打开过的券还能看')).toBeTruthy();
    expect(screen.getByTestId('voucher-red1')).toBeTruthy();
  });

  test('all of them, with what became of each', async () => {
    const items = [redemptionOf({ state: 'verified' }), redemptionOf({ id: 'red2', state: 'cancelled' })];
    const calls = serve({
      'benefit.mine': ({ valid }) => ok({ items: valid ? [] : items, now: Date.now() }),
    });
    render(<Vouchers />);
    expect(await screen.findByText('没有可以用的券')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '全部' }));
    expect(await screen.findByText('已使用')).toBeTruthy();
    expect(screen.getByText('已取消')).toBeTruthy();
    expect(sent(calls, 'benefit.show')).toHaveLength(0);
  });
});
