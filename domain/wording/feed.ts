import type { BookDetail, NoteCard, NoteState, SeenAs, TeamView } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { shownName } from '../reading/profile';
import { TEAM_LEAST, TEAM_MOST } from '../reading/team';
import { clock, dayWord, moment } from './dates';

/** `禾芩生物制药 · 今天 21:05`; who has no enterprise any more has none here. */
export function byline({ enterpriseName, at }: Pick<NoteCard, 'enterpriseName' | 'at'>, now: Instant): string {
  return [enterpriseName, moment(at, now)].filter((part) => part !== '').join(' · ');
}

/** `《活着》 余华`. */
export function bookWords({ title, author }: { title: string; author?: string }): string {
  return author === undefined || author === '' ? `《${title}》` : `《${title}》 ${author}`;
}

/** How one's own words stand on their way to others' eyes; nothing is said of what others see. */
export const NOTE_STATE_WORDS: Record<NoteState, string> = {
  draft: '只有自己看得到',
  pending: '审核中',
  'waiting-for-author': '审核中',
  human: '审核中',
  passed: '',
  rejected: '没有通过审核',
};

/** What members say is wrong with a note or comment, where it is none of their own words. */
export const REPORT_REASONS = ['广告或推销', '骂人、攻击别人', '泄露了别人的隐私', '和读书没有关系'] as const;

/** How one is seen: what each choice means on boards, under notes and in a team. */
export const SEEN_AS_WORDS: Record<SeenAs, { name: string; note: string }> = {
  name: { name: '全名', note: '榜上、随感和评论都署全名' },
  surname: { name: '只显示姓', note: '榜上、随感和评论都只写姓' },
  nobody: { name: '不显示', note: '不上个人榜；随感留给自己，也不评论' },
};

/** `比如“王同事”`: the caller's own name as others would see it; nothing where there is none to show. */
export function seenExample(name: string | undefined, seenAs: SeenAs): string | undefined {
  return name === undefined ? undefined : shownName(name, seenAs);
}

/** What each choice comes to, in full, for whoever is about to choose. */
export const SEEN_AS_MEANS: Record<SeenAs, readonly string[]> = {
  name: ['个人榜上写全名', '新写的随感和评论署全名', '以前写下的署名不变'],
  surname: ['个人榜上只写姓', '新写的随感和评论只署姓', '以前写下的署名不变'],
  nobody: ['个人榜上没有你', '随感只留给自己，也不能评论', '单位榜照样算上你的天数，不出现名字'],
};

/** What happens at once to whoever is not seen any more. */
export const UNSEEN_WORDS =
  '分享过的随感会从动态里收回，个人榜上也不再有你。天数、连续记录和积分都不变，随时可以改回来。';

/** What a screen reader says of the photo at that place among so many. */
export const photoLabel = (at: number, photos: readonly string[]): string =>
  `照片，共 ${photos.length} 张的第 ${at + 1} 张`;

/** `20:30`, of minutes of the day. */
export function remindTime(remindAt: number): string {
  const two = (amount: number): string => String(amount).padStart(2, '0');
  return `${two(Math.floor(remindAt / 60))}:${two(remindAt % 60)}`;
}

/** Minutes of the day of such a text; `undefined` where it names no time. */
export function remindAtOf(time: string): number | undefined {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : undefined;
}

/** `12 位同事读过，有王敏、李同事`; whoever is not seen is only counted. */
export function readersWords({ count, names }: BookDetail['readers']): string {
  if (count === 0) return '还没有同事读过';
  if (names.length === 0) return `${count} 位同事读过`;
  return `${count} 位同事读过，有${names.join('、')}${names.length < count ? '等' : ''}`;
}

/** `3 位队友，一共读了 42 天`, and what is lacking where it is no team yet. */
export function teamWords({ members, days, complete }: Pick<TeamView, 'members' | 'days' | 'complete'>): string {
  if (complete) return `${members.length} 位队友，一共读了 ${days} 天`;
  return `还差 ${TEAM_LEAST - members.length} 位就能上小队榜`;
}

/** How far a team is from what it set out to reach. */
export function goalWords({ days, goalOn }: Pick<TeamView, 'days' | 'goalOn'>, goal: number): string {
  if (goalOn !== undefined) return `目标 ${goal} 天，已经达成`;
  return `目标 ${goal} 天，还差 ${Math.max(0, goal - days)} 天`;
}

/** How many a team may still take. */
export const roomOf = ({ members }: Pick<TeamView, 'members'>): number => Math.max(0, TEAM_MOST - members.length);

/** The code that was typed, or that stands in a link which was pasted whole. */
export function typedInvite(typed: string): string {
  const linked = /[?&]invite=([^&\s]+)/.exec(typed)?.[1];
  return (linked ?? typed).trim();
}

/** `今天 21:05`, or the day alone for what is further away: comments are many and short. */
export function saidWhen(at: Instant, now: Instant): string {
  const day = dayWord(at, now);
  return day === '今天' ? `今天 ${clock(at)}` : day;
}
