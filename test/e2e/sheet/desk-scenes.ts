import { DESK, MERCHANT, NOBODYS, typeAtCounter, verifyMadeUp } from '../desk-pages';
import type { Phone } from '../phone';
import { alteredValue, asTheyAre, refusedAs } from './altered';
import { page, type Reel, type Scene } from './scene';

async function counter(phone: Phone): Promise<void> {
  await phone.open(`${MERCHANT}/shops/index`);
  await phone.press('药谷会客厅咖啡');
  await phone.sees('counter');
}

const verifying: Scene[] = [
  page('counter-shops', `${MERCHANT}/shops/index`, (phone) => phone.sees('my-shops')),
  { name: 'counter', show: counter },
  { name: 'counter-in', show: verifyMadeUp },
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
      await typeAtCounter(phone, NOBODYS);
      await phone.sees('refused-OTHER_SHOP');
    },
    after: asTheyAre,
  },
  {
    name: 'counter-offline',
    async show(phone) {
      await phone.context.setOffline(true);
      await typeAtCounter(phone, NOBODYS);
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
  page('desk-redemptions', `${DESK}/redemptions/index?id=coffee`, (phone) => phone.reads('收回')),
  {
    name: 'desk-revoke',
    async show(phone) {
      await phone.all('[data-testid^="revoke-"]').first().click();
      await phone.sees('reason-sheet');
    },
    after: (phone) => phone.press('关闭'),
  },
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

/** The same in a window, where there is room to be wasted. */
const inWindow = (scenes: readonly Scene[], ...names: string[]): Scene[] =>
  scenes.flatMap((scene) => (names.includes(scene.name) ? { ...scene, name: `window-${scene.name}` } : []));

const WINDOW = { width: 1280, height: 800 };

export const DESK_REELS: Reel[] = [
  { device: { openid: 'demo-merchant' }, scenes: verifying },
  { device: { openid: 'demo-organizer' }, scenes: managing },
  {
    device: { openid: 'demo-merchant', ...WINDOW },
    scenes: inWindow(verifying, 'counter', 'counter-in', 'counter-tally'),
  },
  {
    device: { openid: 'demo-organizer', ...WINDOW },
    scenes: inWindow(
      managing,
      'desk-benefits',
      'desk-benefit',
      'desk-benefit-edit',
      'desk-redemptions',
      'desk-shops',
      'desk-rules',
    ),
  },
];
