import type { NamedTeam } from '../../../domain/reading/team-name';
import { notesAgree } from '../../support/auditor-notes';
import { addChallenge, joined, reading } from '../../support/challenge-town';
import type { LooseAnswer, RunningCloud } from '../../support/cloud';
import { accepted } from '../../support/organizing';
import { HOUR, NOON } from '../../support/plans';
import {
  addReaders,
  atReading,
  checksMade,
  commentNow,
  commentOf,
  contentSays,
  insertNotes,
  insertSaid,
  moderate,
  moderationIn,
  noteNow,
  noteOf,
  requestId,
  stored,
  teamOf,
  visit,
} from '../../support/reading-town';
import {
  addEnterprises,
  advance,
  documents,
  FIRST_ADMIN,
  insert,
  memberOf,
  setClock,
  startTown,
} from '../../support/town';

const SECOND = 1_000;
const PEOPLE = ['wei', 'lan', 'bo', 'mei', 'tao'];
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addReaders(cloud, PEOPLE);
});
beforeEach(async () => {
  await setClock(cloud, NOON);
  for (const openid of PEOPLE) await visit(cloud, openid);
});
afterEach(async () => {
  await contentSays(cloud);
  await setClock(cloud, NOON);
  expect(await notesAgree(cloud, undefined)).toEqual([]);
});
afterAll(() => cloud.stop());

const ask = async (op: Parameters<typeof atReading>[1], input: object, openid = FIRST_ADMIN, id?: string) =>
  (await atReading(cloud, op, input, openid, id)).answer as LooseAnswer;
const seenBy = async (noteId: string, openid = 'tao') => (await ask('note', { noteId }, openid)).ok;
const pendingNote = async (_id: string, openid = 'wei', changes = {}) => {
  await insertNotes(cloud, noteOf(openid, _id, { moderation: moderationIn('pending'), ...changes }));
  return _id;
};
const stateOf = async (id: string) => (await noteNow(cloud, id)).moderation.state;
const queueNow = async () => accepted((await atReading(cloud, 'queue', {}, FIRST_ADMIN)).answer).items;
const inQueue = async (id: string) => (await queueNow()).find(({ noteId, commentId }) => (commentId ?? noteId) === id);

describe('content security', () => {
  test.each([
    ['pass', 'passed', true, false],
    ['risky', 'rejected', false, false],
    ['review', 'human', false, true],
  ] as const)('says %s: %s', async (suggest, state, seen, queued) => {
    const id = await pendingNote(`says-${suggest}`);
    await contentSays(cloud, { suggest });
    expect(await seenBy(id)).toBe(false);
    await moderate(cloud);
    expect(await stateOf(id)).toBe(state);
    expect(await seenBy(id)).toBe(seen);
    expect((await inQueue(id)) !== undefined).toBe(queued);
  });

  test('is asked about the words and a title that is the reader’s own, as a forum’s, in the author’s name', async () => {
    const own = { title: '自己写的书名' };
    await pendingNote('own-title', 'lan', { note: '一句话', book: own });
    await pendingNote('shelf-title', 'lan', { note: '另一句', book: { id: 'b1', title: '书架上的' } });
    await insertSaid(cloud, noteOf('wei', 'asked'), [commentOf('bo', 'asked', 'asked-comment')]);
    await moderate(cloud);
    const asked = (await checksMade(cloud)).slice(0, 3).map(({ input }) => input);
    expect(asked).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ openid: 'lan', content: '自己写的书名\n一句话', scene: 3, version: 2 }),
        expect.objectContaining({ openid: 'lan', content: '另一句', scene: 3 }),
        expect.objectContaining({ openid: 'bo', content: '说得好 asked-comment', scene: 2 }),
      ]),
    );
  });

  test('is not asked about a note without words; its photos pass a human', async () => {
    const before = (await checksMade(cloud)).length;
    await pendingNote('wordless', 'wei', { note: '', moderation: { ...moderationIn('pending'), photos: true } });
    await moderate(cloud);
    expect(await checksMade(cloud)).toHaveLength(before);
    expect(await stateOf('wordless')).toBe('human');
  });

  test('without an answer is asked again later and later, and nothing is seen meanwhile', async () => {
    const id = await pendingNote('unanswered');
    await contentSays(cloud, { errcode: -1 });
    for (const wait of [10, 30, 60, 120, 300, 300]) {
      await moderate(cloud);
      const { checkAt = 0 } = await noteNow(cloud, id);
      const { now } = (await cloud.api('POST', 'clock', { advanceMs: 0 })) as { now: string };
      expect(Math.round((checkAt - Date.parse(now)) / SECOND)).toBeCloseTo(wait, -1);
      expect(await seenBy(id)).toBe(false);
      await advance(cloud, (wait + 5) * SECOND);
    }
    await contentSays(cloud);
    await visit(cloud, 'wei');
    await moderate(cloud);
    expect(await seenBy(id)).toBe(true);
  });
});

describe('an author who was not here for two hours', () => {
  const LATER = NOON + 3 * HOUR;
  /** Words of theirs, found to wait for them. */
  async function waiting(id: string): Promise<void> {
    await pendingNote(id, 'mei');
    await setClock(cloud, LATER);
    await moderate(cloud);
    expect(await stateOf(id)).toBe('waiting-for-author');
  }
  const callerOf = async (openid: string) =>
    (await documents<{ memberId: string; awaited?: number }>(cloud, 'callers')).find(
      ({ memberId }) => memberId === memberOf(openid)._id,
    );

  test.each(['feed', 'note'] as const)('is awaited, and their next %s has what waits checked', async (op) => {
    const id = `awaits-${op}`;
    await waiting(id);
    expect(await inQueue(id)).toMatchObject({ state: 'waiting-for-author' });
    await ask(op, op === 'note' ? { noteId: id } : {}, 'mei');
    expect(await stateOf(id)).toBe('pending');
    expect(await inQueue(id)).toBeUndefined();
    await moderate(cloud);
    expect(await seenBy(id)).toBe(true);
  });

  test('is awaited, and their next check-in has what waits checked', async () => {
    await addChallenge(cloud, 'winter');
    await joined(cloud, 'mei', 'winter');
    await waiting('awaits-check-in');
    expect(await ask('checkIn', reading('winter'), 'mei')).toMatchObject({ ok: true });
    await moderate(cloud);
    expect(await seenBy('awaits-check-in')).toBe(true);
  });

  test('costs others nothing, and themself nothing any more once it is done', async () => {
    await waiting('cost');
    const cost = async (openid: string) => (await atReading(cloud, 'feed', {}, openid)).meter.dbCalls;
    expect(await cost('lan')).toBe(2);
    expect(await cost('mei')).toBeGreaterThan(2);
    // The run that set the mark may still be about to have something wait.
    expect((await callerOf('mei'))?.awaited).toBeDefined();
    await advance(cloud, 21 * SECOND);
    await cost('mei');
    expect(await callerOf('mei')).not.toHaveProperty('awaited');
    expect(await cost('mei')).toBe(2);
  });

  test('is awaited for comments and the name of a team too', async () => {
    await insertSaid(cloud, noteOf('wei', 'for-all'), [commentOf('mei', 'for-all', 'awaited-comment')]);
    await insert(cloud, 'teams', [teamOf('mei', 't-await', '晨读小队')]);
    await setClock(cloud, LATER);
    await moderate(cloud);
    const states = async () => [
      (await commentNow(cloud, 'awaited-comment')).moderation.state,
      (await stored<NamedTeam>(cloud, 'teams', 't-await')).moderation.state,
    ];
    expect(await states()).toEqual(['waiting-for-author', 'waiting-for-author']);
    await ask('feed', {}, 'mei');
    expect(await states()).toEqual(['pending', 'pending']);
    await moderate(cloud);
    expect(await states()).toEqual(['passed', 'passed']);
  });

  test('need not come where a human decides', async () => {
    await waiting('decided-for');
    const input = { noteId: 'decided-for', wording: 1, verdict: 'pass' };
    expect(await ask('judge', input)).toEqual({ ok: true, value: { state: 'passed' } });
    expect(await seenBy('decided-for')).toBe(true);
  });

  test('who has left the union is awaited by nobody, and a human decides', async () => {
    await pendingNote('of-nobody', 'never-joined');
    await moderate(cloud);
    expect(await inQueue('of-nobody')).toMatchObject({ state: 'waiting-for-author' });
  });
});

describe('the name of a team', () => {
  const run = async (id: string, suggest: string) => {
    await insert(cloud, 'teams', [teamOf('bo', id, '药谷书虫')]);
    await contentSays(cloud, { suggest });
    await moderate(cloud);
    return stored<NamedTeam>(cloud, 'teams', id);
  };

  test('is checked as a profile’s, and its board is told when it passed', async () => {
    const team = await run('t-pass', 'pass');
    expect((await checksMade(cloud))[0]?.input).toMatchObject({ content: '药谷书虫', scene: 1, openid: 'bo' });
    expect(team.moderation.state).toBe('passed');
    expect(team.rev).toBe(2);
    expect(team).not.toHaveProperty('checkAt');
    expect(team.dueAt).toBeLessThanOrEqual(NOON + HOUR);
  });

  test.each([
    ['risky', 'rejected', false],
    ['review', 'human', true],
  ])('that is %s is shown to nobody: %s', async (suggest, state, queued) => {
    const team = await run(`t-${suggest}`, suggest);
    expect(team.moderation.state).toBe(state);
    expect(team).not.toHaveProperty('dueAt');
    expect((await queueNow()).some(({ teamId }) => teamId === team._id)).toBe(queued);
  });

  test('that wants a human is let pass by one, or hidden with a reason, once', async () => {
    const { _id: teamId, moderation } = await run('t-judged', 'review');
    const waiting = (await queueNow()).find((each) => each.teamId === teamId);
    expect(waiting).toEqual({
      ...{ teamId, author: '', enterpriseName: '', text: '药谷书虫', photos: [], reports: [] },
      ...{ state: 'human', wording: moderation.text, at: NOON },
    });
    const id = requestId();
    const pass = { teamId, wording: moderation.text, verdict: 'pass' };
    const reject = { ...pass, verdict: 'reject', reason: '像广告' };
    expect(await ask('judge', { ...pass, wording: 9 })).toMatchObject({ refusal: 'CHANGED' });
    expect(await ask('judge', { ...pass, teamId: 'nothing' })).toMatchObject({ detail: { what: 'team' } });
    expect(await ask('judge', { ...pass, noteId: 'n' })).toMatchObject({ refusal: 'BAD_INPUT' });
    expect(await ask('judge', pass, FIRST_ADMIN, id)).toEqual({ ok: true, value: { state: 'passed' } });
    expect((await queueNow()).some((each) => each.teamId === teamId)).toBe(false);
    // The board hears of it from a sweep.
    expect((await stored<NamedTeam>(cloud, 'teams', teamId)).dueAt).toBeGreaterThanOrEqual(NOON);
    expect(await ask('judge', reject)).toEqual({ ok: true, value: { state: 'rejected' } });
    expect(await ask('judge', pass, FIRST_ADMIN, id)).toEqual({ ok: true, value: { state: 'passed' } });
    expect((await stored<NamedTeam>(cloud, 'teams', teamId)).moderation).toMatchObject({
      ...{ state: 'rejected', reason: '像广告', decidedBy: '' },
    });
  });
});
