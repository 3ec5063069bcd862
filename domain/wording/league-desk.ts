import type { LeaguePlan, LeaguePreview, LeagueState, ManagedLeague, ManagedLeagueCard } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { disciplinesOn } from '../league/disciplines';
import { dayOf } from '../time/shanghai';
import { moment } from './dates';
import { bestOfWords, entryWords } from './league-card';

/** What a league is called where organizers look for the next thing to do. */
export const DESK_STATE_WORDS: Record<LeagueState, string> = {
  draft: '草稿',
  open: '报名中',
  drawn: '比赛中',
  finished: '已结束',
  cancelled: '已取消',
};

/** In a few words how a league stands for its organizers; `live` while somebody acts on it. */
export function deskTag(
  { state, startsAt }: Pick<ManagedLeagueCard, 'state' | 'startsAt'>,
  now: Instant,
): { words: string; live: boolean } {
  const words = state === 'drawn' && now < startsAt ? '已抽签' : DESK_STATE_WORDS[state];
  return { words, live: state === 'open' || state === 'drawn' };
}

interface CourtWords {
  /** Behind its number: `1 号台`. */
  name: string;
  /** What they are counted in: `5 张台`. */
  unit: string;
}

/** What a discipline is played on. */
export function courtWords(discipline: string): CourtWords {
  return discipline.startsWith('table-tennis') || discipline.startsWith('esports')
    ? { name: '号台', unit: '张台' }
    : { name: '号场', unit: '片场地' };
}

/** `3 小时 20 分`, `40 分钟`. */
export function minutesWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  if (hours === 0) return `${rest} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
}

export interface PreviewWords {
  /** `48 场 · 要 26 小时`. */
  matches: string;
  /** Whether it fits, and how. */
  verdict: string;
  fits: boolean;
}

/** What a plan comes to, in two lines. */
export function previewWords(preview: LeaguePreview, plan: LeaguePlan, now: Instant): PreviewWords {
  const { matches, neededMinutes, openMinutes, courts, leastCourts, finish, longer } = preview;
  const { unit } = courtWords(plan.discipline);
  const line = `${matches} 场 · 共 ${minutesWords(neededMinutes)}`;
  if (matches === 0) return { matches: '还排不出比赛', verdict: '看看人数和分组', fits: false };
  if (openMinutes === 0) return { matches: line, verdict: '填好场地和时间，就知道够不够', fits: false };
  if (courts !== undefined && finish !== undefined) {
    return { matches: line, verdict: `${courts} ${unit}够了，${moment(finish, now)} 打完`, fits: true };
  }
  if (longer !== undefined) {
    return { matches: line, verdict: `时间不够，最后一天还要晚 ${minutesWords(longer)}`, fits: false };
  }
  const least = leastCourts === undefined ? '' : `，至少要 ${leastCourts} ${unit}`;
  return { matches: line, verdict: `现在的场地排不下${least}`, fits: false };
}

/** How entries stand: `24 队里 20 队人齐了`. */
export function entriesWords({ entries: { all, complete }, plan }: Pick<ManagedLeague, 'entries' | 'plan'>): string {
  const { unit } = entryWords(plan.discipline);
  if (all === 0) return '还没有报名';
  return complete === all ? `${all} ${unit}` : `${all} ${unit}，${all - complete} ${unit}没齐`;
}

/** How a stage is played, in a line. */
export function stageWords(plan: LeaguePlan): { name: string; words: string }[] {
  const { first, final, regions } = plan.format;
  const { unit } = entryWords(plan.discipline);
  const each = regions ? '每个赛区' : '';
  const length = (bestOf: number, minutes: number): string => `${bestOfWords(bestOf)}，一场 ${minutes} 分钟`;
  const how =
    first.kind === 'groups'
      ? `${each}分 ${first.groups} 组，${first.rounds === 2 ? '双循环' : '单循环'}`
      : `${each}单败淘汰${first.placeThree ? '，决第 3 名' : ''}`;
  const from = first.kind === 'groups' ? '每组' : '每区';
  return [
    { name: first.kind === 'groups' ? '小组赛' : '淘汰赛', words: `${how}；${length(first.bestOf, first.minutes)}` },
    ...(final
      ? [
          {
            name: regions && first.kind === 'knockout' ? '决赛' : '淘汰赛',
            words: `${from}前 ${final.take} ${unit}${final.placeThree ? '，决第 3 名' : ''}；${length(final.bestOf, final.minutes)}`,
          },
        ]
      : []),
  ];
}

/** The discipline as a league that is published now would have it. */
const disciplineNow = (id: string, now: Instant) => disciplinesOn(dayOf(now)).find((each) => each.id === id);

/** Lengths that its matches may have: best of so many games. */
export const lengthsOf = (id: string, now: Instant): readonly number[] => disciplineNow(id, now)?.match.bestOf ?? [];

/** Who makes up one entry: `5 人上场，最多 2 个替补`. */
export function rosterLine(id: string, now: Instant): string {
  const entry = disciplineNow(id, now)?.entry;
  switch (entry?.kind) {
    case undefined:
      return '';
    case 'person':
      return '一个人报名';
    case 'pair':
      return '两人一对报名';
    case 'team':
      return `${entry.lineup} 人上场，最多 ${entry.substitutes} 个替补`;
    default:
      return entry satisfies never;
  }
}
