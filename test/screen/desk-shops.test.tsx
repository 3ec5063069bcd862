import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Listed } from '../../src/features/desk/listed';
import { Shops } from '../../src/features/desk/shops';
import { toasts } from '../support/taro';
import { shopOf } from './benefit-samples';
import { freshPhone } from './fresh';
import { ok, type Replies, sent, serve } from './server';

const HOUR = 3_600_000;

const type = (testId: string, value: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value } });
};
const press = (testId: string): void => void fireEvent.click(screen.getByTestId(testId));

beforeEach(freshPhone);

const FOUND = { memberId: 'm1', name: '王敏', phone: '138****1001', enterprise: { id: 'e1', name: '禾芩生物制药' } };
const finding: Replies = { 'organizer.findMembers': () => ok({ items: [FOUND] }) };

describe('the list of who may', () => {
  const member = {
    memberId: 'm2',
    name: '李想',
    phone: '138****1002',
    enterpriseId: 'e1',
    enterpriseName: '禾芩生物制药',
  };

  test('says who has fetched it; only who has not is taken off', async () => {
    const items = [member, { ...member, memberId: 'm3', fetchedAt: Date.now() - HOUR }];
    const calls = serve({
      'benefit.listed': () => ok({ items }),
      'benefit.setListed': () => ok({ listedCount: 1 }),
    });
    render(<Listed id="cool" />);
    expect((await screen.findByTestId('listed-m3')).textContent).toContain('领走');
    expect(screen.queryByTestId('remove-m3')).toBeNull();
    press('remove-m2');
    await waitFor(() => expect(toasts).toEqual(['移出了名单']));
    expect(sent(calls, 'benefit.setListed')[0]?.input).toEqual({ benefitId: 'cool', add: [], remove: ['m2'] });
  });

  test('a member is found and put on it', async () => {
    const calls = serve({
      ...finding,
      'benefit.listed': () => ok({ items: [] }),
      'benefit.setListed': () => ok({ listedCount: 3 }),
    });
    render(<Listed id="cool" />);
    await screen.findByTestId('empty');
    press('add');
    type('member-search', '王敏');
    fireEvent.click(await screen.findByTestId('member-m1'));
    await waitFor(() => expect(toasts).toEqual(['王敏在名单里了，共 3 位']));
    expect(sent(calls, 'benefit.setListed')[0]?.input).toEqual({ benefitId: 'cool', add: ['m1'], remove: [] });
  });
});

describe('shops', () => {
  test('one is added, the missing said first', async () => {
    const calls = serve({ 'benefit.shops': () => ok({ items: [] }), 'benefit.saveShop': () => ok(shopOf()) });
    render(<Shops />);
    await screen.findByTestId('empty');
    press('new-shop');
    press('save-shop');
    expect(screen.getByText('请填写地址')).toBeTruthy();
    type('shop-name', '跃动蹦床公园');
    type('shop-address', '药谷中路 8 号');
    press('save-shop');
    await waitFor(() => expect(toasts).toEqual(['已保存']));
    expect(sent(calls, 'benefit.saveShop').map(({ input }) => input)).toEqual([
      { name: '跃动蹦床公园', address: '药谷中路 8 号', kind: 'merchant', open: true },
    ]);
  });

  test('a member may verify for exactly this one', async () => {
    const calls = serve({
      'benefit.shops': () => ok({ items: [shopOf()] }),
      ...finding,
      'organizer.grant': () => ok({ memberId: 'm1', grants: [] }),
    });
    render(<Shops />);
    fireEvent.click(await screen.findByTestId('shop-shop1'));
    press('verifiers');
    type('member-search', '1001');
    fireEvent.click(await screen.findByTestId('member-m1'));
    press('grant');
    await waitFor(() => expect(toasts).toEqual(['王敏可以核销了']));
    expect(sent(calls, 'organizer.grant').map(({ input }) => input)).toEqual([
      { memberId: 'm1', role: 'merchant', scope: { kind: 'shop', id: 'shop1' } },
    ]);
  });
});
