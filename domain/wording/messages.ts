import type {
  AnnouncementMessage,
  LeagueMessage,
  RedemptionMessage,
  RegistrationMessage,
  RegistrationNewsKind,
} from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { clock, dateWord, moment } from './dates';
import { leagueCardNote, leagueWords } from './league-news';

type OfRegistration = Pick<RegistrationMessage, 'about' | 'kind' | 'title' | 'startsAt' | 'offerUntil' | 'reason'>;
type OfRedemption = Pick<RedemptionMessage, 'about' | 'kind' | 'title' | 'at' | 'useUntil' | 'refunded' | 'reason'>;
type OfLeague = Pick<LeagueMessage, 'about' | 'kind' | 'title' | 'at' | 'match' | 'answerUntil' | 'place' | 'reason'>;
type OfAnnouncement = Pick<AnnouncementMessage, 'about' | 'kind' | 'title' | 'startsAt'> & { text?: string };
/** What of a message its words are made of. */
export type Told = OfRegistration | OfRedemption | OfLeague | OfAnnouncement;
/** Of what goes out alone: the app says it itself. */
export type Reminded = { about: 'reading'; kind: 'reading'; title: string; startsAt: Instant };

/** What happened, where that needs no date. */
const HAPPENED: Record<Exclude<RegistrationNewsKind, 'offered' | 'moved'>, string> = {
  'offer-expired': '确认时间过了，名额给了下一位',
  approved: '申请通过了，名额是你的',
  declined: '申请没有通过',
  waitlisted: '名额不够，先排进候补',
  cancelled: '活动取消了',
  changed: '安排有变动，看一眼新的',
  absent: '这次没有见到你',
};

function offeredWords(offerUntil: Instant | undefined, now: Instant): string {
  if (offerUntil === undefined) return '有名额了，去确认';
  const until = moment(offerUntil, now);
  return now < offerUntil ? `有名额了，${until} 前确认` : `给你留过名额，${until} 截止`;
}

/** What became of a voucher. */
const ENDED: Record<RedemptionMessage['kind'], string> = {
  revoked: '工会收回了这张券',
  'ran-out': '券到期没用上',
};

function endedWords({ kind, refunded }: OfRedemption): string {
  return refunded === undefined ? ENDED[kind] : `${ENDED[kind]}，${refunded} 积分已经退回`;
}

function headline(message: Exclude<Told, OfAnnouncement>, now: Instant): string {
  if (message.about === 'redemption') return endedWords(message);
  if (message.about === 'league') return leagueWords(message, now);
  const { kind, startsAt, offerUntil } = message;
  if (kind === 'offered') return offeredWords(offerUntil, now);
  return kind === 'moved' ? `改时间了：${moment(startsAt, now)}` : HAPPENED[kind];
}

/** A message as its list shows it: what happened, and below it why, where somebody gave a reason, or an organizer's words. */
export function messageWords(message: Told, now: Instant): { title: string; note?: string } {
  if (message.about === 'announcement') return { title: '组织者发来消息', note: message.text ?? '' };
  const title = headline(message, now);
  if (message.reason !== undefined) return { title, note: `原因：${message.reason}` };
  // Who came and was not scanned should know what to do.
  return message.kind === 'absent' ? { title, note: '如果来过，告诉工作人员补上' } : { title };
}

/** What happened, on a card that is read on whatever day: never 今天 or 明天, and short, since it is cut. */
function cardNote(message: Told | Reminded): string {
  if (message.about === 'reading') return '还没打卡，读几页再休息';
  if (message.about === 'league') return leagueCardNote(message);
  if (message.about === 'announcement') return message.text ?? '';
  const { reason } = message;
  // There is room for the reason or for the points; the app says both.
  if (message.about === 'redemption') return reason === undefined ? endedWords(message) : `工会收回了：${reason}`;
  const { kind, offerUntil } = message;
  if (kind === 'moved') return '改时间了，看看能不能来';
  if (kind === 'offered') {
    if (offerUntil === undefined) return '有名额了，去确认';
    return `${dateWord(offerUntil, offerUntil)} ${clock(offerUntil)} 前确认名额`;
  }
  return reason === undefined ? HAPPENED[kind] : `${HAPPENED[kind]}：${reason}`;
}

/** When that starts; when a voucher ended, or something was decided of a whole league. */
function cardTime(message: Told | Reminded): Instant {
  if (message.about === 'league') return message.match?.startsAt ?? message.at;
  if (message.about !== 'redemption') return message.startsAt;
  return message.kind === 'ran-out' ? message.useUntil : message.at;
}

const UNTITLED: Record<(Told | Reminded)['about'], string> = {
  registration: '你报名的活动',
  announcement: '你报名的活动',
  redemption: '你换的福利',
  league: '你参加的联赛',
  reading: '今天的打卡',
};

/** The same for a card of WeChat's: what it is about, when that starts or ended, what happened. */
export function cardWords(message: Told | Reminded): { title: string; time: string; note: string } {
  const { about, title } = message;
  const at = cardTime(message);
  // The platform takes a time as 2026年11月28日 19:00; seen from another year `dateWord` writes the year out.
  const time = `${dateWord(at, 0)} ${clock(at)}`;
  return { title: title === '' ? UNTITLED[about] : title, time, note: cardNote(message) };
}
