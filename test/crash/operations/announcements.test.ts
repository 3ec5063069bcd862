import {
  addSignedUp,
  announce,
  announcementsOf,
  changeRegistration,
  crowd,
  goOn,
  messagesOfIt,
  untilTold,
} from '../../support/announcing';
import { announcementsAgree } from '../../support/auditor-announcements';
import type { RunningCloud } from '../../support/cloud';
import { accepted, requestId } from '../../support/organizing';
import { saySeed } from '../../support/seed';
import { addEnterprises, advance, startTown } from '../../support/town';

/** More than one part: the call writes the first, a sweep the second and the third. */
const PEOPLE = 430;
let cloud: RunningCloud;
let rounds = 0;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
});
afterEach(() => cloud.api('DELETE', 'faults'));
afterAll(() => cloud.stop());

const strike = (op: string, at: number, when: 'before' | 'after', effect: 'kill' | 'fail' = 'kill') =>
  cloud.api('POST', 'faults', { function: 'organizer', op, at, when, effect });

async function signedUp(): Promise<string> {
  rounds += 1;
  const activityId = `crowd-${rounds}`;
  await addSignedUp(cloud, activityId, crowd('crash', PEOPLE));
  return activityId;
}

/** What is wrong once everybody dead is certainly dead and others went on. */
async function faultsAfter(activityId: string): Promise<string[]> {
  await advance(cloud, 65_000);
  await untilTold(cloud);
  const [record] = await announcementsOf(cloud, activityId);
  const told = await messagesOfIt(cloud, record?._id ?? 'none');
  const lost = told.length === PEOPLE ? [] : [`${told.length} of ${PEOPLE} were told`];
  return [...lost, ...(await announcementsAgree(cloud, true))];
}

test('a sweep may die at any of its calls: nobody is left out, and nobody is told twice', async () => {
  const quiet = await signedUp();
  await announce(cloud, quiet);
  const calls = (await goOn(cloud)).meter.wireCalls;
  expect(calls).toBeGreaterThan(12);
  for (let turn = 0; turn < 3; turn++) {
    const moment = (saySeed() + turn * 7) % (2 * calls);
    const activityId = await signedUp();
    accepted(await announce(cloud, activityId));
    await strike('sweepAnnouncements', 1 + (moment >> 1), moment % 2 === 0 ? 'before' : 'after');
    await goOn(cloud);
    await cloud.api('DELETE', 'faults');
    expect({ moment, faults: await faultsAfter(activityId) }).toEqual({ moment, faults: [] });
  }
}, 120_000);

test('who was written to before a run died, and cancelled before the next, keeps it and is counted', async () => {
  const activityId = await signedUp();
  accepted(await announce(cloud, activityId));
  const { meter } = await goOn(cloud);
  expect(await announcementsOf(cloud, activityId)).toMatchObject([{ written: PEOPLE }]);
  const second = await signedUp();
  const other = accepted(await announce(cloud, second)).announcementId;
  // The last call of the first part of two: its messages are written, and it is not noted yet.
  await strike('sweepAnnouncements', Math.floor(meter.wireCalls / 2), 'before');
  await goOn(cloud);
  await cloud.api('DELETE', 'faults');
  const told = await messagesOfIt(cloud, other);
  expect(told.length).toBeGreaterThan(200);
  const [one] = told.slice(-1);
  await changeRegistration(cloud, one?.registrationId ?? '', { state: 'cancelled', rev: 9 });
  expect(await faultsAfter(second)).toEqual([]);
}, 60_000);

test('the call may die at any moment after it was noted: sent again or not, it goes out once', async () => {
  for (let turn = 0; turn < 4; turn++) {
    const activityId = await signedUp();
    const id = requestId();
    const at = 7 + ((saySeed() + turn * 3) % 10);
    await strike('announce', at, turn % 2 === 0 ? 'before' : 'after');
    await announce(cloud, activityId, {}, { id });
    await cloud.api('DELETE', 'faults');
    if (turn % 2 === 0) accepted(await announce(cloud, activityId, {}, { id }));
    // Struck before it was written down, it has not begun: then only sending it again does it.
    if ((await announcementsOf(cloud, activityId)).length === 0)
      accepted(await announce(cloud, activityId, {}, { id }));
    expect({ at, faults: await faultsAfter(activityId) }).toEqual({ at, faults: [] });
    expect(await announcementsOf(cloud, activityId)).toHaveLength(1);
  }
}, 120_000);

test('one that fails is put off, and the next goes on without it', async () => {
  const stuck = await signedUp();
  const fine = await signedUp();
  for (const each of [stuck, fine]) accepted(await announce(cloud, each));
  // Lease, what is due, one taken: what it looks up then fails.
  await strike('sweepAnnouncements', 5, 'before', 'fail');
  await goOn(cloud);
  await cloud.api('DELETE', 'faults');
  const written = [stuck, fine].map(async (each) => (await announcementsOf(cloud, each))[0]?.written);
  expect((await Promise.all(written)).sort()).toEqual([200, PEOPLE]);
  await faultsAfter(stuck);
  expect(await faultsAfter(fine)).toEqual([]);
}, 60_000);
