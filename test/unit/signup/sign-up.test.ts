import type { ActivityPlan } from '../../../domain/activity/activity';
import { homeShard, type PoolView } from '../../../domain/signup/pool';
import { decideSignUp, type SignUpCommand, type SignUpDecision } from '../../../domain/signup/sign-up';
import type { Question } from '../../../types/contract/activity';
import { DAY, NOON, plan, session } from '../../support/plans';
import { PoolDocuments } from '../../support/pool-document';

const needed: Question = { id: 'why', label: '为什么', required: true, kind: 'text', maxLength: 5 };
const what = plan({
  sessions: [
    session('s1', 2),
    session('s2', 3, [
      ['a', 1],
      ['b', 2],
    ]),
  ],
  eligibility: { enterprises: ['e1'] },
  questions: [needed],
});

const command: SignUpCommand = {
  input: { activityId: what.id, sessionId: 's1', answers: { why: '想听' } },
  request: { id: 'request1', digest: 'digest1' },
  applicant: { memberId: 'me', status: 'active', enterpriseId: 'e1', employment: 'employee' },
  registrationId: 'new',
  absences: [],
  now: NOON,
};

/** The one shard of a plan that nobody signed up to yet, as I see it. */
function viewOf(plan: ActivityPlan): PoolView {
  const [view, ...more] = new PoolDocuments(plan).viewsFor('s1', 'me');
  if (!view || more.length > 0) throw new Error('not one shard');
  return view;
}
const empty = (): PoolView => viewOf(what);
const withUsed = (used: Record<string, number>): PoolView => ({ ...empty(), used });
const held: PoolView = {
  ...empty(),
  used: { s1: 1 },
  claim: { registration: 'mine', request: 'request1', digest: 'digest1', counters: ['s1'], seats: 1, at: NOON - 9 },
};

const ask = (pool: PoolView, change: Partial<SignUpCommand> = {}) => decideSignUp([pool], { ...command, ...change });
const into = (sessionId: string, zoneId?: string) => ({
  input: { ...command.input, sessionId, ...(zoneId !== undefined && { zoneId }) },
});
const refused = (decision: SignUpDecision) =>
  decision.kind === 'refuse' ? [decision.refused.refusal, decision.refused.detail] : decision.kind;

test('a place is taken in the session alone where it has no zones', () => {
  expect(ask(empty())).toMatchObject({
    kind: 'take',
    memberId: 'me',
    chances: [
      {
        pool: { _id: what.id },
        claim: { registration: 'new', request: 'request1', digest: 'digest1', counters: ['s1'], seats: 1, at: NOON },
      },
    ],
    session: { id: 's1' },
  });
});

test('a place in a zone counts in the session and in the zone', () => {
  expect(ask(empty(), into('s2', 'b'))).toMatchObject({
    kind: 'take',
    chances: [{ claim: { counters: ['s2', 's2_b'] } }],
  });
});

test('sign-up is open from the first instant of its window and closed from the instant it ends', () => {
  expect(refused(ask(empty(), { now: what.opensAt - 1 }))).toEqual([
    'NOT_OPEN_YET',
    { opensAt: what.opensAt, now: what.opensAt - 1 },
  ]);
  expect(ask(empty(), { now: what.opensAt }).kind).toBe('take');
  expect(ask(empty(), { now: what.closesAt - 1 }).kind).toBe('take');
  expect(refused(ask(empty(), { now: what.closesAt }))).toEqual(['CLOSED', { closedAt: what.closesAt }]);
});

test('a cancelled activity is closed while its window is still open', () => {
  const pool = { ...empty(), terms: { ...empty().terms, cancelled: true } };
  expect(refused(ask(pool))).toEqual(['CLOSED', { closedAt: what.closesAt }]);
});

test.each([
  ['a session that is not there', into('s9'), 'session'],
  ['no zone where the session has zones', into('s2'), 'zone'],
  ['a zone that is not there', into('s2', 'c'), 'zone'],
  ['a zone where the session has none', into('s1', 'a'), 'zone'],
])('%s is not found', (_what, change, thing) => {
  expect(refused(ask(empty(), change))).toEqual(['NOT_FOUND', { what: thing }]);
});

test('full is the session first, with its places, and says whether there is room elsewhere', () => {
  const full = { what: 'session', capacity: 2, left: 0 };
  expect(refused(ask(withUsed({ s1: 2 })))).toEqual(['FULL', { ...full, elsewhere: true }]);
  expect(refused(ask(withUsed({ s1: 2, s2: 3, s2_a: 1, s2_b: 2 })))).toEqual(['FULL', { ...full, elsewhere: false }]);
});

test('a full zone is full while the next zone has room', () => {
  expect(refused(ask(withUsed({ s1: 2, s2: 1, s2_a: 1 }), into('s2', 'a')))).toEqual([
    'FULL',
    { what: 'zone', capacity: 1, left: 0, elsewhere: true },
  ]);
});

test('room in the session does not help where every zone is full', () => {
  const pool = withUsed({ s1: 2, s2: 2, s2_a: 1, s2_b: 2 });
  const full = { what: 'zone', capacity: 1, left: 0, elsewhere: false };
  expect(refused(ask(pool, into('s2', 'a')))).toEqual(['FULL', full]);
});

test('the same request resumes what it claimed, even after the window and with every place gone', () => {
  const pool = { ...held, used: { s1: 2 } };
  expect(ask(pool, { now: what.closesAt + 1 })).toMatchObject({ kind: 'resume', claim: { registration: 'mine' } });
});

test('a request whose place was given back is not a new one', () => {
  const pool: PoolView = { ...empty(), past: { requests: [{ id: 'request1', registration: 'old' }], at: NOON } };
  expect(ask(pool)).toEqual({ kind: 'replay', registrationId: 'old' });
  expect(ask(pool, { request: { id: 'request2', digest: 'digest1' } }).kind).toBe('take');
});

test('the same request with other input is refused', () => {
  expect(refused(ask(held, { request: { id: 'request1', digest: 'other' } }))).toEqual(['REQUEST_REUSED', {}]);
});

/** Each fault alone, in the order in which they help; one that comes earlier hides all that come after. */
const FAULTS: [refusal: string, (pool: PoolView, asked: SignUpCommand) => [PoolView, SignUpCommand]][] = [
  ['ALREADY', (pool, asked) => [{ ...pool, claim: { ...(held.claim ?? never()), request: 'another' } }, asked]],
  ['NOT_FOUND', (pool, asked) => [pool, { ...asked, input: { ...asked.input, sessionId: 's9' } }]],
  ['NOT_OPEN_YET', (pool, asked) => [{ ...pool, terms: { ...pool.terms, opensAt: NOON + 1 } }, asked]],
  ['CLOSED', (pool, asked) => [{ ...pool, terms: { ...pool.terms, closesAt: NOON } }, asked]],
  ['NOT_ELIGIBLE', (pool, asked) => [pool, { ...asked, applicant: { ...asked.applicant, enterpriseId: 'e2' } }]],
  [
    'COOLING_DOWN',
    (pool, asked) => [
      { ...pool, terms: { ...pool.terms, coolDown: { absences: 1, days: 30 } } },
      { ...asked, absences: [NOON - DAY] },
    ],
  ],
  ['BAD_ANSWERS', (pool, asked) => [pool, { ...asked, input: { ...asked.input, answers: {} } }]],
  ['TOO_MANY_COMPANIONS', (pool, asked) => [pool, { ...asked, input: { ...asked.input, companions: 1 } }]],
  ['FULL', (pool, asked) => [{ ...pool, used: { s1: 2 } }, asked]],
];

function never(): never {
  throw new Error('there is a claim');
}

test.each(FAULTS.map(([refusal], at) => [refusal, at] as const))(
  '%s is said before everything that matters less',
  (refusal, at) => {
    let pool = empty();
    let asked = command;
    for (const [, spoil] of FAULTS.slice(at)) [pool, asked] = spoil(pool, asked);
    expect(refused(decideSignUp([pool], asked))[0]).toBe(refusal);
  },
);

test('who was absent too often is told until when they wait, and how often is too often', () => {
  const pool = { ...empty(), terms: { ...empty().terms, coolDown: { absences: 2, days: 30 } } };
  const absences = [NOON - 3 * DAY, NOON - DAY];
  expect(refused(ask(pool, { absences }))).toEqual(['COOLING_DOWN', { absences: 2, until: NOON + 27 * DAY }]);
  expect(ask(pool, { absences: absences.slice(1) }).kind).toBe('take');
  expect(ask(empty(), { absences }).kind).toBe('take');
});

test('as many may come along as the activity says, and not one more', () => {
  const pool = { ...empty(), terms: { ...empty().terms, companions: 1 } };
  const bring = (companions: number) => ({ input: { ...command.input, companions } });
  expect(ask(pool, bring(1))).toMatchObject({ kind: 'take', chances: [{ claim: { seats: 2 } }] });
  expect(refused(ask(pool, bring(2)))).toEqual(['TOO_MANY_COMPANIONS', { most: 1 }]);
});

test('where the organizer decides everybody may apply, and takes nothing, full or not', () => {
  const terms = { ...empty().terms, allocation: 'approval' as const, companions: 2 };
  const asked = { input: { ...command.input, sessionId: 's2', zoneId: 'b', companions: 2 } };
  expect(ask({ ...withUsed({ s2: 3, s2_b: 2 }), terms }, asked)).toEqual({
    kind: 'apply',
    session: terms.sessions[1],
    held: {
      registration: 'new',
      memberId: 'me',
      request: 'request1',
      digest: 'digest1',
      counters: ['s2', 's2_b'],
      seats: 3,
      at: NOON,
    },
  });
});

test('who finds it full queues with what they want, and with what keeps them out of each shard', () => {
  const full = withUsed({ s1: 2, s2: 3, s2_a: 1 });
  const pool = { ...full, terms: { ...full.terms, waitlist: true } };
  expect(ask(pool, into('s2', 'a'))).toMatchObject({
    kind: 'queue',
    entry: { registration: 'new', memberId: 'me', request: 'request1', counters: ['s2', 's2_a'], seats: 1, at: NOON },
    barriers: [{ pool: { _id: what.id }, blocked: ['s2', 's2_a'] }],
    session: { id: 's2' },
  });
  const waited = { ...pool, used: {}, queue: { page: 2, on: { s1: true as const } } };
  expect(ask(waited)).toMatchObject({ kind: 'queue', barriers: [{ blocked: [] }] });
  expect(ask(waited, into('s2', 'a')).kind).toBe('take');
});

test.each(['visitor', 'pending', 'declined'] as const)(
  'somebody who is %s may not sign up, and reads why',
  (status) => {
    const applicant = { ...command.applicant, status };
    expect(refused(ask(empty(), { applicant }))).toEqual(['NOT_ELIGIBLE', { why: 'status', status }]);
  },
);

describe('over several shards', () => {
  const large = plan({ sessions: [session('s1', 6)] });
  const views = () => new PoolDocuments(large, 3).viewsFor('s1', 'me');
  const inShards = (change: (view: PoolView) => Partial<PoolView>) =>
    views().map((view): PoolView => ({ ...view, ...change(view) }));
  const asked = { ...command, input: { ...command.input, answers: {} } };

  test('a request whose place was given back is known, whichever shard the member has a place in by now', () => {
    const past = { requests: [{ id: 'request1', registration: 'old' }], at: NOON };
    const claim = { ...(held.claim ?? never()), request: 'request2' };
    for (const [where, other] of [
      [0, 2],
      [2, 0],
    ]) {
      const pools = inShards(({ shard }) => ({ ...(shard === where && { claim }), ...(shard === other && { past }) }));
      expect(decideSignUp(pools, asked)).toEqual({ kind: 'replay', registrationId: 'old' });
    }
  });

  test('a place in any shard is a place: nobody gets a second one', () => {
    const claim = { ...(held.claim ?? never()), request: 'request2' };
    for (const where of [0, 1, 2]) {
      const pools = inShards(({ shard }) => (shard === where ? { claim } : {}));
      expect(refused(decideSignUp(pools, asked))).toEqual(['ALREADY', { registrationId: 'mine' }]);
    }
  });

  test('a member is looked for a place in the same shard first, then in the others, whatever order they were read in', () => {
    const order = (pools: PoolView[], memberId: string) => {
      const decision = decideSignUp(pools, { ...asked, applicant: { ...asked.applicant, memberId } });
      return decision.kind === 'take' ? decision.chances.map(({ pool }) => pool.shard) : [];
    };
    const homes = ['a', 'b', 'c'].map((memberId) => {
      const home = homeShard(memberId, 3);
      const turns = [home, (home + 1) % 3, (home + 2) % 3];
      expect(order(views(), memberId)).toEqual(turns);
      expect(order(views().reverse(), memberId)).toEqual(turns);
      const without = inShards(({ shard }) => (shard === home ? { used: { s1: 2 } } : {}));
      expect(order(without, memberId)).toEqual(turns.slice(1));
      return home;
    });
    expect(new Set(homes).size).toBe(3);
  });
});
