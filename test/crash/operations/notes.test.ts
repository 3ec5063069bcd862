import { notesAgree } from '../../support/auditor-notes';
import type { RunningCloud } from '../../support/cloud';
import { eachDoneOnce, inTurns, settle, startCrashTown, sweepLater } from '../../support/crash-ordeal';
import { startReading } from '../../support/crash-reading';
import { FEED } from '../../support/crash-reading-feed';
import { clockOf } from '../../support/gate';
import { HOUR } from '../../support/plans';
import {
  addReaders,
  atReading,
  commentNow,
  commentOf,
  insertNotes,
  moderate,
  moderationIn,
  noteNow,
  noteOf,
  visit,
} from '../../support/reading-town';
import { saySeed } from '../../support/seed';
import { advance, insert } from '../../support/town';

let cloud: RunningCloud;
let rounds = 0;

beforeAll(async () => {
  cloud = await startCrashTown();
  await startReading(cloud);
  await addReaders(cloud, ['wei', 'lan', 'away']);
});
afterAll(() => cloud.stop());

eachDoneOnce(
  () => cloud,
  FEED,
  () => inTurns,
);

const strike = (at: number, when: 'before' | 'after') =>
  cloud.api('POST', 'faults', { function: 'reading', op: 'moderate', at, when, effect: 'kill' });

/** A note and a comment to be checked, the note's author being here or not. */
async function toCheck(author: string): Promise<{ noteId: string; commentId: string }> {
  rounds += 1;
  const [noteId, commentId, at] = [`due-${rounds}`, `said-${rounds}`, await clockOf(cloud)];
  const moderation = moderationIn('pending', at);
  await insertNotes(
    cloud,
    noteOf(author, noteId, { at, moderation }),
    noteOf('wei', `${noteId}-b`, { at, moderation: moderationIn('passed') }),
  );
  await insert(cloud, 'comments', [commentOf('lan', `${noteId}-b`, commentId, moderation)]);
  for (const openid of ['wei', 'lan']) await visit(cloud, openid);
  return { noteId, commentId };
}

test('the sweep may be killed at any wire call: all is looked at, and counted once', async () => {
  await toCheck('wei');
  const { meter } = await moderate(cloud);
  const turn = saySeed();
  for (let at = 1; at <= meter.wireCalls; at++) {
    if ((at + turn) % 3 !== 0) continue;
    const { noteId, commentId } = await toCheck('wei');
    await strike(at, (at + turn) % 2 === 0 ? 'before' : 'after');
    await moderate(cloud);
    await cloud.api('DELETE', 'faults');
    for (const openid of ['wei', 'lan']) await visit(cloud, openid);
    await settle(cloud, 'reading');
    expect((await noteNow(cloud, noteId)).moderation.state).toBe('passed');
    expect((await commentNow(cloud, commentId)).moderation.state).toBe('passed');
    expect(await noteNow(cloud, `${noteId}-b`)).toMatchObject({ comments: 1, said: { [commentId]: true } });
  }
  expect(await notesAgree(cloud, await clockOf(cloud))).toEqual([]);
});

test('wherever the sweep dies, an author who was away and comes back is not waited for in vain', async () => {
  await advance(cloud, 3 * HOUR);
  await toCheck('away');
  const { meter } = await moderate(cloud);
  const turn = saySeed();
  for (let at = 1; at <= meter.wireCalls; at++) {
    if ((at + turn) % 3 !== 0) continue;
    await advance(cloud, 3 * HOUR);
    const { noteId } = await toCheck('away');
    await strike(at, (at + turn) % 2 === 0 ? 'before' : 'after');
    await moderate(cloud);
    await cloud.api('DELETE', 'faults');
    await sweepLater(cloud, 'reading');
    expect((await noteNow(cloud, noteId)).moderation.state).toBe('waiting-for-author');
    await atReading(cloud, 'feed', {}, 'away');
    await sweepLater(cloud, 'reading');
    expect((await noteNow(cloud, noteId)).moderation.state).toBe('passed');
  }
});
