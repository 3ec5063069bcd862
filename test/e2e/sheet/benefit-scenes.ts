import { heldVoucher } from '../benefits';
import type { Phone } from '../phone';
import { alteredValue, asTheyAre, refusedAs } from './altered';
import { page, type Reel, type Scene, scrollTo } from './scene';

const BENEFIT = '/packages/benefit/pages';
const HOUR = 3_600_000;

const benefitPath = (id: string): string => `${BENEFIT}/detail/index?id=${id}`;
const benefit = (name: string, id: string): Scene => page(name, benefitPath(id), (phone) => phone.sees('primary'));

/** A benefit's page with something in it otherwise than it is. */
function benefitWith(name: string, change: object): Scene {
  return {
    name,
    async show(phone) {
      await alteredValue(phone, 'benefit.get', () => change);
      await phone.open(benefitPath('trampoline'));
      await phone.reopen();
      await phone.sees('primary');
    },
    after: asTheyAre,
  };
}

const looking: Scene[] = [
  page('benefits', '/pages/benefits/index', (phone) => phone.sees('benefits')),
  {
    name: 'benefits-kind',
    async show(phone) {
      await phone.press('领取');
      await phone.reads('书香帆布袋');
    },
    after: (phone) => phone.press('全部'),
  },
  benefit('benefit', 'trampoline'),
  { name: 'benefit-below', show: (phone) => scrollTo(phone, '使用须知') },
  benefit('benefit-out', 'badminton-hour'),
  benefit('benefit-soon', 'craft-day'),
  benefit('benefit-listed', 'winter-cup'),
  benefit('benefit-mine', 'film-ticket'),
  benefitWith('benefit-short', { points: 45 }),
  benefitWith('benefit-quota-used', { quota: { capacity: 20, left: 0 } }),
];

async function openRedeem(phone: Phone): Promise<void> {
  await phone.open(benefitPath('trampoline'));
  await phone.offers('兑换');
  await phone.tap('primary');
  await phone.sees('confirm-redeem');
}

const redeeming: Scene[] = [
  { name: 'redeem', show: openRedeem },
  {
    name: 'redeem-short',
    async show(phone) {
      await refusedAs(phone, 'benefit.redeem', 'POINTS_SHORT', { needs: 60, has: 45 });
      await openRedeem(phone);
      await phone.tap('confirm-redeem');
      await phone.sees('refused-POINTS_SHORT');
    },
    after: asTheyAre,
  },
  {
    name: 'redeemed',
    async show(phone) {
      await phone.open('/pages/benefits/index');
      await openRedeem(phone);
      await phone.tap('confirm-redeem');
      await phone.sees('redeemed');
    },
    async after(phone, stage) {
      const redemptionId = await heldVoucher(stage, phone.openid, 'trampoline');
      await stage.ask(phone.openid, 'benefit.cancel', { redemptionId });
    },
  },
];

const voucher = (name: string, id: string, seen: string): Scene => ({
  name,
  async show(phone, stage) {
    await phone.open(`${BENEFIT}/voucher/index?id=${await heldVoucher(stage, phone.openid, id)}`);
    await phone.sees(seen);
  },
});

const holding: Scene[] = [
  voucher('voucher', 'coffee', 'qr'),
  {
    name: 'voucher-give-back',
    async show(phone) {
      const until = { cancelUntil: Date.now() + 5 * HOUR };
      await alteredValue(phone, 'benefit.show', () => until);
      await phone.reopen();
      await phone.tap('give-back');
      await phone.sees('confirm-give-back');
    },
    after: asTheyAre,
  },
  voucher('voucher-code', 'film-ticket', 'copy'),
  voucher('voucher-verified', 'book-bag', 'voucher-verified'),
  voucher('voucher-cancelled', 'trampoline', 'voucher-cancelled'),
  page('vouchers', `${BENEFIT}/vouchers/index`, (phone) => phone.reads('会客厅咖啡一杯')),
  page('points', `${BENEFIT}/points/index`, (phone) => phone.sees('entries')),
  {
    name: 'points-earning',
    async show(phone) {
      await phone.tap('segment-earning');
      await phone.sees('earning');
    },
  },
  {
    name: 'points-explained',
    async show(phone) {
      await phone.tap('segment-explained');
      await phone.sees('explained');
    },
  },
];

export const BENEFIT_REELS: Reel[] = [
  { device: { openid: 'demo-worker' }, scenes: [...looking, ...redeeming, ...holding] },
  {
    device: { openid: 'visitor-benefits' },
    scenes: [page('benefits-visitor', '/pages/benefits/index', (phone) => phone.sees('ask-to-join'))],
  },
  {
    device: { openid: 'demo-worker', width: 1280, height: 800 },
    scenes: [
      page('window-benefits', '/pages/benefits/index', (phone) => phone.sees('benefits')),
      benefit('window-benefit', 'trampoline'),
      { name: 'window-redeem', show: openRedeem },
      voucher('window-voucher', 'coffee', 'qr'),
      page('window-vouchers', `${BENEFIT}/vouchers/index`, (phone) => phone.reads('会客厅咖啡一杯')),
      page('window-points', `${BENEFIT}/points/index`, (phone) => phone.sees('entries')),
    ],
  },
];
