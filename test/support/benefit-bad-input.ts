import { benefitPlan } from './benefits';
import { DAY, NOON } from './plans';

const NOBODY = 'nobody-there';

/** Well-formed, and yet no plan for two reasons, so that whatever one field is changed to nobody makes a benefit of it. */
const UNFIT_BENEFIT = benefitPlan({ closesAt: NOON - DAY, perPerson: 0 });

/** A well-formed input for each operation; what it names does not exist, so that even a slip changes nothing. */
export const BENEFIT_INPUTS: Record<string, object> = {
  'benefit.list': { kind: 'codes', cursor: 'x' },
  'benefit.get': { benefitId: NOBODY },
  'benefit.redeem': { benefitId: NOBODY },
  'benefit.cancel': { redemptionId: NOBODY },
  'benefit.mine': { valid: true, cursor: 'x' },
  'benefit.show': { redemptionId: NOBODY },
  'benefit.myShops': {},
  'benefit.verify': { shopId: NOBODY, code: 'B.nobody.aaaaaaaaaa' },
  'benefit.undoVerify': { redemptionId: NOBODY, reason: '扫错了' },
  'benefit.tallies': { shopId: NOBODY, month: '2026-11' },
  'benefit.verifications': { shopId: NOBODY, day: '2026-11-20', cursor: 'x' },
  'benefit.managed': { state: 'draft', cursor: 'x' },
  'benefit.manage': { benefitId: NOBODY },
  'benefit.create': { plan: UNFIT_BENEFIT },
  'benefit.edit': { benefitId: NOBODY, plan: UNFIT_BENEFIT },
  'benefit.publish': { benefitId: NOBODY },
  'benefit.close': { benefitId: NOBODY, reason: '发完了' },
  'benefit.importCodes': { benefitId: NOBODY, codes: ['A1'] },
  'benefit.setListed': { benefitId: NOBODY, add: [NOBODY], remove: [NOBODY] },
  'benefit.listed': { benefitId: NOBODY, cursor: 'x' },
  'benefit.redemptions': { benefitId: NOBODY, state: 'valid', cursor: 'x' },
  'benefit.revoke': { redemptionId: NOBODY, reason: '误发' },
  'benefit.shops': { cursor: 'x' },
  'benefit.saveShop': {
    shopId: NOBODY,
    name: '店',
    kind: 'merchant',
    address: '门口',
    phone: '021-5555666',
    open: true,
  },
};
