import { guestsPages, hostsPages } from '../afterwards-pages';
import type { PageOf } from '../page-of';
import { announcePage, exportPages, importPages } from '../pages';
import { allCounted, ownYear, reportPages } from '../report-pages';
import { holdersPages, invitingPages, offeredPages } from '../role-pages';
import { editPages } from '../setup-pages';
import { page, type Reel, type Scene } from './scene';

const sceneOf = (prefix: string, { name, path, ready }: PageOf): Scene => page(`${prefix}${name}`, path, ready);

/** What opens over the page of the scene before. */
const sheetsOf = (prefix: string, { name, sheets = [] }: PageOf): Scene[] =>
  sheets.map((sheet) => ({
    name: `${prefix}${name}-${sheet.name}`,
    show: (phone) => sheet.open(phone),
    after: (phone) => phone.press('关闭'),
  }));

/** A report shows what was counted, so that comes first. */
const reports = (prefix: string): Scene[] =>
  reportPages.map((each) => ({
    name: `${prefix}${each.name}`,
    async show(phone, stage) {
      await allCounted(stage);
      await phone.open(each.path);
      await each.ready(phone);
    },
  }));

/** Pages that the audits know, and that need nothing done to them before one looks. */
const LOOKED_AT: [openid: string, pages: readonly PageOf[]][] = [
  ['demo-worker', [...guestsPages, ...offeredPages, ownYear]],
  ['demo-organizer', [announcePage, ...hostsPages, ...invitingPages, ...editPages()]],
  ['demo-admin', [...holdersPages, ...exportPages(), ...importPages()]],
];

const WINDOW = { width: 1280, height: 800 };

/** On a phone with what opens over them, and in the window of a computer. */
export const AUDITED_REELS: Reel[] = [
  ...LOOKED_AT.flatMap(([openid, pages]): Reel[] => [
    { device: { openid }, scenes: pages.flatMap((each) => [sceneOf('page-', each), ...sheetsOf('page-', each)]) },
    { device: { openid, ...WINDOW }, scenes: pages.map((each) => sceneOf('window-page-', each)) },
  ]),
  { device: { openid: 'demo-organizer' }, scenes: reports('page-') },
  { device: { openid: 'demo-organizer', ...WINDOW }, scenes: reports('window-page-') },
];
