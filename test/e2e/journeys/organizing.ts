import { wallTime } from '../../../domain/time/shanghai';
import { published, signedUp, smallPlan, timePasses } from '../activities';
import { holds, same } from '../expect';
import type { Journey } from '../journey';
import { memberNo } from '../people';
import type { Phone } from '../phone';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Everything that a form needs which its organizer has not typed yet. */
async function fillTheRest(phone: Phone): Promise<void> {
  const now = Date.now();
  const startsAt = now + 6 * DAY;
  await phone.type('tagline', '自带旧书，换一本回家');
  await phone.press('书香', true);
  await phone.press('培训', true);
  await phone.type('description', '每人带三本以内。\n书脊完好的优先上架。');
  await phone.tap('next');
  await phone.type('sessions.s1.name', '午间场');
  await phone.type('sessions.s1.startsAt', wallTime(startsAt));
  await phone.type('sessions.s1.endsAt', wallTime(startsAt + 2 * HOUR));
  await phone.type('venue.name', '园区阅览室');
  await phone.type('venue.address', '药谷中路 1 号二层');
  await phone.type('venue.point', '39.796, 116.506');
  await phone.tap('next');
  await phone.type('sessions.s1.capacity', '12');
  await phone.type('opensAt', wallTime(now - HOUR));
  await phone.type('closesAt', wallTime(startsAt - DAY));
}

/** The id of the activity whose page is in front. */
function idInFront(phone: Phone): string {
  const id = /[?&]id=([^&]+)/.exec(phone.page.url())?.[1];
  holds(id !== undefined, `an activity is in front: ${phone.page.url()}`);
  return decodeURIComponent(id);
}

const fromFormToNews: Journey = {
  name: 'an organizer makes an activity by its form, publishes it and calls it off; who signed up is told',
  async run(stage) {
    const organizer = await stage.person({ openid: 'demo-organizer' });
    await organizer.open('/pages/me/index');
    await organizer.tap('manage');
    await organizer.tap('new-activity');
    await organizer.tap('start-empty');
    await organizer.type('title', '旧书换新友');
    await organizer.tap('step-check');
    await organizer.sees('faults');
    await organizer.reads('请选一个品牌', '请填写地点');
    await organizer.tap('mend-tagline');
    await fillTheRest(organizer);
    await organizer.losesSightOf('faults');
    await organizer.tap('step-check');
    await organizer.tap('save');
    await organizer.sees('managed-draft');
    const id = idInFront(organizer);
    const phone = await stage.person({ openid: memberNo(39) });
    await phone.openActivity(id);
    await phone.sees('refused-NOT_FOUND');
    await organizer.tap('publish');
    await organizer.tap('confirm-publish');
    await organizer.sees('managed-published');
    await phone.reopen();
    await phone.offers('报名');
    await signedUp(stage, memberNo(39), id);
    await organizer.reopen();
    await organizer.tap('cancel');
    await organizer.reads(/告诉 1 位/);
    await organizer.type('reason', '阅览室停电检修，下周再换');
    await organizer.tap('confirm-cancel');
    await organizer.sees('managed-cancelled');
    await timePasses(stage);
    await phone.open('/packages/member/pages/messages/index');
    await phone.reads(/旧书换新友/, /停电检修/);
    await phone.openActivity(id);
    await phone.reads(/停电检修/);
  },
};

const typedTwice: Journey = {
  name: 'what an organizer typed and did not save is there again, and can be thrown away',
  async run({ person }) {
    const organizer = await person({ openid: 'demo-organizer' });
    await organizer.open('/packages/setup/pages/edit/index');
    await organizer.tap('start-empty');
    await organizer.type('title', '还没想好');
    // It is kept once typing pauses.
    await organizer.page.waitForFunction(() => JSON.stringify(localStorage).includes('还没想好'));
    await organizer.reopen();
    await organizer.sees('restored');
    same(await organizer.part('title').inputValue(), '还没想好', 'the name that was typed');
    await organizer.tap('start-over');
    await organizer.sees('start');
    await organizer.tap('start-empty');
    same(await organizer.part('title').inputValue(), '', 'the name after starting over');
  },
};

const watched: Journey = {
  name: 'an organizer watches who signs up without touching anything, finds one of them, and gives more time',
  async run(stage) {
    const id = await published(stage, smallPlan({ title: '看着报名的木工坊', places: 12 }));
    const organizer = await stage.person({ openid: 'demo-organizer' });
    await organizer.open(`/packages/organizer/pages/manage/index?id=${id}`);
    await organizer.tap('live');
    await organizer.sees('numbers');
    holds((await organizer.part('numbers').innerText()).includes('0'), 'nobody has a place yet');
    await signedUp(stage, memberNo(42), id);
    await organizer.reads(/1 \/ 12/);
    await organizer.tap('extend');
    await organizer.type('closes-at', wallTime(Date.now() + 6 * DAY));
    await organizer.tap('save-extend');
    await organizer.losesSightOf('extend-sheet');
    await organizer.tap('roll');
    await organizer.sees('applicants');
    same(await organizer.all('.roll-row:not(.roll-row--heads)').count(), 1, 'people on the list');
  },
};

export default [fromFormToNews, typedTwice, watched];
