import type { Phone } from '../phone';
import { alteredValue, asTheyAre, refusedAs } from './altered';
import { page, type Reel, type Scene } from './scene';

const MERCHANT = '/packages/merchant/pages';
const DESK = '/packages/desk/pages';

async function counter(phone: Phone): Promise<void> {
  await phone.open(`${MERCHANT}/shops/index`);
  await phone.press('药谷会客厅咖啡');
  await phone.sees('counter');
}

async function type(phone: Phone, digits: string): Promise<void> {
  await phone.type('code', digits);
  await phone.tap('scan');
}

const NOBODYS = '000000000000';

const verifying: Scene[] = [
  page('counter-shops', `${MERCHANT}/shops/index`, (phone) => phone.sees('my-shops')),
  { name: 'counter', show: counter },
  {
    name: 'counter-in',
    async show(phone) {
      const verified = {
        ...{ redemptionId: 'r', title: '会客厅咖啡一杯', kind: 'voucher', shopId: 's', shopName: '药谷会客厅咖啡' },
        ...{ at: Date.now(), undoUntil: Date.now() + 600_000, again: false },
      };
      await phone.page.route('**/call/benefit', (route) =>
        String(route.request().postData()).includes('"verify"')
          ? route.fulfill({ json: { ok: true, value: verified } })
          : route.fallback(),
      );
      await type(phone, NOBODYS);
      await phone.sees('verdict-in');
    },
    async after(phone) {
      await phone.page.unroute('**/call/benefit');
    },
  },
  {
    name: 'counter-undo',
    async show(phone) {
      await phone.tap('undo');
      await phone.sees('undo-sheet');
    },
    after: (phone) => phone.press('关闭'),
  },
  {
    name: 'counter-other-shop',
    async show(phone) {
      await refusedAs(phone, 'benefit.verify', 'OTHER_SHOP', { title: '蹦床公园两小时畅玩', shops: ['跃谷蹦床公园'] });
      await type(phone, NOBODYS);
      await phone.sees('refused-OTHER_SHOP');
    },
    after: asTheyAre,
  },
  {
    name: 'counter-offline',
    async show(phone) {
      await phone.context.setOffline(true);
      await type(phone, NOBODYS);
      await phone.sees('refused-OFFLINE');
    },
    after: (phone) => phone.context.setOffline(false),
  },
  {
    name: 'counter-tally',
    async show(phone) {
      await counter(phone);
      await phone.tap('tally');
      await phone.sees('tally-page');
      await phone.sees('sum');
    },
  },
  {
    name: 'counter-slips',
    async show(phone) {
      await phone.all('.tally__day').first().click();
      await phone.sees('slips');
    },
  },
];

const waiting = {
  items: [
    {
      ...{ id: 'a', kind: 'grant', points: 300, reason: '年度先进个人', state: 'proposed', mine: false },
      member: { id: 'm', name: '林晓禾', phone: '138****1001' },
      ...{ by: 'o', byName: '何静川', at: Date.now() - 3_600_000 },
    },
  ],
};

const managing: Scene[] = [
  page('desk-benefits', `${DESK}/benefits/index`, (phone) => phone.sees('managed-trampoline')),
  page('desk-benefit', `${DESK}/benefit/index?id=coffee`, (phone) => phone.sees('manage')),
  page('desk-benefit-edit', `${DESK}/edit/index?id=coffee`, (phone) => phone.sees('save')),
  page('desk-benefit-codes', `${DESK}/benefit/index?id=film-ticket`, async (phone) => {
    await phone.tap('codes-press');
    await phone.sees('codes-sheet');
  }),
  page('desk-listed', `${DESK}/listed/index?id=winter-cup`, (phone) => phone.reads('领走')),
  page('desk-shops', `${DESK}/shops/index`, (phone) => phone.reads('跃谷蹦床公园')),
  page('desk-points', `${DESK}/points/index`, (phone) => phone.sees('points-home')),
  {
    name: 'desk-account',
    async show(phone) {
      await phone.type('member-search', '林晓禾');
      await phone.press(/林晓禾/);
      await phone.sees('account');
    },
  },
  {
    name: 'desk-adjustments',
    async show(phone) {
      await alteredValue(phone, 'points.adjustments', () => waiting);
      await phone.open(`${DESK}/adjustments/index`);
      await phone.sees('adjustment-a');
    },
    after: asTheyAre,
  },
  page('desk-rules', `${DESK}/rules/index`, (phone) => phone.sees('rules-form')),
];

export const DESK_REELS: Reel[] = [
  { device: { openid: 'demo-merchant' }, scenes: verifying },
  { device: { openid: 'demo-organizer' }, scenes: managing },
];
