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
      pages: ['pages/join/index', 'pages/profile/index', 'pages/privacy/index', 'pages/help/index', 'pages/care/index'],
    },
    {
      root: 'packages/organizer',
      pages: [
        'pages/activities/index',
        'pages/edit/index',
        'pages/manage/index',
        'pages/approvals/index',
        'pages/waitlist/index',
        'pages/roll/index',
        'pages/volunteers/index',
        'pages/log/index',
      ],
    },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/activity'] },
    'pages/activities/index': { network: 'all', packages: ['packages/activity'] },
    'pages/me/index': { network: 'all', packages: ['packages/member'] },
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
  // With Taro's slide a page that one comes back to before it ended is hidden after all, and the screen stays blank.
  ...(browser ? { animation: false } : { darkmode: true, themeLocation: 'theme.json', __usePrivacyCheck__: true }),
  lazyCodeLoading: 'requiredComponents',
});
