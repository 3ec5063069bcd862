import * as v from 'valibot';
import type { CheckInRecord } from '../../domain/reading/check-in-record';
import type { CommentRecord } from '../../domain/reading/comment';
import { reportsOf } from '../../domain/reading/moderated';
import type { TeamRecord } from '../../domain/reading/team';
import type { Queued } from '../../types/contract';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { cursor } from '../kit/fields';
import { read } from '../kit/operation';
import { organizers } from './organizers';

const PAGE = 20;

const COMMON = { author: true, enterpriseName: true, moderation: true, reports: true, at: true, queueKey: true };
type Common = 'author' | 'enterpriseName' | 'moderation' | 'reports' | 'at' | 'queueKey';
type WaitingNote = Pick<CheckInRecord, '_id' | Common | 'note' | 'photos' | 'book'>;
type WaitingTeam = Pick<TeamRecord, '_id' | 'name' | 'captain' | 'moderation' | 'at' | 'queueKey' | 'members'>;
type WaitingComment = Pick<CommentRecord, '_id' | Common | 'text' | 'noteId'>;

function common({ author = '', enterpriseName, moderation, reports, at }: Pick<CheckInRecord, Common>) {
  const said = reportsOf({ reports, moderation }).map(({ reason }) => reason);
  const { state, text: wording } = moderation;
  return { author, enterpriseName, state, wording, reports: said, at };
}

function presentWaitingNote(record: WaitingNote): Queued {
  const { _id, note, photos, book } = record;
  return { noteId: _id, ...common(record), text: note, photos, ...(book && { book }) };
}

function presentWaitingComment(record: WaitingComment): Queued {
  const { _id, noteId, text } = record;
  return { noteId, commentId: _id, ...common(record), text, photos: [] };
}

/** A team's name is its captain's word. */
function presentWaitingTeam({ _id, name, captain, moderation, at, members }: WaitingTeam): Queued {
  const author = members[captain]?.name ?? '';
  const { state, text: wording } = moderation;
  return { teamId: _id, author, enterpriseName: '', state, wording, reports: [], at, text: name, photos: [] };
}

const TEAM = { name: true, captain: true, moderation: true, at: true, queueKey: true, members: true };

export const queue = read<'reading.queue'>({
  policy: organizers,
  schema: v.strictObject({ cursor: v.exactOptional(cursor) }),
  async run({ cursor: from = '' }, { now }) {
    const filter = { queueKey: _.gt(from) };
    const first = { orderBy: ['queueKey', 'asc'] as ['queueKey', 'asc'], limit: PAGE + 1 };
    const [notes, comments, teams] = await Promise.all([
      find<WaitingNote>('checkIns', filter, {
        ...first,
        projection: { ...COMMON, note: true, photos: true, book: true },
      }),
      find<WaitingComment>('comments', filter, { ...first, projection: { ...COMMON, text: true, noteId: true } }),
      find<WaitingTeam>('teams', filter, { ...first, projection: TEAM }),
    ]);
    const found = [
      ...notes.map((each) => ({ key: each.queueKey ?? '', item: presentWaitingNote(each) })),
      ...comments.map((each) => ({ key: each.queueKey ?? '', item: presentWaitingComment(each) })),
      ...teams.map((each) => ({ key: each.queueKey ?? '', item: presentWaitingTeam(each) })),
    ].sort((a, b) => (a.key < b.key ? -1 : 1));
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    const items = page.map(({ item }) => item);
    return { ok: true, value: { items, now, ...(found.length > PAGE && last && { next: last.key }) } };
  },
});
