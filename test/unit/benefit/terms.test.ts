import { newRedemption } from '../../../domain/benefit/redemption';
import { newShard, termsOf } from '../../../domain/benefit/stock';
import { benefitPlan } from '../../support/benefits';
import { DAY, NOON } from '../../support/plans';

/** Redeemed at `NOON`, of a benefit with that time for second thoughts. */
function redeemedOf(cancelWithin: number, useUntil = NOON + 30 * DAY) {
  const plan = benefitPlan({ cancelWithin, useUntil });
  const shard = newShard('coffee', 0, termsOf({ rev: 2, plan }, { all: 50 }));
  const request = { id: 'q1', digest: 'd1' };
  return newRedemption({ id: 'r1', shard, memberId: 'm1', enterpriseId: 'e1', digits: '1', request, now: NOON });
}

test('its member may give it back for so long from redeeming, and only while it can be used', () => {
  expect(redeemedOf(DAY).cancelUntil).toBe(NOON + DAY);
  expect(redeemedOf(DAY, NOON + DAY).cancelUntil).toBe(NOON + DAY - 1);
});

test('where a benefit gives no time for second thoughts, there is no last instant either', () => {
  expect(redeemedOf(0)).not.toHaveProperty('cancelUntil');
});
