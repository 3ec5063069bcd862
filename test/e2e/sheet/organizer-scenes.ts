import { published, signedUp, smallPlan } from '../activities';
import { holds, isRecord } from '../expect';
import type { Stage } from '../journey';
import { MANAGED, NEW_ACTIVITY, organizerPath, seekMembers, somethingLogged } from '../pages';
import { memberNo } from '../people';
import type { Phone } from '../phone';
import { PATHS, page, type Reel, type Scene, scrollTo } from './scene';

const openid = 'demo-organizer';
const seen =
  (testId: string) =>
  (phone: Phone): Promise<void> =>
    phone.sees(testId);

/** One of an activity's pages, asked for anew: from another activity's the old one would be in sight for a moment. */
function of(name: string, which: string, id: string, ready: (phone: Phone) => Promise<void>): Scene {
  return {
    name,
    async show(phone) {
      await phone.open(organizerPath(which, id));
      await phone.reopen();
      await ready(phone);
    },
  };
}

/** Something that a press opens over the page that is there; a picture later it is closed. */
function over(name: string, press: string, open: string, then?: (phone: Phone) => Promise<void>): Scene {
  return {
    name,
    async show(phone) {
      await phone.tap(press);
      await phone.sees(open);
      await then?.(phone);
    },
    after: (phone) => phone.press('关闭'),
  };
}

const managed = seen('managed-published');

const lists: Scene[] = [
  page('me-organizer', PATHS.me, seen('manage')),
  page('managed-list', MANAGED, seen('managed-music-festival')),
  {
    name: 'managed-drafts',
    async show(phone) {
      await phone.press('草稿', true);
      await phone.all('.managed-row, [data-testid="empty"]').first().waitFor();
    },
  },
];

const managing: Scene[] = [
  of('manage-zones', 'manage', 'music-festival', managed),
  { name: 'manage-zones-below', show: (phone) => scrollTo(phone, '操作记录') },
  over('manage-capacity', 'capacity', 'capacity-sheet'),
  over('manage-move', 'move', 'move-sheet'),
  over('manage-close', 'close', 'close-sheet'),
  over('manage-cancel', 'cancel', 'cancel-sheet', (phone) => phone.tap('confirm-cancel')),
  of('manage-sessions', 'manage', 'story-hour', managed),
  of('manage-approval', 'manage', 'drone-class', managed),
  of('manage-queue', 'manage', 'film-night', managed),
  of('manage-over', 'manage', 'tug-of-war', managed),
];

async function draft(stage: Stage): Promise<string> {
  const plan = smallPlan({ places: 24, title: '周末木工坊', companions: 1 });
  const made = await stage.ask(openid, 'organizer.createActivity', { plan });
  holds(isRecord(made) && typeof made.activityId === 'string', 'a new activity has an id');
  return made.activityId;
}

const drafts: Scene[] = [
  {
    name: 'manage-draft',
    async show(phone, stage) {
      await phone.open(organizerPath('manage', await draft(stage)));
      await phone.sees('managed-draft');
    },
  },
  over('manage-publish', 'publish', 'publish-sheet'),
];

/** A step of the form that is open. */
const stepOf = (name: string, step: string): Scene => ({ name, show: (phone) => phone.tap(`step-${step}`) });

const editing: Scene[] = [
  page('edit-new', NEW_ACTIVITY, seen('start')),
  {
    name: 'edit-faults',
    async show(phone) {
      await phone.tap('start-empty');
      await phone.tap('step-check');
      await phone.sees('faults');
    },
  },
  page('edit', `${NEW_ACTIVITY}?id=music-festival`, seen('save')),
  stepOf('edit-sessions', 'when'),
  { name: 'edit-where', show: (phone) => scrollTo(phone, '地图坐标') },
  stepOf('edit-zones', 'places'),
  { name: 'edit-window', show: (phone) => scrollTo(phone, '报名开始') },
  { name: 'edit-places', show: (phone) => scrollTo(phone, '分配方式') },
  stepOf('edit-people', 'who'),
  { name: 'edit-questions', show: (phone) => phone.part('questions.add').scrollIntoViewIfNeeded() },
];

const people: Scene[] = [
  of('approvals', 'approvals', 'drone-class', seen('applicants')),
  {
    name: 'approvals-decide',
    async show(phone) {
      await phone.tap('select-all');
      await phone.tap('decline');
      await phone.sees('decide-sheet');
    },
    after: (phone) => phone.press('关闭'),
  },
  of('approvals-none', 'approvals', 'racket-league', seen('empty')),
  of('waitlist', 'waitlist', 'film-night', seen('applicants')),
  {
    name: 'waitlist-jump',
    async show(phone) {
      await phone.all('.waitlist__jump').first().click();
      await phone.sees('jump-sheet');
    },
    after: (phone) => phone.press('关闭'),
  },
  of('roll', 'roll', 'music-festival', seen('applicants')),
  of('volunteers', 'volunteers', 'lawn-stage', seen('member-search')),
  { name: 'volunteers-found', show: seekMembers },
  {
    name: 'volunteers-grant',
    async show(phone) {
      await phone.all('.member-line').first().click();
      await phone.sees('grant-sheet');
    },
    after: (phone) => phone.press('关闭'),
  },
  {
    name: 'log',
    async show(phone, stage) {
      await somethingLogged(stage);
      await phone.open(organizerPath('log', 'film-night'));
      await phone.sees('log');
    },
  },
];

/** Called off, with somebody to tell. */
const calledOff: Scene = {
  name: 'manage-cancelled',
  async show(phone, stage) {
    const id = await published(stage, smallPlan({ places: 3 }));
    await signedUp(stage, memberNo(51), id);
    const reason = '师傅病了，改天再约，报过名的同事下次优先';
    await stage.ask(openid, 'organizer.cancelActivity', { activityId: id, reason });
    await phone.open(organizerPath('manage', id));
    await phone.sees('managed-cancelled');
  },
};

/** The pages again, for a device on which they look otherwise. */
const again = (prefix: string): Scene[] => [
  page(`${prefix}-managed-list`, MANAGED, seen('managed-music-festival')),
  of(`${prefix}-manage`, 'manage', 'music-festival', managed),
  over(`${prefix}-manage-capacity`, 'capacity', 'capacity-sheet'),
  page(`${prefix}-edit`, `${NEW_ACTIVITY}?id=music-festival`, seen('save')),
  { name: `${prefix}-edit-sessions`, show: (phone) => phone.tap('step-when') },
  { name: `${prefix}-edit-zones`, show: (phone) => phone.tap('step-places') },
  of(`${prefix}-approvals`, 'approvals', 'drone-class', seen('applicants')),
  of(`${prefix}-waitlist`, 'waitlist', 'film-night', seen('applicants')),
  of(`${prefix}-roll`, 'roll', 'lawn-stage', seen('applicants')),
  of(`${prefix}-volunteers`, 'volunteers', 'lawn-stage', seekMembers),
  of(`${prefix}-log`, 'log', 'film-night', seen('log')),
];

export const ORGANIZER_REELS: Reel[] = [
  { device: { openid }, scenes: [...lists, ...managing, ...drafts, ...editing, ...people, calledOff] },
  { device: { openid, width: 320, height: 640, textSize: 24 }, scenes: again('small') },
  { device: { openid, width: 1280, height: 800 }, scenes: again('desktop') },
];
