import { TABS } from './tabs';

const browser = process.env.TARO_ENV === 'h5';

/**
 * WeChat draws its own bars, in the colours of theme.json; in the browser the pages draw them (src/shell), since
 * Taro's own know neither dark mode nor large type.
 */
export default defineAppConfig({
  pages: TABS.map(({ page }) => page),
  subPackages: [
    { root: 'packages/activity', pages: ['pages/detail/index', 'pages/ticket/index', 'pages/registrations/index'] },
    {
      root: 'packages/member',
      pages: [
        'pages/join/index',
        'pages/profile/index',
        'pages/privacy/index',
        'pages/help/index',
        'pages/care/index',
        'pages/messages/index',
      ],
    },
    {
      root: 'packages/checkin',
      pages: ['pages/duties/index', 'pages/gate/index', 'pages/venue/index', 'pages/at-venue/index'],
    },
    {
      root: 'packages/benefit',
      pages: ['pages/detail/index', 'pages/voucher/index', 'pages/vouchers/index', 'pages/points/index'],
    },
    {
      root: 'packages/reading',
      pages: [
        'pages/challenge/index',
        'pages/check-in/index',
        'pages/boards/index',
        'pages/mine/index',
        'pages/feed/index',
        'pages/note/index',
        'pages/book/index',
        'pages/team/index',
        'pages/settings/index',
      ],
    },
    {
      root: 'packages/league',
      pages: [
        'pages/leagues/index',
        'pages/league/index',
        'pages/entry/index',
        'pages/invite/index',
        'pages/match/index',
        'pages/mine/index',
      ],
    },
    { root: 'packages/report', pages: ['pages/year/index', 'pages/mine/index'] },
    {
      root: 'packages/merchant',
      pages: ['pages/shops/index', 'pages/verify/index', 'pages/tally/index', 'pages/slips/index'],
    },
    {
      root: 'packages/organizer',
      pages: [
        'pages/activities/index',
        'pages/edit/index',
        'pages/manage/index',
        'pages/live/index',
        'pages/approvals/index',
        'pages/waitlist/index',
        'pages/roll/index',
        'pages/volunteers/index',
        'pages/log/index',
        'pages/import/index',
      ],
    },
    { root: 'packages/announce', pages: ['pages/announce/index'] },
    {
      root: 'packages/desk',
      pages: [
        'pages/benefits/index',
        'pages/benefit/index',
        'pages/edit/index',
        'pages/listed/index',
        'pages/redemptions/index',
        'pages/shops/index',
        'pages/points/index',
        'pages/account/index',
        'pages/adjustments/index',
        'pages/rules/index',
        'pages/challenges/index',
        'pages/challenge-form/index',
        'pages/moderation/index',
        'pages/shelf/index',
      ],
    },
    {
      root: 'packages/export',
      pages: ['pages/exports/index', 'pages/audits/index'],
    },
    { root: 'packages/role', pages: ['pages/offer/index', 'pages/invites/index', 'pages/holders/index'] },
    {
      root: 'packages/afterwards',
      pages: ['pages/feedback/index', 'pages/result/index', 'pages/album/index'],
    },
    {
      root: 'packages/league-desk',
      pages: [
        'pages/leagues/index',
        'pages/edit/index',
        'pages/manage/index',
        'pages/entries/index',
        'pages/schedule/index',
        'pages/referees/index',
      ],
    },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/activity'] },
    'pages/activities/index': { network: 'all', packages: ['packages/activity'] },
    'pages/reading/index': { network: 'all', packages: ['packages/reading'] },
    'pages/benefits/index': { network: 'all', packages: ['packages/benefit'] },
    'pages/me/index': { network: 'all', packages: ['packages/member', 'packages/checkin'] },
    // At the gate itself the network is at its worst.
    'packages/activity/pages/ticket/index': { network: 'all', packages: ['packages/checkin'] },
  },
  tabBar: {
    custom: browser,
    color: '@tabInk',
    selectedColor: '@tabMine',
    backgroundColor: '@ground',
    borderStyle: 'black',
    list: TABS.map(({ page, words, icon }) => ({
      pagePath: page,
      text: words,
      ...(browser ? {} : { iconPath: `@${icon}Icon`, selectedIconPath: `@${icon}IconMine` }),
    })),
  },
  window: browser
    ? { navigationStyle: 'custom' }
    : {
        navigationBarTitleText: '药谷职工之家',
        navigationBarBackgroundColor: '@ground',
        navigationBarTextStyle: '@barText',
        backgroundColor: '@ground',
        backgroundTextStyle: '@pullText',
      },
  // Asked for only where a venue wants to know that one is there.
  ...(browser
    ? {}
    : {
        requiredPrivateInfos: ['getLocation'],
        permission: { 'scope.userLocation': { desc: '签到时核对你是否在活动现场' } },
      }),
  // With Taro's slide a page that one comes back to before it ended is hidden after all, and the screen stays blank.
  ...(browser ? { animation: false } : { darkmode: true, themeLocation: 'theme.json', __usePrivacyCheck__: true }),
  lazyCodeLoading: 'requiredComponents',
});
