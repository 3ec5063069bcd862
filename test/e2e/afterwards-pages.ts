import type { PageOf } from './page-of';

const AFTERWARDS = '/packages/afterwards/pages';
/** What is over, with photos and answers: the demo's worker was there. */
export const OVER = 'repair-day';

export const afterwardsPath = (page: 'album' | 'feedback' | 'result'): string =>
  `${AFTERWARDS}/${page}/index?id=${OVER}`;

/** What who was there sees afterwards. */
export const guestsPages: PageOf[] = [
  { name: 'album', path: afterwardsPath('album'), ready: (phone) => phone.sees('album') },
  { name: 'feedback', path: afterwardsPath('feedback'), ready: (phone) => phone.sees('feedback-form') },
];

/** What organizers do with it. */
export const hostsPages: PageOf[] = [
  { name: 'album-desk', path: afterwardsPath('album'), ready: (phone) => phone.sees('add-photos') },
  { name: 'feedback-result', path: afterwardsPath('result'), ready: (phone) => phone.sees('counts') },
];
