import { notesAgree } from '../../support/auditor-notes';
import type { LooseAnswer, RunningCloud } from '../../support/cloud';
import { accepted } from '../../support/organizing';
import { HOUR, NOON } from '../../support/plans';
import {
  addReaders,
  atReading,
  commentOf,
  contentSays,
  insertNotes,
  insertSaid,
  moderationIn,
  noteNow,
  noteOf,
  passedNote,
  requestId,
  visit,
} from '../../support/reading-town';
import { addEnterprises, FIRST_ADMIN, insert, setClock, startTown } from '../../support/town';

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
const stateOf = async (id: string) => (await noteNow(cloud, id)).moderation.state;
const queueNow = async () => accepted((await atReading(cloud, 'queue', {}, FIRST_ADMIN)).answer).items;
const inQueue = async (id: string) => (await queueNow()).find(({ noteId, commentId }) => (commentId ?? noteId) === id);

describe('reports', () => {
  const report = (noteId: string, openid: string, commentId?: string) =>
    ask('report', { noteId, reason: `不合适 ${openid}`, ...(commentId && { commentId }) }, openid);

  test('bring a note before an organizer, and three of different members hide it until one has looked', async () => {
    const id = await passedNote(cloud, 'wei', 'reported');
    for (const openid of ['lan', 'lan', 'bo', 'bo']) expect(await report(id, openid)).toMatchObject({ ok: true });
    expect(await seenBy(id)).toBe(true);
    expect(await inQueue(id)).toMatchObject({ state: 'passed', reports: ['不合适 lan', '不合适 bo'] });
    expect(await report(id, 'mei')).toMatchObject({ ok: true });
    expect(await seenBy(id)).toBe(false);
    expect(await inQueue(id)).toMatchObject({ state: 'human' });
    // Somebody whose answer was lost asks again; somebody new finds nothing.
    expect(await report(id, 'mei')).toMatchObject({ ok: true });
    expect(await report(id, 'tao')).toMatchObject({ refusal: 'NOT_FOUND' });
  });

  test('of what an organizer has let pass neither hide it nor bring it back before one', async () => {
    const id = await passedNote(cloud, 'wei', 'looked-at');
    await report(id, 'lan');
    expect(await ask('judge', { noteId: id, wording: 1, verdict: 'pass' })).toMatchObject({ ok: true });
    expect(await inQueue(id)).toBeUndefined();
    for (const openid of ['bo', 'mei', 'tao']) expect(await report(id, openid)).toMatchObject({ ok: true });
    expect(await seenBy(id)).toBe(true);
    expect(await inQueue(id)).toBeUndefined();
  });

  test('of a comment hide it alone, and the note counts it no longer', async () => {
    await insertSaid(cloud, noteOf('wei', 'with-comment'), [
      commentOf('tao', 'with-comment', 'bad', moderationIn('passed')),
      commentOf('tao', 'with-comment', 'good', moderationIn('passed')),
    ]);
    for (const openid of ['lan', 'bo', 'mei']) await report('with-comment', openid, 'bad');
    expect(await ask('note', { noteId: 'with-comment' }, 'lan')).toMatchObject({
      value: { comments: 1, said: [{ id: 'good' }] },
    });
    expect(await inQueue('bad')).toMatchObject({ noteId: 'with-comment', state: 'human', text: '说得好 bad' });
    const judging = { noteId: 'with-comment', commentId: 'bad', wording: 1 };
    await ask('judge', { ...judging, verdict: 'pass' });
    expect(await ask('note', { noteId: 'with-comment' }, 'lan')).toMatchObject({ value: { comments: 2 } });
    await ask('judge', { ...judging, verdict: 'reject', reason: '骂人' });
    expect(await ask('note', { noteId: 'with-comment' }, 'lan')).toMatchObject({ value: { comments: 1 } });
  });
});

describe('an organizer', () => {
  test('hides with a reason, and is asked for one', async () => {
    const id = await passedNote(cloud, 'wei', 'to-hide');
    const input = { noteId: id, wording: 1, verdict: 'reject' };
    expect(await ask('judge', input)).toMatchObject({ refusal: 'BAD_INPUT' });
    expect(await ask('judge', { ...input, reason: '广告' })).toEqual({ ok: true, value: { state: 'rejected' } });
    expect(await noteNow(cloud, id)).toMatchObject({ moderation: { reason: '广告', decidedBy: '' } });
    expect(await seenBy(id)).toBe(false);
  });

  test('decides on the wording that they saw, and on nothing that its author keeps', async () => {
    const id = await passedNote(cloud, 'wei', 'rewritten', { moderation: { ...moderationIn('human'), text: 2 } });
    await insertNotes(cloud, noteOf('wei', 'kept', { moderation: moderationIn('draft') }));
    expect(await ask('judge', { noteId: id, wording: 1, verdict: 'pass' })).toMatchObject({ refusal: 'CHANGED' });
    expect(await ask('judge', { noteId: 'kept', wording: 0, verdict: 'pass' })).toMatchObject({ refusal: 'CHANGED' });
    expect(await ask('judge', { noteId: 'nothing', wording: 0, verdict: 'pass' })).toMatchObject({
      ...{ refusal: 'NOT_FOUND', detail: { what: 'note' } },
    });
    const comment = { noteId: id, commentId: 'nothing', wording: 0, verdict: 'pass' };
    expect(await ask('judge', comment)).toMatchObject({ refusal: 'NOT_FOUND', detail: { what: 'comment' } });
  });

  test('sent again decides nothing anew, although somebody decided otherwise since', async () => {
    const id = await passedNote(cloud, 'wei', 'twice', { moderation: moderationIn('human') });
    const request = requestId();
    const pass = { noteId: id, wording: 1, verdict: 'pass' };
    const reject = { ...pass, verdict: 'reject', reason: '再看看' };
    expect(await ask('judge', pass, FIRST_ADMIN, request)).toMatchObject({ value: { state: 'passed' } });
    expect(await ask('judge', reject)).toMatchObject({ value: { state: 'rejected' } });
    expect(await ask('judge', pass, FIRST_ADMIN, request)).toMatchObject({ value: { state: 'passed' } });
    expect(await stateOf(id)).toBe('rejected');
    expect(await ask('judge', reject, FIRST_ADMIN, request)).toMatchObject({ refusal: 'REQUEST_REUSED' });
  });

  test('is shown what waits, notes and comments, oldest first and page by page, in four calls', async () => {
    const notes = Array.from({ length: 15 }, (_, at) =>
      noteOf('wei', `w-${at}`, { at: NOON - 40 * HOUR + 2 * at, moderation: moderationIn('human') }),
    );
    const comments = Array.from({ length: 15 }, (_, at) => {
      const comment = commentOf('lan', 'w-0', `wc-${at}`, moderationIn('human'));
      const key = `${NOON - 40 * HOUR + 2 * at + 1}_wc-${at}`;
      return { ...comment, madeKey: key, queueKey: key };
    });
    await insertNotes(cloud, ...notes);
    await insert(cloud, 'comments', comments);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { answer, meter } = await atReading(cloud, 'queue', cursor ? { cursor } : {}, FIRST_ADMIN);
      const page = accepted(answer);
      expect(meter.dbCalls).toBe(4);
      expect(page.items.length).toBeLessThanOrEqual(20);
      seen.push(...page.items.map(({ noteId, commentId }) => commentId ?? noteId ?? ''));
      cursor = page.next;
    } while (cursor);
    const expected = Array.from({ length: 15 }, (_, at) => [`w-${at}`, `wc-${at}`]).flat();
    expect(seen.slice(0, 30)).toEqual(expected);
    expect(new Set(seen).size).toBe(seen.length);
  });
});
