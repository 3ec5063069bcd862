import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { Lost, RefusedBy } from '../../src/cloud/call';
import { Catalogue } from '../../src/features/benefit/catalogue';
import { Detail } from '../../src/features/benefit/detail';
import type { BenefitDetail } from '../../types/contract/benefit';
import type { MemberStatus } from '../../types/vocabulary';
import { scrollToBottom, visited } from '../support/taro';
import { benefitCardOf, benefitOf, redemptionOf, voucherOf } from './benefit-samples';
import { freshPhone, goOffline } from './fresh';
import { ok, type Replies, sent, serve } from './server';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

beforeEach(freshPhone);

describe('the catalogue', () => {
  test('says of each what it costs, what kind it is, and how it stands', async () => {
    const soon = benefitCardOf({ id: 'cool', title: '送清凉', kind: 'goods', price: 0, opensAt: Date.now() + DAY });
    const out = benefitCardOf({ id: 'film', title: '电影票', kind: 'codes', phase: 'out' });
    serve({ 'benefit.list': () => ok({ items: [benefitCardOf(), soon, out], now: Date.now() }) });
    render(<Catalogue />);
    const rows = await screen.findByTestId('benefits');
    expect(rows.textContent).toContain('60积分蹦床公园两小时');
    expect(rows.textContent).toContain('免费会员送清凉');
    for (const words of ['还剩 34 份', '换完了', '明天']) expect(rows.textContent).toContain(words);
    fireEvent.click(screen.getByTestId('benefit-jump'));
    expect(visited).toEqual(['/packages/benefit/pages/detail/index?id=jump']);
  });

  test('opens on the second, whatever the last answer said', async () => {
    const card = benefitCardOf({ phase: 'soon', opensAt: Date.now() - 1 });
    serve({ 'benefit.list': () => ok({ items: [card], now: Date.now() }) });
    render(<Catalogue />);
    expect(await screen.findByText('还剩 34 份')).toBeTruthy();
  });

  test('one kind alone, and more of it at the end of the page', async () => {
    const calls = serve({
      'benefit.list': (_input, turn) =>
        turn < 2
          ? ok({ items: [benefitCardOf()], next: 'c1', now: Date.now() })
          : ok({ items: [benefitCardOf({ id: 'two', title: '第二页' })], now: Date.now() }),
    });
    render(<Catalogue />);
    await screen.findByTestId('benefits');
    fireEvent.click(screen.getByRole('button', { name: '到店券' }));
    await screen.findByTestId('benefits');
    scrollToBottom();
    expect(await screen.findByText('第二页')).toBeTruthy();
    expect(sent(calls, 'benefit.list').map(({ input }) => input)).toEqual([
      {},
      { kind: 'voucher' },
      { kind: 'voucher', cursor: 'c1' },
    ]);
  });

  test('nothing yet, and no network, each have their words', async () => {
    serve({ 'benefit.list': () => ok({ items: [], now: Date.now() }) });
    render(<Catalogue />);
    expect(await screen.findByText('这里还没有福利')).toBeTruthy();
    freshPhone();
    goOffline();
    render(<Catalogue />);
    expect(await screen.findByTestId('refused-OFFLINE')).toBeTruthy();
  });
});

async function open(change: Partial<BenefitDetail>, replies: Replies = {}, status: MemberStatus = 'active') {
  const calls = serve({
    'benefit.get': () => ok(benefitOf(change)),
    'benefit.show': ({ redemptionId }) => ok(voucherOf({ id: redemptionId })),
    ...replies,
  });
  render(<Detail id="jump" status={status} />);
  await screen.findByTestId('primary');
  return calls;
}

const primary = (): string | null => screen.getByTestId('primary').textContent;
const isOff = (): boolean => screen.getByTestId('primary').hasAttribute('disabled');

describe('the one button says what is true for this person', () => {
  const out = { stock: { capacity: 200, left: 0 }, phase: 'out' as const };
  const states: [string, Partial<BenefitDetail>, MemberStatus, string, boolean][] = [
    ['open', {}, 'active', '兑换', false],
    ['open and free', { price: 0 }, 'active', '领取', false],
    ['a second one', { perPerson: 2, mine: ['red1'] }, 'active', '再兑换一份', false],
    ['all of mine', { mine: ['red1'] }, 'active', '看我的券', false],
    ['too few points', { points: 45 }, 'active', '还差 15 分', false],
    ['just enough points', { points: 60 }, 'active', '兑换', false],
    ['not open yet', { phase: 'soon', opensAt: Date.now() + DAY }, 'active', '还没开始', true],
    ['too late', { closesAt: Date.now() - 1 }, 'active', '已结束', true],
    ['nothing left', out, 'active', '换完了', true],
    ['nothing left for the enterprise', { quota: { capacity: 20, left: 0 } }, 'active', '单位份额用完了', true],
    ['by a list', { listed: true, onList: false, price: 0 }, 'active', '按名单发放', true],
    ['on the list', { listed: true, onList: true, price: 0 }, 'active', '领取', false],
    ['a visitor', {}, 'visitor', '先加入工会', false],
    ['a visitor, too late', { closesAt: Date.now() - 1 }, 'visitor', '已结束', true],
    ['who waits to be let in', {}, 'pending', '入会审核中', true],
  ];
  test.each(states)('%s', async (_what, change, status, words, off) => {
    await open(change, {}, status);
    expect(primary()).toBe(words);
    expect(isOff()).toBe(off);
  });

  test('leads a visitor to joining, and who is short of points to how one earns them', async () => {
    await open({}, {}, 'visitor');
    fireEvent.click(screen.getByTestId('primary'));
    freshPhone();
    await open({ points: 1 });
    fireEvent.click(screen.getByTestId('primary'));
    expect(visited).toEqual(['/packages/benefit/pages/points/index']);
  });

  test('names stock, quota, window, terms, the way back, and where it is good', async () => {
    await open({ quota: { capacity: 20, left: 3 } });
    const text = screen.getByTestId('benefit').textContent ?? '';
    for (const words of [
      '34',
      '/ 200',
      '你们单位还能换 3 份，共 20 份',
      '截止',
      '节假日通用',
      '跃动蹦床公园',
      '药谷中路 8 号',
    ]) {
      expect(text).toContain(words);
    }
    expect(screen.getByText('兑换后 2 天内可以退回')).toBeTruthy();
    expect(screen.getByText('到期没用，积分自动退回')).toBeTruthy();
  });

  test('what is given for nothing says nothing of points', async () => {
    await open({ price: 0 });
    expect(screen.queryByText(/积分自动退回/)).toBeNull();
    expect(screen.getByText('领到后 2 天内可以退回')).toBeTruthy();
  });

  test('what cannot be found says so', async () => {
    serve({ 'benefit.get': () => ({ ok: false, refusal: 'NOT_FOUND', detail: { what: 'benefit' } }) });
    render(<Detail id="gone" status="active" />);
    expect(await screen.findByText('这项福利找不到了')).toBeTruthy();
  });
});

describe('redeeming', () => {
  function start(): void {
    fireEvent.click(screen.getByTestId('primary'));
    fireEvent.click(screen.getByTestId('confirm-redeem'));
  }

  test('says what it costs and what is left before anything is taken', async () => {
    const calls = await open({});
    fireEvent.click(screen.getByTestId('primary'));
    const sheet = screen.getByTestId('redeem-sheet').textContent ?? '';
    expect(sheet).toContain('要用60 积分');
    expect(sheet).toContain('用完还剩45 积分');
    expect(sent(calls, 'benefit.redeem')).toHaveLength(0);
  });

  test('ends with what one got, and the way to it', async () => {
    const calls = await open({}, { 'benefit.redeem': () => ok(redemptionOf()) });
    start();
    fireEvent.click(screen.getByTestId('confirm-redeem'));
    await screen.findByTestId('redeemed');
    expect(screen.getByText('换好了')).toBeTruthy();
    // Its key is fetched at once: the voucher is shown later without a network.
    await waitFor(() =>
      expect(sent(calls, 'benefit.show').map(({ input }) => input)).toEqual([{ redemptionId: 'red1' }]),
    );
    expect(sent(calls, 'benefit.redeem')).toHaveLength(1);
    await waitFor(() => expect(sent(calls, 'benefit.get').length).toBeGreaterThan(1));
    fireEvent.click(screen.getByTestId('see-voucher'));
    expect(visited).toEqual(['/packages/benefit/pages/voucher/index?id=red1']);
  });

  test.each([
    ['voucher', true],
    ['goods', true],
    // Nobody can take back a code, and whether it was used we never hear.
    ['codes', false],
  ] as const)('of %s asks, once it is had, to be told what becomes of it: %s', async (kind, asks) => {
    serve({
      'benefit.get': () => ok(benefitOf({ kind })),
      'benefit.redeem': () => ok(redemptionOf({ kind })),
      'benefit.show': () => ok(voucherOf({ kind })),
    });
    render(<Detail id="jump" status="active" beTold={<p>be told</p>} />);
    await screen.findByTestId('benefit');
    expect(screen.queryByText('be told')).toBeNull();
    start();
    await screen.findByTestId('redeemed');
    expect(screen.queryByText('be told') !== null).toBe(asks);
  });

  test('an answer that stayed out is asked for under the same request id', async () => {
    const calls = await open({}, { 'benefit.redeem': (_input, turn) => (turn < 3 ? 'lost' : ok(redemptionOf())) });
    start();
    await waitFor(() => expect(screen.getByTestId('confirm-redeem').textContent).toBe('再试一次'), { timeout: 4_000 });
    fireEvent.click(screen.getByTestId('confirm-redeem'));
    await screen.findByTestId('redeemed');
    const ids = sent(calls, 'benefit.redeem').map(({ requestId }) => requestId);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(1);
  });

  test('what an earlier try had taken and was given back since is redeemed anew', async () => {
    const calls = await open(
      {},
      { 'benefit.redeem': (_input, turn) => ok(redemptionOf(turn === 0 ? { state: 'cancelled' } : { id: 'red2' })) },
    );
    start();
    await screen.findByTestId('redeemed');
    const ids = sent(calls, 'benefit.redeem').map(({ requestId }) => requestId);
    expect(new Set(ids).size).toBe(2);
  });

  type Refusal = Exclude<RefusedBy<'benefit.redeem'>, Lost>;
  const refusals: [Refusal, string][] = [
    [{ ok: false, refusal: 'POINTS_SHORT', detail: { needs: 60, has: 45 } }, '需要 60 分，现在有 45 分，还差 15 分'],
    [{ ok: false, refusal: 'OUT_OF_STOCK', detail: {} }, '积分没有动，有人退回会再放出来'],
    [{ ok: false, refusal: 'QUOTA_USED', detail: { quota: 20 } }, '每个单位 20 份，积分没有动'],
    [{ ok: false, refusal: 'LIMIT_REACHED', detail: { limit: 1 } }, '每人最多 1 份'],
    [{ ok: false, refusal: 'WINDOW_CLOSED', detail: { closedAt: Date.now() - 1 } }, '兑换已结束'],
    [{ ok: false, refusal: 'NOT_BEFORE', detail: { opensAt: Date.now() + DAY } }, '还没开始'],
    [
      { ok: false, refusal: 'NOT_FOR_YOU', detail: { why: 'list' } },
      '这次按名单发放，名单里没有你。觉得漏了就问问工会',
    ],
    [{ ok: false, refusal: 'NOT_MEMBER', detail: {} }, '还不是会员'],
  ];
  test.each(refusals)('%j is said in place', async (refused, words) => {
    await open({}, { 'benefit.redeem': () => refused });
    start();
    await screen.findByTestId(`refused-${refused.refusal}`);
    expect(screen.getByTestId('redeem-sheet').textContent).toContain(words);
    expect(screen.queryByTestId('redeemed')).toBeNull();
  });
});
