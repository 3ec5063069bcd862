import { same } from '../expect';
import type { Journey } from '../journey';
import { fillFestival, held, memberNo, oneHeld, openFestivalSheet } from '../people';

const BROKEN = /ERR_(INTERNET_DISCONNECTED|FAILED|CONNECTION_\w+|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)/;

const neverSent: Journey = {
  name: 'who is offline is told, keeps what was typed, and retries',
  async run(stage) {
    const phone = await stage.person({ openid: memberNo(11) });
    await openFestivalSheet(phone);
    await fillFestival(phone, '草坪区');
    phone.tolerate(BROKEN);
    await phone.context.setOffline(true);
    await phone.tap('confirm-sign-up');
    await phone.sees('refused-OFFLINE');
    same((await held(stage, memberNo(11), 'music-festival')).length, 0, 'places while offline');
    await phone.context.setOffline(false);
    await phone.tap('confirm-sign-up');
    await phone.sees('signed-up');
    await oneHeld(stage, memberNo(11), 'music-festival');
  },
};

const answerLost: Journey = {
  name: 'the network goes in the middle of signing up; retrying gives the place that was taken',
  async run(stage) {
    const phone = await stage.person({ openid: memberNo(12) });
    await openFestivalSheet(phone);
    await fillFestival(phone, '看台区');
    phone.tolerate(BROKEN);
    // The request arrives and is done; the answer never comes back, and then the network is gone.
    await phone.page.route('**/call/activity', async (route) => {
      if (!route.request().postData()?.includes('"signUp"')) return route.continue();
      await route.fetch();
      await phone.context.setOffline(true);
      return route.abort('failed');
    });
    await phone.tap('confirm-sign-up');
    await phone.sees('refused-OFFLINE');
    const id = await oneHeld(stage, memberNo(12), 'music-festival');
    await phone.page.unroute('**/call/activity');
    await phone.context.setOffline(false);
    await phone.press('再试一次');
    await phone.sees('signed-up');
    same(await oneHeld(stage, memberNo(12), 'music-festival'), id, 'the registration after the retry');
    await phone.tap('see-ticket');
    await phone.reads(id);
  },
};

const functionDies: Journey = {
  name: 'the function dies in the middle; trying again ends with one registration',
  async run(stage) {
    const phone = await stage.person({ openid: memberNo(13) });
    await openFestivalSheet(phone);
    await fillFestival(phone, '看台区');
    // After the third call to the store the place is claimed and the registration not yet written.
    const fault = { function: 'activity', op: 'signUp', at: 3, when: 'after', effect: 'kill' };
    await stage.cloud.api('POST', 'faults', fault);
    await phone.tap('confirm-sign-up');
    await phone.sees('refused-INTERNAL');
    await phone.reads('联系工会工作人员');
    await phone.tap('confirm-sign-up');
    await phone.sees('signed-up');
    await oneHeld(stage, memberNo(13), 'music-festival');
  },
};

const diedThenReloaded: Journey = {
  name: 'the function dies in the middle and the page is reloaded; the same sign-up finishes what was begun',
  async run(stage) {
    const phone = await stage.person({ openid: memberNo(15) });
    const requests: string[] = [];
    phone.page.on('request', (request) => {
      const id = /"op":"signUp","requestId":"(\w+)"/.exec(request.postData() ?? '')?.[1];
      if (id !== undefined) requests.push(id);
    });
    const fault = { function: 'activity', op: 'signUp', at: 3, when: 'after', effect: 'kill' };
    await stage.cloud.api('POST', 'faults', fault);
    await openFestivalSheet(phone);
    await fillFestival(phone, '看台区');
    await phone.tap('confirm-sign-up');
    await phone.sees('refused-INTERNAL');
    await phone.reopen();
    await openFestivalSheet(phone);
    await fillFestival(phone, '看台区');
    await phone.tap('confirm-sign-up');
    await phone.sees('signed-up');
    await oneHeld(stage, memberNo(15), 'music-festival');
    same(new Set(requests).size, 1, 'request ids before and after the reload');
  },
};

const ticketOffline: Journey = {
  name: 'a ticket that was opened once can be shown without a network',
  async run(stage) {
    const openid = memberNo(29);
    await stage.ask(openid, 'activity.signUp', { activityId: 'choir-rehearsal', sessionId: 's1', answers: {} });
    const phone = await stage.person({ openid });
    await phone.openActivity('book-fair');
    await phone.offers('报名');
    await phone.press('返回');
    await phone.tap('next-ticket');
    await phone.sees('qr');
    await phone.press('返回');
    await phone.reads('正在报名');
    phone.tolerate(BROKEN);
    await phone.context.setOffline(true);
    await phone.tap('next-ticket');
    await phone.sees('qr');
    await phone.press('返回');
    // What was never opened says that the network is missing, and comes when it is back.
    await phone.tap('activity-aed-contest');
    await phone.sees('refused-OFFLINE');
    await phone.context.setOffline(false);
    await phone.tap('again');
    await phone.offers('报名');
  },
};

const neverOpened: Journey = {
  name: 'pages that were never opened open without a network too, and say what is missing',
  async run({ person }) {
    const phone = await person({ openid: 'demo-worker' });
    await phone.open('/pages/me/index');
    await phone.sees('me-active');
    await phone.page.waitForLoadState('networkidle');
    phone.tolerate(BROKEN);
    await phone.context.setOffline(true);
    await phone.tap('registrations');
    await phone.sees('refused-OFFLINE');
    await phone.press('返回');
    await phone.press('帮助');
    await phone.reads('电子票打不开');
    await phone.press('返回');
    await phone.tab('活动');
    await phone.sees('refused-OFFLINE');
  },
};

const powerCut: Journey = {
  name: 'a power cut keeps all that was acknowledged',
  async run(stage) {
    const phone = await stage.person({ openid: memberNo(14) });
    await openFestivalSheet(phone);
    await fillFestival(phone, '草坪区');
    await phone.tap('confirm-sign-up');
    await phone.sees('signed-up');
    const id = await oneHeld(stage, memberNo(14), 'music-festival');
    phone.tolerate(BROKEN);
    await stage.restart();
    same(await oneHeld(stage, memberNo(14), 'music-festival'), id, 'the registration after the power cut');
    await phone.open();
    await phone.reads('正在报名', '2025 药谷职工音乐节');
    await phone.tap('next-ticket');
    await phone.reads(id);
    await phone.sees('qr');
  },
};

export default [neverSent, answerLost, functionDies, diedThenReloaded, ticketOffline, neverOpened, powerCut];
