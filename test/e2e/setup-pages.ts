import { type PageOf, sheet } from './page-of';

const EDIT = '/packages/setup/pages/edit/index';

const STEPS = ['when', 'places', 'who', 'rewards'] as const;

/** Every step of setting an activity up, and what stands before the first. */
export function editPages(): PageOf[] {
  const draft = `${EDIT}?id=newcomers-party`;
  return [
    {
      name: 'edit-start',
      path: EDIT,
      ready: (phone) => phone.sees('start'),
      sheets: [sheet('former-sheet', 'start-like')],
    },
    {
      name: 'edit',
      path: `${EDIT}?id=music-festival`,
      ready: (phone) => phone.sees('save'),
      sheets: [sheet('look-sheet', 'look')],
    },
    ...STEPS.map(
      (step): PageOf => ({
        name: `edit-${step}`,
        path: `${EDIT}?id=music-festival`,
        async ready(phone) {
          await phone.tap(`step-${step}`);
          if (step === 'rewards') await phone.sees('rewards');
        },
      }),
    ),
    {
      name: 'edit-check',
      path: draft,
      async ready(phone) {
        await phone.tap('step-check');
        await phone.sees('warning-venue-clash');
      },
    },
    {
      name: 'manage-draft',
      path: '/packages/organizer/pages/manage/index?id=newcomers-party',
      ready: (phone) => phone.sees('managed-draft'),
      sheets: [sheet('publish-sheet', 'publish'), sheet('copy-sheet', 'copy-activity')],
    },
  ];
}
