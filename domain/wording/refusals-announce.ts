import { moment } from './dates';
import type { Words } from './refusal';

/** What writing to all who signed up refuses. */
export const ANNOUNCE_REFUSALS = {
  NOT_ANNOUNCEABLE: ({ state }) =>
    state === 'draft'
      ? { title: '活动还没有发布', text: '发布以后有人报名了，再给大家发消息', next: 'none' }
      : { title: '活动结束很久了', text: '结束 30 天以后，就不再打扰大家了', next: 'none' },
  ENOUGH_TODAY: ({ sent, nextAt }, now) => ({
    title: `今天已经发过 ${sent} 条`,
    text: `免得打扰大家，${moment(nextAt, now)} 以后可以再发`,
    next: 'none',
  }),
  TEXT_REFUSED: () => ({ title: '这段话没有通过内容检查', text: '写的都还在，换个说法再发', next: 'none' }),
  NOT_CHECKED: () => ({
    title: '内容检查没有回应',
    text: '没有发出去，写的都还在，过一会儿再发',
    next: 'again-or-ask',
  }),
} satisfies Partial<Words>;
