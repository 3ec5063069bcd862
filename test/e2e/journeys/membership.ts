import { holds, isRecord, same } from '../expect';
import type { Journey } from '../journey';
import { held, memberNo, option } from '../people';

const profile: Journey = {
  name: 'a member changes name and kind of work',
  async run({ person, ask }) {
    const phone = await person({ openid: memberNo(21) });
    await phone.open('/pages/me/index');
    await phone.tap('profile');
    await phone.tap('edit');
    await phone.type('name', '');
    await phone.tap('save');
    await phone.reads('请填写姓名');
    await phone.type('name', '温如是');
    await option(phone, '新就业形态').click();
    await phone.tap('save');
    await phone.hears('已保存');
    await phone.reads('温如是', '新就业形态');
    await phone.press('返回');
    await phone.reads('温如是');
    const me = await ask(memberNo(21), 'member.me', {});
    holds(isRecord(me) && me.name === '温如是' && me.employment === 'new-form', JSON.stringify(me));
  },
};

const leaving: Journey = {
  name: 'a member leaves, and is a visitor with no places',
  async run(stage) {
    const { person, ask } = stage;
    const openid = memberNo(22);
    await ask(openid, 'activity.signUp', { activityId: 'choir-rehearsal', sessionId: 's1', answers: {} });
    const phone = await person({ openid });
    await phone.open('/packages/member/pages/profile/index');
    await phone.tap('leave');
    await phone.reads('注销后不能恢复');
    await phone.press('再想想');
    await phone.tap('leave');
    await phone.tap('confirm-leave');
    // The toast passes by itself: it is listened for before anything that may take its time.
    await phone.hears('已注销');
    await phone.sees('me-visitor');
    await phone.reads('还没有加入工会');
    const me = await ask(openid, 'member.me', {});
    holds(isRecord(me) && me.status === 'visitor' && me.name === undefined, JSON.stringify(me));
    same((await held(stage, openid, 'choir-rehearsal')).length, 0, 'places after leaving');
    await phone.openActivity('choir-rehearsal');
    await phone.offers('先加入工会');
  },
};

const switcher: Journey = {
  name: 'the identity switcher makes one somebody else',
  async run({ person }) {
    const phone = await person({ openid: 'demo-worker' });
    await phone.open('/pages/me/index');
    await phone.reads('林晓禾');
    await phone.tap('identity-switcher');
    await option(phone, '访客').click();
    await phone.sees('me-visitor');
    await phone.reads('演示身份：访客');
    await phone.tap('identity-switcher');
    await option(phone, '待审核').click();
    await phone.sees('me-pending');
    await phone.tap('identity-switcher');
    await option(phone, '组织者').click();
    await phone.sees('me-active');
    await phone.reads('苏明月');
  },
};

export default [profile, leaving, switcher];
