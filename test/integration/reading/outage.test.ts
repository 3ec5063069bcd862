import type { CheckInRecord } from '../../../domain/reading/check-in-record';
import { CHECKS_A_MINUTE } from '../../../domain/reading/moderation';
import { notesAgree } from '../../support/auditor-notes';
import type { RunningCloud } from '../../support/cloud';
import { accepted } from '../../support/organizing';
import { HOUR, NOON } from '../../support/plans';
import {
  addReaders,
  atReading,
  checksMade,
  commentOf,
  contentSays,
  insertNotes,
  moderate,
  moderationIn,
  noteOf,
  visit,
} from '../../support/reading-town';
import { addEnterprises, advance, documents, insert, setClock, startTown } from '../../support/town';

jest.setTimeout(120_000);

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const PEOPLE = Array.from({ length: 20 }, (_, at) => `writer-${at}`);
const NOTES = 560;
const COMMENTS = 60;
/** Checks that the minute of the return is found to have had already: what is left is less than waits. */
const TAKEN = CHECKS_A_MINUTE - 300;
const RETURN = NOON + HOUR + 10 * MINUTE;
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addReaders(cloud, PEOPLE);
  await insert(cloud, 'leases', [{ _id: 'reading.checks', v: 1, taken: [{ at: RETURN, checks: TAKEN }] }]);
});
afterAll(() => cloud.stop());

const writer = (at: number) => PEOPLE[at % PEOPLE.length] ?? '';
const clock = async () => Date.parse(((await cloud.api('POST', 'clock', { advanceMs: 0 })) as { now: string }).now);
const visible = async () => (await documents<CheckInRecord>(cloud, 'checkIns')).filter(({ feedKey }) => feedKey).length;
const waiting = async () => (await documents<CheckInRecord>(cloud, 'checkIns')).filter(({ checkAt }) => checkAt).length;

/** What is written in a part of the hour, a little in each. */
async function write(from: number, to: number): Promise<void> {
  const at = await clock();
  const pending = { challengeId: 'c1', at, moderation: moderationIn('pending', at) };
  const notes = Array.from({ length: to - from }, (_, n) => noteOf(writer(n), `o-${from + n}`, pending));
  await insertNotes(cloud, ...notes);
}

/** How often content security was asked since then, with when. */
async function asked(since: number): Promise<number[]> {
  return (await checksMade(cloud)).map(({ at }) => Date.parse(at)).filter((at) => at > since);
}

/** The most in any minute. */
function busiestMinute(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  let [most, from] = [0, 0];
  for (const [at, time] of sorted.entries()) {
    while (time - (sorted[from] ?? 0) >= MINUTE) from += 1;
    most = Math.max(most, at - from + 1);
  }
  return most;
}

test('an hour without content security: nothing unseen is visible, nothing is lost, and the rest drains under the rate', async () => {
  await setClock(cloud, NOON);
  await contentSays(cloud, { errcode: -1, errmsg: 'system error' });
  const times: number[] = [];
  const run = async (): Promise<void> => {
    const before = await clock();
    expect((await moderate(cloud)).failed).toBeUndefined();
    times.push(...(await asked(before - 1)));
  };
  const parts = 16;
  for (let part = 0; part < parts; part++) {
    await write((NOTES / parts) * part, (NOTES / parts) * (part + 1));
    if (part === 3) {
      const comments = Array.from({ length: COMMENTS }, (_, at) => commentOf(writer(at), 'o-0', `oc-${at}`));
      await insert(cloud, 'comments', comments);
    }
    for (let runs = 0; runs < 3; runs++) {
      await run();
      await advance(cloud, HOUR / parts / 3);
    }
    expect(await visible()).toBe(0);
  }
  expect(await waiting()).toBe(NOTES);
  for (const openid of PEOPLE) {
    expect(accepted((await atReading(cloud, 'feed', {}, openid)).answer).items).toEqual([]);
    await visit(cloud, openid);
  }

  expect(await clock()).toBeLessThan(RETURN);
  await setClock(cloud, RETURN);
  await contentSays(cloud, { suggest: 'pass' });
  const over = await clock();
  let runs = 0;
  for (; runs < 60 && (await waiting()) > 0; runs++) {
    const begun = await clock();
    await run();
    // The timer comes by every ten seconds.
    await advance(cloud, Math.max(0, begun + 10 * SECOND - (await clock())));
  }
  const drained = (await clock()) - over;
  await advance(cloud, 30 * SECOND);
  await run();
  expect(await visible()).toBe(NOTES);
  expect(await notesAgree(cloud, await clock())).toEqual([]);
  expect(times.length).toBeGreaterThan(NOTES + COMMENTS);
  const inFirst = times.filter((at) => at >= over && at < over + MINUTE).length;
  expect(inFirst + TAKEN).toBe(CHECKS_A_MINUTE);
  expect(busiestMinute(times)).toBeLessThanOrEqual(CHECKS_A_MINUTE);
  // The longest wait of one that was tried, and as many minutes as the rate needs.
  expect(drained).toBeLessThanOrEqual(7 * MINUTE);
  process.stdout.write(
    `outage: ${times.length} checks, ${inFirst} beside ${TAKEN} in the first minute, drained in ${drained / SECOND} s by ${runs} runs\n`,
  );
});
