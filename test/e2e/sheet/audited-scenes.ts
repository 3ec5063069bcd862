import { guestsPages, hostsPages } from '../afterwards-pages';
import type { PageOf } from '../page-of';
import { announcePage, exportPages, importPages } from '../pages';
import { ownYear, reportPages } from '../report-pages';
import { holdersPages, invitingPages, offeredPages } from '../role-pages';
import { editPages } from '../setup-pages';
import { page, type Reel, type Scene } from './scene';

/** Pages that the audits know need no words of their own here: each, and what opens over it. */
function scenesOf(pages: readonly PageOf[], prefix = ''): Scene[] {
  return pages.flatMap(({ name, path, ready, sheets = [] }): Scene[] => [
    page(`${prefix}${name}`, path, ready),
    ...sheets.map(
      (sheet): Scene => ({
        name: `${prefix}${name}-${sheet.name}`,
        show: (phone) => sheet.open(phone),
        after: (phone) => phone.press('关闭'),
      }),
    ),
  ]);
}

const LOOKED_AT: [openid: string, pages: readonly PageOf[]][] = [
  ['demo-worker', [...guestsPages, ...offeredPages, ownYear]],
  ['demo-organizer', [announcePage, ...hostsPages, ...invitingPages, ...editPages(), ...reportPages]],
  ['demo-admin', [...holdersPages, ...exportPages(), ...importPages()]],
];

/** On a phone in both colours, and in the window of a computer. */
export const AUDITED_REELS: Reel[] = LOOKED_AT.flatMap(([openid, pages]): Reel[] => [
  { device: { openid }, scenes: scenesOf(pages, 'page-') },
  { device: { openid, width: 1280, height: 800 }, scenes: scenesOf(pages, 'window-page-') },
]);
