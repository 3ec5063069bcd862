import { moment } from './dates';
import type { Words } from './refusal';

/** What imports refuse. What is wrong with a sheet itself is explained by the screens that show it, which carry those words. */
export const IMPORT_REFUSALS = {
  NO_FILE: () => ({ title: '文件不在了', text: '上传的文件只留一天，再选一次就好', next: 'none' }),
  SHEET_PROBLEM: () => ({ title: '这张表读不了', text: '换一张，或者改好再传', next: 'none' }),
  BAD_ROWS: ({ badRows }) => ({ title: `有 ${badRows} 行要改`, text: '一行都还没有导入，改好再传一次', next: 'none' }),
  NEEDS_YES: ({ removed }) => ({ title: `有 ${removed} 位会被移出`, text: '看一眼名单，再确认', next: 'none' }),
  NOT_YET_OVER: ({ endsAt }, now) => ({
    title: '活动还没结束',
    text: `${moment(endsAt, now)} 结束后再补录`,
    next: 'none',
  }),
  ACTIVITY_CANCELLED: () => ({ title: '活动已取消', text: '取消的活动没有到场', next: 'none' }),
  SESSION_NEEDED: () => ({ title: '同一天有几个场次', text: '先选一下是哪一场的名单', next: 'none' }),
} satisfies Partial<Words>;
