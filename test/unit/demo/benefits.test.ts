import { demoYear } from '../../../scripts/demo/year-of-demo';
import { INSTANTS } from './instants';

describe.each(INSTANTS)('the benefits of the demo seen from %s', (_, now) => {
  const year = demoYear(now);
  const me = year.people.find(({ member }) => member.openid === 'demo-worker')?.member._id;
  const { redemptions, messages, entries } = year.benefits;

  it('tell the worker of the tea that ran out, with the points that came back', () => {
    const [tea, ...more] = redemptions.filter(({ state }) => state === 'expired');
    expect(more).toEqual([]);
    expect(tea).toMatchObject({ memberId: me, benefitId: 'tea-tasting', refunded: 5 });
    const about = { about: 'redemption', kind: 'ran-out', redemptionId: tea?._id, refunded: 5 };
    expect(messages).toMatchObject([{ ...about, memberId: me, at: tea?.endedAt }]);
    const back = entries.filter(({ _id }) => _id === `back.redemption.${tea?._id}`);
    expect(back).toMatchObject([{ memberId: me, points: 5 }]);
  });

  it('leave nothing to be sent, and nothing that has run out and was not seen to', () => {
    expect(messages.filter(({ sendAt }) => sendAt !== undefined)).toEqual([]);
    const over = redemptions.filter(({ state, useUntil }) => state === 'valid' && useUntil <= now);
    expect(over).toEqual([]);
  });
});
