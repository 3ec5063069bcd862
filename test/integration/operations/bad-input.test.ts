import * as v from 'valibot';
import { collections } from '../../../config/cloud/collections';
import { PRIVACY_NOTICE } from '../../../types/vocabulary';
import { AFTERWARDS_INPUTS } from '../../support/afterwards-bad-input';
import { BENEFIT_INPUTS } from '../../support/benefit-bad-input';
import type { LooseAnswer, RunningCloud } from '../../support/cloud';
import { EXPORT_INPUTS } from '../../support/export-bad-input';
import { IMPORT_INPUTS } from '../../support/import-bad-input';
import { LEAGUE_ENTERING_INPUTS } from '../../support/league-entering-bad-input';
import { LEAGUE_PLAYING_INPUTS } from '../../support/league-playing-bad-input';
import { MESSAGE_INPUTS } from '../../support/message-bad-input';
import { ORGANIZER_INPUTS } from '../../support/organizer-bad-input';
import { plan } from '../../support/plans';
import { READING_INPUTS } from '../../support/reading-bad-input';
import { READING_FEED_INPUTS } from '../../support/reading-feed-bad-input';
import { requestIds } from '../../support/request-ids';
import { ROLE_INPUTS } from '../../support/role-bad-input';
import { chance, saySeed } from '../../support/seed';
import { servedOperations } from '../../support/served-operations';
import {
  addActivities,
  addEnterprises,
  addMembers,
  documents,
  FIRST_ADMIN,
  memberOf,
  startTown,
} from '../../support/town';
import { sampleOf, wrongInputs } from '../../support/wrong-inputs';

const requestId = requestIds(5);
const served = servedOperations();
const random = chance(saySeed());
const NOBODY = 'nobody-there';

/** A well-formed input for each operation; what it names does not exist, so that even a slip changes nothing. */
const GOOD: Record<string, object> = {
  'activity.list': { brand: 'warm', month: '2026-11', day: '2026-11-20', status: 'open', text: '音乐', cursor: 'x' },
  'activity.get': { activityId: NOBODY },
  'activity.signUp': { activityId: NOBODY, sessionId: 's1', zoneId: 'a', answers: { meal: '面', size: 3 } },
  'activity.cancel': { registrationId: NOBODY },
  'activity.acceptOffer': { registrationId: NOBODY },
  'activity.declineOffer': { registrationId: NOBODY },
  'activity.mine': { when: 'upcoming', cursor: 'x' },
  'activity.registration': { registrationId: NOBODY },
  ...AFTERWARDS_INPUTS,
  ...BENEFIT_INPUTS,
  ...EXPORT_INPUTS,
  ...IMPORT_INPUTS,
  ...READING_FEED_INPUTS,
  ...READING_INPUTS,
  ...LEAGUE_ENTERING_INPUTS,
  ...MESSAGE_INPUTS,
  ...LEAGUE_PLAYING_INPUTS,
  ...ROLE_INPUTS,
  'checkin.duties': { cursor: 'x' },
  'checkin.scan': { activityId: NOBODY, sessionId: 's1', code: 'T.nobody.aaaaaaaaaa', gate: '东门' },
  'checkin.find': { activityId: NOBODY, sessionId: 's1', text: '张' },
  'checkin.admit': { registrationId: NOBODY, gate: '东门' },
  'checkin.atVenue': { code: 'V.nobody-there.s1.aaaaaaaaaa', position: { latitude: 30.1, longitude: 120.2 } },
  'checkin.undo': { registrationId: NOBODY, reason: '扫错了人' },
  'checkin.venueKey': { activityId: NOBODY, sessionId: 's1' },
  'checkin.arrivals': { activityId: NOBODY, sessionId: 's1' },
  'report.year': { year: 2026, enterpriseId: NOBODY },
  'report.myYear': { year: 2026 },
  'member.me': {},
  'member.enterprises': { text: '药', cursor: 'x' },
  'member.join': {
    name: '张三',
    phoneCode: 'made-up',
    enterpriseId: NOBODY,
    employment: 'employee',
    consent: { notice: PRIVACY_NOTICE },
  },
  'member.updateMe': { name: '张三', employment: 'employee' },
  'member.leave': { confirm: true },
  ...ORGANIZER_INPUTS,
  'points.balance': {},
  'points.entries': { month: '2026-11', cursor: 'x' },
  'points.rules': {},
  'points.explain': {},
  // Of a day gone by, so that whatever one field is changed to, nothing is published.
  'points.publishRules': {
    from: '2026-11-20',
    rules: [{ id: 'walks', kind: 'attendance', format: 'walk', points: 5 }],
    caps: { day: { attendance: 10 }, year: {} },
  },
  'points.account': { memberId: NOBODY, cursor: 'x' },
  'points.grant': { memberId: NOBODY, points: 5, reason: '志愿服务' },
  'points.reverse': { memberId: NOBODY, entryId: 'took-part.nobody.1', reason: '记错了人' },
  'points.adjustments': { proposed: true, cursor: 'x' },
  'points.decideAdjustment': { adjustmentId: NOBODY, decision: 'reject', reason: '已发过' },
};

let cloud: RunningCloud;
let before: string;

const snapshot = async () => JSON.stringify(await Promise.all(collections.map(({ name }) => documents(cloud, name))));

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addActivities(cloud, plan({ id: 'music' }));
  await addMembers(cloud, [memberOf('ann')]);
  before = await snapshot();
});

afterAll(() => cloud.stop());

async function raw(
  fn: string,
  body: string,
  headers: Record<string, string> = { 'x-openid': FIRST_ADMIN },
): Promise<LooseAnswer> {
  const response = await fetch(`${cloud.url}/call/${fn}`, { method: 'POST', body, headers });
  expect(response.status).toBe(200);
  return (await response.json()) as LooseAnswer;
}

const issuesOf = (answer: LooseAnswer) =>
  answer.ok ? [] : ((answer.detail.issues ?? []) as { path: string; message: string }[]);

test('every operation that is served is tried', () => {
  expect(Object.keys(GOOD).sort()).toEqual(served.map(({ name }) => name).sort());
});

const names = (path: string, found: readonly string[]): boolean =>
  path === '' || found.some((at) => at.startsWith(path.split('.')[0] ?? ''));

test.each(served.map((operation) => [operation.name, operation] as const))(
  'anything wrong in any field of %s is refused by the field’s name, and changes nothing',
  async (name, { fn, op, schema }) => {
    const wrong = wrongInputs(schema, GOOD[name]).filter(
      ({ input }) => !v.safeParse(schema, input).success || Array.isArray(input),
    );
    expect(wrong.length).toBeGreaterThan(15);
    const unnamed = wrong.filter(({ path, input }) => {
      const found = (v.safeParse(schema, input).issues ?? []).map((issue) => v.getDotPath(issue) ?? '');
      return !names(path, found);
    });
    expect(unnamed).toEqual([]);
    for (const { path, what, input } of sampleOf(wrong, random)) {
      const answer = await raw(fn, JSON.stringify({ op, requestId: requestId(), input }));
      const said = {
        what,
        path,
        refusal: answer.ok ? 'none' : answer.refusal,
        named: issuesOf(answer).map((issue) => issue.path),
      };
      expect(said).toEqual({ ...said, refusal: 'BAD_INPUT' });
      expect({ ...said, hit: names(path, said.named) }).toMatchObject({ hit: true });
      for (const issue of issuesOf(answer))
        expect(issue).toEqual({ path: expect.any(String), message: expect.any(String) });
    }
  },
);

test.each(
  served.filter(({ name }) => name !== 'member.leave').map((operation) => [operation.name, operation] as const),
)(
  'odd input that %s may take is answered, never by a bug, and changes nothing of what is not there',
  async (name, { fn, op, schema }) => {
    const allowed = wrongInputs(schema, GOOD[name]).filter(({ input }) => v.safeParse(schema, input).success);
    for (const { path, what, input } of allowed) {
      const answer = await raw(fn, JSON.stringify({ op, requestId: requestId(), input }));
      expect({ what, path, refusal: answer.ok ? '' : answer.refusal }).not.toMatchObject({ refusal: 'INTERNAL' });
    }
  },
);

const bodyOf = (changes: object) =>
  JSON.stringify({ op: 'leave', requestId: requestId(), input: { confirm: true }, ...changes });

test.each<[string, object]>([
  ['an unknown operation', { op: 'destroy' }],
  ['a sweep by its name', { op: 'sweepClaims' }],
  ['__proto__', { op: '__proto__' }],
  ['constructor', { op: 'constructor' }],
  ['hasOwnProperty', { op: 'hasOwnProperty' }],
  ['no operation', { op: undefined }],
  ['an operation that is no text', { op: { $gt: '' } }],
  ['a list as operation', { op: ['me'] }],
  ['no request id', { requestId: undefined }],
  ['an empty request id', { requestId: '' }],
  ['a request id of one character less', { requestId: '01ARZ3NDEKTSV4RRFFQ69G5FA' }],
  ['a request id with a letter that no ULID has', { requestId: '01ARZ3NDEKTSV4RRFFQ69G5FAU' }],
  ['a request id past the end of time', { requestId: '81ARZ3NDEKTSV4RRFFQ69G5FAV' }],
  ['a request id that is no text', { requestId: 1 }],
  ['an input that is a list', { input: [] }],
  ['an input that is a text', { input: 'confirm' }],
  ['an input that is nothing', { input: null }],
])('%s is refused', async (_what, changes) => {
  expect(await raw('member', bodyOf(changes), { 'x-openid': 'ann' })).toMatchObject({
    ok: false,
    refusal: 'BAD_INPUT',
  });
});

test.each<[string, string]>([
  ['half of JSON', '{"op":"leave"'],
  ['nothing', ''],
  ['a list', '[]'],
  ['a number', '1'],
  ['null', 'null'],
  ['a text', '"leave"'],
  [
    'a body of more than 100 KB',
    JSON.stringify({ op: 'leave', input: { confirm: true }, more: 'x'.repeat(101 * 1024) }),
  ],
  ['very deep nesting', `{"op":"me","input":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`],
])('a body that is %s is refused', async (_what, body) => {
  expect(await raw('member', body, { 'x-openid': 'ann' })).toMatchObject({ ok: false, refusal: 'BAD_INPUT' });
});

test.each(['', ' ', 'a b', 'a;b', '{"$gt":""}', '../../x', '12345678901234', 'x'.repeat(65), 'á', '__proto__.x'])(
  'the identity %p is refused',
  async (openid) => {
    const answer = await raw('member', bodyOf({ op: 'me', input: {} }), {
      'x-openid': encodeURI(openid) === openid ? openid : encodeURI(openid),
    });
    expect(answer).toMatchObject({ ok: false, refusal: 'BAD_INPUT' });
  },
);

test.each(['constructor', '__proto__', 'toString'])(
  'an account that is called %s is a stranger like any other',
  async (openid) => {
    expect(await raw('member', bodyOf({ op: 'me', input: {} }), { 'x-openid': openid })).toMatchObject({
      ok: true,
      value: { status: 'visitor', grants: [] },
    });
  },
);

test('an unknown function is refused', async () => {
  expect(await raw('bank', '{}')).toMatchObject({ ok: false, refusal: 'BAD_INPUT' });
  expect(await raw('__proto__', '{}')).toMatchObject({ ok: false, refusal: 'BAD_INPUT' });
});

test('a client that sends a timer’s event starts no sweep', async () => {
  const event = { Type: 'Timer', TriggerName: 'sweepClaims', Time: '2026-11-20T04:00:00Z', Message: '' };
  for (const more of [{}, { op: 'sweepClaims' }, { op: 'list', input: {}, SOURCE: 'wx_trigger' }]) {
    const answer = await raw('activity', JSON.stringify({ ...event, ...more }));
    expect(answer).not.toMatchObject({ value: { found: expect.anything() } });
    if (!('input' in more)) expect(answer).toMatchObject({ ok: false, refusal: 'BAD_INPUT' });
  }
});

// The last one: looked at after each, all collections would cost more than all the calls.
test('nothing of all that has changed anything', async () => {
  expect(await snapshot()).toBe(before);
});
