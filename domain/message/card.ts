import type { MessageKind } from '../../types/vocabulary';
import { cardWords } from '../wording/messages';
import type { MessageRecord, ReminderRecord } from './message';

/** A template of the platform's, with the names that its three fields got there. */
export interface Template {
  id: string;
  /** A `thing`: what it is about. */
  title: string;
  /** A `time`: when that starts. */
  time: string;
  /** A `thing`: what happened. */
  note: string;
}

export type Templates = Partial<Record<MessageKind, Template>>;

/** The platform refuses a `thing` of more characters. */
const THING_MOST = 20;

/** Cut to what a `thing` takes; where something is cut off that shows. */
export function thing(text: string): string {
  const characters = [...text];
  return characters.length <= THING_MOST ? text : `${characters.slice(0, THING_MOST - 1).join('')}…`;
}

/** The fields of the card that WeChat shows, as the platform wants them. */
export function cardOf(
  message: Pick<MessageRecord, 'kind' | 'title' | 'startsAt' | 'offerUntil' | 'reason'>,
  { title, time, note }: Template,
): Record<string, { value: string }> {
  const words = cardWords(message);
  return {
    [title]: { value: thing(words.title) },
    [time]: { value: words.time },
    [note]: { value: thing(words.note) },
  };
}

/** The page that a tap on the card opens, as the platform wants it: without a slash in front. */
export function pageOf(message: Pick<MessageRecord, 'kind' | 'registrationId'> | Pick<ReminderRecord, 'kind'>): string {
  if (!('registrationId' in message)) return 'pages/reading/index';
  return `packages/activity/pages/ticket/index?id=${encodeURIComponent(message.registrationId)}`;
}
