import { signedUp, timePasses } from '../activities';
import { heldVoucher } from '../benefits';
import { holds, isRecord, same } from '../expect';
import type { Journey, Stage } from '../journey';
import { memberNo } from '../people';
import type { Phone } from '../phone';
import { readQr } from '../qr-reader';
import { squaresOf } from '../qr-squares';

const DAY = 24 * 3_600_000;

async function points(stage: Stage, openid: string): Promise<number> {
  const value = await stage.ask(openid, 'points.balance', {});
  holds(isRecord(value) && typeof value.points === 'number', 'a balance has points');
  return value.points;
}

/** An organizer gives that member points: few enough for one to decide. */
async function given(stage: Stage, openid: string, amount: number): Promise<void> {
  const me = await stage.ask(openid, 'member.me', {});
  holds(isRecord(me) && typeof me.memberId === 'string', 'a member has an id');
  await stage.ask('demo-organizer', 'points.grant', { memberId: me.memberId, points: amount, reason: '演示' });
}

async function attend(stage: Stage, openid: string): Promise<void> {
  const registrationId = await signedUp(stage, openid, 'lawn-stage', 'a');
  await stage.ask('demo-volunteer', 'checkin.admit', { registrationId });
  await timePasses(stage);
}

async function openBenefit(phone: Phone, id: string): Promise<void> {
  await phone.open(`/packages/benefit/pages/detail/index?id=${id}`);
  await phone.sees('primary');
}

async function redeem(phone: Phone, id: string): Promise<void> {
  await openBenefit(phone, id);
  await phone.offers('兑换');
  await phone.tap('primary');
  await phone.tap('confirm-redeem');
  await phone.sees('redeemed');
  await phone.tap('see-voucher');
  await phone.sees('qr');
}

const wholeWay: Journey = {
  name: 'who was there has points, redeems a coffee, and the merchant verifies it once',
  async run(stage) {
    const openid = memberNo(55);
    same(await points(stage, openid), 0, 'points before');
    await attend(stage, openid);
    const phone = await stage.person({ openid });
    await phone.open('/pages/benefits/index');
    await phone.reads('+5 草坪小舞台');
    await phone.part('balance').filter({ hasText: /^5$/ }).waitFor();
    await redeem(phone, 'coffee');
    same(await points(stage, openid), 0, 'points after redeeming');
    const digits = (await phone.part('digits').innerText()).replace(/\D/g, '');
    const code = readQr(await squaresOf(phone));
    holds(code.startsWith('B.'), `a voucher shows ${code}`);
    const merchant = await stage.person({ openid: 'demo-merchant' });
    await merchant.open('/pages/me/index');
    await merchant.tap('counter');
    await merchant.press('药谷会客厅咖啡');
    await merchant.sees('counter');
    await merchant.type('code', code);
    await merchant.tap('scan');
    await merchant.sees('verdict-in');
    await merchant.reads('会客厅咖啡一杯');
    await merchant.type('code', digits);
    await merchant.tap('scan');
    await merchant.sees('verdict-again');
    await phone.sees('voucher-verified');
    await merchant.tap('tally');
    await merchant.sees('sum');
  },
};

const elsewhere: Journey = {
  name: 'a voucher of another shop is not taken, and a mistake is undone with a reason',
  async run(stage) {
    const openid = memberNo(56);
    await given(stage, openid, 60);
    const phone = await stage.person({ openid });
    await redeem(phone, 'trampoline');
    const digits = (await phone.part('digits').innerText()).replace(/\D/g, '');
    const merchant = await stage.person({ openid: 'demo-merchant' });
    await merchant.open('/packages/merchant/pages/shops/index');
    await merchant.press('药谷会客厅咖啡');
    await merchant.type('code', digits);
    await merchant.tap('scan');
    await merchant.sees('refused-OTHER_SHOP');
    await merchant.press('返回');
    await merchant.press('跃谷蹦床公园');
    await merchant.type('code', digits);
    await merchant.tap('scan');
    await merchant.sees('verdict-in');
    await merchant.tap('undo');
    await merchant.press('扫错了券');
    await merchant.tap('confirm-undo');
    await merchant.sees('undone');
    await phone.reopen();
    await phone.sees('qr');
    await phone.tap('give-back');
    await phone.tap('confirm-give-back');
    await phone.sees('voucher-cancelled');
    same(await points(stage, openid), 60, 'what was given back is there again');
  },
};

const refusals: Journey = {
  name: 'nobody redeems without points, stock, quota, or outside the time, and each is said',
  async run(stage) {
    const openid = memberNo(57);
    const phone = await stage.person({ openid });
    await openBenefit(phone, 'trampoline');
    await phone.offers('还差 60 分');
    for (const [id, words] of [
      ['craft-day', '还没开始'],
      ['summer-pack', '已结束'],
      ['winter-cup', '按名单发放'],
    ] as const) {
      await openBenefit(phone, id);
      await phone.offers(words);
    }
    await given(stage, openid, 90);
    await openBenefit(phone, 'trampoline');
    await phone.reopen();
    await phone.offers('兑换');
    await phone.tap('primary');
    await phone.sees('confirm-redeem');
    // While the sheet is open an organizer lowers what an enterprise may take.
    const managed = await stage.ask('demo-organizer', 'benefit.manage', { benefitId: 'trampoline' });
    holds(isRecord(managed) && isRecord(managed.plan), 'a benefit has a plan');
    const { plan } = managed;
    const none = { ...plan, quota: { own: { ...(await ownNone(stage, openid)) } } };
    await stage.ask('demo-organizer', 'benefit.edit', { benefitId: 'trampoline', plan: none });
    await phone.tap('confirm-redeem');
    await phone.sees('refused-QUOTA_USED');
    same(await points(stage, openid), 90, 'a refusal takes no points');
    await stage.ask('demo-organizer', 'benefit.edit', { benefitId: 'trampoline', plan });
    const refused = await stage.tryTo(openid, 'benefit.redeem', { benefitId: 'badminton-hour' });
    same(refused.ok === false && refused.refusal, 'OUT_OF_STOCK', 'what is gone is refused');
    await openBenefit(phone, 'badminton-hour');
    await phone.offers('换完了');
  },
};

/** No place at all for that person's enterprise. */
async function ownNone(stage: Stage, openid: string): Promise<Record<string, number>> {
  const me = await stage.ask(openid, 'member.me', {});
  const enterprise = isRecord(me) && isRecord(me.enterprise) ? me.enterprise.id : undefined;
  holds(typeof enterprise === 'string', 'a member has an enterprise');
  return { [enterprise]: 0 };
}

const refunded: Journey = {
  name: 'what was paid for and not used comes back when it expires',
  async run(stage) {
    const openid = memberNo(58);
    await given(stage, openid, 60);
    const phone = await stage.person({ openid });
    await redeem(phone, 'trampoline');
    const id = await heldVoucher(stage, openid, 'trampoline');
    await stage.cloud.api('POST', 'clock', { advanceMs: 50 * DAY });
    await timePasses(stage);
    await phone.open(`/packages/benefit/pages/voucher/index?id=${id}`);
    await phone.reopen();
    await phone.sees('voucher-expired');
    await phone.reads('60 积分已经退回');
    same(await points(stage, openid), 60, 'points after it expired');
  },
};

const takenBack: Journey = {
  name: 'an organizer finds who redeemed, takes a voucher back with a reason, and its member reads it',
  async run(stage) {
    const openid = memberNo(59);
    await given(stage, openid, 60);
    const phone = await stage.person({ openid });
    await redeem(phone, 'trampoline');
    const id = await heldVoucher(stage, openid, 'trampoline');
    const organizer = await stage.person({ openid: 'demo-organizer' });
    await organizer.open('/packages/desk/pages/benefit/index?id=trampoline');
    await organizer.tap('redemptions-press');
    await organizer.tap(`revoke-${id}`);
    await organizer.reads('60 积分退给对方');
    await organizer.type('reason', '场馆这周检修');
    await organizer.tap('reason-yes');
    await organizer.losesSightOf(`revoke-${id}`);
    await phone.sees('voucher-cancelled');
    await phone.reads('场馆这周检修', '60 积分已经退回');
    same(await points(stage, openid), 60, 'points after it was taken back');
  },
};

const offline: Journey = {
  name: 'a voucher opened before is shown without a network, and says what needs one',
  async run(stage) {
    const phone = await stage.person({ openid: 'demo-worker' });
    await phone.open(`/packages/benefit/pages/voucher/index?id=${await heldVoucher(stage, 'demo-worker', 'coffee')}`);
    await phone.sees('qr');
    await phone.context.setOffline(true);
    await phone.reads('核销要店家那边联网');
    holds(readQr(await squaresOf(phone)).startsWith('B.'), 'the code is drawn');
    await phone.context.setOffline(false);
  },
};

// The last one lets all vouchers expire.
const journeys: Journey[] = [wholeWay, elsewhere, refusals, takenBack, offline, refunded];
export default journeys;
