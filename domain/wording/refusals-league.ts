import type { LeagueState } from '../../types/contract';
import { moment } from './dates';
import { FIXTURE_STATE_WORDS, scoreIssueWords } from './league';
import { entryKind, entryWords } from './league-card';
import type { DetailOf, Words } from './refusal';

export const LEAGUE_STATE_WORDS: Record<LeagueState, string> = {
  draft: '草稿',
  open: '报名中',
  drawn: '已抽签',
  finished: '已结束',
  cancelled: '已取消',
};

const only = (discipline: string) => `一人只能参加一${entryWords(discipline).unit}`;

const STATES: Record<DetailOf<'NOT_NOW'>['state'], string> = { ...LEAGUE_STATE_WORDS, ...FIXTURE_STATE_WORDS };

/** What the leagues' operations refuse, in words. */
export const LEAGUE_REFUSALS = {
  STALE: () => ({ title: '联赛刚被改过', text: '看一眼新的内容，再改一次', next: 'reload' }),
  NOT_NOW: ({ state }) => ({ title: '现在做不了这一步', text: `现在的状态是“${STATES[state]}”`, next: 'reload' }),
  CANCELLED: ({ reason }) => ({ title: '联赛取消了', text: `原因：${reason}`, next: 'none' }),
  LEAGUE_FULL: ({ most, discipline }) => ({
    title: '报名已满',
    text: `最多 ${most} ${entryWords(discipline).unit}，有人退出会放出来`,
    next: 'reload',
  }),
  ALREADY_ENTERED: ({ name, discipline }) => ({
    title: '已经报过名了',
    text: entryKind(discipline) === 'person' ? `名单里有“${name}”` : `已经在“${name}”里，${only(discipline)}`,
    next: 'reload',
  }),
  NAME_TAKEN: () => ({ title: '这个名字有人用了', text: '换一个再试', next: 'none' }),
  NAME_REFUSED: () => ({ title: '这个名字用不了', text: '里面有不合适的字眼，换一个再试', next: 'none' }),
  NAME_NEEDED: () => ({ title: '先起个名字', text: '队名 2 到 12 个字', next: 'none' }),
  NOT_A_TEAM: () => ({ title: '个人参赛用自己的名字', text: '改名在我的资料里', next: 'none' }),
  REGION_NEEDED: ({ regions }) => ({
    title: '先选赛区',
    text: `可选：${regions.map(({ name }) => name).join('、')}`,
    next: 'none',
  }),
  ROSTER_FULL: ({ most }) => ({ title: '已经满员了', text: `最多 ${most} 人`, next: 'none' }),
  ROSTER_LOCKED: ({ lockedAt }, now) => ({
    title: '名单已经定了',
    text: `${moment(lockedAt, now)} 截止的，有特殊情况找组织者`,
    next: 'ask-for-help',
  }),
  ENTRY_WITHDRAWN: () => ({ title: '对方已经退赛', text: '看看别的参赛者', next: 'none' }),
  NOT_CAPTAIN: () => ({ title: '这一步由队长来做', text: '告诉队长一声，或者请组织者帮忙', next: 'none' }),
  NOT_IN_ROSTER: () => ({ title: '对方不在队里', text: '名单可能变了，刷新后再看', next: 'reload' }),
  LINEUP: ({ lineup }) => ({ title: '上场人数不对', text: `要有 ${lineup} 人上场，其余是替补`, next: 'none' }),
  FOLLOWS_TOO_MANY: ({ most }) => ({ title: '关注得够多了', text: `一个联赛最多关注 ${most} 个`, next: 'none' }),
  NOT_PAIRED: () => ({ title: '对阵还没定', text: '等上一轮打完就知道对手了', next: 'reload' }),
  NOT_YOURS: () => ({ title: '这一步由对方队长来做', text: '等对方确认，到时没有回应就自动算数', next: 'reload' }),
  ALREADY_CONFIRMED: ({ dueAt }, now) => ({
    title: '比分已经定了',
    text: `${moment(dueAt, now)} 前没有异议，自动确认的。有问题找裁判`,
    next: 'ask-for-help',
  }),
  BAD_SCORE: ({ issue }) => ({ title: '比分不对', text: scoreIssueWords(issue), next: 'none' }),
  OTHER_COURT: ({ court }) => ({
    title: '不是你的场地',
    text: court === undefined ? '这场还没排场地，请组织者来记' : '这场在别的场地，由那边的裁判来记',
    next: 'none',
  }),
  FORMAT_UNFIT: ({ entries, discipline }) => ({
    title: '赛制和参赛数对不上',
    text: `能参加抽签的有 ${entries} ${entryWords(discipline).unit}，改一下分组或晋级数`,
    next: 'none',
  }),
  SEED_UNKNOWN: () => ({ title: '有一个种子没有参赛', text: '可能人没齐或已退出，重新选种子', next: 'reload' }),
  ALREADY_PLAYED: ({ fixtures }) => ({
    title: '已经开打了',
    text: `打过 ${fixtures} 场，不能重新抽签`,
    next: 'none',
  }),
  DOES_NOT_FIT: ({ lacks }) => ({ title: '赛程排不下', text: lacks.join('；'), next: 'none' }),
  NOT_PLAYED: () => ({ title: '这场还没有结果', text: '没有可以更正的', next: 'reload' }),
  NEXT_PLAYED: ({ blocked }) => ({
    title: '后面的比赛已经打了',
    text: `有 ${blocked.length} 场的对手会变，先撤回它们，或者保留现在的结果`,
    next: 'none',
  }),
  NOT_DUE: () => ({ title: '不用抽签', text: '小组还没打完，或者名次已经分出来了', next: 'reload' }),
  NOT_OVER: ({ left, lots }) => ({
    title: '还不能结束',
    text: left > 0 ? `还有 ${left} 场没有结果` : `还有 ${lots} 个小组要抽签定名次`,
    next: 'none',
  }),
} satisfies Partial<Words>;
