import { REPORTS_HIDE } from '../../domain/reading/report';
import { notesAgree } from '../support/auditor-notes';
import type { LooseAnswer, RunningCloud } from '../support/cloud';
import { accepted } from '../support/organizing';
import { NOON } from '../support/plans';
import {
  addReaders,
  atReading,
  commentNow,
  commentOf,
  insertNotes,
  insertSaid,
  moderate,
  moderationIn,
  noteNow,
  noteOf,
  passedNote,
  requestId,
  visit,
} from '../support/reading-town';
import { tally } from '../support/rush';
import {
  addEnterprises,
  advance,
  FIRST_ADMIN,
  memberOf,
  setClock,
  startTown,
  untilStruck,
  warmUp,
} from '../support/town';

const PEOPLE = Array.from({ length: 40 }, (_, at) => `fan-${at}`);
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 8 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addReaders(cloud, ['wei', ...PEOPLE]);
  await warmUp(cloud, 'reading', 'feed', {}, 8);
});
beforeEach(async () => {
  await setClock(cloud, NOON);
  await visit(cloud, 'wei');
});
afterEach(() => cloud.api('DELETE', 'faults'));
afterAll(() => cloud.stop());

/** Sends it as a patient device does: told that it is busy, it tries again, with the same request id. */
async function ask(op: Parameters<typeof atReading>[1], input: object, openid: string): Promise<LooseAnswer> {
  const id = requestId();
  for (let tries = 0; tries < 40; tries++) {
    const answer = (await atReading(cloud, op, input, openid, id)).answer as LooseAnswer;
    if (answer.ok || answer.refusal !== 'BUSY') return answer;
  }
  throw new Error(`${openid} was told forty times that it is busy`);
}
const delay = (fn: string, op: string | undefined, at: number, when: 'before' | 'after', ms: number, times = 1) =>
  cloud.api('POST', 'faults', { function: fn, ...(op && { op }), at, when, effect: 'delay', ms, times });
const likesOf = async (id: string) => {
  const { likes, likedBy } = await noteNow(cloud, id);
  return { likes, likers: Object.keys(likedBy).length };
};
/** Everybody taps, some of them twice because the first tap seemed not to have arrived. */
const taps = () => PEOPLE.flatMap((openid, at) => (at % 2 === 0 ? [openid, openid] : [openid]));

test('forty like a note at once, half of them by two taps: it counts forty', async () => {
  const noteId = await passedNote(cloud, 'wei', 'storm');
  await delay('reading', 'like', 1, 'after', 25, 100);
  const answers = await Promise.all(taps().map((openid) => ask('like', { noteId, liked: true }, openid)));
  expect(tally(answers)).toEqual({ ok: 60 });
  expect(await likesOf(noteId)).toEqual({ likes: 40, likers: 40 });
});

test('looking first and counting then counts a tap twice: the race is real', async () => {
  const noteId = await passedNote(cloud, 'wei', 'control');
  await delay('like-unguarded', undefined, 1, 'after', 200, 200);
  await Promise.all(
    taps().map((openid) =>
      cloud.call('like-unguarded', 'like', { noteId, memberId: memberOf(openid)._id, liked: true }, { openid }),
    ),
  );
  const { likes, likers } = await likesOf(noteId);
  expect(likers).toBe(40);
  expect(likes).toBeGreaterThan(40);
});

test('liked and no longer liked at once: whatever came last, the count is that of who likes it', async () => {
  const noteId = await passedNote(cloud, 'wei', 'to-and-fro');
  await delay('reading', 'like', 1, 'after', 20, 300);
  await Promise.all(
    PEOPLE.slice(0, 20).flatMap((openid) =>
      [true, false, true, false].map((liked) => ask('like', { noteId, liked }, openid)),
    ),
  );
  const { likes, likers } = await likesOf(noteId);
  expect(likes).toBe(likers);
});

test('reports of many at once hide it, and each is kept once', async () => {
  const noteId = await passedNote(cloud, 'wei', 'reported');
  const people = PEOPLE.slice(0, 8);
  const answers = await Promise.all(people.map((openid) => ask('report', { noteId, reason: '广告' }, openid)));
  const counts = tally(answers);
  expect((counts.ok ?? 0) + (counts.NOT_FOUND ?? 0)).toBe(people.length);
  const { moderation, reports, feedKey } = await noteNow(cloud, noteId);
  expect(moderation.state).toBe('human');
  expect(feedKey).toBeUndefined();
  expect(new Set(reports.map(({ by }) => by)).size).toBe(reports.length);
  expect(reports.length).toBe(counts.ok);
  expect(reports.length).toBeGreaterThanOrEqual(REPORTS_HIDE);
});

test('two organizers decide at once: what is said last stands, and each hears what they said', async () => {
  await insertNotes(cloud, noteOf('wei', 'contested', { moderation: moderationIn('human') }));
  await delay('reading', 'judge', 2, 'after', 20, 2);
  const input = { noteId: 'contested', wording: 1 };
  const answers = await Promise.all([
    ask('judge', { ...input, verdict: 'pass' }, FIRST_ADMIN),
    ask('judge', { ...input, verdict: 'reject', reason: '广告' }, FIRST_ADMIN),
  ]);
  expect(answers).toMatchObject([{ value: { state: 'passed' } }, { value: { state: 'rejected' } }]);
  expect((await noteNow(cloud, 'contested')).requests).toHaveLength(2);
});

test('an answer of content security is not said of what a human decided while it was asked', async () => {
  await insertNotes(cloud, noteOf('wei', 'decided-first', { moderation: moderationIn('pending') }));
  // Lease, comments to tell, three looks, the checks of the minute and their taking, authors; the ninth asks.
  await delay('reading', 'moderate', 9, 'after', 1_500);
  const run = moderate(cloud);
  await untilStruck(cloud);
  const input = { noteId: 'decided-first', wording: 1, verdict: 'reject', reason: '先看到了' };
  expect(await ask('judge', input, FIRST_ADMIN)).toMatchObject({ ok: true });
  expect((await run).failed).toBeUndefined();
  expect((await noteNow(cloud, 'decided-first')).moderation).toMatchObject({ state: 'rejected', decidedBy: '' });
});

test('a slow call that tells an old word of a comment is put right by the sweep', async () => {
  const comment = commentOf('fan-1', 'slowly', 'slow-comment', moderationIn('human'));
  await insertSaid(cloud, noteOf('wei', 'slowly'), [comment]);
  const input = { noteId: 'slowly', commentId: 'slow-comment', wording: 1 };
  // Caller, comment, change; the fourth tells the note.
  await delay('reading', 'judge', 4, 'before', 1_500);
  const slow = ask('judge', { ...input, verdict: 'pass' }, FIRST_ADMIN);
  await untilStruck(cloud);
  expect(await ask('judge', { ...input, verdict: 'reject', reason: '骂人' }, FIRST_ADMIN)).toMatchObject({ ok: true });
  expect(await slow).toMatchObject({ ok: true });
  expect(await noteNow(cloud, 'slowly')).toMatchObject({ comments: 1 });
  expect((await commentNow(cloud, 'slow-comment')).moderation.state).toBe('rejected');
  await advance(cloud, 30_000);
  await moderate(cloud);
  expect(await noteNow(cloud, 'slowly')).toMatchObject({ comments: 0, said: {} });
});

test('one comment sent three times at once is one', async () => {
  const noteId = await passedNote(cloud, 'wei', 'thrice');
  const id = requestId();
  const send = async () => (await atReading(cloud, 'comment', { noteId, text: '好' }, 'fan-2', id)).answer;
  const answers = await Promise.all([send(), send(), send()]);
  expect(new Set(answers.map((answer) => accepted(answer).id)).size).toBe(1);
});

test('two runs of the sweep at once ask about nothing twice', async () => {
  await insertNotes(cloud, noteOf('wei', 'once', { moderation: moderationIn('pending'), note: '只问一次' }));
  const runs = await Promise.all([moderate(cloud), moderate(cloud)]);
  expect(runs.filter(({ result }) => result?.value.skipped)).toHaveLength(1);
  const asked = (await cloud.api('GET', 'openapi')) as { input: { content: string } }[];
  expect(asked.filter(({ input }) => input.content === '只问一次')).toHaveLength(1);
});

test('when all is calm the auditor finds notes, likes and comments agreeing, save what the control broke', async () => {
  await advance(cloud, 65_000);
  await visit(cloud, 'wei');
  for (const openid of PEOPLE) await visit(cloud, openid);
  await moderate(cloud);
  await advance(cloud, 65_000);
  await moderate(cloud);
  const faults = await notesAgree(cloud, NOON + 130_000);
  expect(faults.filter((fault) => !fault.includes('control'))).toEqual([]);
  expect(faults.some((fault) => fault.includes('control'))).toBe(true);
});
