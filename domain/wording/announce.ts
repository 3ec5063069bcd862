import type { Announcement, Announcing, Audience } from '../../types/contract/organizer-announce';
import type { Instant, SessionId } from '../../types/vocabulary';
import { moment } from './dates';

/** Whom words go to, as who writes them chooses. */
export const AUDIENCE_WORDS: Record<Audience, string> = {
  confirmed: '有名额的人',
  waitlisted: '候补的人',
  applied: '待审核的人',
};

/** The same once it was cancelled: nobody has a place or waits any more. */
const CANCELLED_WORDS: Record<Audience, string> = {
  confirmed: '有过名额的人',
  waitlisted: '等过名额的人',
  applied: '等过名额的人',
};

export const audienceWords = (audience: Audience, { state }: Pick<Announcing, 'state'>): string =>
  (state === 'cancelled' ? CANCELLED_WORDS : AUDIENCE_WORDS)[audience];

/** To how many registrations words would go; of all sessions where none is named. */
export function reachOf(
  { sessions }: Pick<Announcing, 'sessions'>,
  to: readonly Audience[],
  sessionId: SessionId | undefined,
): number {
  const meant = sessions.filter(({ id }) => sessionId === undefined || id === sessionId);
  return meant.reduce((sum, session) => sum + to.reduce((people, audience) => people + session[audience], 0), 0);
}

/** `已送到 312 人`; while it goes on, that it does. */
export function progressOf({ written, done }: Pick<Announcement, 'written' | 'done'>): string {
  if (!done) return `正在送，已送到 ${written} 人`;
  return written === 0 ? '没有人收到' : `已送到 ${written} 人`;
}

/** `王敏 · 今天 10:20`; the first admin, and who has left the union, has no name here. */
export function sentNote({ by, at }: Pick<Announcement, 'by' | 'at'>, now: Instant): string {
  return `${by === '' ? '组织者' : by} · ${moment(at, now)}`;
}

/** To whom it went: `有名额的人、候补的人 · 周六晚场`. */
export function sentTo({ to, session }: Pick<Announcement, 'to' | 'session'>): string {
  const whom = to.map((audience) => AUDIENCE_WORDS[audience]).join('、');
  return session && session.name !== '' ? `${whom} · ${session.name}` : whom;
}
