import { addBenefits, addRich, addShops, atBenefit, redeemed } from '../support/benefit-town';
import { benefitPlan } from '../support/benefits';
import type { RunningCloud } from '../support/cloud';
import { accepted } from '../support/organizing';
import { documents, FIRST_ADMIN, memberOf } from '../support/town';

type Inputs = Record<string, (openid: string) => Promise<object> | object>;

/** What `own` grants of merchants name, another shop, and things that whoever is a member may have. */
export async function addBenefitThings(cloud: RunningCloud): Promise<void> {
  await addShops(cloud, { cafe: '园区咖啡', tea: '茶室' });
  await addBenefits(cloud, { coffee: { price: 0, perPerson: 20, stock: 5_000 } });
  await addRich(cloud, ['always-there'], 10);
}

/** What every operation on a benefit is asked with, so that nothing but permission can refuse it. */
export function benefitInputs(cloud: () => RunningCloud, somebodyElse: () => Promise<string>): Inputs {
  const plan = benefitPlan();
  const byAdmin = async (op: 'create' | 'publish', input: object) =>
    accepted((await atBenefit(cloud(), op, input, FIRST_ADMIN)).answer);
  const draft = async (changes = {}) => ({
    benefitId: (await byAdmin('create', { plan: benefitPlan(changes) })).id,
  });
  const published = async (changes = {}) => {
    const { benefitId } = await draft(changes);
    await byAdmin('publish', { benefitId });
    return { benefitId };
  };
  /** The asker's own; of who cannot redeem, none. */
  const own = async (openid: string) => {
    const { answer } = await atBenefit(cloud(), 'redeem', { benefitId: 'coffee' }, openid);
    return { redemptionId: answer.ok ? answer.value.id : 'none' };
  };
  const somebodys = async () => redeemed(cloud(), await somebodyElse(), 'coffee');
  const digitsOf = async (id: string) => {
    const all = await documents<{ _id: string; digits: string }>(cloud(), 'redemptions');
    return all.find(({ _id }) => _id === id)?.digits ?? '';
  };
  const codes = { kind: 'codes', shopIds: [], cancelWithin: 0, refundExpired: false };
  return {
    'benefit.list': () => ({}),
    'benefit.get': () => ({ benefitId: 'coffee' }),
    'benefit.redeem': () => ({ benefitId: 'coffee' }),
    'benefit.cancel': own,
    'benefit.mine': () => ({}),
    'benefit.show': own,
    'benefit.myShops': () => ({}),
    'benefit.verify': async () => ({ shopId: 'cafe', code: await digitsOf(await somebodys()) }),
    'benefit.undoVerify': async () => {
      const redemptionId = await somebodys();
      await atBenefit(cloud(), 'verify', { shopId: 'cafe', code: await digitsOf(redemptionId) }, FIRST_ADMIN);
      return { redemptionId, reason: '扫错了' };
    },
    'benefit.tallies': () => ({ shopId: 'cafe', month: '2026-11' }),
    'benefit.verifications': () => ({ shopId: 'cafe', day: '2026-11-20' }),
    'benefit.managed': () => ({}),
    'benefit.manage': () => ({ benefitId: 'coffee' }),
    'benefit.create': () => ({ plan }),
    'benefit.edit': async () => ({ ...(await draft()), plan }),
    'benefit.publish': () => draft(),
    'benefit.close': async () => ({ ...(await published()), reason: '发完了' }),
    'benefit.importCodes': async () => ({ ...(await draft(codes)), codes: ['A1'] }),
    'benefit.setListed': async () => ({
      ...(await draft({ listed: true, price: 0 })),
      ...{ add: [memberOf('always-there')._id], remove: [] },
    }),
    'benefit.listed': () => ({ benefitId: 'coffee' }),
    'benefit.redemptions': () => ({ benefitId: 'coffee' }),
    'benefit.revoke': async () => ({ redemptionId: await somebodys(), reason: '误发' }),
    'benefit.shops': () => ({}),
    'benefit.saveShop': () => ({ name: '新店', kind: 'merchant', address: '', open: true }),
  };
}
