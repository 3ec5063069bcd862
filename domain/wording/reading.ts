import type {
  Badge,
  BoardSpan,
  BoardWhen,
  CalendarDay,
  ChallengeEntry,
  CheckInView,
  EnterpriseRow,
  NoteState,
  SizeClass,
} from '../../types/contract';
import type { Day, Instant } from '../../types/vocabulary';
import { startOfDay } from '../time/shanghai';
import { dateWord, dayWord } from './dates';
import { NOTE_STATE_WORDS } from './feed';

/** `30 分钟 · 12 页`; nothing where only words were written. */
export function amountWords({ minutes, pages }: Pick<CheckInView, 'minutes' | 'pages'>): string {
  return [minutes > 0 ? `${minutes} 分钟` : '', pages > 0 ? `${pages} 页` : '']
    .filter((part) => part !== '')
    .join(' · ');
}

export const BADGE_WORDS: Record<Badge, { sign: string; name: string; note: string }> = {
  'first-day': { sign: '1', name: '翻开', note: '读了第一天' },
  'days-7': { sign: '7', name: '七日', note: '读满 7 天' },
  'days-21': { sign: '21', name: '成习', note: '读满 21 天' },
  'days-50': { sign: '50', name: '过半百', note: '读满 50 天' },
  'days-100': { sign: '100', name: '百日', note: '读满 100 天' },
  whole: { sign: '全', name: '全程', note: '一天不落' },
};

export const ENTRY_WORDS: Record<ChallengeEntry, { name: string; note: string }> = {
  personal: { name: '各读各的', note: '一个人就能参加' },
  team: { name: '小队', note: '3 到 10 位同事一队，天数加在一起' },
  enterprise: { name: '单位', note: '一个单位的天数加在一起' },
};

/** `11月20日到12月31日`. */
export function datesWords(startsOn: Day, endsOn: Day, now: Instant): string {
  return `${dateWord(startOfDay(startsOn), now)}到${dateWord(startOfDay(endsOn), now)}`;
}

/** What a day of the calendar tells when one asks it. */
export function calendarWords({ day, minutes, state }: CalendarDay, now: Instant): string {
  const date = dateWord(startOfDay(day), now);
  const read = minutes > 0 ? `读了 ${minutes} 分钟` : '';
  if (state === 'read') return `${date}，${read === '' ? '算数' : read}`;
  if (state === 'filled') return `${date}，用补卡补上`;
  return `${date}，${read === '' ? '没有打卡' : `${read}，没到数`}`;
}

/** `补 11月24日 周二`. */
export const fillWords = (day: Day, now: Instant): string => `补${dayWord(startOfDay(day), now)}`;

/** How a note stands, as its author reads it; nothing of one that was kept to oneself. */
export function noteStateWords(state: NoteState, shared: boolean): string {
  if (!shared) return '';
  switch (state) {
    case 'draft':
      return '';
    case 'pending':
    case 'waiting-for-author':
    case 'human':
      return `${NOTE_STATE_WORDS[state]}，通过后大家能看到`;
    case 'passed':
      return '大家能看到';
    case 'rejected':
      return NOTE_STATE_WORDS[state];
    default:
      return state satisfies never;
  }
}

export const SPAN_WORDS: Record<BoardSpan, Record<BoardWhen, string>> = {
  day: { now: '今天', before: '昨天' },
  week: { now: '这周', before: '上周' },
  whole: { now: '全程', before: '全程' },
};

/** Members of an enterprise; so short that the four stand side by side on a phone. */
export const SIZE_WORDS: Record<SizeClass, string> = {
  1000: '千人以上',
  200: '200–999',
  50: '50–199',
  10: '10–49',
};

/** Days a member, to a tenth: what enterprises are ranked by. */
export const perMember = ({ days, members }: Pick<EnterpriseRow, 'days' | 'members'>): string =>
  (days / members).toFixed(1);
