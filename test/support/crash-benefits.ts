import type { BenefitPlan } from '../../types/contract';
import {
  addBenefits,
  addCodes,
  addMerchant,
  addRich,
  addShops,
  atBenefit,
  redeemed,
  redemptionOf,
  requestId,
} from './benefit-town';
import { benefitPlan } from './benefits';
import type { RunningCloud } from './cloud';
import type { Command, Prepare } from './crash-command';
import { accepted } from './organizing';
import { FIRST_ADMIN, memberOf } from './town';

const CODES: Partial<BenefitPlan> = { kind: 'codes', shopIds: [], cancelWithin: 0, refundExpired: false };

export async function startCounter(cloud: RunningCloud): Promise<void> {
  await addShops(cloud, { cafe: '园区咖啡' });
  await addMerchant(cloud, 'mei', 'cafe');
}

const command = (op: string, input: object, openid = FIRST_ADMIN): Command => ({
  ...{ fn: 'benefit', op, input, openid },
  requestId: requestId(),
});

/** Somebody with points, and a benefit of their own: what a round leaves concerns no other. */
async function scene(cloud: RunningCloud, tag: string, changes: Parameters<typeof benefitPlan>[0] = {}) {
  const [openid, benefitId] = [`buyer-${tag}`, `benefit-${tag}`];
  await addRich(cloud, [openid], 250);
  await addBenefits(cloud, { [benefitId]: { stock: 4, perPerson: 2, quota: { each: 3 }, ...changes } });
  return { openid, benefitId };
}

export async function bought(cloud: RunningCloud, tag: string, changes: Parameters<typeof benefitPlan>[0] = {}) {
  const made = await scene(cloud, tag, changes);
  const redemptionId = await redeemed(cloud, made.openid, made.benefitId);
  return { ...made, redemptionId, code: (await redemptionOf(cloud, redemptionId)).digits };
}

async function drafted(cloud: RunningCloud, tag: string, changes: Parameters<typeof benefitPlan>[0] = {}) {
  const plan = benefitPlan({ title: `草稿 ${tag}`, ...changes });
  return accepted((await atBenefit(cloud, 'create', { plan }, FIRST_ADMIN)).answer).id;
}

/** Every command of the benefits that writes, by its name. */
export const BENEFITS: Record<string, Prepare> = {
  async redeem(cloud, tag) {
    const { openid, benefitId } = await scene(cloud, tag);
    return command('redeem', { benefitId }, openid);
  },
  async redeemCode(cloud, tag) {
    const { openid, benefitId } = await scene(cloud, tag, { ...CODES });
    await addCodes(cloud, benefitId, 4);
    return command('redeem', { benefitId }, openid);
  },
  async cancel(cloud, tag) {
    const { openid, redemptionId } = await bought(cloud, tag);
    return command('cancel', { redemptionId }, openid);
  },
  async revoke(cloud, tag) {
    const { redemptionId } = await bought(cloud, tag);
    return command('revoke', { redemptionId, reason: '误发' });
  },
  async verify(cloud, tag) {
    const { code } = await bought(cloud, tag);
    return command('verify', { shopId: 'cafe', code }, 'mei');
  },
  async undoVerify(cloud, tag) {
    const { code, redemptionId } = await bought(cloud, tag);
    await atBenefit(cloud, 'verify', { shopId: 'cafe', code }, 'mei');
    return command('undoVerify', { redemptionId, reason: '扫错了' }, 'mei');
  },
  async create(_cloud, tag) {
    return command('create', { plan: benefitPlan({ title: `新的 ${tag}` }) });
  },
  async publish(cloud, tag) {
    return command('publish', { benefitId: await drafted(cloud, tag, { stock: 2_001 }) });
  },
  async edit(cloud, tag) {
    const { benefitId } = await bought(cloud, tag);
    return command('edit', { benefitId, plan: benefitPlan({ stock: 2_001, perPerson: 2, price: 50 }) });
  },
  async close(cloud, tag) {
    const { benefitId } = await bought(cloud, tag);
    return command('close', { benefitId, reason: '发完了' });
  },
  async importCodes(cloud, tag) {
    const benefitId = await drafted(cloud, tag, { ...CODES, price: 0 });
    accepted((await atBenefit(cloud, 'publish', { benefitId }, FIRST_ADMIN)).answer);
    return command('importCodes', { benefitId, codes: ['A1', 'A2', 'A3'] });
  },
  async setListed(cloud, tag) {
    const { openid } = await scene(cloud, tag);
    const benefitId = await drafted(cloud, tag, { listed: true, price: 0 });
    return command('setListed', { benefitId, add: [memberOf(openid)._id], remove: [] });
  },
  /** Somebody leaves the union with a voucher that they could still use. */
  async leaveWithVoucher(cloud, tag) {
    const { openid } = await bought(cloud, tag);
    return { fn: 'member', op: 'leave', input: { confirm: true }, openid, requestId: requestId() };
  },
  async saveShop(_cloud, tag) {
    return command('saveShop', { name: `店 ${tag}`, kind: 'merchant', address: '', open: true });
  },
};
