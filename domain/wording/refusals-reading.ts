import type { Day, Instant } from '../../types/vocabulary';
import { startOfDay } from '../time/shanghai';
import { dateWord, moment } from './dates';
import type { DetailOf, Refusal, Words } from './refusal';

/** What a reader looked for and is not there. */
export const READING_MISSING = {
  challenge: { title: '这个挑战找不到了', text: '可能已经下架，看看别的', next: 'none' },
  'check-in': { title: '这次打卡找不到了', text: '可能已经删除，刷新后再看', next: 'reload' },
  note: { title: '这条随感找不到了', text: '可能已经收回，看看别的', next: 'none' },
  comment: { title: '这条评论找不到了', text: '可能已经删除，刷新后再看', next: 'reload' },
  book: { title: '这本书找不到了', text: '换个书名或书号再找找', next: 'choose-other' },
  team: { title: '这支小队找不到了', text: '邀请码可能输错了，或者小队已经解散', next: 'none' },
} satisfies Partial<Record<DetailOf<'NOT_FOUND'>['what'], Refusal>>;

const dated = (day: Day, now: Instant): string => dateWord(startOfDay(day), now);

const WHY_NOT_FILLABLE: Record<DetailOf<'NOT_FILLABLE'>['why'], string> = {
  'not-over': '这一天还没过完，直接打卡就好',
  'too-old': '补卡只能补最近三天',
  outside: '这一天不在挑战里，或在你加入之前',
  read: '这一天已经算数，不用补',
  already: '这一天已经补过了',
};

/** What the reading operations refuse, in words. */
export const READING_REFUSALS = {
  NOT_JOINED: () => ({ title: '还没加入这个挑战', text: '加入以后就可以打卡，从加入那天算起', next: 'reload' }),
  CHALLENGE_OVER: ({ endsOn }, now) => ({
    title: '挑战已经结束',
    text: `${dated(endsOn, now)}是最后一天，看看新的挑战`,
    next: 'none',
  }),
  NOT_A_DAY_OF_IT: ({ day, startsOn, endsOn }, now) => ({
    title: `${dated(day, now)}不在挑战里`,
    text: `挑战从${dated(startsOn, now)}到${dated(endsOn, now)}`,
    next: 'none',
  }),
  BEFORE_JOINING: ({ day, joinedOn }, now) => ({
    title: '那一天还没加入',
    text: `你是${dated(joinedOn, now)}加入的，${dated(day, now)}的打卡不算在里面`,
    next: 'none',
  }),
  NOT_ON_LIST: () => ({
    title: '这本书不在书单里',
    text: '这个挑战只读书单里的书，换一本再打卡',
    next: 'choose-other',
  }),
  CAME_TOO_LATE: ({ day, until }, now) => ({
    title: '来得太晚了',
    text: `${dated(day, now)}的打卡最晚 ${moment(until, now)} 送到，可以用补卡补上`,
    next: 'none',
  }),
  LATE_DAYS_USED: ({ day, most }, now) => ({
    title: '这个月的迟到次数用完了',
    text: `每月有 ${most} 天可以晚到，${dated(day, now)}是第 ${most + 1} 天，可以用补卡补上`,
    next: 'none',
  }),
  DAY_FULL: ({ most }) => ({ title: '今天打得够多了', text: `一天最多 ${most} 次，明天继续`, next: 'none' }),
  NOT_AN_ISBN: () => ({ title: '书号不对', text: '书号是封底条码下的 13 位或 10 位数，再核对一下', next: 'none' }),
  REMOVED: () => ({ title: '这次打卡已经删除', text: '再打一次就好', next: 'reload' }),
  NO_NAME: () => ({ title: '先选个称呼', text: '分享出去的随感要有署名，选全名或只显示姓', next: 'none' }),
  DAY_OVER: ({ day }, now) => ({
    title: '那一天已经过完了',
    text: `${dated(day, now)}的打卡当天可以改，现在已经定下来了`,
    next: 'reload',
  }),
  NOT_FILLABLE: ({ why }) => ({ title: '这一天不能补', text: WHY_NOT_FILLABLE[why], next: 'reload' }),
  NO_CARD: ({ daysToNext }) => ({
    title: '还没有补卡',
    text: `再连续读 ${daysToNext} 天就有一张`,
    next: 'none',
  }),
  NOT_A_TEAM_CHALLENGE: () => ({ title: '这个挑战不分小队', text: '直接打卡就好', next: 'none' }),
  IN_A_TEAM: ({ name }) => ({ title: '你已经在小队里', text: `先离开“${name}”，再换一支`, next: 'none' }),
  TEAM_FULL: ({ most }) => ({ title: '小队满员了', text: `一支小队最多 ${most} 人`, next: 'none' }),
  LIKES_FULL: ({ most }) => ({ title: '喜欢的人太多了', text: `已经有 ${most} 个人点过`, next: 'none' }),
  COMMENTS_FULL: ({ most }) => ({ title: '评论满了', text: `一条随感最多 ${most} 条评论`, next: 'none' }),
  TOO_MANY: ({ until }, now) => ({ title: '歇一会儿再发', text: `${moment(until, now)} 后可以继续`, next: 'none' }),
  CHANGED: () => ({ title: '内容刚刚变了', text: '作者改过或收回了，刷新后再看', next: 'reload' }),
} satisfies Partial<Words>;
