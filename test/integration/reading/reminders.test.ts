import type { ReminderRecord } from '../../../domain/message/message';
import type { ProfileRecord } from '../../../domain/reading/profile';
import { addChallenges, atReading, requestId } from '../../support/challenges';
import type { RunningCloud } from '../../support/cloud';
import { refusal } from '../../support/gate';
import { accepted } from '../../support/organizing';
import { DAY, HOUR, NOON } from '../../support/plans';
import { addReaders, read } from '../../support/team-town';
import { addEnterprises, documents, memberOf, runSweep, setClock, startTown } from '../../support/town';

const EVENING = 20 * 60;
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({
    instances: 1,
    env: { MESSAGE_TEMPLATES: JSON.stringify({ reading: { id: 'template-reading' } }) },
  });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addChallenges(cloud, { reading: { title: '冬日共读' } });
  await addReaders(cloud, 'reading', ['agrees', 'silent', 'has-read', 'changes', 'late']);
  for (const openid of ['agrees', 'has-read', 'changes', 'late']) await agree(openid);
});

beforeEach(() => setClock(cloud, NOON));
// `stop` fails where any query of any operation went unserved by an index.
afterAll(() => cloud.stop());

async function agree(openid: string): Promise<void> {
  await cloud.api('POST', 'openapi/consents', { openid, template: 'template-reading', messages: 1 });
  accepted((await cloud.call('message', 'consent', { kinds: ['reading'] }, { openid })).answer);
  // The platform counts for itself.
  await cloud.api('POST', 'openapi/consents', { openid, template: 'template-reading', messages: 1 });
}

const set = (openid: string, input: object, id = requestId()) => atReading(cloud, 'setReminder', input, openid, id);
const reminders = () => documents<ReminderRecord>(cloud, 'messages');
const remind = () => runSweep(cloud, 'remind', 'reading');
const profileOf = async (openid: string) =>
  (await documents<ProfileRecord>(cloud, 'profiles')).find(({ _id }) => _id === memberOf(openid)._id);

test('the time that somebody chose stands in their profile, and sent again changes nothing', async () => {
  const id = requestId();
  const { answer, meter } = await set('changes', { remindAt: EVENING }, id);
  expect(answer).toEqual({ ok: true, value: { remindAt: EVENING } });
  expect(meter).toMatchObject({ dbCalls: 3, unindexed: 0 });
  expect(await profileOf('changes')).toMatchObject({ seenAs: 'name', dueAt: NOON + 8 * HOUR });
  expect((await set('changes', {})).answer).toEqual({ ok: true, value: {} });
  expect((await set('changes', { remindAt: EVENING }, id)).answer).toEqual(answer);
  expect(await profileOf('changes')).not.toHaveProperty('dueAt');
  expect((await set('changes', { remindAt: 1 }, id)).answer).toMatchObject({ refusal: 'REQUEST_REUSED' });
  expect((await set('nobody', { remindAt: 1 })).answer).toEqual(refusal('NOT_MEMBER', {}));
  expect((await set('changes', { remindAt: 1_440 })).answer).toMatchObject({ refusal: 'BAD_INPUT' });
});

test('at that time whoever agreed and has not read is sent one message, and it stands in no list', async () => {
  for (const openid of ['agrees', 'silent', 'has-read']) accepted((await set(openid, { remindAt: EVENING })).answer);
  await read(cloud, 'reading', 'has-read');
  await remind();
  expect(await reminders()).toEqual([]);
  await setClock(cloud, NOON + 8 * HOUR);
  await remind();
  await remind();
  expect((await reminders()).map(({ memberId, title }) => [memberId, title])).toEqual([
    [memberOf('agrees')._id, '冬日共读'],
  ]);
  for (const openid of ['agrees', 'silent', 'has-read']) {
    expect(await profileOf(openid)).toMatchObject({ dueAt: NOON + 8 * HOUR + DAY });
  }
  await runSweep(cloud, 'deliver', 'message');
  expect(await reminders()).toMatchObject([{ outcome: 'sent' }]);
  const { answer } = await cloud.call('message', 'list', {}, { openid: 'agrees' });
  expect(accepted(answer).items).toEqual([]);
  expect(accepted((await cloud.call('message', 'unread', {}, { openid: 'agrees' })).answer).unread).toBe(false);
});

test('what comes an hour late is left, and the next day has its own', async () => {
  accepted((await set('late', { remindAt: EVENING })).answer);
  await setClock(cloud, NOON + 9 * HOUR);
  await remind();
  const mine = async () => (await reminders()).filter(({ memberId }) => memberId === memberOf('late')._id);
  expect(await mine()).toEqual([]);
  await setClock(cloud, NOON + 8 * HOUR + DAY);
  await remind();
  expect(await mine()).toHaveLength(1);
});
