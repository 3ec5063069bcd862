import type { CourtPlan, LeaguePlan } from '../../../types/contract';
import { VENUES } from '../activities/venues';
import type { Calendar } from '../calendar';

export const ESPORTS = 'league-esports';
export const PING_PONG = 'league-ping-pong';
export const SHUTTLE = 'league-shuttle';
export const ROPE = 'league-rope';
export const TEAM_DRAFT = 'league-team-draft';

/** So many courts that are all open from one time to the other, on each of those days from now. */
function courts(
  cal: Calendar,
  { count, word, days, from, until }: { count: number; word: string; days: number[]; from: string; until: string },
): CourtPlan[] {
  const openings = days.map((day) => ({ startsAt: cal.at(day, from), endsAt: cal.at(day, until) }));
  return Array.from({ length: count }, (_, at) => {
    return { id: `c${at + 1}`, name: `${at + 1} ${word}`, openings };
  });
}

/** Open for entries: two evenings of the week after next. */
export function esports(cal: Calendar): LeaguePlan {
  const day = cal.next(5, 12);
  return {
    ...{ title: '药谷电竞联赛', tagline: '五个人，一条心', brand: 'vital', discipline: 'esports-5v5' },
    description: [
      '五人一队，可以带两名替补。小组赛单局定胜负，前两名进淘汰赛，三局两胜。',
      '队长报名以后，把队伍的链接发给同事，点开就能加入。凑不齐也不要紧，可以几家单位拼一队。',
    ],
    ...{ venue: VENUES.arcade, opensAt: cal.at(-6, '09:00'), lockAt: cal.at(day - 2, '18:00'), most: 24 },
    format: {
      first: { kind: 'groups', groups: 6, rounds: 1, bestOf: 1, minutes: 20 },
      final: { take: 2, bestOf: 3, minutes: 40, placeThree: true },
    },
    courts: courts(cal, { count: 5, word: '号台', days: [day, day + 1], from: '18:30', until: '21:30' }),
    ...{ rest: 5, answer: 30 },
  };
}

/** Under way: the last round of the groups is today, the knockout the day after tomorrow. */
export function pingPong(cal: Calendar): LeaguePlan {
  const evening = { count: 4, word: '号台', from: '18:30', until: '20:15' };
  const groups = courts(cal, { ...evening, days: [-2, -1] });
  const last = { startsAt: cal.at(0, '18:30'), endsAt: cal.at(0, '19:20') };
  const knockout = { startsAt: cal.at(2, '18:30'), endsAt: cal.at(2, '21:30') };
  return {
    ...{ title: '乒乓球单打赛', tagline: '下班打一场', brand: 'vital', discipline: 'table-tennis-singles' },
    description: [
      '二十四个人分六组，每组前两名进淘汰赛。',
      '打完当场报比分，对方点一下就算数。说不到一起的，裁判来定。',
    ],
    ...{ venue: VENUES.courts, opensAt: cal.at(-20, '09:00'), lockAt: cal.at(-5, '18:00'), most: 32 },
    format: {
      first: { kind: 'groups', groups: 6, rounds: 1, bestOf: 5, minutes: 25 },
      final: { take: 2, bestOf: 5, minutes: 30, placeThree: true },
    },
    courts: groups.map((court) => ({ ...court, openings: [...court.openings, last, knockout] })),
    ...{ rest: 10, answer: 1_440 },
  };
}

/** Over since a few weeks. */
export function shuttle(cal: Calendar): LeaguePlan {
  const day = cal.next(6, -24);
  return {
    ...{ title: '秋季羽毛球双打赛', tagline: '两个人，一块场地', brand: 'vital', discipline: 'badminton-doubles' },
    description: ['十二对选手分三组，每组前两名进淘汰赛，一天打完。'],
    ...{ venue: VENUES.courts, opensAt: cal.at(day - 20, '09:00'), lockAt: cal.at(day - 2, '18:00'), most: 16 },
    format: {
      first: { kind: 'groups', groups: 3, rounds: 1, bestOf: 3, minutes: 30 },
      final: { take: 2, bestOf: 3, minutes: 40, placeThree: true },
    },
    courts: courts(cal, { count: 4, word: '号场', days: [day], from: '09:00', until: '17:30' }),
    ...{ rest: 15, answer: 60 },
  };
}

/** Drawn, and to be played next week. */
export function rope(cal: Calendar): LeaguePlan {
  const day = cal.next(6, 6);
  return {
    ...{ title: '职工拔河赛', tagline: '八个人，一根绳', brand: 'vital', discipline: 'tug-of-war' },
    description: ['八人一队，三局两胜，一路淘汰，一个下午见分晓。', '请穿胶底鞋，手套现场有。'],
    ...{ venue: VENUES.field, opensAt: cal.at(-25, '09:00'), lockAt: cal.at(-2, '18:00'), most: 16 },
    format: { first: { kind: 'knockout', bestOf: 3, minutes: 15, placeThree: true } },
    courts: courts(cal, { count: 2, word: '号场', days: [day], from: '14:00', until: '17:00' }),
    ...{ rest: 15, answer: 30 },
  };
}

/** What the organizer has begun to write. */
export function teamDraft(cal: Calendar): LeaguePlan {
  const day = cal.next(6, 40);
  return {
    ...{ title: '单位乒乓球团体赛', tagline: '三个人，五场球', brand: 'vital', discipline: 'table-tennis-team' },
    description: ['三人一队，可带两名替补，五场三胜。'],
    ...{ venue: VENUES.courts, opensAt: cal.at(8, '09:00'), lockAt: cal.at(day - 3, '18:00'), most: 16 },
    format: {
      first: { kind: 'groups', groups: 4, rounds: 1, bestOf: 5, minutes: 60 },
      final: { take: 2, bestOf: 5, minutes: 60, placeThree: false },
    },
    courts: courts(cal, { count: 6, word: '号台', days: [day, day + 1], from: '09:00', until: '17:00' }),
    ...{ rest: 15, answer: 60 },
  };
}
