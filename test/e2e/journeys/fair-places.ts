import { published, signedUp, smallPlan, timePasses } from '../activities';
import { same } from '../expect';
import type { Journey } from '../journey';
import { memberNo, oneHeld } from '../people';
import type { Phone } from '../phone';

const ORGANIZER = '/packages/organizer/pages';
const manage = (phone: Phone, page: string, id: string): Promise<void> =>
  phone.open(`${ORGANIZER}/${page}/index?id=${id}`);

const fromQueueToTicket: Journey = {
  name: 'who finds it full queues, is offered the place that is given back, and has a ticket',
  async run(stage) {
    const id = await published(stage, smallPlan({ places: 1 }));
    const first = await signedUp(stage, memberNo(31), id);
    const phone = await stage.person({ openid: memberNo(32) });
    await phone.openActivity(id);
    await phone.offers('候补排队');
    await phone.tap('primary');
    await phone.tap('confirm-sign-up');
    await phone.sees('signed-up');
    await phone.reads(/第\s*1\s*位/);
    await phone.tap('see-ticket');
    await phone.sees('position');
    await stage.ask(memberNo(31), 'activity.cancel', { registrationId: first });
    await timePasses(stage);
    // The page asks by itself while somebody looks at it.
    await phone.sees('accept');
    await phone.tap('accept');
    await phone.sees('ticket');
    await oneHeld(stage, memberNo(32), id);
    await phone.open('/packages/member/pages/messages/index');
    await phone.reads(/有名额了/);
  },
};

const approval: Journey = {
  name: 'somebody applies, the organizer approves on the phone, and the ticket is there',
  async run(stage) {
    const id = await published(stage, smallPlan({ places: 1, allocation: 'approval', waitlist: false }));
    const phone = await stage.person({ openid: memberNo(33) });
    await phone.openActivity(id);
    await phone.offers('申请参加');
    await phone.tap('primary');
    await phone.tap('confirm-sign-up');
    await phone.sees('signed-up');
    await signedUp(stage, memberNo(34), id);
    const organizer = await stage.person({ openid: 'demo-organizer' });
    await manage(organizer, 'approvals', id);
    await organizer.tap('select-all');
    await organizer.tap('approve');
    await organizer.sees('decide-sheet');
    await organizer.press('能放几位放几位');
    await organizer.tap('confirm-decide');
    await organizer.sees('decided-close');
    await oneHeld(stage, memberNo(33), id);
    same((await stage.tryTo(memberNo(34), 'activity.mine', { when: 'upcoming' })).ok, true, 'the other still waits');
    await phone.tap('see-ticket');
    await phone.sees('ticket');
    await phone.open('/packages/member/pages/messages/index');
    await phone.reads(/通过/);
  },
};

const moreRoom: Journey = {
  name: 'the organizer adds places, and the queue moves',
  async run(stage) {
    const id = await published(stage, smallPlan({ places: 1 }));
    await signedUp(stage, memberNo(35), id);
    const waiting = await signedUp(stage, memberNo(36), id);
    const organizer = await stage.person({ openid: 'demo-organizer' });
    await manage(organizer, 'manage', id);
    await organizer.tap('capacity');
    await organizer.sees('capacity-sheet');
    await organizer.type('places-wanted', '2');
    await organizer.reads(/先按顺序给候补/);
    await organizer.tap('save-capacity');
    await organizer.hears('已改成 2 个');
    await timePasses(stage);
    const phone = await stage.person({ openid: memberNo(36) });
    await phone.open(`/packages/activity/pages/ticket/index?id=${waiting}`);
    await phone.sees('accept');
  },
};

const calledOff: Journey = {
  name: 'a cancelled activity is news to everyone who signed up',
  async run(stage) {
    const id = await published(stage, smallPlan({ places: 1 }));
    const placed = await signedUp(stage, memberNo(37), id);
    await signedUp(stage, memberNo(38), id);
    const organizer = await stage.person({ openid: 'demo-organizer' });
    await manage(organizer, 'manage', id);
    await organizer.tap('cancel');
    await organizer.sees('cancel-sheet');
    await organizer.tap('confirm-cancel');
    await organizer.type('reason', '师傅病了，改天再约');
    await organizer.tap('confirm-cancel');
    await organizer.hears('活动已取消');
    await timePasses(stage);
    await timePasses(stage);
    for (const openid of [memberNo(37), memberNo(38)]) {
      const phone = await stage.person({ openid });
      await phone.open('/packages/member/pages/messages/index');
      await phone.reads(/取消/, /师傅病了/);
    }
    const phone = await stage.person({ openid: memberNo(37) });
    await phone.open(`/packages/activity/pages/ticket/index?id=${placed}`);
    await phone.reads(/师傅病了/);
  },
};

export default [fromQueueToTicket, approval, moreRoom, calledOff];
