import {
  ANSWER_MINUTES,
  COURTS_MOST,
  GROUPS_MOST,
  MATCH_MINUTES,
  OPENINGS_MOST,
  REGIONS_MOST,
  REST_MOST,
} from '../../../domain/league/league-plan-issues';
import { ENTRIES_MOST } from '../../../domain/league/stages-of-plan';
import { instantAt } from '../../../domain/time/shanghai';
import type { Instant } from '../../../types/vocabulary';
import { courtsFrom, type OpeningForm, openingFrom } from './court-form';
import { hasFinal, type LeagueForm, linesOf, numberOf, pointOf } from './league-form';

/** What is wrong, in words, by the field's path: `title`, `openings.o1` … */
export type LeagueFaults = Record<string, string>;

/** Characters that fields hold, and how far numbers go. The server has the last word. */
export const LEAGUE_LIMITS = {
  title: 40,
  tagline: 60,
  paragraphs: 30,
  paragraph: 1_000,
  venueName: 60,
  venueAddress: 120,
  entries: ENTRIES_MOST,
  regions: REGIONS_MOST,
  regionName: 12,
  groups: GROUPS_MOST,
  courts: COURTS_MOST,
  courtName: 12,
  openings: OPENINGS_MOST,
} as const;

type Checks = Record<string, string | false>;

const blank = (typed: string, words: string): string | false => typed.trim() === '' && words;

const outside = (typed: string, least: number, most: number): string | false => {
  const number = numberOf(typed);
  return (number === undefined || number < least || number > most) && `请填 ${least} 到 ${most} 的整数`;
};

function descriptionFault(typed: string): string | false {
  const { paragraphs, paragraph } = LEAGUE_LIMITS;
  const lines = linesOf(typed);
  if (lines.length > paragraphs) return `最多 ${paragraphs} 段`;
  return lines.some((line) => [...line].length > paragraph) && `每段最多 ${paragraph} 个字`;
}

const whatChecks = (form: LeagueForm): Checks => ({
  discipline: form.discipline === '' && '请选一个项目',
  title: blank(form.title, '请填写联赛名称'),
  brand: form.brand === '' && '请选一个品牌',
  description: descriptionFault(form.description),
});

/** When the first court opens, or `undefined`. */
function firstOpening(form: LeagueForm): Instant | undefined {
  const starts = courtsFrom(form).flatMap(({ openings }) => openings.map(({ startsAt }) => startsAt));
  return starts.length > 0 ? Math.min(...starts) : undefined;
}

function whoChecks(form: LeagueForm): Checks {
  const [opensAt, lockAt, first] = [instantAt(form.opensAt), instantAt(form.lockAt), firstOpening(form)];
  const names = form.regions.map(({ name }) => name.trim());
  const regions = form.regional
    ? {
        regions:
          (form.regions.length < 2 && '至少写两个赛区') || (new Set(names).size !== names.length && '赛区的名字重复了'),
        ...Object.fromEntries(form.regions.map(({ id, name }) => [`regions.${id}`, blank(name, '请填写赛区的名字')])),
      }
    : {};
  return {
    opensAt: opensAt === undefined && '请选报名开始的时间',
    lockAt:
      (lockAt === undefined && '请选报名截止的时间') ||
      (opensAt !== undefined && lockAt !== undefined && lockAt <= opensAt && '截止要晚于开始') ||
      (lockAt !== undefined && first !== undefined && lockAt > first && '截止要早于开赛'),
    most: outside(form.most, 2, LEAGUE_LIMITS.entries),
    ...regions,
  };
}

function howChecks(form: LeagueForm): Checks {
  const { least, most } = MATCH_MINUTES;
  return {
    firstMinutes: outside(form.firstMinutes, least, most),
    ...(form.kind === 'groups' ? { groups: outside(form.groups, 1, GROUPS_MOST) } : {}),
    ...(hasFinal(form)
      ? { take: outside(form.take, 1, ENTRIES_MOST), finalMinutes: outside(form.finalMinutes, least, most) }
      : {}),
  };
}

const openingChecks = (path: string, openings: readonly OpeningForm[]): Checks =>
  Object.fromEntries(
    openings.map((opening): [string, string | false] => {
      const { day, from, until } = opening;
      const whole = day !== '' && from !== '' && until !== '';
      return [
        `${path}.${opening.id}`,
        openingFrom(opening) === undefined && (whole ? '关门要晚于开门' : '日期和时间要填全'),
      ];
    }),
  );

function whereChecks(form: LeagueForm): Checks {
  const shared = form.courts.some(({ own }) => own === null);
  const courts = form.courts.map(
    ({ id, name, own }): Checks => ({
      [`courts.${id}`]: blank(name, '请填写场地的名字') || (own?.length === 0 && '请填写这个场地什么时候开'),
      ...(own ? openingChecks(`courts.${id}.openings`, own) : {}),
    }),
  );
  return {
    venueName: blank(form.venueName, '请填写地点'),
    venueAddress: blank(form.venueAddress, '请填写地址'),
    venuePoint: pointOf(form.venuePoint) === undefined && '请贴上地图坐标，比如 39.796, 116.506',
    courts:
      (form.courts.length === 0 && '至少要有一个场地') ||
      (new Set(form.courts.map(({ name }) => name.trim())).size !== form.courts.length && '场地的名字重复了'),
    openings: shared && form.openings.length === 0 && '请填写场地什么时候开',
    ...(shared ? openingChecks('openings', form.openings) : {}),
    ...Object.assign({}, ...courts),
    rest: outside(form.rest, 0, REST_MOST),
    answer: outside(form.answer, ANSWER_MINUTES.least, ANSWER_MINUTES.most),
  };
}

/** What is missing or wrong before anything is sent, in the order of the steps. */
export function leagueFaults(form: LeagueForm): LeagueFaults {
  const checks = { ...whatChecks(form), ...whoChecks(form), ...howChecks(form), ...whereChecks(form) };
  return Object.fromEntries(
    Object.entries(checks).flatMap(([path, words]): [string, string][] => (words === false ? [] : [[path, words]])),
  );
}
