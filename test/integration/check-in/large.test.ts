import { activityFrom } from '../../../domain/activity/activity';
import { newRegistration } from '../../../domain/signup/registration';
import { venueCode } from '../../../domain/ticket/code';
import type { Called, LooseAnswer, RunningCloud } from '../../support/cloud';
import { addVolunteer, atGate, codeOf, gatePlan, requestId, signedUp, tonight } from '../../support/gate';
import { DAY, NOON, soloPool } from '../../support/plans';
import { addEnterprises, addMembers, insert, memberOf, setClock, startTown } from '../../support/town';

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红玲建国'];
let cloud: RunningCloud;

/** An activity of so many guests, half of whom have come, as the store holds it. */
async function addCrowded(id: string, guests: number): Promise<void> {
  const activity = activityFrom(gatePlan({ id, sessions: [tonight('s1', 2_000)] }));
  const pool = soloPool(activity);
  const [session] = pool.terms.sessions;
  if (!session) throw new Error('an activity has a session');
  const people = Array.from({ length: guests }, (_, at) => {
    const given = `${GIVEN[at % 30]}${GIVEN[Math.floor(at / 30) % 30]}`;
    return memberOf(`${id}-${at}`, { name: `${SURNAMES[at % 20]}${given}` });
  });
  const records = people.map(({ _id: memberId }, at) => {
    const held = {
      registration: `r${id}${at}`,
      request: requestId(),
      digest: 'd',
      counters: ['s1'],
      seats: 1,
      at: NOON - DAY,
    };
    const came = at % 2 === 0;
    pool.claims[memberId] = { ...held, ...(came && { came: NOON - 1_000, proof: 1 }) };
    const made = { poolId: id, activityId: id, terms: pool.terms, session, held, memberId, enterpriseId: 'e1' };
    const record = newRegistration({ ...made, state: 'confirmed', answers: {}, promiseV: 1 });
    return came ? { ...record, state: 'attended', proofs: 1 } : record;
  });
  pool.used.s1 = guests;
  pool.arrived = { s1: Math.ceil(guests / 2) };
  await insert(cloud, 'activities', [activity]);
  await insert(cloud, 'pools', [pool]);
  await insert(cloud, 'registrations', records);
  await addMembers(cloud, people);
}

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addCrowded('small', 20);
  await addVolunteer(cloud, 'vol', 'small', 'large');
  await addMembers(cloud, [
    ...['small', 'large'].map((id) => memberOf(`${id}-guest`, { name: '欧阳小丽' })),
    ...['small', 'large'].map((id) => memberOf(`${id}-self`, { name: '司马小丽' })),
  ]);
});

afterAll(() => cloud.stop());

/** What each operation of the gate asks of the store, in database calls and documents read. */
async function costs(activityId: string): Promise<Record<string, [calls: number, read: number]>> {
  const found: Record<string, [number, number]> = {};
  const here = { activityId, sessionId: 's1' };
  const measured = async (name: string, asked: Promise<Called<LooseAnswer>>): Promise<unknown> => {
    const { answer, meter } = await asked;
    expect({ name, ok: answer.ok, unindexed: meter.unindexed }).toEqual({ name, ok: true, unindexed: 0 });
    found[name] = [meter.dbCalls, meter.docsRead];
    return answer.ok && answer.value;
  };
  const held = await signedUp(cloud, `${activityId}-guest`, { activityId });
  await signedUp(cloud, `${activityId}-self`, { activityId });
  await setClock(cloud, NOON);
  const ask = (op: Parameters<typeof atGate>[1], input: object, openid = 'vol') => atGate(cloud, op, input, openid);
  await measured('scan', ask('scan', { ...here, code: codeOf(held), gate: '东门' }));
  await measured('scan again', ask('scan', { ...here, code: codeOf(held) }));
  await measured('undo', ask('undo', { registrationId: held, reason: '扫错了人' }));
  await measured('admit', ask('admit', { registrationId: held }));
  const { key } = (await measured('venueKey', ask('venueKey', here))) as { key: string };
  await measured('atVenue', ask('atVenue', { code: venueCode(key, activityId, 's1', NOON) }, `${activityId}-self`));
  await measured('find', ask('find', { ...here, text: '欧阳小丽' }));
  await measured('arrivals', ask('arrivals', here));
  await measured('duties', ask('duties', {}));
  return found;
}

let small: Awaited<ReturnType<typeof costs>>;

test('at a gate of twenty guests every operation costs exactly what is documented', async () => {
  small = await costs('small');
  expect(small).toEqual({
    // Caller; registration, activity, member; change, record, pool, noted as done; enterprise.
    scan: [9, 8],
    // Caller; registration, activity, member; enterprise.
    'scan again': [5, 5],
    // Caller; registration, activity; change, record, log, pool, noted as done; member, enterprise.
    undo: [10, 8],
    admit: [9, 8],
    // Caller; activity.
    venueKey: [2, 2],
    // Caller; which registration; that, activity; change, record, pool, noted as done.
    atVenue: [8, 7],
    // Caller; activity; two of that name; what they hold here, which one of them does; their enterprise.
    find: [6, 6],
    // Caller; the pool.
    arrivals: [2, 2],
    // Caller; the activities that the grants name.
    duties: [2, 2],
  });
});

test('at a gate of nearly two thousand it costs what it costs at one of twenty', async () => {
  await addCrowded('large', 1_900);
  expect(await costs('large')).toEqual({ ...small, duties: [2, 3] });
});
