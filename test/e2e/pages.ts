import { type Held, heldVoucher } from './benefits';
import type { Stage } from './journey';
import { oneHeld } from './people';
import type { Phone } from './phone';

const ACTIVITY = '/packages/activity/pages';
const MEMBER = '/packages/member/pages';
const BENEFIT = '/packages/benefit/pages';

/** A page that can be opened by its address, and how one knows that it is there. */
export interface PageOf {
  name: string;
  path: string;
  ready(phone: Phone): Promise<void>;
}

/** Every page of the mini-program, as the demo's worker finds it. */
export async function everyPage(stage: Stage): Promise<PageOf[]> {
  const ticket = await oneHeld(stage, 'demo-worker', 'labour-law');
  const voucher = async (held: Held): Promise<string> =>
    `${BENEFIT}/voucher/index?id=${await heldVoucher(stage, 'demo-worker', held)}`;
  return [
    { name: 'home', path: '/pages/home/index', ready: (phone) => phone.reads('正在报名', '即将开放') },
    { name: 'activities', path: '/pages/activities/index', ready: (phone) => phone.sees('activities') },
    { name: 'benefits', path: '/pages/benefits/index', ready: (phone) => phone.sees('benefits') },
    { name: 'me', path: '/pages/me/index', ready: (phone) => phone.sees('me-active') },
    { name: 'detail', path: `${ACTIVITY}/detail/index?id=music-festival`, ready: (phone) => phone.offers('报名') },
    {
      name: 'detail-long-name',
      path: `${ACTIVITY}/detail/index?id=model-workers`,
      ready: (phone) => phone.sees('primary'),
    },
    { name: 'ticket', path: `${ACTIVITY}/ticket/index?id=${ticket}`, ready: (phone) => phone.sees('qr') },
    {
      name: 'registrations',
      path: `${ACTIVITY}/registrations/index`,
      ready: (phone) => phone.sees(`registration-${ticket}`),
    },
    {
      name: 'benefit',
      path: `${BENEFIT}/detail/index?id=trampoline`,
      ready: (phone) => phone.offers('兑换'),
    },
    { name: 'voucher', path: await voucher('coffee'), ready: (phone) => phone.sees('qr') },
    { name: 'voucher-code', path: await voucher('film-ticket'), ready: (phone) => phone.sees('code') },
    { name: 'vouchers', path: `${BENEFIT}/vouchers/index`, ready: (phone) => phone.reads('会客厅咖啡一杯') },
    { name: 'points', path: `${BENEFIT}/points/index`, ready: (phone) => phone.sees('entries') },
    { name: 'messages', path: `${MEMBER}/messages/index`, ready: (phone) => phone.sees('messages') },
    { name: 'profile', path: `${MEMBER}/profile/index`, ready: (phone) => phone.sees('edit') },
    { name: 'privacy', path: `${MEMBER}/privacy/index`, ready: (phone) => phone.reads('谁看得到') },
    { name: 'help', path: `${MEMBER}/help/index`, ready: (phone) => phone.reads('电子票打不开') },
    { name: 'care', path: `${MEMBER}/care/index`, ready: (phone) => phone.reads('跟随手机') },
  ];
}
