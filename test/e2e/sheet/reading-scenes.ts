import { DESK } from '../desk-pages';
import { holds } from '../expect';
import { memberNo } from '../people';
import { READING, readingPath } from '../reading';
import { readersPages, readingDesk, seekBook } from '../reading-pages';
import { alteredItems, answeredAs, asTheyAre } from './altered';
import { page, type Reel, type Scene, scrollTo } from './scene';

/** One of the pages that are audited too; which note or book it is of, only the cloud knows. */
const audited = (pages: typeof readersPages, name: string): Scene => ({
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

const standing: Scene[] = [
  audited(readersPages, 'reading'),
  { name: 'reading-notes', show: (phone) => scrollTo(phone, '大家的随感') },
  audited(readersPages, 'challenge'),
  { name: 'challenge-badges', show: (phone) => scrollTo(phone, '徽章') },
  {
    name: 'challenge-make-up',
    async show(phone, stage) {
      await stage.cloud.api('POST', 'clock', { advanceMs: 24 * 3_600_000 });
      await phone.reopen();
      await phone.tap('fill');
      await phone.sees('fill-sheet');
    },
    async after(phone, stage) {
      await phone.press('关闭');
      await stage.cloud.api('POST', 'clock', { reset: true });
    },
  },
  audited(readersPages, 'challenge-soon'),
  audited(readersPages, 'boards'),
  audited(readersPages, 'boards-enterprises'),
  audited(readersPages, 'boards-teams'),
  audited(readersPages, 'team'),
  audited(readersPages, 'reading-settings'),
];

const checkingIn: Scene[] = [
  audited(readersPages, 'reading-check-in'),
  { name: 'reading-book-sheet', show: seekBook, after: (phone) => phone.press('关闭') },
  {
    name: 'reading-kept',
    async show(phone) {
      await phone.open('/pages/reading/index');
      await phone.reopen();
      await phone.sees('check-in');
      await phone.page.waitForLoadState('networkidle');
      await phone.context.setOffline(true);
      await phone.tap('check-in');
      await phone.tap('send');
      await phone.sees('kept');
    },
  },
  {
    name: 'reading-waiting',
    async show(phone) {
      await phone.press('返回');
      await phone.sees('waiting-on');
    },
    async after(phone) {
      await phone.context.setOffline(false);
      await phone.sees('waiting-counted');
    },
  },
];

const written: Scene[] = [
  {
    name: 'my-check-ins',
    async show(phone) {
      const states = [
        { note: '停电了，点着灯读。', shared: true, state: 'pending', late: true },
        { note: '福贵和老牛。', shared: true, state: 'passed', likes: 9, comments: 2 },
        { note: '加我微信。', shared: true, state: 'rejected', reason: '随感里不放联系方式' },
      ];
      await alteredItems(phone, 'reading.myCheckIns', (_item, index) => states[index] ?? {});
      await phone.open(`${READING}/mine/index`);
      await phone.sees('note-rejected');
    },
    after: asTheyAre,
  },
  audited(readersPages, 'feed'),
  audited(readersPages, 'note'),
  audited(readersPages, 'book'),
];

/** Somebody who begins today. */
const beginning: Scene[] = [
  page('reading-open', '/pages/reading/index', (phone) => phone.sees('open-winter-reading')),
  {
    name: 'reading-joined',
    async show(phone) {
      await phone.tap('join-winter-reading');
      await phone.sees('joined-winter-reading');
    },
  },
  {
    name: 'reading-done',
    async show(phone) {
      await phone.tap('check-in');
      await phone.tap('send');
      await phone.sees('checked-in');
    },
  },
  {
    name: 'reading-name-sheet',
    async show(phone) {
      await phone.tap('back');
      await phone.tap('check-in');
      await phone.type('note', '第一天，读了三十页。');
      await phone.tap('share');
      await phone.sees('name-sheet');
    },
    after: (phone) => phone.press('关闭'),
  },
  page('boards-not-ranked', readingPath('boards', 'winter-reading'), (phone) => phone.sees('not-ranked')),
  page('team-none', readingPath('team', 'read-together'), (phone) => phone.sees('no-team')),
  {
    name: 'reading-none',
    async show(phone) {
      await answeredAs(phone, 'reading.today', { challenges: [], books: [], seenAs: 'nobody', now: Date.now() });
      await phone.open('/pages/reading/index');
      await phone.reopen();
      await phone.sees('empty');
    },
    after: asTheyAre,
  },
];

const organizing: Scene[] = [
  audited(readingDesk, 'desk-challenges'),
  page('desk-challenge-new', `${DESK}/challenge-form/index`, (phone) => phone.sees('challenge-form')),
  audited(readingDesk, 'desk-challenge'),
  {
    name: 'desk-moderation',
    async show(phone) {
      const reports = ['广告或推销', '广告或推销', '和读书没有关系'];
      await alteredItems(phone, 'reading.queue', () => ({ reports }));
      await phone.open(`${DESK}/moderation/index`);
      await phone.sees('reports');
    },
    after: asTheyAre,
  },
  {
    name: 'desk-moderation-hide',
    async show(phone) {
      await phone.tap('hide');
      await phone.sees('reason-sheet');
    },
    after: (phone) => phone.press('关闭'),
  },
  audited(readingDesk, 'desk-shelf'),
  {
    name: 'desk-book-sheet',
    async show(phone) {
      await phone.tap('new-book');
      await phone.sees('book-sheet');
    },
    after: (phone) => phone.press('关闭'),
  },
  audited(readingDesk, 'desk-note'),
];

/** The same in a window, where there is room to be wasted. */
const inWindow = (scenes: readonly Scene[], ...names: string[]): Scene[] =>
  scenes.flatMap((scene) => (names.includes(scene.name) ? { ...scene, name: `window-${scene.name}` } : []));

const WINDOW = { width: 1280, height: 800 };

export const READING_REELS: Reel[] = [
  { device: { openid: 'demo-worker' }, scenes: [...standing, ...written] },
  { device: { openid: 'demo-worker' }, scenes: checkingIn },
  { device: { openid: memberNo(27) }, scenes: beginning },
  { device: { openid: 'demo-organizer' }, scenes: organizing },
  {
    device: { openid: 'demo-worker', ...WINDOW },
    scenes: inWindow([...standing, ...written], 'reading', 'challenge', 'boards', 'team', 'feed', 'note'),
  },
  {
    device: { openid: 'demo-organizer', ...WINDOW },
    scenes: inWindow(organizing, 'desk-challenges', 'desk-challenge', 'desk-moderation', 'desk-shelf'),
  },
];
