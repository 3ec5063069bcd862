import { holds, same } from '../expect';
import type { Journey } from '../journey';
import type { Phone } from '../phone';

const visitorJoins: Journey = {
  name: 'a visitor browses and is told how to join',
  async run({ person }) {
    const phone = await person({ openid: 'visitor-a' });
    await phone.open();
    await phone.reads('正在报名', '加入工会，就能报名活动');
    await phone.tab('活动');
    await phone.sees('activities');
    await phone.tap('activity-music-festival');
    await phone.reads('2025 药谷职工音乐节', '参与须知', '药谷中央公园草坪');
    await phone.offers('先加入工会');
    await phone.reads('会员才能报名');
    await phone.tap('primary');
    await phone.sees('privacy-sheet');
    // Whoever does not agree comes back to where they were and goes on browsing.
    await phone.press('不同意');
    await phone.offers('先加入工会');
  },
};

/** Scrolls the list until nothing more comes. */
async function scrollToEnd(phone: Phone): Promise<void> {
  const end = phone.words('没有更多了');
  for (let turn = 0; turn < 10 && !(await end.isVisible()); turn += 1) {
    const before = (await phone.titles()).length;
    await phone.all('.browse__end').scrollIntoViewIfNeeded();
    await phone.page.waitForFunction(
      (count) =>
        document.body.innerText.includes('没有更多了') || document.querySelectorAll('.list-row').length > count,
      before,
    );
  }
  await end.waitFor();
}

const finding: Journey = {
  name: 'search, brands, months and days narrow the list, and one press shows all again',
  async run({ person }) {
    const phone = await person({ openid: 'demo-worker' });
    await phone.open();
    await phone.press('书香药谷');
    await phone.reads('药谷读书市集');
    holds(!(await phone.titles()).includes('2025 药谷职工音乐节'), 'a brand leaves out the others');
    await phone.press('全部', true);
    await phone.sees('activity-music-festival');
    await phone.type('search', '羽毛球');
    await phone.sees('activity-badminton-class');
    await phone.losesSightOf('activity-music-festival');
    await phone.type('search', '没有这样的活动');
    await phone.sees('empty');
    await phone.press('看全部活动');
    await phone.sees('activity-music-festival');
    same(await phone.part('search').inputValue(), '', 'the search line is emptied with the search');
    await phone.press('下个月');
    const busy = phone.all('.strip-day--busy');
    await busy.first().waitFor();
    const days = await busy.count();
    holds(days > 0, 'next month has days with something on');
    await busy.first().click();
    await phone.all('.strip-day--on').waitFor();
    await phone.sees('activities');
  },
};

const paging: Journey = {
  name: 'a long list comes twenty at a time and keeps its place when one comes back',
  async run({ person }) {
    const phone = await person({ openid: 'demo-worker' });
    await phone.open('/pages/activities/index');
    await phone.sees('activities');
    const first = (await phone.titles()).length;
    same(first, 20, 'the first page');
    await scrollToEnd(phone);
    const titles = await phone.titles();
    same(new Set(titles).size, titles.length, 'no activity twice');
    const last = phone.front.locator('.list-row').nth(titles.length - 4);
    await last.scrollIntoViewIfNeeded();
    const before = await last.boundingBox();
    await last.click();
    await phone.sees('primary');
    await phone.press('返回');
    await last.waitFor();
    const after = await last.boundingBox();
    same((await phone.titles()).length, titles.length, 'as many as before');
    holds(
      before !== null && after !== null && Math.abs(before.y - after.y) < 4,
      `the list is where it was: ${after?.y}, before ${before?.y}`,
    );
  },
};

const sharing: Journey = {
  name: 'a shared link opens that page, with a way home',
  async run({ person, cloud }) {
    const phone = await person({ openid: 'demo-worker' });
    await phone.openActivity('book-fair');
    await phone.reads('药谷读书市集');
    await phone.press('分享');
    await phone.hears('链接已复制');
    const link = await phone.page.evaluate(() => navigator.clipboard.readText());
    holds(link.startsWith(cloud.url), `the link leads here: ${link}`);
    const friend = await person({ openid: 'visitor-b' });
    await friend.page.goto(link);
    await friend.reads('药谷读书市集');
    await friend.offers('先加入工会');
    await friend.press('返回');
    await friend.reads('正在报名');
    same(friend.path(), '/pages/home/index', 'the way back from a shared page leads home');
  },
};

const goneActivity: Journey = {
  name: 'a link to an activity that is gone says so and who can be asked',
  async run({ person }) {
    const phone = await person({ openid: 'demo-worker' });
    await phone.openActivity('no-such-activity');
    await phone.sees('refused-NOT_FOUND');
    await phone.reads('联系工会工作人员');
    await phone.press('返回');
    await phone.reads('正在报名');
  },
};

const wayBack: Journey = {
  name: 'the back button retraces the steps',
  async run({ person }) {
    const phone = await person({ openid: 'demo-worker' });
    await phone.open();
    await phone.tap('next-ticket');
    await phone.sees('ticket');
    await phone.press('活动详情');
    // What is next for the demo's worker is the place that they have been offered.
    await phone.offers('有名额了，去确认');
    await phone.page.goBack();
    await phone.sees('ticket');
    await phone.page.goBack();
    await phone.reads('正在报名');
    same(phone.path(), '/pages/home/index', 'home again');
    await phone.tab('我的');
    await phone.sees('me-active');
    await phone.tap('registrations');
    await phone.reads('接下来', '下班夜跑五公里');
    await phone.press('返回');
    await phone.sees('me-active');
  },
};

export default [visitorJoins, finding, paging, sharing, goneActivity, wayBack];
