import type { RunningCloud } from '../support/cloud';
import { NOON } from '../support/plans';
import { addReaders, commentOf, insertNotes, moderationIn, noteOf } from '../support/reading-town';
import { insert, memberOf } from '../support/town';

type Inputs = Record<string, (openid: string) => Promise<object> | object>;

let made = 0;

/** Somebody whose notes everybody reads. */
export async function addNotes(cloud: RunningCloud): Promise<void> {
  await addReaders(cloud, ['writes-notes']);
}

/** What every operation about notes is asked with, so that nothing but permission can refuse it. */
export function noteInputs(cloud: () => RunningCloud): Inputs {
  const note = async () => {
    made += 1;
    const noteId = `asked-about-${made}`;
    await insertNotes(cloud(), noteOf('writes-notes', noteId, { at: NOON - made }));
    return { noteId };
  };
  /** The asker's own, where a member has one to remove. */
  const comment = async (openid: string) => {
    const { noteId } = await note();
    const commentId = `said-${made}`;
    const isMember = /^asker-/.test(openid);
    await insert(cloud(), 'comments', [
      commentOf(isMember ? openid : 'writes-notes', noteId, commentId, moderationIn('passed')),
    ]);
    return { noteId, commentId };
  };
  const named = async (openid: string) => {
    const profile = { _id: memberOf(openid)._id, v: 1, rev: 1, seenAs: 'name', books: [], requests: [] };
    await insert(cloud(), 'profiles', [profile]);
    return { ...(await note()), text: '好' };
  };
  return {
    'reading.feed': () => ({}),
    'reading.note': note,
    'reading.like': async () => ({ ...(await note()), liked: true }),
    'reading.comment': named,
    'reading.removeComment': comment,
    'reading.report': async () => ({ ...(await note()), reason: '广告' }),
    'reading.queue': () => ({}),
    'reading.judge': async () => ({ ...(await note()), wording: 1, verdict: 'pass' }),
    'reading.feature': async () => ({ ...(await note()), featured: true }),
  };
}
