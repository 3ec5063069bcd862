import { PHONE_ON_NO_ROSTER, PHONE_ON_ROSTERS } from '../../../scripts/demo/identities';
import { holds, isRecord, itemsOf } from '../expect';
import type { Journey } from '../journey';
import { option } from '../people';
import type { Phone } from '../phone';

/** From the join page, the privacy notice in front, to the form filled in. */
async function fillIn(phone: Phone, name: string, number: string, sought: string): Promise<void> {
  await phone.sees('privacy-sheet');
  await phone.reads('谁看得到');
  await phone.tap('agree');
  await phone.type('name', name);
  await phone.tap('phone');
  await phone.type('phone-number', number);
  await phone.tap('phone-confirm');
  await phone.reads(`${number.slice(0, 3)}****${number.slice(7)}`);
  await phone.tap('enterprise');
  await phone.type('enterprise-search', sought);
  const found = phone.page.getByTestId('enterprises').locator('.choice__option');
  await found.filter({ hasText: sought }).first().waitFor();
  await phone.page.waitForFunction(
    (text) =>
      [...document.querySelectorAll('[data-testid=enterprises] .choice__option')].every((each) =>
        each.textContent?.includes(text),
      ),
    sought,
  );
  await found.first().click();
  await phone.losesSightOf('enterprises');
  await option(phone, '单位职工').click();
}

const atOnce: Journey = {
  name: 'a visitor on the roster joins and is a member at once',
  async run({ person, ask }) {
    const phone = await person({ openid: 'visitor-c' });
    await phone.openActivity('park-walk');
    await phone.offers('先加入工会');
    await phone.tap('primary');
    await phone.sees('privacy-sheet');
    await phone.tap('agree');
    // What is missing is said beside it, before anything is sent.
    await phone.tap('submit-join');
    await phone.reads('请填写姓名', '点一下获取手机号', '请选择单位', '请选一项');
    await phone.press('返回');
    await phone.offers('先加入工会');
    await phone.tap('primary');
    await fillIn(phone, '沈知微', PHONE_ON_ROSTERS, '砚苓');
    await phone.tap('submit-join');
    await phone.sees('joined');
    await phone.reads('欢迎加入', /砚苓中药饮片/);
    await phone.press('返回', true);
    await phone.offers('报名');
    const me = await ask('visitor-c', 'member.me', {});
    holds(isRecord(me) && me.status === 'active' && me.phone === PHONE_ON_ROSTERS, JSON.stringify(me));
  },
};

const afterWaiting: Journey = {
  name: 'somebody not on the roster waits, staff approve, and the phone shows it',
  async run({ person, ask }) {
    const phone = await person({ openid: 'visitor-d' });
    await phone.open('/pages/me/index');
    await phone.tap('join');
    await fillIn(phone, '顾望舒', PHONE_ON_NO_ROSTER, '澜芪');
    await phone.tap('submit-join');
    await phone.sees('waiting');
    await phone.press('先逛逛');
    await phone.reads('入会申请已经交上去了');
    await phone.tab('我的');
    await phone.sees('me-pending');
    await phone.openActivity('park-walk');
    await phone.offers('入会审核中');
    const waiting = itemsOf(await ask('demo-admin', 'organizer.pendingMembers', {}));
    const mine = waiting.find(({ name }) => name === '顾望舒');
    holds(mine !== undefined, 'staff see who waits');
    holds(mine.phone === '138****8002', `staff see the phone masked: ${JSON.stringify(mine.phone)}`);
    await ask('demo-admin', 'organizer.decideMember', { memberId: mine.memberId, decision: 'approve' });
    await phone.reopen();
    await phone.offers('报名');
    await phone.open('/pages/me/index');
    await phone.sees('me-active');
    await phone.reads('澜芪药业', '工会会员');
  },
};

const samePhone: Journey = {
  name: 'a phone that another member has is refused with somebody to ask',
  async run({ person }) {
    const phone = await person({ openid: 'visitor-e' });
    await phone.open('/packages/member/pages/join/index');
    await fillIn(phone, '叶知秋', '13800001001', '砚苓');
    await phone.tap('submit-join');
    await phone.sees('refused-PHONE_TAKEN');
    await phone.reads('联系工会工作人员');
  },
};

export default [atOnce, afterWaiting, samePhone];
