import type { MemberRecord } from '../../../domain/member/member';
import type { RegistrationMessageRecord } from '../../../domain/message/message';
import type { RunningCloud } from '../../support/cloud';
import { NOON } from '../../support/plans';
import { saySeed } from '../../support/seed';
import { deliver, messageOf, sentBy, templateOf, templatesFor } from '../../support/told';
import { addMembers, advance, documents, insert, memberOf, setClock, startTown } from '../../support/town';

/** Past the lease of a dead run and past the first wait; an hour later everything has had its last try. */
const MINUTE_MS = 65_000;
const HOUR_MS = 3_600_000;
let cloud: RunningCloud;
let rounds = 0;

beforeAll(async () => {
  cloud = await startTown({ instances: 1, env: templatesFor('offered') });
  // The very first run makes the lease, which costs it a call more.
  await deliver(cloud);
});
beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

/** Somebody with one message to come, who agreed to so many, here and on the platform alike. */
async function prepared(consents: number): Promise<string> {
  rounds += 1;
  const openid = `round-${rounds}`;
  await addMembers(cloud, [memberOf(openid, { consents: { offered: consents } })]);
  await cloud.api('POST', 'openapi/consents', { openid, template: templateOf('offered'), messages: consents });
  const { now } = (await cloud.api('POST', 'clock', { advanceMs: 0 })) as { now: string };
  await insert(cloud, 'messages', [messageOf(memberOf(openid)._id, `reg-${rounds}`, { at: Date.parse(now) })]);
  return openid;
}

type Effect = 'kill' | 'fail' | 'answer-lost';
const DISTURBANCES: readonly ['before' | 'after', Effect][] = [
  ['before', 'kill'],
  ['after', 'kill'],
  ['before', 'fail'],
  ['after', 'fail'],
  ['before', 'answer-lost'],
  ['after', 'answer-lost'],
];
/** Lease, messages, members, taking, consent: the sixth wire call is the platform's. */
const SENDING = 6;

const strike = (at: number, when: 'before' | 'after', effect: Effect) =>
  cloud.api('POST', 'faults', { function: 'message', op: 'deliver', at, when, effect });
const messageOfRound = async () =>
  (await documents<RegistrationMessageRecord>(cloud, 'messages')).find(
    ({ registrationId }) => registrationId === `reg-${rounds}`,
  );
const consentsOf = async (who: string) =>
  (await documents<MemberRecord>(cloud, 'members')).find(({ openid }) => openid === who)?.consents?.offered ?? 0;
const received = async (who: string) =>
  (await sentBy(cloud)).filter(({ input, outcome }) => input.touser === who && outcome.errcode === 0).length;

async function calmDown(): Promise<void> {
  for (const wait of [MINUTE_MS, HOUR_MS, HOUR_MS]) {
    await advance(cloud, wait);
    await deliver(cloud);
  }
}

/** One run that is disturbed at that wire call; gives what is wrong after the next ones have come by. */
async function endure(consents: number, at: number, when: 'before' | 'after', effect: Effect): Promise<string[]> {
  const openid = await prepared(consents);
  await strike(at, when, effect);
  await deliver(cloud);
  const asked = (await cloud.api('GET', 'faults')) as { struck: number }[];
  await cloud.api('DELETE', 'faults');
  await calmDown();
  const where = `${effect} ${when} call ${at} with ${consents} consents`;
  const [message, sent, left] = [await messageOfRound(), await received(openid), await consentsOf(openid)];
  const faults: string[] = [];
  if (asked[0]?.struck !== 1) faults.push(`${where}: was not disturbed`);
  if (message?.sendAt !== undefined) faults.push(`${where}: still to be sent`);
  if (message?.outcome === undefined) faults.push(`${where}: nobody knows what became of it`);
  // One more than was noted, where the word of it was lost on the way back.
  if (sent > 2 || sent > consents) faults.push(`${where}: received ${sent} times`);
  if (consents > 1 && sent === 0) faults.push(`${where}: never received`);
  // What was sent and not heard of counts as owed until the platform says that it is used up.
  const unheard = effect === 'kill' ? 0 : 1;
  if (left < 0 || left > consents - sent + unheard) faults.push(`${where}: ${left} consents left after ${sent}`);
  return faults;
}

test.each([
  ['who agreed to one message gets it at most once', 1],
  ['who agreed to several gets it at least once and at most twice', 5],
])('a run may be killed, failed or unheard at any wire call: %s', async (_rule, consents) => {
  await prepared(consents);
  const { meter } = await deliver(cloud);
  expect(await received(`round-${rounds}`)).toBe(1);
  expect(meter.wireCalls).toBe(8);
  const faults: string[] = [];
  for (let at = 1; at <= meter.wireCalls; at++) {
    for (const [cell, [when, effect]] of DISTURBANCES.entries()) {
      // All of them where the platform is asked, elsewhere one in turns.
      const itsTurn = (saySeed() + at + consents) % DISTURBANCES.length === cell;
      if (at === SENDING || itsTurn) faults.push(...(await endure(consents, at, when, effect)));
    }
  }
  expect(faults).toEqual([]);
});

test('a run that dies again and again while it sends is not endless', async () => {
  const openid = await prepared(10);
  let runs = 0;
  for (; runs < 10 && (await messageOfRound())?.sendAt !== undefined; runs++) {
    await strike(SENDING, 'after', 'kill');
    await deliver(cloud);
    await cloud.api('DELETE', 'faults');
    await advance(cloud, HOUR_MS / 2 + MINUTE_MS);
  }
  expect(await received(openid)).toBe(4);
  expect(runs).toBe(5);
  expect(await messageOfRound()).toMatchObject({ outcome: 'given-up', tries: 4 });
});

test('two runs at once send nothing twice', async () => {
  const openid = await prepared(5);
  const runs = await Promise.all([deliver(cloud), deliver(cloud)]);
  expect(runs.map(({ failed }) => failed)).toEqual([undefined, undefined]);
  expect(await received(openid)).toBe(1);
});
