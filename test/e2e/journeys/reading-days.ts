import { DAY_MS, dayOf, startOfDay } from '../../../domain/time/shanghai';
import { holds, isRecord, itemsOf, same } from '../expect';
import type { Journey } from '../journey';
import { memberNo } from '../people';
import { joinedChallenge, readingPath } from '../reading';

const MINUTE = 60_000;
const BROKEN = /ERR_(INTERNET_DISCONNECTED|FAILED|CONNECTION_\w+|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)/;

const overMidnight: Journey = {
  name: 'a check-in made without a network before midnight counts for its day when it is sent after',
  async run(stage) {
    const openid = memberNo(24);
    const today = dayOf(Date.now());
    const midnight = startOfDay(today) + DAY_MS;
    await stage.cloud.api('POST', 'clock', { now: midnight - 10 * MINUTE });
    await joinedChallenge(stage, openid);
    const phone = await stage.person({ openid });
    await phone.open('/pages/reading/index');
    await phone.sees('check-in');
    await phone.page.waitForLoadState('networkidle');
    phone.tolerate(BROKEN);
    await phone.context.setOffline(true);
    await phone.tap('check-in');
    await phone.type('note', '停电了，点着灯读');
    await phone.tap('send');
    await phone.sees('kept');
    await phone.reads('先记在手机里了');
    await phone.tap('back');
    await phone.sees('waiting-on');
    await stage.cloud.api('POST', 'clock', { now: midnight + 20 * MINUTE });
    await phone.context.setOffline(false);
    await phone.sees('waiting-counted');
    const mine = itemsOf(await stage.ask(openid, 'reading.myCheckIns', {}));
    same(
      mine.map(({ day, late }) => ({ day, late })),
      [{ day: today, late: true }],
      'the day that it counts for',
    );
    await phone.press('知道了');
    await phone.losesSightOf('waiting-counted');
    await phone.tap('to-mine');
    await phone.reads('昨天', '晚到', '停电了，点着灯读');
  },
};

const closedMeanwhile: Journey = {
  name: 'a check-in that waits outlives closing the program, and is sent once',
  async run(stage) {
    const openid = memberNo(25);
    await joinedChallenge(stage, openid);
    const phone = await stage.person({ openid });
    await phone.open('/pages/reading/index');
    await phone.tap('check-in');
    await phone.sees('check-in-form');
    phone.tolerate(BROKEN);
    // It arrives, and its answer does not: nobody but the server knows.
    await phone.page.route('**/call/reading', async (route) => {
      if (!route.request().postData()?.includes('"checkIn"')) return route.continue();
      await route.fetch();
      return route.abort('failed');
    });
    await phone.tap('send');
    await phone.sees('kept');
    await phone.page.unroute('**/call/reading');
    await phone.open('/pages/reading/index');
    await phone.reopen();
    await phone.sees('waiting-counted');
    same(itemsOf(await stage.ask(openid, 'reading.myCheckIns', {})).length, 1, 'check-ins after two tries');
  },
};

const madeUp: Journey = {
  name: 'a make-up card saves the streak over a day that was missed',
  async run(stage) {
    const openid = 'demo-worker';
    await stage.cloud.api('POST', 'clock', { advanceMs: DAY_MS });
    const phone = await stage.person({ openid });
    await phone.open(readingPath('challenge', 'winter-reading'));
    await phone.sees('make-up');
    await phone.reads('有 2 张补卡');
    await phone.tap('fill');
    await phone.sees('fill-sheet');
    await phone.reads(/用掉 1 张，还剩 1/);
    await phone.tap('confirm-fill');
    await phone.hears('补上了，连续 20 天');
    await phone.losesSightOf('fill-sheet');
    await phone.reads(/有 1 张补卡/);
    const detail = await stage.ask(openid, 'reading.challenge', { challengeId: 'winter-reading' });
    holds(isRecord(detail) && isRecord(detail.mine), 'the worker stands somewhere');
    same(detail.mine.days, 19, 'a filled day is no day that was read');
  },
};

const made: Journey = {
  name: 'an organizer makes a challenge and publishes it; members find and join it',
  async run(stage) {
    const organizer = await stage.person({ openid: 'demo-organizer' });
    await organizer.open('/packages/desk/pages/challenges/index');
    await organizer.tap('new-challenge');
    await organizer.tap('save');
    await organizer.sees('faults');
    await organizer.type('title', '一个月读完一本书');
    await organizer.type('startsOn', dayOf(Date.now()));
    await organizer.type('endsOn', dayOf(Date.now() + 29 * DAY_MS));
    await organizer.tap('save');
    await organizer.tap('publish');
    await organizer.hears('发布了');
    await organizer.tap('as-readers-see');
    await organizer.sees('challenge-running');
    const phone = await stage.person({ openid: memberNo(26) });
    await phone.open('/pages/reading/index');
    await phone.words('一个月读完一本书').click();
    await phone.sees('challenge-running');
    await phone.press('加入挑战');
    await phone.sees('numbers');
    await phone.tap('primary');
    await phone.tap('send');
    await phone.reads('今天算数了', '今天读了 20 分钟，算数了');
  },
};

// The last one fills a day that is still today for the others.
const journeys: Journey[] = [made, closedMeanwhile, overMidnight, madeUp];
export default journeys;
