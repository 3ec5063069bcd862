import type { LeagueMessage, LeagueNewsKind } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { clock, dateWord, moment } from './dates';
import { placeWords } from './league';

type News = Pick<LeagueMessage, 'kind' | 'match' | 'answerUntil' | 'place' | 'reason'>;

const versus = ({ match }: News): string => match?.sides.join(' - ') ?? '';

const HAPPENED: Record<LeagueNewsKind, string> = {
  'match-soon': '比赛快开始了',
  'match-moved': '比赛改时间了',
  'match-reported': '对方报了比分，等你确认',
  'match-decided': '比分定下来了',
  'league-drawn': '抽签结果出来了',
  'league-cancelled': '联赛取消了',
  'league-finished': '联赛结束了',
};

/** With its match, where it is about one: `比赛快开始了：飞鱼 - 蓝鲸`. */
function happened(news: News): string {
  const sides = versus(news);
  return sides === '' ? HAPPENED[news.kind] : `${HAPPENED[news.kind]}：${sides}`;
}

const placed = ({ place }: News): string => (place ? `，最终${placeWords(place)}` : '');

/** What happened in a league, as the list of messages says it. */
export function leagueWords(news: News, now: Instant): string {
  const { kind, match, answerUntil } = news;
  switch (kind) {
    case 'match-soon':
    case 'match-moved': {
      const { startsAt, court } = match ?? {};
      if (startsAt === undefined) return `${happened(news)}，新时间待定`;
      return `${happened(news)}，${moment(startsAt, now)}${court === undefined ? '' : ` ${court}`}`;
    }
    case 'match-reported':
      if (answerUntil === undefined) return happened(news);
      return `${happened(news)}，${moment(answerUntil, now)} ${now < answerUntil ? '前没有异议就算数' : '已经算数'}`;
    case 'league-finished':
      return `${HAPPENED[kind]}${placed(news)}`;
    case 'match-decided':
    case 'league-drawn':
    case 'league-cancelled':
      return happened(news);
    default:
      return kind satisfies never;
  }
}

/** The same on a card that is read on whatever day, and short, since it is cut. */
export function leagueCardNote(news: News): string {
  const { kind, match, answerUntil, reason } = news;
  switch (kind) {
    case 'match-soon':
    case 'match-moved': {
      const court = match?.court === undefined ? '' : `，${match.court}`;
      return `${HAPPENED[kind]}${court}`;
    }
    case 'match-reported':
      if (answerUntil === undefined) return HAPPENED[kind];
      return `${dateWord(answerUntil, answerUntil)} ${clock(answerUntil)} 前确认比分`;
    case 'league-finished':
      return `${HAPPENED[kind]}${placed(news)}`;
    case 'match-decided':
    case 'league-drawn':
      return HAPPENED[kind];
    case 'league-cancelled':
      return reason === undefined ? HAPPENED[kind] : `${HAPPENED[kind]}：${reason}`;
    default:
      return kind satisfies never;
  }
}
