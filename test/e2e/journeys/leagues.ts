import { holds, isRecord, same } from '../expect';
import type { Journey, Stage } from '../journey';
import { DEMO, deskPath, entryIn, entryPath, leaguePath, matchPath, pathOfMatch } from '../leagues';
import { memberNo } from '../people';
import type { Phone } from '../phone';
import { drawnLeague, leagueIsSwept, nameOf, roundOf, wonBy } from '../small-league';

const DAY = 24 * 3_600_000;

/** Types a match of two games, as the first or the other side has won it. */
async function typeGames(phone: Phone, winner: 0 | 1): Promise<void> {
  for (const [game, lost] of [
    [1, 6],
    [2, 8],
  ] as const) {
    await phone.type(`points-${game}-${winner}`, '11');
    await phone.type(`points-${game}-${1 - winner}`, String(lost));
  }
}

const byLink: Journey = {
  name: 'a captain makes a team and shares its link, and a colleague who opens it is in',
  async run(stage) {
    const captain = await stage.person({ openid: memberNo(1) });
    await captain.open();
    await captain.tab('活动');
    await captain.tap('leagues');
    await captain.tap(`league-${DEMO.open}`);
    await captain.reads('还能报');
    await captain.tap('primary');
    await captain.type('entry-name', '云开见日');
    await captain.tap('confirm-enter');
    await captain.part('missing').filter({ hasText: '还差 4 人' }).waitFor();
    await captain.press('叫同事进来');
    await captain.hears('链接已复制');
    const link = await captain.page.evaluate(() => navigator.clipboard.readText());
    const colleague = await stage.person({ openid: memberNo(2) });
    await colleague.open(new URL(link).hash.slice(1));
    await colleague.reads('同事邀请你加入', '云开见日', /还能进 6 人/);
    await colleague.tap('join-entry');
    await colleague.part('missing').filter({ hasText: '还差 3 人' }).waitFor();
    await colleague.reads(await nameOf(stage, memberNo(1)));
    await captain.reopen();
    await captain.reads('还差 3 人', await nameOf(stage, memberNo(2)));
    const stranger = await stage.person({ openid: memberNo(3) });
    await stranger.open(entryPath(DEMO.open, await entryIn(stage, DEMO.open, memberNo(1))));
    await stranger.sees('follow');
    await stranger.losesSightOf('roster');
  },
};

/** Types a league from a template, made smaller; gives its id. */
async function setUp(phone: Phone): Promise<string> {
  await phone.open('/pages/me/index');
  await phone.tap('desk-leagues');
  await phone.tap('new-league');
  await phone.press('乒乓球单打');
  await phone.type('title', '午间乒乓赛');
  await phone.tap('step-how');
  await phone.press('淘汰赛');
  await phone.tap('step-where');
  await phone.type('venueName', '职工活动中心球馆');
  await phone.type('venueAddress', '春和街 18 号一层');
  await phone.type('venuePoint', '39.684, 116.327');
  await phone.tap('step-check');
  await phone.tap('save');
  await phone.sees('league-draft');
  await phone.tap('next');
  await phone.tap('confirm-publish');
  await phone.sees('league-open');
  const id = new URLSearchParams(new URL(phone.page.url()).hash.split('?')[1]).get('id');
  holds(id !== null, 'the address names the league');
  return id;
}

async function drawAndSchedule(phone: Phone): Promise<void> {
  await phone.reopen();
  await phone.tap('draw-early');
  await phone.reads('4 人可以抽签');
  await phone.tap('draw');
  await phone.tap('confirm-draw');
  await phone.sees('league-drawn');
  await phone.tap('next');
  await phone.sees('proposal-fits');
  await phone.tap('publish-schedule');
  await phone.sees('schedule');
}

/** A referee of all tables enters how it ended. */
async function refereed(phone: Phone, leagueId: string, match: string): Promise<void> {
  await phone.open(matchPath(leagueId, match));
  await phone.tap('act-enter');
  await typeGames(phone, 0);
  await phone.tap('send-result');
  await phone.sees('match-confirmed');
}

/** One captain says how it ended, and the other one that it is right. */
async function agreed(stage: Stage, leagueId: string, match: string, [one, other]: string[]): Promise<void> {
  const captain = await stage.person({ openid: one ?? '' });
  await captain.open(matchPath(leagueId, match));
  await captain.tap('act-report');
  await typeGames(captain, 0);
  await captain.tap('send-result');
  await captain.sees('match-reported');
  const rival = await stage.person({ openid: other ?? '' });
  await rival.open(matchPath(leagueId, match));
  await rival.tap('act-confirm');
  await rival.tap('confirm-result');
  await rival.sees('match-confirmed');
}

const whole: Journey = {
  name: 'a league from its set-up to its champion, whose points are there',
  async run(stage) {
    const people = [4, 5, 6, 7].map(memberNo);
    const byName = new Map(await Promise.all(people.map(async (each) => [await nameOf(stage, each), each] as const)));
    const organizer = await stage.person({ openid: 'demo-organizer' });
    const leagueId = await setUp(organizer);
    await stage.cloud.api('POST', 'clock', { advanceMs: 2 * DAY });
    for (const openid of people) await stage.ask(openid, 'league.enter', { leagueId });
    await drawAndSchedule(organizer);
    const [first, second] = await roundOf(stage, leagueId, 1);
    holds(first !== undefined && second !== undefined, 'four meet in two matches');
    await refereed(organizer, leagueId, first.id);
    const pair = second.names.map((name) => byName.get(name) ?? '');
    await agreed(stage, leagueId, second.id, pair);
    const last = (await roundOf(stage, leagueId, 2)).find(({ names }) => names.includes(first.names[0]));
    holds(last !== undefined, 'who won meets in the final');
    await refereed(organizer, leagueId, last.id);
    await rest(stage, leagueId);
    await organizer.open(deskPath('manage', leagueId));
    await organizer.tap('next');
    await organizer.tap('confirm-finish');
    await organizer.sees('placings');
    await organizer.reads(last.names[0], '冠军');
    await leagueIsSwept(stage);
    const champion = byName.get(last.names[0]) ?? '';
    const balance = await stage.ask(champion, 'points.balance', {});
    same(isRecord(balance) && balance.points, 38, 'points for taking part and for the first place');
    const phone = await stage.person({ openid: champion });
    await phone.open(leaguePath(leagueId));
    await phone.sees('league-finished');
    await phone.reads('冠军', last.names[0]);
    await phone.open('/packages/benefit/pages/points/index');
    await phone.reads(/午间乒乓赛/, '+30');
  },
};

/** The match for the third place, where there is one. */
async function rest(stage: Stage, leagueId: string): Promise<void> {
  for (const { id } of await roundOf(stage, leagueId, 2)) {
    await stage.tryTo('demo-organizer', 'league.enterResult', { leagueId, fixtureId: id, outcome: wonBy(0) });
  }
}

const disputed: Journey = {
  name: 'a captain disputes a report in words, and the referee of that table decides',
  async run(stage) {
    const path = await pathOfMatch(stage, 'reported');
    const captain = await stage.person({ openid: 'demo-worker' });
    await captain.open('/packages/league/pages/mine/index');
    await captain.sees(`mine-${DEMO.playing}`);
    await captain.open(path);
    await captain.tap('act-dispute');
    await captain.tap('send-dispute');
    await captain.reads('写一句哪里不对');
    await captain.type('dispute-words', '第二局是 11:9 我赢的，填反了');
    await captain.tap('send-dispute');
    await captain.sees('match-disputed');
    const referee = await stage.person({ openid: 'demo-referee' });
    await referee.open(path);
    await referee.reads('第二局是 11:9 我赢的，填反了');
    await referee.tap('act-enter');
    const [mine, length] = [await sideOf(stage, path, 'demo-worker'), 3];
    for (let game = 1; game <= length; game++) {
      await referee.type(`points-${game}-${mine}`, '11');
      await referee.type(`points-${game}-${1 - mine}`, '9');
    }
    await referee.tap('send-result');
    await referee.sees('match-confirmed');
    await captain.reopen();
    await captain.sees('match-confirmed');
    await captain
      .part('score')
      .filter({ hasText: mine === 0 ? /3\s*:\s*0/ : /0\s*:\s*3/ })
      .waitFor();
    const elsewhere = await stage.tryTo('demo-referee', 'league.enterResult', await otherCourt(stage));
    same(elsewhere.ok === false && elsewhere.refusal, 'OTHER_COURT', 'a referee keeps to their own tables');
  },
};

async function sideOf(stage: Stage, path: string, openid: string): Promise<0 | 1> {
  const asked = new URLSearchParams(path.split('?')[1]);
  const input = { leagueId: asked.get('id'), fixtureId: asked.get('match') };
  const match = await stage.ask(openid, 'league.fixture', input);
  return isRecord(match) && match.mySide === 1 ? 1 : 0;
}

/** A result for a match on a table that is not the referee's. */
async function otherCourt(stage: Stage): Promise<object> {
  const leagueId = DEMO.playing;
  const page = await stage.ask('demo-organizer', 'league.schedule', { leagueId, court: 'c4' });
  const items = isRecord(page) && Array.isArray(page.items) ? page.items.filter(isRecord) : [];
  const match = items.find(({ state }) => state === 'unplayed');
  holds(match !== undefined, 'something is still to be played on table 4');
  return { leagueId, fixtureId: match.id, outcome: wonBy(0) };
}

const corrected: Journey = {
  name: 'a correction is refused while the next match stands, and goes through once that is taken back',
  async run(stage) {
    const leagueId = await drawnLeague(stage, '晚间乒乓赛', [8, 9, 10, 11].map(memberNo));
    const [first, second] = await roundOf(stage, leagueId, 1);
    holds(first !== undefined && second !== undefined, 'four meet in two matches');
    const enter = (fixtureId: string): Promise<unknown> =>
      stage.ask('demo-organizer', 'league.enterResult', { leagueId, fixtureId, outcome: wonBy(0) });
    for (const { id } of [first, second]) await enter(id);
    const [last] = await roundOf(stage, leagueId, 2);
    holds(last !== undefined, 'there is a final');
    await enter(last.id);
    const organizer = await stage.person({ openid: 'demo-organizer' });
    await organizer.open(matchPath(leagueId, first.id));
    await organizer.tap('act-correct');
    await typeGames(organizer, 1);
    await organizer.type('reason', '两边填反了');
    await organizer.tap('send-correction');
    await organizer.sees('refused-NEXT_PLAYED');
    await organizer.reads(/先按这个顺序收回后面的比赛/);
    await organizer.tap(`fixture-${last.id}`);
    await organizer.tap('act-correct');
    await organizer.press('收回，重赛');
    await organizer.type('reason', '前一场要更正');
    await organizer.tap('send-correction');
    await organizer.sees('match-unplayed');
    await organizer.open(matchPath(leagueId, first.id));
    await organizer.reopen();
    await organizer.tap('act-correct');
    await typeGames(organizer, 1);
    await organizer.type('reason', '两边填反了');
    await organizer.tap('send-correction');
    await organizer.sees('corrected');
    await organizer.reads('换了对手的比赛');
    const [final] = await roundOf(stage, leagueId, 2);
    holds(final?.names.includes(first.names[1]) === true, 'who really won plays the final');
  },
};

// The last one moves the clock.
const journeys: Journey[] = [byLink, disputed, corrected, whole];
export default journeys;
