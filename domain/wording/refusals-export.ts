import type { ExportState } from '../../types/contract';
import { moment } from './dates';
import type { Words } from './refusal';
import { grouped } from './report';

export const EXPORT_STATE_WORDS: Record<ExportState, string> = {
  queued: '排队中',
  running: '正在导出',
  ready: '可以打开',
  failed: '没有导出来',
  cancelled: '已取消',
  expired: '已过期',
};

/** What exports refuse, in words. */
export const EXPORT_REFUSALS = {
  TOO_MANY_ROWS: ({ rows, most }) => ({
    title: '一次导不了这么多',
    text: `有 ${grouped(rows)} 行，一次最多 ${grouped(most)} 行，按月分开导出`,
    next: 'none',
  }),
  PURPOSE_NEEDED: ({ least }) => ({
    title: '写一句用途',
    text: `完整的手机号要说明用在哪，至少 ${least} 个字`,
    next: 'none',
  }),
  ONE_AT_A_TIME: () => ({ title: '上一份还没导完', text: '等它导完，或取消它再开始', next: 'reload' }),
  NOT_READY: ({ state }) => ({ title: '还不能打开', text: `这份导出${EXPORT_STATE_WORDS[state]}`, next: 'reload' }),
  EXPIRED: ({ expiredAt }, now) => ({
    title: '文件过期了',
    text: `保留到 ${moment(expiredAt, now)}，需要的话再导出一次`,
    next: 'reload',
  }),
  NOT_UNDER_WAY: ({ state }) => ({
    title: '没有在导出了',
    text: `这份导出${EXPORT_STATE_WORDS[state]}`,
    next: 'reload',
  }),
} satisfies Partial<Words>;
