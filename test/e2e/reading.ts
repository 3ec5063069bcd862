import { holds, isRecord } from './expect';
import type { Stage } from './journey';

export const READING = '/packages/reading/pages';

/** A page of one challenge, note, book or team. */
export const readingPath = (page: string, id: string): string => `${READING}/${page}/index?id=${id}`;

/** Has somebody join the challenge of everybody, past every screen. */
export async function joinedChallenge(stage: Stage, openid: string, challengeId = 'winter-reading'): Promise<void> {
  await stage.ask(openid, 'reading.join', { challengeId });
}

/** Checks in for somebody who has joined, sharing the note where there is one; gives the check-in's id. */
export async function checkedIn(stage: Stage, openid: string, minutes: number, note?: string): Promise<string> {
  const words = { note: note ?? '', shared: note !== undefined };
  const amounts = { challengeId: 'winter-reading', minutes, pages: 0, photos: [], ...words };
  const made = await stage.ask(openid, 'reading.checkIn', amounts);
  holds(isRecord(made) && isRecord(made.checkIn) && typeof made.checkIn.id === 'string', 'a check-in has an id');
  return made.checkIn.id;
}

/** Somebody new joins and shares those words; gives the note's id. */
export async function shared(stage: Stage, openid: string, words: string): Promise<string> {
  await joinedChallenge(stage, openid);
  await stage.ask(openid, 'reading.setSeenAs', { seenAs: 'name' });
  return checkedIn(stage, openid, 30, words);
}
