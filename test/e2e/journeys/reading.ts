import { runSweep } from '../../support/town';
import { holds, itemsOf, same } from '../expect';
import type { Journey, Stage } from '../journey';
import { memberNo, option } from '../people';
import type { Phone } from '../phone';
import { checkedIn, joinedChallenge, READING, readingPath, shared } from '../reading';

const TAB = '/pages/reading/index';

async function streakIs(phone: Phone, days: string): Promise<void> {
  await phone.front.getByTestId('streak').filter({ hasText: days, visible: true }).first().waitFor();
}

/** What that person sees of everybody's notes, by their words. */
async function textsSeen(stage: Stage, openid: string): Promise<unknown[]> {
  return itemsOf(await stage.ask(openid, 'reading.feed', {})).map(({ text }) => text);
}

const twoTaps: Journey = {
  name: 'somebody joins a challenge, checks in by two taps, and sees the streak begin',
  async run({ person }) {
    const phone = await person({ openid: memberNo(16) });
    await phone.open();
    await phone.tab('书香');
    await phone.tap('join-winter-reading');
    await phone.sees('joined-winter-reading');
    await phone.reads('今天读一会儿，就是第 1 天');
    await phone.tap('check-in');
    await phone.tap('send');
    await phone.sees('checked-in');
    await phone.reads('今天算数了', '今天读了 30 分钟，算数了', /新徽章：翻开/);
    await streakIs(phone, '1');
    await phone.tap('back');
    await phone.reads('再记一笔');
    await streakIs(phone, '1');
    await phone.tap('challenge-winter-reading');
    await phone.reads('一共', '补卡', '徽章');
    await phone.tap('to-mine');
    await phone.reads('30 分钟');
  },
};

/** Writes a note and shares it, asked on the way how others should see its author. */
async function writeAndShare(phone: Phone, words: string): Promise<void> {
  await phone.open(TAB);
  await phone.tap('check-in');
  await phone.type('note', words);
  await phone.tap('share');
  await phone.sees('name-sheet');
  await option(phone, '只显示姓').click();
  await phone.tap('name-done');
  await phone.losesSightOf('name-sheet');
  await phone.tap('send');
  await phone.reads('随感在审核，通过后大家能看到');
}

/** Says something, and is asked first for a name that others see. */
async function comment(phone: Phone, words: string): Promise<void> {
  await phone.tap('say');
  await phone.type('comment-text', words);
  await phone.tap('send-comment');
  await phone.sees('refused-NO_NAME');
  await phone.tap('choose-name');
  await phone.sees('settings');
  await option(phone, '全名').click();
  await phone.hears('改好了');
  await phone.press('返回');
  await phone.tap('send-comment');
  await phone.losesSightOf('say-sheet');
  await phone.reads(words, '审核中');
}

const noteGoesRound: Journey = {
  name: 'a note waits until it passed; a colleague then sees, likes, answers and reports it',
  async run(stage) {
    const words = '读到一半下起雨来，正好。';
    const [author, colleague] = [memberNo(17), memberNo(18)];
    await joinedChallenge(stage, author);
    const phone = await stage.person({ openid: author });
    await writeAndShare(phone, words);
    await phone.open(`${READING}/mine/index`);
    await phone.sees('note-pending');
    await phone.reads('审核中');
    same((await textsSeen(stage, colleague)).includes(words), false, 'whether others see what nobody has looked at');
    await runSweep(stage.cloud, 'moderate', 'reading');
    const other = await stage.person({ openid: colleague });
    await other.open(TAB);
    await other.tap('all-notes');
    await other.reads(words);
    await other.all('[data-testid^="like-"]').first().click();
    await other.all('[data-testid^="like-"][aria-pressed=true]').first().waitFor();
    await other.words(words).click();
    await other.sees('note-page');
    await comment(other, '我这边也下了');
    await other.tap('report-note');
    await option(other, '和读书没有关系').click();
    await other.tap('send-report');
    await other.hears('收到，工作人员会看');
    await runSweep(stage.cloud, 'moderate', 'reading');
    await phone.reopen();
    await phone.sees('note-passed');
    await phone.press('1 人喜欢，1 条评论');
    await phone.reads('我这边也下了');
    holds((await textsSeen(stage, colleague)).includes(words), 'one report hides nothing');
  },
};

const seen: Journey = {
  name: 'a board has nobody on it who did not choose to be seen',
  async run(stage) {
    const openid = memberNo(19);
    await joinedChallenge(stage, openid);
    await checkedIn(stage, openid, 600);
    await runSweep(stage.cloud, 'sweepReaders', 'reading');
    const phone = await stage.person({ openid });
    await phone.open(readingPath('boards', 'winter-reading'));
    await phone.press('今天');
    await phone.sees('not-ranked');
    await phone.all('[data-testid=rank-mine]').waitFor({ state: 'hidden' });
    await phone.press('选称呼');
    await option(phone, '只显示姓').click();
    await phone.hears('改好了');
    await phone.press('返回');
    await phone.sees('rank-mine');
    await phone.reads(/第 1 位/);
    await phone.open(`${READING}/settings/index`);
    await option(phone, '不显示').click();
    await phone.tap('confirm-unseen');
    await phone.hears('改好了');
    await phone.open(readingPath('boards', 'winter-reading'));
    await phone.press('今天');
    await phone.sees('not-ranked');
  },
};

const judged: Journey = {
  name: 'an organizer hides a note that was reported, with a reason that its author reads',
  async run(stage) {
    const [author, reporter] = [memberNo(20), memberNo(23)];
    const words = '代购请加我';
    const noteId = await shared(stage, author, words);
    await runSweep(stage.cloud, 'moderate', 'reading');
    await stage.ask(reporter, 'reading.report', { noteId, reason: '广告或推销' });
    const organizer = await stage.person({ openid: 'demo-organizer' });
    await organizer.open('/pages/me/index');
    await organizer.tap('desk-reading');
    await organizer.tap('moderation');
    // The oldest is first: what waited before is put off.
    for (
      let turn = 0;
      turn < 40 && (await organizer.all(`[data-testid="queued-${noteId}"]`).count()) === 0;
      turn += 1
    ) {
      await organizer.tap('skip');
    }
    await organizer.sees(`queued-${noteId}`);
    await organizer.reads(words, '广告或推销');
    await organizer.tap('hide');
    await organizer.type('reason', '随感里不放广告');
    await organizer.tap('reason-yes');
    await organizer.hears('藏起来了');
    same((await textsSeen(stage, reporter)).includes(words), false, 'whether others still see it');
    const phone = await stage.person({ openid: author });
    await phone.open(`${READING}/mine/index`);
    await phone.reads(/没有通过审核：随感里不放广告/, '30 分钟');
  },
};

const journeys: Journey[] = [twoTaps, noteGoesRound, seen, judged];
export default journeys;
