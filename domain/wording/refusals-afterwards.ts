import { moment } from './dates';
import type { Words } from './refusal';

/** What is refused after an activity, in words. */
export const AFTERWARDS_REFUSALS = {
  NOT_THERE: () => ({
    title: '没有查到你的到场记录',
    text: '到了场没签上的，请工作人员补',
    next: 'ask-for-help',
  }),
  NOT_BEGUN: ({ opensAt }, now) => ({
    title: '活动还没开始',
    text: `${moment(opensAt, now)} 入场以后就能放照片`,
    next: 'none',
  }),
  ALBUM_FULL: ({ most, left }) => ({
    title: '放不下了',
    text: left === 0 ? `最多 ${most} 张，先撤下几张` : `最多 ${most} 张，还能放 ${left} 张`,
    next: 'reload',
  }),
  NOT_FEEDBACK_TIME: ({ opensAt, closesAt, now: at }, now) =>
    at < opensAt
      ? { title: '活动还没结束', text: `${moment(opensAt, now)} 以后来说说`, next: 'none' }
      : { title: '收集结束了', text: `${moment(closesAt, now)} 截止的，下次记得早点来`, next: 'none' },
} satisfies Partial<Words>;
