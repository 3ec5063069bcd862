import type { CheckInRecord } from '../../domain/reading/check-in-record';
import { wordsOf } from '../../domain/reading/checks';
import type { CommentRecord } from '../../domain/reading/comment';
import { moderated } from '../../domain/reading/moderated';
import { after, type ModerationEvent } from '../../domain/reading/moderation';
import { type NamedTeam, named } from '../../domain/reading/team-name';
import type { Instant, MemberId } from '../../types/vocabulary';
import type { Content } from '../kit/ask-content';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { changeTeamName } from './author-here';
import { changeModerated, MODERATED, type ModeratedRecord } from './moderated';

/** Something that waits to be checked, whatever it is. */
export interface ToCheck extends Content {
  checkAt: Instant;
  author: MemberId;
  /** Which wording is asked about. */
  text: number;
  /** Notes what became known of it, unless it has changed meanwhile. */
  note(event: ModerationEvent): Promise<unknown>;
}

function ofWords(words: ModeratedRecord, content: Content, now: Instant): ToCheck {
  const { checkAt = now, memberId, moderation } = words;
  return {
    ...{ checkAt, author: memberId, text: moderation.text, ...content },
    async note(event) {
      const next = after(moderation, event, now);
      if (next) await changeModerated(words, moderated(words, next, now));
    },
  };
}

function ofTeam(team: NamedTeam, now: Instant): ToCheck {
  const { checkAt = now, captain, name, moderation } = team;
  return {
    ...{ checkAt, author: captain, text: moderation.text, content: name, scene: 1 },
    async note(event) {
      const next = named(team, event, now);
      if (next) await changeTeamName(team, next);
    },
  };
}

type Note = ModeratedRecord & Pick<CheckInRecord, 'note' | 'book'>;
type Comment = ModeratedRecord & Pick<CommentRecord, 'text'>;
const TEAM = {
  ...{ rev: true, name: true, captain: true, moderation: true, at: true },
  ...{ checkAt: true, queueKey: true, dueAt: true },
};

/** What has waited longest, so many at most; three calls. */
export async function toCheck(now: Instant, most: number): Promise<ToCheck[]> {
  const due = { checkAt: _.lte(now) };
  const first = { orderBy: ['checkAt', 'asc'] as ['checkAt', 'asc'], limit: most };
  const [notes, comments, teams] = await Promise.all([
    find<Note>('checkIns', due, { ...first, projection: { ...MODERATED, note: true, book: true } }),
    find<Comment>('comments', due, { ...first, projection: { ...MODERATED, text: true } }),
    find<NamedTeam>('teams', due, { ...first, projection: TEAM }),
  ]);
  const all = [
    ...notes.map((each) => ofWords(each, { content: wordsOf(each), scene: 3 }, now)),
    ...comments.map((each) => ofWords(each, { content: each.text, scene: 2 }, now)),
    ...teams.map((each) => ofTeam(each, now)),
  ];
  return all.sort((a, b) => a.checkAt - b.checkAt).slice(0, most);
}
