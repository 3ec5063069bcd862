import { holds, isRecord, same } from '../expect';
import type { Journey, Stage } from '../journey';
import { fillFestival, held, memberNo, oneHeld, openFestivalSheet, option, placesHeld } from '../people';
import type { Phone } from '../phone';
import { readQr } from '../qr-reader';
import { squaresOf } from '../qr-squares';

async function signUpForFestival(phone: Phone, zone: string): Promise<void> {
  await openFestivalSheet(phone);
  await fillFestival(phone, zone);
  await phone.tap('confirm-sign-up');
  await phone.sees('signed-up');
}

const festival: Journey = {
  name: 'a member signs up, shows the ticket, cancels and signs up again',
  async run(stage) {
    const phone = await stage.person({ openid: memberNo(1) });
    await openFestivalSheet(phone);
    // What is missing is said beside its question, and nothing is sent.
    await phone.tap('confirm-sign-up');
    await phone.reads('请选一个分区');
    await fillFestival(phone, '草坪区');
    await phone.type('contact', '12');
    await phone.tap('confirm-sign-up');
    await phone.reads('请填 11 位手机号');
    await phone.type('contact', '13800138099');
    await phone.tap('confirm-sign-up');
    await phone.sees('signed-up');
    await phone.reads('报好了', /草坪区/);
    const [download] = await Promise.all([phone.page.waitForEvent('download'), phone.press('加到日历')]);
    same(download.suggestedFilename(), '2025 药谷职工音乐节.ics', 'the calendar file');
    await phone.tap('see-ticket');
    await phone.sees('ticket');
    const id = await oneHeld(stage, memberNo(1), 'music-festival');
    holds(readQr(await squaresOf(phone)).startsWith(`T.${id}.`), 'the ticket says to a scanner whose it is');
    await phone.tap('cancel');
    await phone.tap('confirm-cancel');
    await phone.hears('名额已让出');
    await phone.reads('已取消报名');
    same((await held(stage, memberNo(1), 'music-festival')).length, 0, 'places after cancelling');
    await phone.press('看看这个活动');
    await phone.offers('报名');
    await signUpForFestival(phone, '看台区');
    const again = await oneHeld(stage, memberNo(1), 'music-festival');
    holds(again !== id, 'a new sign-up is a registration of its own');
    await phone.tap('see-ticket');
    await phone.reads('看台区');
    holds(readQr(await squaresOf(phone)).startsWith(`T.${again}.`), 'the new ticket has a code of its own');
  },
};

const fullActivity: Journey = {
  name: 'a full activity says so, and what can be done',
  async run({ person }) {
    const phone = await person({ openid: memberNo(2) });
    await phone.openActivity('badminton-class');
    await phone.offers('已满');
    await phone.reads('有人取消会放出名额');
    holds(await phone.part('primary').isDisabled(), 'nothing can be pressed where all is taken');
    await phone.openActivity('story-hour');
    await phone.offers('报名');
    await phone.tap('primary');
    await phone.sees('sign-up-sheet');
    holds(await option(phone, '上午场').isDisabled(), 'a full session without a queue cannot be chosen');
    // The festival's front row is full too, but there one may wait.
    await openFestivalSheet(phone);
    holds(await option(phone, '前排').isEnabled(), 'a full zone with a queue can be chosen');
  },
};

const filledMeanwhile: Journey = {
  name: 'who is refused because it filled up meanwhile takes another zone in the same sheet',
  async run(stage) {
    const phone = await stage.person({ openid: memberNo(3) });
    await phone.openActivity('trampoline');
    await phone.offers('报名');
    await phone.tap('primary');
    await option(phone, '16:00 场').click();
    await phone.type('contact', '13800138099');
    const input = { activityId: 'trampoline', sessionId: 's1', zoneId: 't7', answers: { contact: '13800138098' } };
    await stage.ask(memberNo(4), 'activity.signUp', input);
    await phone.tap('confirm-sign-up');
    await phone.sees('refused-FULL');
    await phone.reads(/30 个名额都有人了，别的场次或分区还有/);
    same(await option(phone, '16:00 场').getAttribute('aria-pressed'), 'false', 'what is full is not chosen any more');
    holds(await phone.part('confirm-sign-up').isDisabled(), 'another one comes first');
    await option(phone, '13:00 场').click();
    await phone.losesSightOf('refused-FULL');
    same(await phone.part('contact').inputValue(), '13800138099', 'what was typed is still there');
    await phone.tap('confirm-sign-up');
    await phone.sees('signed-up');
    await oneHeld(stage, memberNo(3), 'trampoline');
  },
};

/** Ready to press the last button of the contest's sheet. */
async function readyForContest(stage: Stage, openid: string): Promise<Phone> {
  const phone = await stage.person({ openid });
  await phone.openActivity('aed-contest');
  await phone.offers('报名');
  await phone.tap('primary');
  await option(phone, '没学过').click();
  await phone.type('contact', '13800138099');
  return phone;
}

const lastPlace: Journey = {
  name: 'two race for the last place: one has it, the other is told',
  async run(stage) {
    const answers = { learned: '没学过', contact: '13800138097' };
    await stage.ask(memberNo(5), 'activity.signUp', { activityId: 'aed-contest', sessionId: 's1', answers });
    same(await placesHeld(stage, 'aed-contest'), 119, 'one place is left');
    const racers = [await readyForContest(stage, memberNo(6)), await readyForContest(stage, memberNo(7))];
    await Promise.all(racers.map((phone) => phone.tap('confirm-sign-up')));
    const ends = await Promise.all(
      racers.map((phone) =>
        Promise.race([phone.sees('signed-up').then(() => 'in'), phone.sees('refused-FULL').then(() => 'out')]),
      ),
    );
    same([...ends].sort(), ['in', 'out'], 'how the race ended');
    const loser = racers[ends.indexOf('out')];
    await loser?.reads('刚刚满了', /有人取消会放出来/);
    same(await placesHeld(stage, 'aed-contest'), 120, 'places taken in the end');
  },
};

const doubleTap: Journey = {
  name: 'a double tap makes one registration',
  async run(stage) {
    const phone = await stage.person({ openid: memberNo(8) });
    await openFestivalSheet(phone);
    await fillFestival(phone, '草坪区');
    await phone.part('confirm-sign-up').dblclick();
    await phone.sees('signed-up');
    await oneHeld(stage, memberNo(8), 'music-festival');
  },
};

const tooLate: Journey = {
  name: 'too late to cancel is told, with somebody to ask',
  async run(stage) {
    const { ask, cloud, person } = stage;
    const id = await oneHeld(stage, 'demo-worker', 'evening-run');
    const registration = await ask('demo-worker', 'activity.registration', { registrationId: id });
    holds(isRecord(registration) && typeof registration.cancelUntil === 'number', 'it says until when');
    const phone = await person({ openid: 'demo-worker' });
    await phone.open(`/packages/activity/pages/ticket/index?id=${id}`);
    await phone.reads(/前可以取消/);
    await phone.tap('cancel');
    // The deadline passes while the question is on the screen.
    await cloud.api('POST', 'clock', { now: registration.cancelUntil + 60_000 });
    await phone.tap('confirm-cancel');
    await phone.sees('refused-TOO_LATE');
    await phone.reads('已过取消时间', '联系工会工作人员');
    await phone.reopen();
    await phone.sees('too-late');
    holds((await phone.page.getByTestId('cancel').count()) === 0, 'there is no way to cancel any more');
    await oneHeld(stage, 'demo-worker', 'evening-run');
  },
};

const notForMe: Journey = {
  name: 'who may not sign up is told why before trying',
  async run({ person }) {
    const phone = await person({ openid: memberNo(9) });
    await phone.openActivity('preparation-skills');
    await phone.offers('仅限指定单位');
    await phone.openActivity('mentor-pairs');
    await phone.offers(/开放/);
    await phone.openActivity('studio-open-day');
    await phone.offers('已截止');
    await phone.openActivity('racket-league');
    await phone.offers('敬请期待');
    await phone.openActivity('tug-of-war');
    await phone.offers('已结束');
  },
};

export default [festival, fullActivity, filledMeanwhile, lastPlace, doubleTap, notForMe, tooLate];
