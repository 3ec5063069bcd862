import { holds, isRecord } from '../expect';
import { memberNo, oneHeld, option } from '../people';
import type { Phone } from '../phone';
import { detail, openSheet, openTicket, PATHS, page, type Reel, type Scene, scrollTo } from './scene';

/** The list is there, and the strip of days has come to today. */
async function activities(phone: Phone): Promise<void> {
  await phone.sees('activities');
  await phone.page.waitForFunction(() => {
    const today = document.querySelector('.strip-day--today')?.getBoundingClientRect();
    return today !== undefined && today.left >= 0 && today.right <= innerWidth;
  });
}

const browsing: Scene[] = [
  page('home', PATHS.home, (phone) => phone.reads('正在报名', '即将开放')),
  {
    name: 'home-below',
    show: (phone) => scrollTo(phone, '即将开放'),
  },
  page('activities', PATHS.activities, activities),
  {
    name: 'activities-day',
    async show(phone) {
      await phone.press('下个月');
      await phone.all('.strip-day--busy').first().click();
      await phone.all('.strip-day--on').waitFor();
      await phone.sees('activities');
    },
  },
  {
    name: 'activities-search',
    async show(phone) {
      await phone.type('search', '药谷');
      await phone.losesSightOf('activity-mentor-pairs');
      await phone.sees('activity-music-festival');
    },
  },
  {
    name: 'activities-none',
    async show(phone) {
      await phone.type('search', '没有这样的活动');
      await phone.sees('empty');
    },
    after: (phone) => phone.press('看全部活动'),
  },
];

const reading: Scene[] = [
  detail('detail', 'music-festival'),
  { name: 'detail-places', show: (phone) => scrollTo(phone, '看台区') },
  { name: 'detail-rules', show: (phone) => scrollTo(phone, '参与须知') },
  detail('detail-long-name', 'model-workers'),
  detail('detail-sessions', 'book-fair'),
  { name: 'detail-sessions-places', show: (phone) => scrollTo(phone, '周日') },
  detail('detail-mine', 'evening-run'),
  detail('detail-full', 'badminton-class'),
  detail('detail-soon', 'mentor-pairs'),
  detail('detail-preview', 'racket-league'),
  detail('detail-closed', 'studio-open-day'),
  detail('detail-ended', 'tug-of-war'),
];

const signingUp: Scene[] = [
  { name: 'sheet', show: (phone) => openSheet(phone, 'music-festival') },
  {
    name: 'sheet-faults',
    async show(phone) {
      await phone.tap('confirm-sign-up');
      await phone.reads('请选一个分区');
    },
  },
  {
    name: 'sheet-offline',
    async show(phone) {
      await openSheet(phone, 'music-festival', '草坪区', '不需要');
      await phone.type('contact', '13800138099');
      await phone.context.setOffline(true);
      await phone.tap('confirm-sign-up');
      await phone.sees('refused-OFFLINE');
    },
    after: (phone) => phone.context.setOffline(false),
  },
  {
    name: 'sheet-full',
    async show(phone, stage) {
      await openSheet(phone, 'trampoline', '16:00 场');
      await phone.type('contact', '13800138099');
      const answers = { contact: '13800138098' };
      const place = { activityId: 'trampoline', sessionId: 's1', zoneId: 't7', answers };
      await stage.ask(memberNo(31), 'activity.signUp', place);
      await phone.tap('confirm-sign-up');
      await phone.sees('refused-FULL');
    },
  },
  {
    name: 'sheet-done',
    async show(phone) {
      await openSheet(phone, 'music-festival', '草坪区', '不需要');
      await phone.type('contact', '13800138099');
      await phone.tap('confirm-sign-up');
      await phone.sees('signed-up');
    },
  },
];

const holding: Scene[] = [
  { name: 'ticket', show: (phone, stage) => openTicket(phone, stage, 'music-festival') },
  { name: 'ticket-below', show: (phone) => scrollTo(phone, '取消报名') },
  {
    name: 'ticket-cancel',
    async show(phone) {
      await phone.tap('cancel');
      await phone.sees('confirm-cancel');
    },
  },
  { name: 'ticket-cancelled', show: (phone, stage) => openTicket(phone, stage, 'lunch-reading') },
  { name: 'ticket-attended', show: (phone, stage) => openTicket(phone, stage, 'tug-of-war') },
  page('registrations', PATHS.registrations, (phone) => phone.reads('下班夜跑五公里')),
  {
    name: 'registrations-past',
    async show(phone) {
      await phone.press('过去和取消的');
      await phone.reads('药谷拔河赛观赛区');
    },
  },
];

const mine: Scene[] = [
  page('me', PATHS.me, (phone) => phone.sees('me-active')),
  {
    name: 'me-identities',
    async show(phone) {
      await phone.tap('identity-switcher');
      await option(phone, '访客').waitFor();
    },
    after: (phone) => phone.press('关闭'),
  },
  page('messages', PATHS.messages, (phone) => phone.sees('messages')),
  page('profile', PATHS.profile, (phone) => phone.sees('edit')),
  {
    name: 'profile-edit',
    async show(phone) {
      await phone.tap('edit');
      await phone.sees('save');
    },
    after: (phone) => phone.press('关闭'),
  },
  {
    name: 'profile-leave',
    async show(phone) {
      await phone.tap('leave');
      await phone.sees('confirm-leave');
    },
  },
  page('privacy', PATHS.privacy, (phone) => phone.reads('谁看得到')),
  page('help', PATHS.help, (phone) => phone.reads('电子票打不开')),
  page('care', PATHS.care, (phone) => phone.reads('跟随手机')),
];

const turnCareOn: Scene = {
  name: 'care-on',
  async show(phone) {
    await phone.open(PATHS.care);
    await phone.press('打开', true);
    await phone.all('.screen--care').waitFor();
  },
};

/** The main pages again, for a device on which they look otherwise. */
function mainPages(prefix: string): Scene[] {
  return [
    page(`${prefix}-home`, PATHS.home, (phone) => phone.reads('正在报名', '即将开放')),
    page(`${prefix}-activities`, PATHS.activities, activities),
    detail(`${prefix}-detail`, 'aed-contest'),
    detail(`${prefix}-detail-name`, 'studio-open-day'),
    detail(`${prefix}-detail-long-name`, 'model-workers'),
    { name: `${prefix}-sheet`, show: (phone) => openSheet(phone, 'aed-contest') },
    { name: `${prefix}-ticket`, show: (phone, stage) => openTicket(phone, stage, 'evening-run') },
    page(`${prefix}-me`, PATHS.me, (phone) => phone.sees('me-active')),
  ];
}

const openid = 'demo-worker';

const tooLate: Scene = {
  name: 'ticket-too-late',
  async show(phone, stage) {
    const id = await oneHeld(stage, openid, 'evening-run');
    const held = await stage.ask(openid, 'activity.registration', { registrationId: id });
    holds(isRecord(held) && typeof held.cancelUntil === 'number', 'a registration says until when it can be cancelled');
    await stage.cloud.api('POST', 'clock', { now: held.cancelUntil + 60_000 });
    await openTicket(phone, stage, 'evening-run');
    await phone.sees('too-late');
    await scrollTo(phone, '联系工会工作人员');
  },
  async after(_, stage) {
    await stage.cloud.api('POST', 'clock', { reset: true });
  },
};

export const MEMBER_REELS: Reel[] = [
  { device: { openid }, scenes: [...browsing, ...reading, ...signingUp, ...holding, ...mine] },
  { device: { openid }, scenes: [turnCareOn, ...mainPages('care')] },
  { device: { openid, width: 320, height: 640 }, scenes: mainPages('narrow') },
  { device: { openid, textSize: 24 }, scenes: mainPages('large-text') },
  { device: { openid, width: 1280, height: 800 }, scenes: mainPages('desktop') },
  { device: { openid }, scenes: [tooLate] },
  // Works where the contest is not for.
  { device: { openid: memberNo(32) }, scenes: [detail('detail-not-eligible', 'preparation-skills')] },
];
