import type { RegistrationRecord } from '../../../domain/signup/registration';
import type { RegistrationState } from '../../../types/vocabulary';
import type { RunningCloud } from '../../support/cloud';
import { DAY, HOUR, NOON, plan, session } from '../../support/plans';
import { chance, oneOf, saySeed } from '../../support/seed';
import { addActivities, addMembers, insert, memberOf, setClock, startTown } from '../../support/town';

const random = chance(saySeed());
const me = memberOf('ann');
const STATES: RegistrationState[] = ['confirmed', 'confirmed', 'cancelled', 'attended', 'absent'];

/** Seventy registrations of one member in a year, and some of somebody else's among them. */
const RECORDS: RegistrationRecord[] = Array.from({ length: 80 }, (_, at) => {
  const startsAt = NOON + Math.floor((random() * 200 - 100) * DAY);
  const id = `r${String(at).padStart(3, '0')}`;
  return {
    _id: id,
    v: 1,
    rev: 0,
    memberId: at < 70 ? me._id : 'somebody',
    activityId: `act-${at}`,
    poolId: `act-${at}`,
    holdKey: id,
    sessionId: 's1',
    counters: ['s1'],
    state: oneOf(STATES, random),
    enterpriseId: 'e1',
    answers: {},
    seats: 1,
    signedUpAt: startsAt - DAY,
    cancelUntil: startsAt - HOUR,
    endsAt: startsAt + HOUR,
    startKey: `${startsAt}_${id}`,
    cameKey: `${startsAt - DAY}_${id}`,
    proofs: 0,
    promiseV: 1,
    news: [],
    requests: [],
    ...(at === 3 && { state: 'cancelled' as const, void: true as const }),
  };
});

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addMembers(cloud, [me]);
  await addActivities(
    cloud,
    ...RECORDS.map(({ activityId, endsAt }) =>
      plan({ id: activityId, sessions: [{ ...session('s1', 9), startsAt: endsAt - HOUR, endsAt }] }),
    ),
  );
  await insert(cloud, 'registrations', RECORDS);
});

afterAll(() => cloud.stop());

async function all(when: 'upcoming' | 'past'): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const input = { when, ...(cursor !== undefined && { cursor }) };
    const { answer } = await cloud.call('activity', 'mine', input, { openid: 'ann' });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    expect(answer.value.items.length).toBeLessThanOrEqual(20);
    found.push(...answer.value.items.map(({ id }) => id));
    cursor = answer.value.next;
  } while (cursor !== undefined);
  return found;
}

const own = RECORDS.filter(({ memberId, void: hidden }) => memberId === me._id && !hidden);
const key = (id: string) => own.find(({ _id }) => _id === id)?.startKey ?? '';
const isUpcoming = ({ state, endsAt }: RegistrationRecord, now: number) =>
  (state === 'confirmed' || state === 'attended') && endsAt > now;

test.each([NOON, NOON + 30 * DAY])(
  'what is held and not over is upcoming, by its start; all the rest is past, latest first',
  async (now) => {
    await setClock(cloud, now);
    const upcoming = own.filter((record) => isUpcoming(record, now)).map(({ _id }) => _id);
    const past = own.filter((record) => !isUpcoming(record, now)).map(({ _id }) => _id);
    expect(await all('upcoming')).toEqual(upcoming.sort((a, b) => (key(a) < key(b) ? -1 : 1)));
    expect(await all('past')).toEqual(past.sort((a, b) => (key(a) < key(b) ? 1 : -1)));
  },
);

test('a visitor and a member without registrations have none', async () => {
  const { answer } = await cloud.call('activity', 'mine', { when: 'past' }, { openid: 'stranger' });
  expect(answer).toEqual({ ok: true, value: { items: [], now: expect.any(Number) } });
});
