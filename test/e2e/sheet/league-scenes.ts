import { holds } from '../expect';
import { leagueDesk, leaguePages, refereesPages } from '../league-pages';
import { DEMO, LEAGUE, leaguePath, showPart } from '../leagues';
import { memberNo } from '../people';
import type { Phone } from '../phone';
import { alteredValue, answeredAs, asTheyAre, refusedAs } from './altered';
import { page, type Reel, type Scene, scrollTo } from './scene';

/** One of the pages that are audited too; which match or entry it is of, only the cloud knows. */
const audited = (pages: typeof leaguePages, name: string): Scene => ({
  name,
  async show(phone, stage) {
    const found = (await pages(stage)).find((each) => each.name === name);
    holds(found !== undefined, `no page is called ${name}`);
    const there = phone.path() === found.path.split('?')[0];
    await phone.open(found.path);
    if (there) await phone.reopen();
    await found.ready(phone);
  },
});

/** What one press opens over the page of the scene before. */
const over = (name: string, press: string, seen: string): Scene => ({
  name,
  async show(phone) {
    await phone.tap(press);
    await phone.sees(seen);
  },
  after: (phone) => phone.press('关闭'),
});

const scrolled = (name: string, words: string): Scene => ({ name, show: (phone) => scrollTo(phone, words) });

const watching: Scene[] = [
  page('league-way-in', '/pages/activities/index', (phone) => phone.sees('leagues')),
  audited(leaguePages, 'leagues'),
  audited(leaguePages, 'my-leagues'),
  audited(leaguePages, 'league-open'),
  scrolled('league-open-below', '赛制'),
  audited(leaguePages, 'league-open-entries'),
  audited(leaguePages, 'league-playing'),
  audited(leaguePages, 'league-tables'),
  {
    name: 'league-why',
    async show(phone) {
      await phone.all('[data-testid^="row-"]').nth(1).click();
      await phone.sees('why');
    },
    after: (phone) => phone.press('关闭'),
  },
  audited(leaguePages, 'league-groups'),
  {
    name: 'league-knockout',
    async show(phone) {
      await phone.press('淘汰赛');
      await phone.sees('bracket');
    },
  },
  audited(leaguePages, 'league-schedule'),
  audited(leaguePages, 'league-drawn'),
  audited(leaguePages, 'league-bracket'),
  {
    name: 'league-bracket-list',
    async show(phone) {
      await phone.press('按轮次');
      await phone.sees('rounds');
    },
  },
  audited(leaguePages, 'league-finished'),
  {
    name: 'league-finished-tables',
    show: (phone) => showPart(phone, 'tables'),
  },
  audited(leaguePages, 'entry-captain'),
  scrolled('entry-captain-below', '整队退赛'),
  audited(leaguePages, 'entry-stranger'),
  audited(leaguePages, 'match-unplayed'),
  over('match-score-form', 'act-report', 'result-sheet'),
  audited(leaguePages, 'match-reported'),
  over('match-confirm', 'act-confirm', 'confirm-sheet'),
  over('match-dispute', 'act-dispute', 'dispute-sheet'),
  audited(leaguePages, 'match-confirmed'),
];

const refereeing: Scene[] = [
  audited(refereesPages, 'match-disputed'),
  over('match-decide', 'act-enter', 'result-sheet'),
  audited(refereesPages, 'invite'),
  audited(refereesPages, 'league-enter'),
  over('league-enter-sheet', 'primary', 'enter-sheet'),
];

/** What does not come about by itself in the demo, and what is not there. */
const trouble: Scene[] = [
  {
    name: 'leagues-loading',
    async show(phone) {
      await phone.page.route('**/call/league', () => undefined);
      await phone.open(`${LEAGUE}/leagues/index`);
      await phone.page.waitForTimeout(600);
    },
    after: (phone) => phone.page.unroute('**/call/league'),
  },
  {
    name: 'leagues-none',
    async show(phone) {
      await answeredAs(phone, 'league.leagues', { items: [], now: Date.now() });
      await phone.open(`${LEAGUE}/leagues/index`);
      await phone.reopen();
      await phone.sees('empty');
    },
    after: asTheyAre,
  },
  page('my-leagues-none', `${LEAGUE}/mine/index`, (phone) => phone.sees('empty')),
  page('league-not-found', leaguePath('nowhere'), (phone) => phone.sees('refused-NOT_FOUND')),
  {
    name: 'league-soon',
    async show(phone) {
      await shownAs(phone, DEMO.open, { opensAt: Date.now() + 30 * 3_600_000, phase: 'soon', entries: 0 });
    },
    after: asTheyAre,
  },
  {
    name: 'league-locked',
    show: (phone) => shownAs(phone, DEMO.open, { lockAt: Date.now() - 3_600_000, phase: 'locked' }),
    after: asTheyAre,
  },
  {
    name: 'league-cancelled',
    show: (phone) =>
      shownAs(phone, DEMO.drawn, { phase: 'cancelled', cancelReason: '体育公园这个周末检修，等场地好了再办' }),
    after: asTheyAre,
  },
  {
    name: 'league-enter-refused',
    async show(phone) {
      await refusedAs(phone, 'league.enter', 'NAME_TAKEN', {});
      await phone.open(leaguePath(DEMO.open));
      await phone.reopen();
      await phone.tap('primary');
      await phone.type('entry-name', '无尘车间');
      await phone.tap('confirm-enter');
      await phone.sees('refused-NAME_TAKEN');
    },
    async after(phone) {
      await asTheyAre(phone);
      await phone.press('关闭');
    },
  },
  {
    name: 'league-offline',
    async show(phone) {
      await phone.open(leaguePath(DEMO.playing));
      await phone.sees('overview');
      await phone.page.waitForLoadState('networkidle');
      await phone.context.setOffline(true);
      await showPart(phone, 'overview');
      await phone.tap('segment-tables');
      await phone.page.waitForTimeout(600);
    },
    after: (phone) => phone.context.setOffline(false),
  },
];

async function shownAs(phone: Phone, id: string, change: object): Promise<void> {
  await alteredValue(phone, 'league.league', () => change);
  await phone.open(leaguePath(id));
  await phone.reopen();
  await phone.sees('overview');
}

const organizing: Scene[] = [
  audited(leagueDesk, 'desk-leagues'),
  audited(leagueDesk, 'league-new'),
  {
    name: 'league-new-typed',
    async show(phone) {
      await phone.press('乒乓球单打');
      await phone.sees('preview');
    },
  },
  audited(leagueDesk, 'league-edit-who'),
  audited(leagueDesk, 'league-edit-how'),
  audited(leagueDesk, 'league-edit-where'),
  audited(leagueDesk, 'league-edit-check'),
  over('league-preview', 'preview', 'preview-sheet'),
  audited(leagueDesk, 'desk-league-draft'),
  over('desk-league-publish', 'next', 'publish-sheet'),
  audited(leagueDesk, 'desk-league-open'),
  audited(leagueDesk, 'desk-league-entries'),
  {
    name: 'desk-league-entry',
    async show(phone) {
      await phone.all('[data-testid^="entry-"]').first().click();
      await phone.sees('entry-sheet');
    },
    after: (phone) => phone.press('关闭'),
  },
  audited(leagueDesk, 'desk-league-draw'),
  over('desk-league-draw-sheet', 'draw', 'draw-sheet'),
  audited(leagueDesk, 'desk-league-drawn'),
  over('desk-league-draws', 'draws', 'draws-sheet'),
  audited(leagueDesk, 'desk-league-playing'),
  audited(leagueDesk, 'desk-league-schedule'),
  audited(leagueDesk, 'desk-league-referees'),
  audited(leagueDesk, 'desk-league-finished'),
  audited(leagueDesk, 'desk-match-correct'),
  over('desk-match-correct-sheet', 'act-correct', 'correct-sheet'),
];

/** The same in a window, where there is room to be wasted. */
const inWindow = (scenes: readonly Scene[], ...names: string[]): Scene[] =>
  scenes.flatMap((scene) => (names.includes(scene.name) ? { ...scene, name: `window-${scene.name}` } : []));

const WINDOW = { width: 1200, height: 800 };

export const LEAGUE_REELS: Reel[] = [
  { device: { openid: 'demo-worker' }, scenes: watching },
  { device: { openid: 'demo-referee' }, scenes: refereeing },
  { device: { openid: memberNo(28) }, scenes: trouble },
  { device: { openid: 'demo-organizer' }, scenes: organizing },
  {
    device: { openid: 'demo-worker', ...WINDOW },
    scenes: inWindow(watching, 'leagues', 'league-playing', 'league-tables', 'league-bracket', 'entry-captain'),
  },
  {
    device: { openid: 'demo-organizer', ...WINDOW },
    scenes: inWindow(organizing, 'desk-leagues', 'league-edit-where', 'desk-league-playing', 'desk-league-schedule'),
  },
];
