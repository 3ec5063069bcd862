import { startOfDay, wallTime } from '../../../domain/time/shanghai';
import type { Instant } from '../../../types/vocabulary';
import { resized } from './court-form';
import { EMPTY_LEAGUE, type LeagueForm } from './league-form';

export const TEMPLATES = ['esports', 'table-tennis', 'badminton', 'tug-of-war'] as const;
export type Template = (typeof TEMPLATES)[number];

interface TemplateFacts {
  name: string;
  /** What it comes to, in a line. */
  note: string;
  courts: { count: number; word: string };
  /** Days after the Saturday on which it is. */
  days: readonly number[];
  hours: readonly [string, string];
  form: Partial<LeagueForm>;
}

const FACTS: Record<Template, TemplateFacts> = {
  esports: {
    name: '电竞',
    note: '24 队，6 组，前 2 名打淘汰赛',
    courts: { count: 5, word: '号台' },
    days: [-2, -1],
    hours: ['18:30', '21:30'],
    form: {
      ...{ discipline: 'esports-5v5', brand: 'vital', most: '24', kind: 'groups', groups: '6', final: true, take: '2' },
      ...{ firstBestOf: '1', firstMinutes: '20', finalBestOf: '3', finalMinutes: '40', rest: '5', answer: '20' },
    },
  },
  'table-tennis': {
    name: '乒乓球单打',
    note: '32 人，8 组，前 2 名打淘汰赛',
    courts: { count: 6, word: '号台' },
    days: [0],
    hours: ['13:00', '18:00'],
    form: {
      ...{ discipline: 'table-tennis-singles', brand: 'vital', most: '32', kind: 'groups', groups: '8' },
      ...{ final: true, take: '2', firstBestOf: '3', firstMinutes: '15', finalBestOf: '5', finalMinutes: '25' },
      ...{ rest: '5', answer: '20' },
    },
  },
  badminton: {
    name: '羽毛球双打',
    note: '16 对，4 组，前 2 名打淘汰赛',
    courts: { count: 4, word: '号场' },
    days: [0],
    hours: ['09:00', '17:00'],
    form: {
      ...{ discipline: 'badminton-doubles', brand: 'vital', most: '16', kind: 'groups', groups: '4' },
      ...{ final: true, take: '2', firstBestOf: '3', firstMinutes: '35', finalBestOf: '3', finalMinutes: '45' },
      ...{ rest: '15', answer: '30' },
    },
  },
  'tug-of-war': {
    name: '拔河',
    note: '16 队，一路淘汰，决出第 3 名',
    courts: { count: 2, word: '号场' },
    days: [0],
    hours: ['14:00', '17:00'],
    form: {
      ...{ discipline: 'tug-of-war', brand: 'vital', most: '16', kind: 'knockout', final: false, firstThree: true },
      ...{ firstBestOf: '3', firstMinutes: '15', rest: '15', answer: '20' },
    },
  },
};

export const TEMPLATE_WORDS: Record<Template, Pick<TemplateFacts, 'name' | 'note'>> = FACTS;

const DAY_MS = 86_400_000;

/** The first Saturday that leaves at least two weeks for entries. */
function saturday(now: Instant): Instant {
  const earliest = startOfDay(wallTime(now).slice(0, 10)) + 14 * DAY_MS;
  const weekday = new Date(`${wallTime(earliest).slice(0, 10)}T00:00:00Z`).getUTCDay();
  return earliest + ((6 - weekday + 7) % 7) * DAY_MS;
}

const dayAt = (at: Instant): string => wallTime(at).slice(0, 10);

/** What is usual for a discipline, put into what is typed already: its words stay. */
export function fromTemplate(template: Template, typed: LeagueForm, now: Instant): LeagueForm {
  const { courts, days, hours, form } = FACTS[template];
  const on = saturday(now);
  const [from, until] = hours;
  const { title, tagline, description, venueName, venueAddress, venuePoint } = typed;
  return {
    ...EMPTY_LEAGUE,
    ...form,
    ...{ title, tagline, description, venueName, venueAddress, venuePoint },
    courts: resized([], courts.count, courts.word),
    openings: days.map((day, at) => ({ id: `o${at + 1}`, day: dayAt(on + day * DAY_MS), from, until })),
    opensAt: `${dayAt(now + DAY_MS)}T09:00`,
    lockAt: `${dayAt(on + ((days[0] ?? 0) - 2) * DAY_MS)}T18:00`,
  };
}
