import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { BenefitEdit } from '../../src/features/desk/benefit-edit';
import { BenefitList } from '../../src/features/desk/benefit-list';
import { BenefitManage } from '../../src/features/desk/benefit-manage';
import type { BenefitPlan, ManagedBenefit } from '../../types/contract/benefit';
import { toasts, visited } from '../support/taro';
import { shopOf } from './benefit-samples';
import { freshPhone } from './fresh';
import { ok, type Replies, sent, serve } from './server';

const HOUR = 3_600_000;
const at = (wall: string): number => Date.parse(`${wall}:00+08:00`);

const PLAN: BenefitPlan = {
  ...{ title: '蹦床公园两小时', tagline: '下班去蹦一蹦', brand: 'vital', kind: 'voucher' },
  ...{ description: ['一人一张。'], terms: ['节假日通用'], price: 60, stock: 200, perPerson: 1 },
  quota: { each: 20, own: { e9: 5 } },
  eligibility: { employments: ['employee'] },
  listed: false,
  opensAt: at('2031-05-01T10:00'),
  closesAt: at('2031-05-08T18:00'),
  useUntil: at('2031-06-01T00:00'),
  cancelWithin: 24 * HOUR,
  refundExpired: true,
  shopIds: ['shop1'],
};

const managedBenefit = (change: Partial<ManagedBenefit> = {}): ManagedBenefit => ({
  ...{ id: 'jump', plan: PLAN, state: 'draft', left: 150, redeemed: 50 },
  ...change,
});

const type = (testId: string, value: string): void => {
  fireEvent.change(screen.getByTestId(testId), { target: { value } });
};
const press = (testId: string): void => void fireEvent.click(screen.getByTestId(testId));
const shops: Replies = { 'benefit.shops': () => ok({ items: [shopOf(), shopOf({ id: 'shut', open: false })] }) };

beforeEach(freshPhone);

describe('a new benefit', () => {
  test('says everything that is missing, and sends nothing', async () => {
    const calls = serve(shops);
    render(<BenefitEdit id={undefined} />);
    await screen.findByTestId('choose-shop1');
    press('save');
    for (const words of ['请填写名称', '请用一句话介绍', '请选一个品牌', '请选在哪里用', '请选开始时间']) {
      expect(screen.getByText(words)).toBeTruthy();
    }
    expect(screen.getByTestId('faults').textContent).toBe('还有 9 处要改');
    expect(sent(calls, 'benefit.create')).toHaveLength(0);
  });

  test('is sent as a plan, its times those of Shanghai, and opens in place of the form', async () => {
    const calls = serve({ ...shops, 'benefit.create': ({ plan }) => ok(managedBenefit({ id: 'new1', plan })) });
    render(<BenefitEdit id={undefined} />);
    await screen.findByTestId('choose-shop1');
    expect(screen.queryByTestId('choose-shut')).toBeNull();
    type('title', '蹦床公园两小时');
    type('tagline', '下班去蹦一蹦');
    fireEvent.click(screen.getByText('活力'));
    type('description', '一人一张。\n\n');
    type('terms', '节假日通用');
    type('price', '60');
    type('stock', '200');
    type('quotaEach', '20');
    type('opensAt', '2031-05-01T10:00');
    type('closesAt', '2031-05-08T18:00');
    type('useUntil', '2031-06-01T00:00');
    press('choose-shop1');
    press('save');
    await waitFor(() => expect(visited).toEqual(['instead /packages/desk/pages/benefit/index?id=new1']));
    expect(sent(calls, 'benefit.create').map(({ input }) => input)).toEqual([
      { plan: { ...PLAN, quota: { each: 20 }, eligibility: {} } },
    ]);
  });

  test('of codes has no shop and no stock of its own; by a list it has no price', async () => {
    const calls = serve({ ...shops, 'benefit.create': ({ plan }) => ok(managedBenefit({ plan })) });
    render(<BenefitEdit id={undefined} />);
    await screen.findByTestId('choose-shop1');
    fireEvent.click(screen.getByText('券码'));
    fireEvent.click(screen.getByText('温暖'));
    press('listed');
    expect(screen.queryByTestId('price')).toBeNull();
    expect(screen.queryByTestId('stock')).toBeNull();
    expect(screen.queryByTestId('choose-shop1')).toBeNull();
    type('title', '电影票');
    type('tagline', '看场电影');
    type('opensAt', '2031-05-01T10:00');
    type('closesAt', '2031-05-08T18:00');
    type('useUntil', '2031-05-08T18:00');
    press('save');
    await waitFor(() => expect(sent(calls, 'benefit.create')).toHaveLength(1));
    expect(sent(calls, 'benefit.create')[0]?.input).toMatchObject({
      plan: { kind: 'codes', price: 0, stock: 0, shopIds: [], listed: true },
    });
  });
});

describe('an edit', () => {
  test('keeps what the form does not show, and what was published stays', async () => {
    const calls = serve({
      ...shops,
      'benefit.manage': () => ok(managedBenefit({ state: 'published' })),
      'benefit.edit': ({ plan }) => ok(managedBenefit({ plan })),
    });
    render(<BenefitEdit id="jump" />);
    await screen.findByTestId('choose-shop1');
    expect(screen.getByText('发布以后不能再改')).toBeTruthy();
    expect(screen.getByText('另有 1 个单位单独定了份额，不受这里影响')).toBeTruthy();
    type('stock', '220');
    press('save');
    await waitFor(() => expect(visited).toEqual(['back']));
    expect(sent(calls, 'benefit.edit').map(({ input }) => input)).toEqual([
      { benefitId: 'jump', plan: { ...PLAN, stock: 220 } },
    ]);
  });

  test('times that cannot be are said before anything is sent', async () => {
    const calls = serve({ ...shops, 'benefit.manage': () => ok(managedBenefit()) });
    render(<BenefitEdit id="jump" />);
    await screen.findByTestId('choose-shop1');
    type('closesAt', '2031-04-01T10:00');
    press('save');
    expect(screen.getByText('截止要晚于开始')).toBeTruthy();
    type('closesAt', '2031-06-02T10:00');
    expect(screen.getByText('不能早于兑换截止')).toBeTruthy();
    expect(sent(calls, 'benefit.edit')).toHaveLength(0);
  });

  test('what the server finds wrong is named by its field, and fewer than are redeemed is refused in words', async () => {
    serve({
      ...shops,
      'benefit.manage': () => ok(managedBenefit()),
      'benefit.edit': (_input, turn) =>
        turn === 0
          ? { ok: false, refusal: 'PLAN_UNFIT', detail: { issues: [{ path: 'plan.quota.each', message: 'x' }] } }
          : { ok: false, refusal: 'REDEEMED_ALREADY', detail: { redeemed: 50 } },
    });
    render(<BenefitEdit id="jump" />);
    await screen.findByTestId('choose-shop1');
    press('save');
    expect((await screen.findByTestId('refused-PLAN_UNFIT')).textContent).toContain('请改一下：每个单位最多');
    press('save');
    expect(await screen.findByText('已经换走 50 份')).toBeTruthy();
  });
});

describe('one benefit at the desk', () => {
  test('a draft is published, and then it is asked for anew', async () => {
    const calls = serve({
      'benefit.manage': (_input, turn) => ok(managedBenefit({ state: turn === 0 ? 'draft' : 'published' })),
      'benefit.publish': () => ok(managedBenefit({ state: 'published' })),
    });
    render(<BenefitManage id="jump" />);
    fireEvent.click(await screen.findByTestId('publish'));
    expect(await screen.findByTestId('close-benefit')).toBeTruthy();
    expect(screen.queryByTestId('publish')).toBeNull();
    expect(sent(calls, 'benefit.publish')).toHaveLength(1);
  });

  test('is closed with a reason and a second yes', async () => {
    const calls = serve({
      'benefit.manage': () => ok(managedBenefit({ state: 'published' })),
      'benefit.close': () => ok(managedBenefit({ state: 'closed' })),
    });
    render(<BenefitManage id="jump" />);
    fireEvent.click(await screen.findByTestId('close-benefit'));
    press('reason-yes');
    expect(screen.getByText('请写明原因')).toBeTruthy();
    expect(sent(calls, 'benefit.close')).toHaveLength(0);
    type('reason', '场馆停业');
    press('reason-yes');
    await waitFor(() => expect(toasts).toEqual(['停止了']));
    expect(sent(calls, 'benefit.close').map(({ input }) => input)).toEqual([{ benefitId: 'jump', reason: '场馆停业' }]);
  });

  test('codes are pasted one a line, each sent once, and what came of them is said', async () => {
    const plan: BenefitPlan = { ...PLAN, kind: 'codes', shopIds: [], stock: 0 };
    const calls = serve({
      'benefit.manage': () => ok(managedBenefit({ plan })),
      'benefit.importCodes': () => ok({ added: 2, known: 1, stock: 12 }),
    });
    render(<BenefitManage id="jump" />);
    fireEvent.click(await screen.findByTestId('codes-press'));
    press('import');
    expect(screen.getByText('先贴上券码')).toBeTruthy();
    type('codes', ' A1 \r\nA2\n\nA1\nA3');
    expect(screen.getByText(/有 1 行重复/)).toBeTruthy();
    press('import');
    const told = await screen.findByTestId('imported');
    expect(told.textContent).toBe('导入了 2 个有 1 个以前导入过，没有重复计现在一共 12 个');
    expect(sent(calls, 'benefit.importCodes').map(({ input }) => input)).toEqual([
      { benefitId: 'jump', codes: ['A1', 'A2', 'A3'] },
    ]);
  });

  test('more codes than are taken at once are not sent', async () => {
    const calls = serve({ 'benefit.manage': () => ok(managedBenefit({ plan: { ...PLAN, kind: 'codes' } })) });
    render(<BenefitManage id="jump" />);
    fireEvent.click(await screen.findByTestId('codes-press'));
    type('codes', Array.from({ length: 501 }, (_, n) => `C${n}`).join('\n'));
    press('import');
    expect(screen.getByText('一次最多 500 个，分几次导入')).toBeTruthy();
    expect(sent(calls, 'benefit.importCodes')).toHaveLength(0);
  });
});

test('the desk lists the benefits of a state, and leads to each', async () => {
  const calls = serve({ 'benefit.managed': () => ok({ items: [managedBenefit({ state: 'published' })] }) });
  render(<BenefitList />);
  expect((await screen.findByTestId('managed-jump')).textContent).toContain('换走 50，还剩 150');
  press('managed-jump');
  expect(visited).toEqual(['/packages/desk/pages/benefit/index?id=jump']);
  fireEvent.click(screen.getByText('草稿'));
  await waitFor(() =>
    expect(sent(calls, 'benefit.managed').map(({ input }) => input)).toEqual([
      { state: 'published' },
      { state: 'draft' },
    ]),
  );
});
