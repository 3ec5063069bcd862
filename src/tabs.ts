/** The tabs, in their order: what Taro's app config, the browser's tab bar and the routes agree on. */
export const TABS = [
  { page: 'pages/home/index', words: '首页', icon: 'home' },
  { page: 'pages/activities/index', words: '活动', icon: 'calendar' },
  { page: 'pages/reading/index', words: '书香', icon: 'book' },
  { page: 'pages/benefits/index', words: '福利', icon: 'gift' },
  { page: 'pages/me/index', words: '我的', icon: 'person' },
] as const;
/** The tab behind which messages are; it carries the dot. */
export const NEWS_TAB = 'pages/me/index';
export type TabPage = (typeof TABS)[number]['page'];
