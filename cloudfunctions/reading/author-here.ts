import { moderated } from '../../domain/reading/moderated';
import { after } from '../../domain/reading/moderation';
import { type NamedTeam, named } from '../../domain/reading/team-name';
import { ABANDONED_MS } from '../../types/limits';
import type { Instant, MemberId } from '../../types/vocabulary';
import type { Caller } from '../kit/caller';
import { _ } from '../kit/cloud';
import { changeIf, difference, find } from '../kit/documents';
import { changeModerated, MODERATED, type ModeratedRecord } from './moderated';

/** Words of one author that are looked at in one call; what is beyond waits for their next one. */
const MOST = 50;
const HERE = { kind: 'author-here' } as const;
const WAITING = { 'moderation.state': 'waiting-for-author' };

/** Notes in the account that words of the author wait for them, before they do; nothing of it leads to the account. */
export async function awaitAuthor(callerKey: string, memberId: MemberId, now: Instant): Promise<void> {
  await changeIf('callers', callerKey, { memberId }, { awaited: _.max(now) });
}

export async function changeTeamName<T extends NamedTeam>(before: T, next: T): Promise<boolean> {
  const { _id, rev } = before;
  return changeIf('teams', _id, { rev }, { ...difference(before, next), rev: rev + 1 });
}

async function wakeWords(collection: 'checkIns' | 'comments', memberId: MemberId, now: Instant): Promise<number> {
  const found = await find<ModeratedRecord>(
    collection,
    { memberId, ...WAITING },
    { limit: MOST, projection: MODERATED },
  );
  for (const words of found) {
    const moderation = after(words.moderation, HERE, now);
    if (moderation) await changeModerated(words, moderated(words, moderation, now));
  }
  return found.length;
}

async function wakeTeams(captain: MemberId, now: Instant): Promise<void> {
  const found = await find<NamedTeam>('teams', { captain, ...WAITING }, { limit: MOST });
  for (const team of found) {
    const next = named(team, HERE, now);
    if (next) await changeTeamName(team, next);
  }
}

/**
 * Has what waits for its author checked, now that they are here. Whether anything waits stands in the caller's document,
 * which every call reads: so it costs those nothing for whom nothing does. The mark is set before a note waits, and goes
 * only when the run that set it is certainly over.
 */
export async function authorHere({ key, memberId, awaited }: Caller, now: Instant): Promise<void> {
  if (awaited === undefined || memberId === undefined) return;
  const [notes, comments] = await Promise.all([
    wakeWords('checkIns', memberId, now),
    wakeWords('comments', memberId, now),
    wakeTeams(memberId, now),
  ]);
  const all = notes < MOST && comments < MOST;
  if (all && awaited <= now - ABANDONED_MS) await changeIf('callers', key, { awaited }, { awaited: _.remove() });
}
