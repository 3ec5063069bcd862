import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MemberRecord } from '../../../domain/member/member';
import type { RegistrationMessageRecord } from '../../../domain/message/message';
import type { News } from '../../../domain/signup/registration';
import type { RunningCloud } from '../../support/cloud';
import { HOUR, NOON, plan, session } from '../../support/plans';
import { deliver, messageOf, sentBy, templateOf, templatesFor } from '../../support/told';
import {
  addActivities,
  addMembers,
  advance,
  documents,
  insert,
  memberOf,
  runSweep,
  setClock,
  startTown,
} from '../../support/town';

const MINUTE = 60_000;
let cloud: RunningCloud;
let made = 0;

beforeAll(async () => {
  cloud = await startTown({ instances: 1, env: templatesFor('offered', 'cancelled') });
});
beforeEach(() => setClock(cloud, NOON));
// A sweep that found nothing to do leaves nothing to the next test.
afterEach(async () => {
  await cloud.api('POST', 'openapi/settings', { api: 'subscribeMessage.send', outcome: null });
  await setClock(cloud, NOON + 100 * HOUR);
  await deliver(cloud);
});
afterAll(() => cloud.stop());

/** Somebody to whom something happened, who agreed to as many messages here and on the platform. */
async function told(
  changes: Partial<News> = {},
  consents: { here: number; there: number } = { here: 1, there: 1 },
): Promise<{ openid: string; registration: string }> {
  made += 1;
  const openid = `told-${made}`;
  const { kind = 'offered' } = changes;
  await addMembers(cloud, [memberOf(openid, { consents: { [kind]: consents.here } })]);
  if (consents.there > 0) {
    const consent = { openid, template: templateOf(kind), messages: consents.there };
    await cloud.api('POST', 'openapi/consents', consent);
  }
  await insert(cloud, 'messages', [messageOf(memberOf(openid)._id, `reg-${made}`, { kind, ...changes })]);
  return { openid, registration: `reg-${made}` };
}

const messageNow = async (registration: string) =>
  (await documents<RegistrationMessageRecord>(cloud, 'messages')).find(
    ({ registrationId }) => registrationId === registration,
  );
const consentsNow = async (who: string) =>
  (await documents<MemberRecord>(cloud, 'members')).find(({ openid }) => openid === who)?.consents;
const sentTo = async (who: string) => (await sentBy(cloud)).filter(({ input }) => input.touser === who);
const failing = (errcode: number, times?: number) =>
  cloud.api('POST', 'openapi/settings', { api: 'subscribeMessage.send', outcome: { errcode }, times });

test('who agreed to it gets the card of its kind, which opens the ticket, and the consent is used up', async () => {
  const { openid, registration } = await told({ offerUntil: NOON + 24 * HOUR });
  expect((await deliver(cloud)).result?.value).toEqual({ found: 1, done: 1 });
  const [sent, ...more] = await sentTo(openid);
  expect(more).toEqual([]);
  expect(sent?.outcome).toMatchObject({ errcode: 0 });
  expect(sent?.input).toMatchObject({
    touser: openid,
    template_id: templateOf('offered'),
    page: `packages/activity/pages/ticket/index?id=${registration}`,
    data: {
      thing1: { value: '职工音乐节' },
      time2: { value: '2026年11月30日 12:00' },
      thing3: { value: '11月21日 12:00 前确认名额' },
    },
  });
  const message = await messageNow(registration);
  expect(message).toMatchObject({ outcome: 'sent', tries: 1 });
  expect(message).not.toHaveProperty('sendAt');
  expect(await consentsNow(openid)).toEqual({ offered: 0 });
  await advance(cloud, HOUR);
  await deliver(cloud);
  expect(await sentTo(openid)).toHaveLength(1);
});

test.each<[string, Partial<News>, { here: number; there: number }]>([
  ['who never agreed', {}, { here: 0, there: 5 }],
  ['a kind that has no template', { kind: 'moved' }, { here: 3, there: 3 }],
])('%s is not even asked about, and the message is done with', async (_who, changes, consents) => {
  const { openid, registration } = await told(changes, consents);
  await deliver(cloud);
  expect(await sentTo(openid)).toEqual([]);
  expect(await messageNow(registration)).toMatchObject({ outcome: 'no-consent', tries: 0 });
  expect(await messageNow(registration)).not.toHaveProperty('sendAt');
});

test('what somebody took back on the platform is not tried again, and no longer counted here', async () => {
  const { openid, registration } = await told({}, { here: 2, there: 0 });
  await deliver(cloud);
  expect((await sentTo(openid)).map(({ outcome }) => outcome.errcode)).toEqual([43101]);
  expect(await messageNow(registration)).toMatchObject({ outcome: 'no-consent', tries: 1 });
  expect(await consentsNow(openid)).toEqual({ offered: 1 });
  await advance(cloud, HOUR);
  await deliver(cloud);
  expect(await sentTo(openid)).toHaveLength(1);
});

test('one consent is one message, also where two are due at once', async () => {
  const { openid, registration } = await told({}, { here: 1, there: 5 });
  await insert(cloud, 'messages', [messageOf(memberOf(openid)._id, `${registration}-b`)]);
  await deliver(cloud);
  expect(await sentTo(openid)).toHaveLength(1);
  const outcomes = [await messageNow(registration), await messageNow(`${registration}-b`)].map((each) => each?.outcome);
  expect(outcomes.sort()).toEqual(['no-consent', 'sent']);
});

test('while the platform fails it is tried after 1, 5 and 30 minutes, then given up; the consent stays', async () => {
  const { openid, registration } = await told();
  await failing(-1);
  const tried: number[] = [];
  let minute = 0;
  for (const wait of [0, 0.9, 0.1, 4.9, 0.1, 29.9, 0.1, 60]) {
    minute += wait;
    await setClock(cloud, NOON + minute * MINUTE + 2_000 * tried.length);
    await deliver(cloud);
    if ((await sentTo(openid)).length > tried.length) tried.push(Math.round(minute));
  }
  expect(tried).toEqual([0, 1, 6, 36]);
  expect(await messageNow(registration)).toMatchObject({ outcome: 'given-up', tries: 4 });
  expect(await messageNow(registration)).not.toHaveProperty('sendAt');
  expect(await consentsNow(openid)).toEqual({ offered: 1 });
});

test('a failure that passes costs a minute', async () => {
  const { openid, registration } = await told();
  await failing(45009, 1);
  await deliver(cloud);
  expect(await messageNow(registration)).toMatchObject({ tries: 1, sendAt: expect.any(Number) });
  await advance(cloud, MINUTE + 1_000);
  await deliver(cloud);
  expect((await sentTo(openid)).map(({ outcome }) => outcome.errcode)).toEqual([0, 45009]);
  expect(await messageNow(registration)).toMatchObject({ outcome: 'sent', tries: 2 });
});

test.each<[string, Partial<News>]>([
  ['news of more than a day ago', { kind: 'cancelled', at: NOON - 24 * HOUR - MINUTE }],
  ['an offer whose deadline has passed', { offerUntil: NOON - 1 }],
])('%s does not go out any more', async (_what, changes) => {
  const { openid, registration } = await told(changes);
  await deliver(cloud);
  expect(await sentTo(openid)).toEqual([]);
  expect(await messageNow(registration)).toMatchObject({ outcome: 'given-up' });
});

test('a message to somebody who has left goes nowhere', async () => {
  await insert(cloud, 'messages', [messageOf(memberOf('long-gone')._id, 'gone')]);
  await deliver(cloud);
  expect(await messageNow('gone')).toMatchObject({ outcome: 'no-consent' });
});

test('a hundred a run, the oldest first; what goes nowhere costs no call of its own', async () => {
  await addMembers(cloud, [memberOf('crowd', { consents: { cancelled: 0 } })]);
  const { openid } = await told({ at: NOON - MINUTE });
  const crowd = Array.from({ length: 150 }, (_, at) =>
    messageOf(memberOf('crowd')._id, `crowd-${at}`, { kind: 'cancelled', at: NOON - at }),
  );
  await insert(cloud, 'messages', crowd);
  const first = await deliver(cloud);
  expect(first.result?.value).toEqual({ found: 100, done: 100 });
  expect(await sentTo(openid)).toHaveLength(1);
  // Lease, messages, members, those without consent; one message's taking, consent and end; the lease given back.
  expect(first.meter).toMatchObject({ dbCalls: 8, unindexed: 0 });
  expect((await deliver(cloud)).result?.value).toEqual({ found: 51, done: 51 });
  expect((await deliver(cloud)).result?.value).toEqual({ found: 0, done: 0 });
});

test('nobody’s account or phone is in the log, also where sending fails', async () => {
  const { openid } = await told();
  await cloud.api('POST', 'openapi/settings', {
    api: 'subscribeMessage.send',
    outcome: { errcode: 47003, errmsg: `argument invalid! touser ${openid}` },
  });
  await deliver(cloud);
  const log = readFileSync(join(cloud.data, 'log', 'emulator.jsonl'), 'utf8');
  expect(log).toContain('\\"outcome\\":\\"NOT_SENT\\",\\"errCode\\":47003,\\"times\\":1');
  expect(log).not.toContain(openid);
  expect(log).not.toContain(memberOf(openid).phone);
});

test('a place that is given back becomes a message to the head of the queue, in the app and outside it', async () => {
  await addActivities(cloud, plan({ id: 'small', waitlist: true, sessions: [session('s1', 1)] }));
  await addMembers(cloud, [memberOf('holder'), memberOf('waiter')]);
  const signUp = async (openid: string) => {
    const input = { activityId: 'small', sessionId: 's1', answers: {} };
    const { answer } = await cloud.call('activity', 'signUp', input, { openid });
    return answer.ok ? answer.value.id : '';
  };
  const [held, waits] = [await signUp('holder'), await signUp('waiter')];
  const kinds = ['offered', 'moved', 'cancelled'];
  expect((await cloud.call('message', 'consent', { kinds }, { openid: 'waiter' })).answer).toMatchObject({ ok: true });
  await cloud.api('POST', 'openapi/consents', { openid: 'waiter', template: templateOf('offered') });
  await cloud.call('activity', 'cancel', { registrationId: held }, { openid: 'holder' });
  await runSweep(cloud, 'sweepQueues');
  await deliver(cloud);
  const { answer } = await cloud.call('message', 'list', {}, { openid: 'waiter' });
  const about = { kind: 'offered', registrationId: waits, title: '职工音乐节', unread: true };
  expect(answer).toMatchObject({ ok: true, value: { items: [{ ...about, offerUntil: expect.any(Number) }] } });
  const [sent, ...more] = await sentTo('waiter');
  expect(more).toEqual([]);
  expect(sent?.input.page).toContain(waits);
  expect(await consentsNow('waiter')).toEqual({ offered: 0, moved: 1, cancelled: 1 });
  const nobody = await cloud.call('message', 'unread', {}, { openid: 'holder' });
  expect(nobody.answer).toMatchObject({ value: { unread: false } });
});

test('a client cannot have it run', async () => {
  const event = { Type: 'Timer', TriggerName: 'deliver' };
  const response = await fetch(`${cloud.url}/call/message`, {
    method: 'POST',
    headers: { 'x-openid': 'told-1' },
    body: JSON.stringify(event),
  });
  expect(await response.json()).toMatchObject({ ok: false, refusal: 'BAD_INPUT' });
});

describe('without templates, or with wrong ones', () => {
  const alone = async (env: Record<string, string>, work: (other: RunningCloud) => Promise<void>) => {
    const other = await startTown({ instances: 1, env });
    await addMembers(other, [memberOf('ann', { consents: { offered: 1 } })]);
    await insert(other, 'messages', [messageOf(memberOf('ann')._id, 'reg')]);
    await work(other);
    await other.stop();
  };

  test('nothing goes out', () =>
    alone({ MESSAGE_TEMPLATES: '' }, async (other) => {
      expect((await deliver(other)).result?.value).toEqual({ found: 1, done: 1 });
      expect(await sentBy(other)).toEqual([]);
      expect((await documents<RegistrationMessageRecord>(other, 'messages'))[0]).toMatchObject({
        outcome: 'no-consent',
      });
    }));

  test('what is written wrong stops the sending, loses no message, and touches nothing else', () =>
    alone({ MESSAGE_TEMPLATES: '{"offered":"T"}' }, async (other) => {
      expect((await deliver(other)).result?.ok).toBe(false);
      expect((await documents<RegistrationMessageRecord>(other, 'messages'))[0]).toMatchObject({
        sendAt: NOON,
        tries: 0,
      });
      const { answer } = await other.call('message', 'list', {}, { openid: 'ann' });
      expect(answer).toMatchObject({ ok: true, value: { items: [{ unread: true }] } });
    }));
});
