import type { VenueClash } from '../../types/contract/organizer-check';
import type { Plan } from '../../types/contract/plan';
import type { Instant } from '../../types/vocabulary';
import type { CheckWarning } from '../activity/check-warnings';
import { span } from './dates';
import { placeName } from './organizer';

export interface WarningWords {
  title: string;
  /** What to do about it. */
  advice: string;
}

type Plain = Exclude<
  CheckWarning,
  { session: string } | { sessions: readonly string[] } | { clash: object } | { each: number } | { most: number }
>['kind'];

const PLAIN: Record<Exclude<Plain, 'short-window' | 'other-year'>, WarningWords> = {
  'closed-already': { title: '报名时间已经过了', advice: '发布以后没有人报得上，改一下报名时间' },
  'opens-at-once': { title: '一发布就开始报名', advice: '没看到的人会错过；想公平一点，定在一两天以后' },
  'opens-soon': { title: '不到一小时就开始报名', advice: '没看到的人会错过；想公平一点，定在一两天以后' },
  'opens-on-day-off': { title: '报名在周末开始', advice: '休息的同事不一定看手机，上班日开始更公平' },
  'opens-at-night': { title: '报名在夜里开始', advice: '放到早上 8 点到晚上 10 点之间' },
  'cancel-before-close': { title: '最后报名的人不能取消', advice: '取消的期限放到报名截止以后' },
  'little-time-to-decide': { title: '截止后不到一天就开始', advice: '留一天审核，也让大家来得及安排' },
  'more-at-venue': { title: '那几天活动很多，没有全部看完', advice: '和场地方再确认一下' },
  'no-volunteers': { title: '还没有请志愿者', advice: '要签到，入口就得有人；去“志愿者和裁判”里请' },
};

const openFor = (hours: number): string => (hours === 0 ? '报名开不到 1 小时' : `报名只开 ${hours} 小时`);

function clashWords({ sessionId, title, startsAt, endsAt }: VenueClash, plan: Pick<Plan, 'sessions'>, now: Instant) {
  const at = plan.sessions.length > 1 ? `${placeName(plan, sessionId)}时` : '';
  return { title: `${at}“${title}”也在这里`, advice: `${span(startsAt, endsAt, now)}，换个时间或地方` };
}

/** What is asked about a plan before it is published, and what to do about it. */
export function warningWords(warning: CheckWarning, plan: Pick<Plan, 'sessions'>, now: Instant): WarningWords {
  const named = (ids: readonly string[]): string => ids.map((id) => placeName(plan, id)).join('、');
  switch (warning.kind) {
    case 'in-the-past':
      return { title: `${named([warning.session])}的时间已经过去了`, advice: '改到以后的日子' };
    case 'far-away':
      return { title: `${named([warning.session])}在一年以后`, advice: '看看年份对不对' };
    case 'very-long':
      return {
        title: `${named([warning.session])}超过一天`,
        advice: '跨天的一天一场，签到才分得清；填错了就改结束时间',
      };
    case 'no-places':
      return { title: `${named([warning.session])}没有名额`, advice: '没有人报得上，填一下名额' };
    case 'zones-differ': {
      const { zones, places, session } = warning;
      const advice =
        zones < places
          ? `多出来的 ${places - zones} 个没有人报得上`
          : `整场满了，分区里剩的 ${zones - places} 个也报不上`;
      return { title: `${named([session])}各分区加起来 ${zones}，整场 ${places}`, advice };
    }
    case 'over-venue': {
      const { sessions, places, holds } = warning;
      const title = `${named(sessions)}一共 ${places} 个名额，场地容 ${holds} 人`;
      return { title, advice: `减掉 ${places - holds} 个，或者换个大一点的地方` };
    }
    case 'sessions-overlap':
      return {
        title: `${warning.sessions.map((id) => named([id])).join('和')}时间重叠`,
        advice: '同一个地方，错开时间，或者合成一场分区',
      };
    case 'closes-late':
      return { title: `报名截止时${named(warning.sessions)}已经开始`, advice: '这时候报名的人会白跑，提前到开始以前' };
    case 'cancel-late':
      return { title: `${named(warning.sessions)}开始以后还能取消`, advice: '空出的名额来不及给候补的人，提前一些' };
    case 'short-window':
      return { title: openFor(warning.hours), advice: '倒班的同事可能赶不上，至少开一天' };
    case 'quota-leaves-places':
      return {
        title: `能报的单位加起来 ${warning.most} 个，名额有 ${warning.places} 个`,
        advice: `剩下的 ${warning.places - warning.most} 个没有人报得上，放宽单位名额`,
      };
    case 'quota-without-effect':
      return {
        title: `每个单位最多 ${warning.each}，一共只有 ${warning.places}`,
        advice: '一家就能报满，等于没有限制',
      };
    case 'companions-over-quota':
      return { title: `每个单位只有 ${warning.each} 个名额`, advice: '同伴带满的人报不上，少带几位，或者放宽单位名额' };
    case 'other-year':
      return { title: `名称里是 ${warning.year} 年，活动不在那一年`, advice: '改一下名称里的年份' };
    case 'venue-clash':
      return clashWords(warning.clash, plan, now);
    default:
      return PLAIN[warning.kind];
  }
}
