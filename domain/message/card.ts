import type { MessageKind } from '../../types/vocabulary';
import { cardWords, type Reminded, type Told } from '../wording/messages';
import type {
  AnnouncementMessageRecord,
  LeagueMessageRecord,
  RedemptionMessageRecord,
  RegistrationMessageRecord,
  ReminderRecord,
} from './message';

/** A template of the platform's, with the names that its three fields got there. */
export interface Template {
  id: string;
  /** A `thing`: what it is about. */
  title: string;
  /** A `time`: when that starts, or for a voucher when it ended. */
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
export function cardOf(message: Told | Reminded, { title, time, note }: Template): Record<string, { value: string }> {
  const words = cardWords(message);
  return {
    [title]: { value: thing(words.title) },
    [time]: { value: words.time },
    [note]: { value: thing(words.note) },
  };
}

/** The page that a tap on the card opens, as the platform wants it: without a slash in front. */
export function pageOf(
  message:
    | Pick<RegistrationMessageRecord, 'about' | 'registrationId'>
    | Pick<RedemptionMessageRecord, 'about' | 'redemptionId'>
    | Pick<LeagueMessageRecord, 'about' | 'leagueId' | 'match'>
    | Pick<AnnouncementMessageRecord, 'about' | 'activityId'>
    | Pick<ReminderRecord, 'about'>,
): string {
  switch (message.about) {
    case 'registration':
      return `packages/activity/pages/ticket/index?id=${encodeURIComponent(message.registrationId)}`;
    case 'redemption':
      return `packages/benefit/pages/voucher/index?id=${encodeURIComponent(message.redemptionId)}`;
    case 'league': {
      const league = encodeURIComponent(message.leagueId);
      if (!message.match) return `packages/league/pages/league/index?id=${league}`;
      return `packages/league/pages/match/index?id=${league}&match=${encodeURIComponent(message.match.fixtureId)}`;
    }
    case 'announcement':
      return `packages/activity/pages/detail/index?id=${encodeURIComponent(message.activityId)}`;
    case 'reading':
      return 'pages/reading/index';
    default:
      return message satisfies never;
  }
}
