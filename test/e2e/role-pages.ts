import { helpersCode } from '../../scripts/demo/invites';
import { type PageOf, sheet, sheetOfFirst } from './page-of';

const ROLE = '/packages/role/pages';

export const offerPath = (code: string): string => `${ROLE}/offer/index?code=${code}`;
export const invitesPath = (activityId: string, name: string): string =>
  `${ROLE}/invites/index?kind=activity&id=${activityId}&name=${encodeURIComponent(name)}`;
export const HOLDERS = `${ROLE}/holders/index`;

/** What somebody sees who has the link. */
export const offeredPages: readonly PageOf[] = [
  { name: 'offer', path: offerPath(helpersCode()), ready: (phone) => phone.sees('accept') },
  { name: 'offer-none', path: offerPath('nothing'), ready: (phone) => phone.sees('refused-NOT_FOUND') },
];

export const invitingPages: readonly PageOf[] = [
  {
    name: 'invites',
    path: invitesPath('music-festival', '药谷音乐节'),
    async ready(phone) {
      await phone.all('[data-testid^="invite-"]').first().waitFor();
    },
    sheets: [sheet('invite-sheet', 'new-invite'), sheetOfFirst('share-sheet', 'invite-')],
  },
];

export const holdersPages: readonly PageOf[] = [
  {
    name: 'holders',
    path: HOLDERS,
    async ready(phone) {
      await phone.all('[data-testid^="holder-"]').first().waitFor();
    },
    sheets: [
      sheetOfFirst('holder-sheet', 'holder-'),
      sheet('name-sheet', 'by-name'),
      sheet('officer-sheet', 'by-invite'),
    ],
  },
  { name: 'invites-all', path: `${ROLE}/invites/index`, ready: (phone) => phone.reads('已接受') },
];
