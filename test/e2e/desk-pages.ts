import { holds, itemsOf } from './expect';
import type { Stage } from './journey';
import { type PageOf, sheet, sheetOfFirst } from './page-of';
import type { Phone } from './phone';
import { answeredAs, asTheyAre } from './sheet/altered';

export const MERCHANT = '/packages/merchant/pages';
export const DESK = '/packages/desk/pages';

/** Twelve digits that no voucher has. */
export const NOBODYS = '000000000000';

/** What the counter's field takes, as somebody at a desk would type it. */
export async function typeAtCounter(phone: Phone, digits: string): Promise<void> {
  await phone.type('code', digits);
  await phone.tap('scan');
}

/** A voucher is verified at the counter, none of the demo's: each of those can be used but once. */
export async function verifyMadeUp(phone: Phone): Promise<void> {
  const at = Date.now();
  await answeredAs(phone, 'benefit.verify', {
    ...{ redemptionId: 'r', title: '会客厅咖啡一杯', kind: 'voucher', shopId: 's', shopName: '药谷会客厅咖啡' },
    ...{ at, undoUntil: at + 600_000, again: false },
  });
  await typeAtCounter(phone, NOBODYS);
  await phone.sees('verdict-in');
  await asTheyAre(phone);
}

/** Every page of who verifies. */
export async function merchantsPages(stage: Stage): Promise<PageOf[]> {
  const shops = itemsOf(await stage.ask('demo-merchant', 'benefit.myShops', {}));
  const coffee = shops.find(({ name }) => name === '药谷会客厅咖啡')?.id;
  holds(typeof coffee === 'string', 'the merchant verifies for the coffee house');
  const at = (page: string): string => `${MERCHANT}/${page}/index?shop=${coffee}`;
  return [
    { name: 'counter-shops', path: `${MERCHANT}/shops/index`, ready: (phone) => phone.sees('my-shops') },
    { name: 'counter', path: at('verify'), ready: (phone) => phone.sees('ready') },
    { name: 'counter-in', path: at('verify'), ready: verifyMadeUp, sheets: [sheet('undo-sheet', 'undo')] },
    {
      name: 'counter-refused',
      path: at('verify'),
      async ready(phone) {
        await typeAtCounter(phone, NOBODYS);
        await phone.sees('refused-NOT_FOUND');
      },
    },
    { name: 'counter-tally', path: at('tally'), ready: (phone) => phone.sees('sum') },
    {
      name: 'counter-slips',
      path: at('tally'),
      async ready(phone) {
        await phone.all('.tally__day').first().click();
        await phone.sees('slips');
      },
    },
  ];
}

/** Has another organizer propose a grant that two have to decide, so that one waits. */
async function somethingProposed(stage: Stage): Promise<void> {
  const waiting = itemsOf(await stage.ask('demo-organizer', 'points.adjustments', { proposed: true }));
  if (waiting.length > 0) return;
  const [found] = itemsOf(await stage.ask('demo-organizer', 'organizer.findMembers', { text: '林晓禾' }));
  holds(found !== undefined, 'the worker of the demo is found by name');
  const reason = '年度先进个人，工会委员会会议定下来的，名单在公告栏贴了三天';
  await stage.ask('demo-admin', 'points.grant', { memberId: found.memberId, points: 300, reason });
}

async function seekAccount(phone: Phone): Promise<void> {
  await phone.type('member-search', '林晓禾');
  await phone.press(/林晓禾/);
  await phone.sees('account');
}

/** Every page on which organizers make benefits and keep the books of points. */
export async function desksPages(stage: Stage): Promise<PageOf[]> {
  await somethingProposed(stage);
  const benefit = (page: string, id: string): string => `${DESK}/${page}/index?id=${id}`;
  return [
    { name: 'desk-benefits', path: `${DESK}/benefits/index`, ready: (phone) => phone.sees('managed-trampoline') },
    {
      name: 'desk-benefit',
      path: benefit('benefit', 'coffee'),
      ready: (phone) => phone.sees('manage'),
      sheets: [sheet('reason-sheet', 'close-benefit')],
    },
    {
      name: 'desk-benefit-codes',
      path: benefit('benefit', 'film-ticket'),
      ready: (phone) => phone.sees('codes-press'),
      sheets: [sheet('codes-sheet', 'codes-press')],
    },
    { name: 'desk-benefit-new', path: `${DESK}/edit/index`, ready: (phone) => phone.sees('save') },
    { name: 'desk-benefit-edit', path: benefit('edit', 'coffee'), ready: (phone) => phone.sees('save') },
    {
      name: 'desk-listed',
      path: benefit('listed', 'winter-cup'),
      ready: (phone) => phone.reads('领走'),
      sheets: [sheet('add-sheet', 'add')],
    },
    {
      name: 'desk-redemptions',
      path: benefit('redemptions', 'coffee'),
      ready: (phone) => phone.reads('收回'),
      sheets: [sheetOfFirst('reason-sheet', 'revoke-')],
    },
    {
      name: 'desk-shops',
      path: `${DESK}/shops/index`,
      ready: (phone) => phone.reads('跃谷蹦床公园'),
      sheets: [sheet('shop-sheet', 'new-shop')],
    },
    { name: 'desk-points', path: `${DESK}/points/index`, ready: (phone) => phone.sees('points-home') },
    {
      name: 'desk-account',
      path: `${DESK}/points/index`,
      ready: seekAccount,
      sheets: [sheet('grant-points-sheet', 'grant'), sheetOfFirst('reason-sheet', 'reverse-')],
    },
    {
      name: 'desk-adjustments',
      path: `${DESK}/adjustments/index`,
      ready: (phone) => phone.all('[data-testid^="approve-"]').first().waitFor(),
      sheets: [sheetOfFirst('reason-sheet', 'reject-')],
    },
    { name: 'desk-rules', path: `${DESK}/rules/index`, ready: (phone) => phone.sees('rules-form') },
  ];
}
