import { guestsPages, hostsPages } from './afterwards-pages';
import { type Held, heldVoucher } from './benefits';
import { desksPages, merchantsPages } from './desk-pages';
import { holds, isRecord, itemsOf } from './expect';
import { hands } from './files';
import type { Stage } from './journey';
import { leagueDesk, leaguePages, refereesPages } from './league-pages';
import { type PageOf, type PagesOf, type SheetOf, sheet } from './page-of';
import { oneHeld } from './people';
import type { Phone } from './phone';
import { readersPages, readingDesk } from './reading-pages';
import { allCounted, ownYear, reportPages } from './report-pages';
import { holdersPages, invitingPages, offeredPages } from './role-pages';
import { editPages } from './setup-pages';

const ACTIVITY = '/packages/activity/pages';
const MEMBER = '/packages/member/pages';
const CHECKIN = '/packages/checkin/pages';
const ORGANIZER = '/packages/organizer/pages';
const ANNOUNCE = '/packages/announce/pages/announce/index';
const BENEFIT = '/packages/benefit/pages';

export const announcePath = (id: string): string => `${ANNOUNCE}?id=${id}`;
export const organizerPath = (page: string, id: string): string => `${ORGANIZER}/${page}/index?id=${id}`;
export const gatePath = (page: 'gate' | 'venue'): string => `${CHECKIN}/${page}/index?id=lawn-stage&session=s1`;
export const DUTIES = `${CHECKIN}/duties/index`;
export const AT_VENUE = `${CHECKIN}/at-venue/index`;
export const MANAGED = `${ORGANIZER}/activities/index`;
export const NEW_ACTIVITY = '/packages/setup/pages/edit/index';

async function workersPages(stage: Stage): Promise<PageOf[]> {
  const ticket = await oneHeld(stage, 'demo-worker', 'labour-law');
  const voucher = async (held: Held): Promise<string> =>
    `${BENEFIT}/voucher/index?id=${await heldVoucher(stage, 'demo-worker', held)}`;
  return [
    { name: 'home', path: '/pages/home/index', ready: (phone) => phone.reads('正在报名', '即将开放') },
    { name: 'activities', path: '/pages/activities/index', ready: (phone) => phone.sees('activities') },
    { name: 'benefits', path: '/pages/benefits/index', ready: (phone) => phone.sees('benefits') },
    { name: 'me', path: '/pages/me/index', ready: (phone) => phone.sees('me-active') },
    {
      name: 'detail',
      path: `${ACTIVITY}/detail/index?id=music-festival`,
      ready: (phone) => phone.offers('报名'),
      sheets: [sheet('sign-up-sheet', 'primary')],
    },
    {
      name: 'detail-long-name',
      path: `${ACTIVITY}/detail/index?id=model-workers`,
      ready: (phone) => phone.sees('primary'),
    },
    { name: 'ticket', path: `${ACTIVITY}/ticket/index?id=${ticket}`, ready: (phone) => phone.sees('qr') },
    {
      name: 'registrations',
      path: `${ACTIVITY}/registrations/index`,
      ready: (phone) => phone.sees(`registration-${ticket}`),
    },
    {
      name: 'benefit',
      path: `${BENEFIT}/detail/index?id=trampoline`,
      ready: (phone) => phone.offers('兑换'),
    },
    { name: 'voucher', path: await voucher('coffee'), ready: (phone) => phone.sees('qr') },
    { name: 'voucher-code', path: await voucher('film-ticket'), ready: (phone) => phone.sees('code') },
    { name: 'vouchers', path: `${BENEFIT}/vouchers/index`, ready: (phone) => phone.reads('会客厅咖啡一杯') },
    { name: 'points', path: `${BENEFIT}/points/index`, ready: (phone) => phone.sees('entries') },
    { name: 'messages', path: `${MEMBER}/messages/index`, ready: (phone) => phone.sees('messages') },
    { name: 'profile', path: `${MEMBER}/profile/index`, ready: (phone) => phone.sees('edit') },
    { name: 'privacy', path: `${MEMBER}/privacy/index`, ready: (phone) => phone.reads('谁看得到') },
    { name: 'help', path: `${MEMBER}/help/index`, ready: (phone) => phone.reads('电子票打不开') },
    { name: 'care', path: `${MEMBER}/care/index`, ready: (phone) => phone.reads('跟随手机') },
    { name: 'at-venue', path: AT_VENUE, ready: (phone) => phone.sees('ready') },
  ];
}

/** Has the organizer let the fourth of the film night's queue go first, so that its log has something to show. */
export async function somethingLogged(stage: Stage): Promise<void> {
  const film = { activityId: 'film-night' };
  if (itemsOf(await stage.ask('demo-organizer', 'organizer.log', film)).length > 0) return;
  const queue = itemsOf(await stage.ask('demo-organizer', 'organizer.registrations', { ...film, state: 'waitlisted' }));
  const fourth = queue[3];
  holds(isRecord(fourth), 'four people wait for the film night');
  const reason = '放映员一家，上次帮着搬了一下午的幕布和椅子，说好这次给他们留位子';
  await stage.ask('demo-organizer', 'organizer.jump', { registrationId: fourth.registrationId, reason });
}

/** Finds members by name. */
export async function seekMembers(phone: Phone): Promise<void> {
  await phone.type('member-search', '林晓禾');
  await phone.all('.member-line').first().waitFor();
}

/** Finds people on the gate's list, some of them in. */
export async function seekAtGate(phone: Phone): Promise<void> {
  await phone.tap('segment-list');
  await phone.type('find', '陈');
  await phone.all('[data-testid^="attendee-"]').first().waitFor();
}

const decide: SheetOf = {
  name: 'decide-sheet',
  async open(phone) {
    await phone.tap('select-all');
    await phone.tap('approve');
    await phone.sees('decide-sheet');
  },
};

const jump: SheetOf = {
  name: 'jump-sheet',
  async open(phone) {
    await phone.all('.waitlist__jump').first().click();
    await phone.sees('jump-sheet');
  },
};

const grant: SheetOf = {
  name: 'grant-sheet',
  async open(phone) {
    await phone.all('.member-line').first().click();
    await phone.sees('grant-sheet');
  },
};

const sendSheet: SheetOf = {
  name: 'send-sheet',
  async open(phone) {
    await phone.type('words', '散场请从南门走，班车在那里等');
    await phone.tap('look');
    await phone.sees('send-sheet');
  },
};

/** Words to all of an activity, and what was sent of them. */
export const announcePage: PageOf = {
  name: 'announce',
  path: announcePath('lawn-stage'),
  ready: (phone) => phone.sees('sent-done'),
  sheets: [sendSheet],
};

async function organizersPages(stage: Stage): Promise<PageOf[]> {
  await somethingLogged(stage);
  const people = (phone: Phone): Promise<void> => phone.sees('applicants');
  const managing = (name: string, id: string, sheets: readonly SheetOf[] = []): PageOf => ({
    name,
    path: organizerPath('manage', id),
    ready: (phone) => phone.sees('managed-published'),
    sheets,
  });
  return [
    { name: 'me-organizer', path: '/pages/me/index', ready: (phone) => phone.sees('manage') },
    { name: 'managed-list', path: MANAGED, ready: (phone) => phone.sees('managed-music-festival') },
    managing(
      'manage-zones',
      'music-festival',
      ['capacity', 'move', 'close', 'cancel'].map((each) => sheet(`${each}-sheet`)),
    ),
    managing('manage-sessions', 'story-hour'),
    managing('manage-approval', 'drone-class'),
    ...editPages(),
    { name: 'approvals', path: organizerPath('approvals', 'drone-class'), ready: people, sheets: [decide] },
    { name: 'waitlist', path: organizerPath('waitlist', 'film-night'), ready: people, sheets: [jump] },
    { name: 'roll', path: organizerPath('roll', 'lawn-stage'), ready: people },
    {
      name: 'live',
      path: organizerPath('live', 'lawn-stage'),
      ready: (phone) => phone.sees('live'),
      sheets: [sheet('extend-sheet')],
    },
    { name: 'live-zones', path: organizerPath('live', 'music-festival'), ready: (phone) => phone.sees('live') },
    announcePage,
    { name: 'volunteers', path: organizerPath('volunteers', 'lawn-stage'), ready: seekMembers, sheets: [grant] },
    { name: 'log', path: organizerPath('log', 'film-night'), ready: (phone) => phone.sees('log') },
  ];
}

const attendee: SheetOf = {
  name: 'attendee-sheet',
  async open(phone) {
    await phone.all('[data-testid^="attendee-"]').first().click();
    await phone.all('.attendee-facts').waitFor();
  },
};

function volunteersPages(): PageOf[] {
  return [
    { name: 'duties', path: DUTIES, ready: (phone) => phone.sees('duty-lawn-stage-s1') },
    {
      name: 'gate-scan',
      path: gatePath('gate'),
      ready: (phone) => phone.sees('scan-view'),
      sheets: [sheet('gate-sheet', 'gate-name-press')],
    },
    { name: 'gate-list', path: gatePath('gate'), ready: seekAtGate, sheets: [attendee] },
    {
      name: 'gate-arrivals',
      path: gatePath('gate'),
      async ready(phone) {
        await phone.tap('segment-arrivals');
        await phone.sees('arrived');
      },
    },
    { name: 'venue', path: gatePath('venue'), ready: (phone) => phone.sees('venue-code') },
  ];
}

export function exportPages(): PageOf[] {
  return [
    {
      name: 'exports',
      path: '/packages/export/pages/exports/index',
      ready: (phone) => phone.sees('exports'),
      sheets: [sheet('start-sheet', 'new-export')],
    },
    { name: 'audits', path: '/packages/export/pages/audits/index', ready: (phone) => phone.sees('audits') },
  ];
}

/** The steps of an import, up to where something would be changed; the file has a row that is right and one that is not. */
export function importPages(): PageOf[] {
  const path = `${ORGANIZER}/import/index`;
  const rows = ['姓名,手机号,单位', '白露,13900009001,禾芩生物制药', '谷雨,1390000900,没有这家单位的名字很长很长'];
  const given = async (phone: Phone): Promise<void> => {
    await phone.sees('choose');
    await hands(phone, 'choose', '2026 年秋季会员名册（综合部汇总）.csv', Buffer.from(rows.join('\n')));
    await phone.sees('check');
  };
  return [
    { name: 'import', path, ready: (phone) => phone.sees('choose') },
    { name: 'import-columns', path, ready: given, sheets: [sheet('column-sheet', 'column-B')] },
    {
      name: 'import-check',
      path,
      async ready(phone) {
        await given(phone);
        await phone.tap('check');
        await phone.sees('checked');
      },
    },
  ];
}

/** Every page of the mini-program, as those of the demo find it whom it is for. */
export async function everyPage(stage: Stage): Promise<PagesOf[]> {
  await allCounted(stage);
  return [
    {
      openid: 'demo-worker',
      pages: [
        ...(await workersPages(stage)),
        ...(await readersPages(stage)),
        ...(await leaguePages(stage)),
        ownYear,
        ...offeredPages,
        ...guestsPages,
      ],
    },
    {
      openid: 'demo-organizer',
      pages: [
        ...(await organizersPages(stage)),
        ...invitingPages,
        ...(await desksPages(stage)),
        ...(await readingDesk(stage)),
      ],
    },
    { openid: 'demo-organizer', pages: [...(await leagueDesk(stage)), ...reportPages, ...hostsPages] },
    { openid: 'demo-officer', pages: reportPages },
    { openid: 'demo-admin', pages: [...exportPages(), ...importPages(), ...holdersPages] },
    { openid: 'demo-referee', pages: await refereesPages(stage) },
    { openid: 'demo-volunteer', pages: volunteersPages() },
    { openid: 'demo-merchant', pages: await merchantsPages(stage) },
  ];
}
