import type { FixtureId, Instant } from '../../types/vocabulary';
import type { Placement } from '../league/schedule/plan';
import type { Moved, Replanned } from '../league/schedule/replan';
import type { DoesNotFit } from '../league/schedule/schedule';
import type { Shortfall, Why } from '../league/schedule/shortfall';
import { clock, dayWord, moment } from './dates';

/** What people call the things that a schedule knows by their ids. */
export interface ScheduleNames {
  fixture: (id: FixtureId) => string;
  court: (id: string) => string;
  person: (id: string) => string;
  discipline: (id: string) => string;
}

/** `明天 19:00 2号台`. */
export function placeWords({ startsAt, court }: Placement, names: ScheduleNames, now: Instant): string {
  return `${moment(startsAt, now)} ${names.court(court)}`;
}

/** What moved, from where to where, with no word for what stays: on one day only the clock, on one court only the time. */
export function movedWords({ fixtureId, from, to }: Moved, names: ScheduleNames, now: Instant): string {
  const name = names.fixture(fixtureId);
  if (!from) return to ? `${name}：新排在 ${placeWords(to, names, now)}` : `${name}：还没排上`;
  if (!to) return `${name}：原定 ${placeWords(from, names, now)}，还没排上`;
  const [court, was] = [names.court(to.court), names.court(from.court)];
  if (from.startsAt === to.startsAt) return `${name}：时间不变，从 ${was} 换到 ${court}`;
  const sameDay = dayWord(from.startsAt, now) === dayWord(to.startsAt, now);
  const when = sameDay ? clock(to.startsAt) : moment(to.startsAt, now);
  return `${name}：从 ${moment(from.startsAt, now)} 改到 ${when}${from.court === to.court ? '' : `，换到 ${court}`}`;
}

/** `挪动 3 场，其余不变`. */
export function replannedWords({ moved, ...result }: Replanned): string {
  const left = result.kind === 'fits' ? 0 : result.left.length;
  const changed = moved.filter(({ to }) => to !== undefined).length;
  if (left > 0) return `挪动 ${changed} 场，还有 ${left} 场没排上`;
  return changed === 0 ? '赛程不变' : `挪动 ${changed} 场，其余不变`;
}

/** `1 小时 20 分钟`, `45 分钟`. */
export function minuteWords(minutes: number): string {
  const [hours, left] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${left} 分钟`;
  return left === 0 ? `${hours} 小时` : `${hours} 小时 ${left} 分钟`;
}

/** Why a match has no place. */
export function whyWords(why: Why, names: ScheduleNames, now: Instant): string {
  switch (why.kind) {
    case 'no-court':
      return `没有能打${names.discipline(why.discipline)}的场地`;
    case 'too-long':
      return why.longest === 0
        ? '可用的时段里没有场地开放'
        : `要 ${minuteWords(why.minutes)}，场地最长只连开 ${minuteWords(why.longest)}`;
    case 'committed':
      return '场地开放时，参赛的人都有别的比赛';
    case 'waits':
      return `要等${why.for.map(names.fixture).join('、')}先排上`;
    case 'too-late':
      return `前面的比赛打完并休息好，最早要到 ${moment(why.from, now)}，那时场地剩的时间不够`;
    case 'no-room':
      return '排完别的场次，时间不够了';
    default:
      return why satisfies never;
  }
}

/** What is missing whatever is tried. */
export function shortfallWords(shortfall: Shortfall, names: ScheduleNames): string {
  switch (shortfall.kind) {
    case 'courts': {
      const { courts, neededMinutes, openMinutes, missingMinutes } = shortfall;
      const need = `共要 ${minuteWords(neededMinutes)}，开放 ${minuteWords(openMinutes)}`;
      return `${courts.map(names.court).join('、')}：${need}，至少还差 ${minuteWords(missingMinutes)}`;
    }
    case 'person': {
      const { person, matches, atMost } = shortfall;
      return `${names.person(person)}有 ${matches} 场，算上休息最多打 ${atMost} 场`;
    }
    default:
      return shortfall satisfies never;
  }
}

/** What the organizer can do. */
export function remedyWords({ longer, impossible }: Pick<DoesNotFit, 'longer' | 'impossible'>): string {
  if (longer !== undefined && longer > 0) return `所有场地最后一天多开 ${minuteWords(longer)}，就都能排下`;
  return impossible ? '加场地、加时段，或者缩短比赛' : '没找到排得下的办法，加一点时间再试';
}
