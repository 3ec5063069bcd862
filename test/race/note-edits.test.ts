import { notesAgree } from '../support/auditor-notes';
import { addChallenge, addPeople, checkedIn, joined } from '../support/challenge-town';
import type { LooseAnswer, RunningCloud } from '../support/cloud';
import { atReading, checksMade, moderate, noteNow } from '../support/reading-town';
import { tally } from '../support/rush';
import { addEnterprises, FIRST_ADMIN, startTown, untilStruck, warmUp } from '../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 8 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addPeople(cloud, ['wei']);
  await addChallenge(cloud, 'winter');
  await joined(cloud, 'wei', 'winter');
  await warmUp(cloud, 'reading', 'feed', {}, 4);
});
afterEach(() => cloud.api('DELETE', 'faults'));
afterAll(() => cloud.stop());

/** A note that is on its way to the feed. */
async function written(note: string): Promise<string> {
  return (await checkedIn(cloud, 'wei', 'winter', { note, shared: true })).checkIn.id;
}
const edit = async (checkInId: string, note: string): Promise<LooseAnswer> => {
  const input = { checkInId, minutes: 20, pages: 0, note, shared: true };
  return (await atReading(cloud, 'editCheckIn', input, 'wei')).answer as LooseAnswer;
};
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
