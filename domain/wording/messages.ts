import type { Message } from '../../types/contract/message';
import type { Instant, MessageKind } from '../../types/vocabulary';
import { clock, dateWord, moment } from './dates';

type Told = Pick<Message, 'kind' | 'title' | 'startsAt' | 'offerUntil' | 'reason'>;

/** What happened, where that needs no date. */
const HAPPENED: Record<Exclude<MessageKind, 'offered' | 'moved'>, string> = {
  'offer-expired': '确认时间过了，名额给了下一位',
  approved: '申请通过了，名额是你的',
  declined: '申请没有通过',
  waitlisted: '名额不够，先排进候补',
  cancelled: '活动取消了',
  changed: '安排有变动，看一眼新的',
  absent: '这次没有见到你',
  reading: '还没打卡，读几页再休息',
};

function offeredWords(offerUntil: Instant | undefined, now: Instant): string {
  if (offerUntil === undefined) return '有名额了，去确认';
  const until = moment(offerUntil, now);
  return now < offerUntil ? `有名额了，${until} 前确认` : `给你留过名额，${until} 截止`;
}

function headline({ kind, startsAt, offerUntil }: Told, now: Instant): string {
  if (kind === 'offered') return offeredWords(offerUntil, now);
  return kind === 'moved' ? `改时间了：${moment(startsAt, now)}` : HAPPENED[kind];
}

/** A message as its list shows it: what happened, and below it why, where somebody gave a reason. */
export function messageWords(message: Told, now: Instant): { title: string; note?: string } {
  const title = headline(message, now);
  if (message.reason !== undefined) return { title, note: `原因：${message.reason}` };
  // Who came and was not scanned should know what to do.
  return message.kind === 'absent' ? { title, note: '如果来过，告诉工作人员补上' } : { title };
}

/** What happened, on a card that is read on whatever day: never 今天 or 明天, and short, since it is cut. */
function cardNote({ kind, offerUntil, reason }: Told): string {
  if (kind === 'moved') return '改时间了，看看能不能来';
  if (kind === 'offered') {
    if (offerUntil === undefined) return '有名额了，去确认';
    return `${dateWord(offerUntil, offerUntil)} ${clock(offerUntil)} 前确认名额`;
  }
  return reason === undefined ? HAPPENED[kind] : `${HAPPENED[kind]}：${reason}`;
}

/** The same for a card of WeChat's: what it is about, when that starts, what happened. */
export function cardWords(message: Told): { title: string; time: string; note: string } {
  const { title, startsAt } = message;
  // The platform takes a time as 2026年11月28日 19:00; seen from another year `dateWord` writes the year out.
  const time = `${dateWord(startsAt, 0)} ${clock(startsAt)}`;
  return { title: title === '' ? '你报名的活动' : title, time, note: cardNote(message) };
}
