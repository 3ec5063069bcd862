import { COMMENTS_AN_HOUR, COMMENTS_MOST } from '../../../domain/reading/comment';
import { NOTE_STATES } from '../../../types/contract';
import { notesAgree } from '../../support/auditor-notes';
import type { LooseAnswer, RunningCloud } from '../../support/cloud';
import { accepted } from '../../support/organizing';
import { HOUR, NOON } from '../../support/plans';
import {
  addReaders,
  atReading,
  commentNow,
  commentOf,
  insertSaid,
  moderate,
  moderationIn,
  noteOf,
  passedNote,
  requestId,
} from '../../support/reading-town';
import {
  addEnterprises,
  addMembers,
  advance,
  FIRST_ADMIN,
  insert,
  memberOf,
  setClock,
  startTown,
} from '../../support/town';

const PEOPLE = ['wei', 'lan', 'bo', 'mei', 'tao'];
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addReaders(cloud, PEOPLE);
  await addReaders(cloud, ['nobody'], 'nobody');
  await addReaders(cloud, ['surname'], 'surname');
  await addMembers(cloud, [memberOf('waits', { status: 'pending' }), memberOf('quiet')]);
});
beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

const ask = async (op: Parameters<typeof atReading>[1], input: object, openid: string): Promise<LooseAnswer> =>
  (await atReading(cloud, op, input, openid)).answer as LooseAnswer;
const readNote = async (noteId: string, openid = 'lan') =>
  accepted((await atReading(cloud, 'note', { noteId }, openid)).answer);

describe('who sees a comment', () => {
  beforeAll(() =>
    insertSaid(
      cloud,
      noteOf('wei', 'talked-about'),
      NOTE_STATES.filter((state) => state !== 'draft').map((state) =>
        commentOf('lan', 'talked-about', `c-${state}`, moderationIn(state)),
      ),
    ),
  );

  test('its author sees it in every state and is told which, others only what passed and no state', async () => {
    const own = (await readNote('talked-about', 'lan')).said;
    expect(own.map(({ id, state, mine }) => [id, state, mine])).toEqual(
      ['human', 'passed', 'pending', 'rejected', 'waiting-for-author'].map((state) => [`c-${state}`, state, true]),
    );
    for (const openid of ['bo', 'wei', 'passer-by', FIRST_ADMIN]) {
      const { said, comments } = await readNote('talked-about', openid);
      expect(said.map(({ id }) => id)).toEqual(['c-passed']);
      expect(said[0]).not.toHaveProperty('state');
      expect(comments).toBe(1);
    }
  });

  test('a comment that others do not see is there for no report', async () => {
    const input = { noteId: 'talked-about', commentId: 'c-pending', reason: '骂人' };
    expect(await ask('report', input, 'bo')).toMatchObject({ refusal: 'NOT_FOUND', detail: { what: 'comment' } });
  });
});

describe('a comment', () => {
  test('is seen by its author at once, by others when it passed, and is counted then', async () => {
    const noteId = await passedNote(cloud, 'wei', 'discussed');
    const said = accepted((await atReading(cloud, 'comment', { noteId, text: ' 我也喜欢 ' }, 'lan')).answer);
    expect(said).toMatchObject({ text: '我也喜欢', mine: true, state: 'pending', enterpriseName: '药谷第一制药' });
    expect((await readNote(noteId, 'lan')).said).toEqual([said]);
    expect(await readNote(noteId, 'bo')).toMatchObject({ said: [], comments: 0 });
    await moderate(cloud);
    expect(await readNote(noteId, 'bo')).toMatchObject({ said: [{ id: said.id }], comments: 1 });
    expect((await readNote(noteId, 'lan')).said).toMatchObject([{ state: 'passed' }]);
  });

  test('costs seven calls, and reading a note four, however many there are', async () => {
    const comments = Array.from({ length: 300 }, (_, at) => commentOf('bo', 'busy', `b-${at}`, moderationIn('passed')));
    await insertSaid(cloud, noteOf('wei', 'busy'), comments);
    expect((await atReading(cloud, 'comment', { noteId: 'busy', text: '好' }, 'lan')).meter.dbCalls).toBe(7);
    const { answer, meter } = await atReading(cloud, 'note', { noteId: 'busy' }, 'lan');
    expect(accepted(answer).said).toHaveLength(301);
    expect(meter.dbCalls).toBe(4);
  });

  test('carries the name that its author chose, and needs one', async () => {
    const noteId = await passedNote(cloud, 'wei', 'named');
    expect(await ask('comment', { noteId, text: '好' }, 'surname')).toMatchObject({ value: { author: '职同事' } });
    for (const openid of ['nobody', 'quiet'])
      expect(await ask('comment', { noteId, text: '好' }, openid)).toMatchObject({ refusal: 'NO_NAME' });
  });

  test('sent again is the same one, though it passed or was removed since; with another text it is refused', async () => {
    const noteId = await passedNote(cloud, 'wei', 'repeated');
    const id = requestId();
    const send = async (text: string) => (await atReading(cloud, 'comment', { noteId, text }, 'lan', id)).answer;
    const first = await send('第一次');
    const { id: commentId } = accepted(first);
    await moderate(cloud);
    expect(await send('第一次')).toEqual(first);
    expect(await send('第二次')).toMatchObject({ refusal: 'REQUEST_REUSED' });
    expect(await ask('removeComment', { noteId, commentId }, 'lan')).toEqual({ ok: true, value: {} });
    expect(await send('第一次')).toEqual(first);
    expect(await readNote(noteId, 'lan')).toMatchObject({ said: [], comments: 0 });
  });

  test('is removed by its author alone, and nothing of it is left', async () => {
    const noteId = await passedNote(cloud, 'wei', 'removed-from');
    const { id: commentId } = accepted((await atReading(cloud, 'comment', { noteId, text: '写错了' }, 'lan')).answer);
    for (const openid of ['bo', 'wei', 'passer-by', FIRST_ADMIN])
      expect(await ask('removeComment', { noteId, commentId }, openid)).toMatchObject({
        ...{ refusal: 'NOT_FOUND', detail: { what: 'comment' } },
      });
    expect(await ask('removeComment', { noteId: 'discussed', commentId }, 'lan')).toMatchObject({ ok: false });
    for (let time = 0; time < 2; time++)
      expect(await ask('removeComment', { noteId, commentId }, 'lan')).toEqual({ ok: true, value: {} });
    expect(JSON.stringify(await commentNow(cloud, commentId))).not.toContain('写错了');
    const judging = { noteId, commentId, wording: 1, verdict: 'pass' };
    expect(await ask('judge', judging, FIRST_ADMIN)).toMatchObject({ refusal: 'CHANGED' });
  });

  test('so many in an hour are enough', async () => {
    const noteId = await passedNote(cloud, 'wei', 'flooded');
    for (let said = 0; said < COMMENTS_AN_HOUR; said++) {
      expect(await ask('comment', { noteId, text: `第 ${said}` }, 'tao')).toMatchObject({ ok: true });
      await advance(cloud, 1_000);
    }
    const refused = await ask('comment', { noteId, text: '还有' }, 'tao');
    expect(refused).toMatchObject({ refusal: 'TOO_MANY', detail: { most: COMMENTS_AN_HOUR } });
    const until = refused.ok ? 0 : Number(refused.detail.until);
    expect(until - NOON).toBeGreaterThanOrEqual(HOUR);
    expect(until - NOON).toBeLessThan(HOUR + 20_000);
    await setClock(cloud, until);
    expect(await ask('comment', { noteId, text: '还有' }, 'tao')).toMatchObject({ ok: true });
  });

  test('finds no room where others have said so much', async () => {
    const many = Array.from({ length: COMMENTS_MOST }, (_, at) =>
      commentOf('bo', 'crowded', `x-${at}`, moderationIn('passed')),
    );
    await insertSaid(cloud, noteOf('wei', 'crowded'), many);
    expect(await ask('comment', { noteId: 'crowded', text: '好' }, 'mei')).toEqual({
      ...{ ok: false, refusal: 'COMMENTS_FULL', detail: { most: COMMENTS_MOST } },
    });
    await insert(cloud, 'comments', [commentOf('mei', 'crowded', 'x-own')]);
    expect((await readNote('crowded', 'mei')).said).toHaveLength(COMMENTS_MOST + 1);
  });
});

test('the auditor finds notes and comments agreeing', async () => {
  expect(await notesAgree(cloud, undefined)).toEqual([]);
});
