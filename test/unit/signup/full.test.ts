import type { ActivityPlan } from '../../../domain/activity/activity';
import type { PoolView } from '../../../domain/signup/pool';
import { decideSignUp, type SignUpDecision } from '../../../domain/signup/sign-up';
import type { Full, SignUp } from '../../../types/contract';
import { NOON, plan, session } from '../../support/plans';
import { PoolDocuments } from '../../support/pool-document';

const what = plan({
  companions: 5,
  quota: { own: { e1: 4 } },
  sessions: [
    session('s1', 6),
    session('s2', 9, [
      ['a', 3],
      ['b', 6],
    ]),
  ],
});

interface Asking {
  of?: ActivityPlan;
  shards?: number;
  input?: Partial<SignUp>;
  enterpriseId?: string;
  /** What is taken, and waited for, in each shard. */
  as?: (view: PoolView) => Partial<PoolView>;
}

function decide({ of = what, shards = 1, input = {}, enterpriseId = 'e9', as = () => ({}) }: Asking): SignUpDecision {
  const views = new PoolDocuments(of, shards).viewsFor(input.sessionId ?? 's1', 'me');
  return decideSignUp(
    views.map((view) => ({ ...view, ...as(view) })),
    {
      input: { activityId: of.id, sessionId: 's1', answers: {}, ...input },
      request: { id: 'request1', digest: 'digest1' },
      applicant: { memberId: 'me', status: 'active', enterpriseId, employment: 'employee' },
      registrationId: 'new',
      absences: [],
      now: NOON,
    },
  );
}

function full(asking: Asking): Full {
  const decision = decide(asking);
  if (decision.kind !== 'refuse' || decision.refused.refusal !== 'FULL') throw new Error(`not full: ${decision.kind}`);
  return decision.refused.detail;
}

const used = (counts: Record<string, number>) => () => ({ used: counts });

test('companions take a seat each: who brings two needs three left', () => {
  const asking = { input: { companions: 2 } };
  expect(decide({ ...asking, as: used({ s1: 3 }) })).toMatchObject({
    kind: 'take',
    chances: [{ claim: { seats: 3 } }],
  });
  expect(full({ ...asking, as: used({ s1: 4 }) })).toEqual({
    what: 'session',
    capacity: 6,
    left: 2,
    elsewhere: true,
  });
});

test('the enterprise’s quota is said first, and no session helps there', () => {
  const asking = { enterpriseId: 'e1', as: used({ s1: 6, e_e1: 3 }), input: { companions: 1 } };
  expect(full(asking)).toEqual({ what: 'enterprise', capacity: 4, left: 0, elsewhere: false });
  expect(full({ ...asking, as: used({ e_e1: 3 }) })).toMatchObject({ what: 'enterprise', left: 1 });
});

test('who has no quota is kept out by none', () => {
  expect(decide({ as: used({ e_e1: 4 }) }).kind).toBe('take');
});

test('elsewhere is where all of them fit together: not in the same zone, and not one in each', () => {
  const two = { sessionId: 's2', zoneId: 'a', companions: 1 };
  expect(full({ input: two, as: used({ s1: 6, s2: 6, s2_a: 2, s2_b: 4 }) })).toMatchObject({
    left: 1,
    elsewhere: true,
  });
  expect(full({ input: two, as: used({ s1: 6, s2: 7, s2_a: 2, s2_b: 5 }) })).toMatchObject({
    left: 1,
    elsewhere: false,
  });
  const inFirst = { sessionId: 's1', companions: 1 };
  expect(full({ input: inFirst, as: used({ s1: 5, s2: 7, s2_a: 2, s2_b: 5 }) })).toMatchObject({ elsewhere: false });
  expect(full({ input: inFirst, as: used({ s1: 5, s2: 7, s2_a: 1, s2_b: 6 }) })).toMatchObject({ elsewhere: true });
  expect(full({ input: inFirst, as: used({ s1: 5, s2: 8, s2_a: 1, s2_b: 4 }) })).toMatchObject({ elsewhere: false });
});

test('a zone is not elsewhere to itself, though it has places in a shard that has none of the session', () => {
  const only = session('s1', 4, [
    ['a', 2],
    ['b', 2],
  ]);
  const taken = [
    { s1: 1, s1_a: 1, s1_b: 1 },
    { s1: 2, s1_b: 1 },
  ];
  const asking = { of: plan({ sessions: [only] }), shards: 2, input: { zoneId: 'a' } };
  const as = ({ shard }: PoolView) => ({ used: taken[shard] ?? {} });
  expect(full({ ...asking, as })).toEqual({ what: 'zone', capacity: 2, left: 0, elsewhere: false });
});

test('left is what they could have together: places in several shards add up to no room', () => {
  const large = plan({ companions: 5, sessions: [session('s1', 9)] });
  const three = { of: large, shards: 3, input: { companions: 2 } };
  expect(full({ ...three, as: used({ s1: 1 }) })).toEqual({ what: 'session', capacity: 9, left: 2, elsewhere: false });
  expect(decide({ ...three, as: ({ shard }) => ({ used: { s1: shard === 1 ? 0 : 3 } }) })).toMatchObject({
    kind: 'take',
    chances: [{ pool: { shard: 1 } }],
  });
});

test('where nobody may queue any more, what those who still wait could have is not left', () => {
  const waits = () => ({ queue: { page: 1, on: { s1: true as const } }, used: { s1: 4 } });
  expect(full({ as: waits })).toMatchObject({ what: 'session', left: 0 });
});

test('who is too many for all there is does not queue; one alone may, also where there are no places yet', () => {
  const waitlist = { ...what, waitlist: true };
  const zone = { sessionId: 's2', zoneId: 'a' };
  expect(decide({ of: waitlist, as: used({ s2: 3, s2_a: 3 }), input: { ...zone, companions: 2 } }).kind).toBe('queue');
  expect(full({ of: waitlist, input: { ...zone, companions: 3 } })).toMatchObject({
    what: 'zone',
    capacity: 3,
    left: 3,
  });
  expect(full({ of: waitlist, input: { companions: 4 }, enterpriseId: 'e1' })).toMatchObject({ what: 'enterprise' });
  const none = plan({ waitlist: true, companions: 1, sessions: [session('s1', 0)] });
  expect(decide({ of: none }).kind).toBe('queue');
  expect(full({ of: none, input: { companions: 1 } })).toMatchObject({ capacity: 0, left: 0 });
  const large = plan({ waitlist: true, companions: 5, sessions: [session('s1', 7)] });
  expect(decide({ of: large, shards: 3, input: { companions: 2 }, as: used({ s1: 1 }) }).kind).toBe('queue');
  expect(full({ of: large, shards: 3, input: { companions: 3 } })).toMatchObject({ capacity: 7, left: 3 });
});
