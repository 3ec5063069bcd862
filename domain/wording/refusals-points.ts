import { startOfDay } from '../time/shanghai';
import { dayWord } from './dates';
import type { DetailOf, Words } from './refusal';

const NOT_REVERSIBLE_WORDS: Record<DetailOf<'NOT_REVERSIBLE'>['why'], string> = {
  spent: '花掉的积分，撤回那张券就会退回',
  expired: '过期的积分不能再撤',
  nothing: '这一笔没有积分可撤',
  reversal: '这一笔本身就是撤回',
};

/** What the points' operations refuse, in words. */
export const POINTS_REFUSALS = {
  TOO_SOON: ({ earliest }, now) => ({
    title: '新规则不能管过去',
    text: `最早从 ${dayWord(startOfDay(earliest), now)} 起`,
    next: 'none',
  }),
  TAKEN: ({ from }, now) => ({
    title: '这一天已经有新规则了',
    text: `${dayWord(startOfDay(from), now)} 起的规则已公布，换一天`,
    next: 'none',
  }),
  NOT_REVERSIBLE: ({ why }) => ({ title: '这一笔不能撤回', text: NOT_REVERSIBLE_WORDS[why], next: 'none' }),
  OWN: () => ({ title: '要另一位来定', text: '自己提的调整，请另一位组织者看一眼', next: 'none' }),
} satisfies Partial<Words>;
