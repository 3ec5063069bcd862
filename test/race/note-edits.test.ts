import { notesAgree } from '../support/auditor-notes';
import type { LooseAnswer, RunningCloud } from '../support/cloud';
import { accepted } from '../support/organizing';
import { NOON } from '../support/plans';
import { addReaders, atReading, checksMade, moderate, noteNow } from '../support/reading-town';
import { tally } from '../support/rush';
import { addEnterprises, FIRST_ADMIN, setClock, startTown, untilStruck, warmUp } from '../support/town';

const TODAY = '2026-11-20';
let cloud: RunningCloud;
let challengeId: string;

beforeAll(async () => {
  cloud = await startTown({ instances: 4 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addReaders(cloud, ['wei']);
  await setClock(cloud, NOON);
  const plan = {
    ...{ title: '共读', tagline: '', description: [], startsOn: TODAY, endsOn: '2026-12-20' },
    ...{ rule: { kind: 'minutes', least: 10 }, entry: 'personal', rewards: [] },
  };
  challengeId = accepted((await atReading(cloud, 'createChallenge', { plan }, FIRST_ADMIN)).answer).id;
  accepted((await atReading(cloud, 'publishChallenge', { challengeId }, FIRST_ADMIN)).answer);
  accepted((await atReading(cloud, 'setSeenAs', { seenAs: 'name' }, 'wei')).answer);
  accepted((await atReading(cloud, 'join', { challengeId }, 'wei')).answer);
  await warmUp(cloud, 'reading', 'feed', {}, 4);
});
afterEach(() => cloud.api('DELETE', 'faults'));
afterAll(() => cloud.stop());

const said = (note: string) => ({ minutes: 20, pages: 0, note, shared: true });

/** A note that is on its way to the feed. */
async function written(note: string): Promise<string> {
  const input = { challengeId, ...said(note), photos: [] };
  return accepted((await atReading(cloud, 'checkIn', input, 'wei')).answer).checkIn.id;
}
const edit = async (checkInId: string, note: string): Promise<LooseAnswer> =>
  (await atReading(cloud, 'editCheckIn', { checkInId, ...said(note) }, 'wei')).answer as LooseAnswer;
const judge = async (noteId: string): Promise<LooseAnswer> =>
  (await atReading(cloud, 'judge', { noteId, wording: 1, verdict: 'pass' }, FIRST_ADMIN)).answer as LooseAnswer;
const delay = (op: string, at: number, when: 'before' | 'after', ms: number) =>
  cloud.api('POST', 'faults', { function: 'reading', op, at, when, effect: 'delay', ms });

test.each([0, 30, 60, 90, 120])(
  'words that are changed while an organizer lets the former ones pass (%d ms later) are seen by nobody',
  async (ms) => {
    const noteId = await written(`先写的 ${ms}`);
    await delay('judge', 2, 'after', 60);
    await delay('editCheckIn', 4, 'after', ms);
    const answers = await Promise.all([judge(noteId), edit(noteId, `后写的 ${ms}`)]);
    const { moderation, feedKey, note } = await noteNow(cloud, noteId);
    expect(answers[1]).toMatchObject({ ok: true });
    expect(['ok', 'CHANGED']).toContain(Object.keys(tally(answers.slice(0, 1)))[0]);
    expect({ note, ...moderation }).toMatchObject({ note: `后写的 ${ms}`, state: 'pending', text: 2 });
    expect(feedKey).toBeUndefined();
  },
);

test('what content security says of words that were changed while it was asked is not said of the new ones', async () => {
  await moderate(cloud);
  const noteId = await written('问的是这句');
  // Lease, comments to tell, three looks, the checks of the minute and their taking, authors; the ninth asks.
  await delay('moderate', 9, 'after', 1_500);
  const run = moderate(cloud);
  await untilStruck(cloud);
  expect(await edit(noteId, '现在是这句')).toMatchObject({ ok: true });
  expect((await run).failed).toBeUndefined();
  expect((await checksMade(cloud))[0]?.input.content).toBe('问的是这句');
  expect(await noteNow(cloud, noteId)).toMatchObject({ note: '现在是这句', moderation: { state: 'pending', text: 2 } });
  await moderate(cloud);
  expect((await checksMade(cloud))[0]?.input.content).toBe('现在是这句');
  expect((await noteNow(cloud, noteId)).moderation.state).toBe('passed');
  expect(await notesAgree(cloud, undefined)).toEqual([]);
});
