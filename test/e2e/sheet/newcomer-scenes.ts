import { PHONE_ON_NO_ROSTER, PHONE_ON_ROSTERS } from '../../../scripts/demo/identities';
import { itemsOf } from '../expect';
import { option } from '../people';
import type { Phone } from '../phone';
import { detail, PATHS, page, type Reel, type Scene, scrollTo } from './scene';

async function fillIn(phone: Phone, name: string, number: string): Promise<void> {
  await phone.type('name', name);
  await phone.tap('phone');
  await phone.type('phone-number', number);
  await phone.tap('phone-confirm');
  await phone.tap('enterprise');
  await phone.type('enterprise-search', '砚苓');
  await option(phone, '砚苓中药饮片').click();
  await option(phone, '单位职工').click();
}

const looking: Scene[] = [
  page('visitor-home', PATHS.home, (phone) => phone.reads('加入工会，就能报名活动', '正在报名')),
  detail('visitor-detail', 'park-walk'),
  page('visitor-me', PATHS.me, (phone) => phone.sees('me-visitor')),
  page('visitor-registrations', PATHS.registrations, (phone) => phone.sees('empty')),
  page('visitor-profile', PATHS.profile, (phone) => phone.sees('not-member')),
];

const joining: Scene[] = [
  page('join-1-privacy', PATHS.join, (phone) => phone.sees('privacy-sheet')),
  {
    name: 'join-2-form',
    async show(phone) {
      await phone.tap('agree');
      await phone.sees('submit-join');
    },
  },
  {
    name: 'join-3-faults',
    async show(phone) {
      await phone.tap('submit-join');
      await phone.reads('请填写姓名');
    },
  },
  {
    name: 'join-4-phone',
    async show(phone) {
      await phone.tap('phone');
      await phone.sees('phone-number');
    },
    after: (phone) => phone.press('关闭'),
  },
  {
    name: 'join-5-enterprises',
    async show(phone) {
      await phone.tap('enterprise');
      await phone.front.getByTestId('enterprises').locator('.choice__option').first().waitFor();
    },
    after: (phone) => phone.press('关闭'),
  },
  {
    name: 'join-6-filled',
    async show(phone) {
      await fillIn(phone, '沈知微', PHONE_ON_ROSTERS);
      await scrollTo(phone, '职工类别');
    },
  },
  {
    name: 'join-7-done',
    async show(phone) {
      await phone.tap('submit-join');
      await phone.sees('joined');
    },
  },
];

const waiting: Scene = {
  name: 'join-8-waiting',
  async show(phone) {
    await phone.open(PATHS.join);
    await phone.tap('agree');
    await fillIn(phone, '顾望舒', PHONE_ON_NO_ROSTER);
    await phone.tap('submit-join');
    await phone.sees('waiting');
  },
};

const pending: Scene[] = [
  page('pending-home', PATHS.home, (phone) => phone.reads('入会申请已经交上去了')),
  detail('pending-detail', 'park-walk'),
  page('pending-me', PATHS.me, (phone) => phone.sees('me-pending')),
];

const declined: Scene[] = [
  {
    name: 'declined-home',
    async show(phone, stage) {
      const list = itemsOf(await stage.ask('demo-admin', 'organizer.pendingMembers', {}));
      const reason = '名单上没有找到你，请确认单位名称是否选对';
      const memberId = list.find(({ name }) => name !== '顾望舒' && name !== '周予安')?.memberId;
      await stage.ask('demo-admin', 'organizer.decideMember', { memberId, decision: 'decline', reason });
      await phone.open(PATHS.home);
      await phone.reads('重新申请');
    },
  },
  page('declined-me', PATHS.me, (phone) => phone.sees('me-declined')),
];

export const NEWCOMER_REELS: Reel[] = [
  { device: { openid: 'visitor-x' }, scenes: [...looking, ...joining] },
  { device: { openid: 'visitor-y' }, scenes: [waiting] },
  { device: { openid: 'demo-pending' }, scenes: pending },
  // The one who has waited longest is the first of the list.
  { device: { openid: 'waiting-01' }, scenes: declined },
];
