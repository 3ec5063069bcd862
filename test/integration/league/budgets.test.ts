import { EJSON } from 'bson';
import type { RunningCloud } from '../../support/cloud';
import {
  atLeague,
  captainOf,
  drawnLeague,
  isPaired,
  leagueNow,
  matchesNow,
  teamOn,
  won,
} from '../../support/drawn-league';
import { accepted } from '../../support/organizing';
import { DAY, HOUR, NOON } from '../../support/plans';
import { addEnterprises, startTown } from '../../support/town';

let cloud: RunningCloud;
const leagueId = 'large';

/** 128 teams, 32 groups, a knockout of 64 with a match for place 3: 256 matches on twelve courts. */
beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  const openings = [1, 2, 3].map((day) => ({ startsAt: NOON + day * DAY, endsAt: NOON + day * DAY + 10 * HOUR }));
  await drawnLeague(cloud, leagueId, {
    teams: 128,
    enterprises: 20,
    plan: {
      format: {
        first: { kind: 'groups', groups: 32, rounds: 1, bestOf: 1, minutes: 30 },
        final: { take: 2, bestOf: 1, minutes: 30, placeThree: true },
      },
      courts: Array.from({ length: 12 }, (_, at) => ({ id: `c${at}`, name: `${at + 1}号台`, openings })),
    },
  });
});
afterAll(() => cloud.stop());

test('a schedule of 256 matches on twelve courts is published well within a function’s time', async () => {
  const began = Date.now();
  const published = accepted((await atLeague(cloud, 'publishSchedule', { leagueId })).answer);
  expect(published.matches).toMatchObject({ all: 256, scheduled: 256 });
  expect(Date.now() - began).toBeLessThan(8_000);
});

test.each([
  ['tables', { stage: 'first' }],
  ['tables', { stage: 'first', from: 'Q' }],
  ['fixtures', { stage: 'first', group: 'AB' }],
  ['fixtures', { stage: 'final' }],
  ['schedule', {}],
  ['schedule', { court: 'c3' }],
  ['schedule', { mine: true }],
  ['schedule', { results: true }],
  ['fixture', { fixtureId: 'first.A.1.1' }],
  ['fixture', { fixtureId: 'final.6.1' }],
] as const)('%s %j of 128 teams takes at most 3 calls and 200 documents', async (op, input) => {
  for (const openid of [captainOf(leagueId, 1), 'nobody', 'first-admin']) {
    const { answer, meter } = await atLeague(cloud, op, { leagueId, ...input }, openid);
    accepted(answer);
    expect(meter.dbCalls).toBeLessThanOrEqual(3);
    expect(meter.docsRead).toBeLessThanOrEqual(200);
  }
});

test('a report takes four calls, and so does a confirmation and a referee’s word', async () => {
  const [one, other] = (await matchesNow(cloud, leagueId)).filter(isPaired);
  if (!one || !other) throw new Error('no match');
  const [home, away] = ([0, 1] as const).map((side) => captainOf(leagueId, teamOn(one, side)));
  const input = { leagueId, fixtureId: one.id };
  const reported = await atLeague(cloud, 'report', { ...input, outcome: won(0) }, home);
  const confirmed = await atLeague(cloud, 'confirm', input, away);
  const entered = await atLeague(cloud, 'enterResult', { leagueId, fixtureId: other.id, outcome: won(0) });
  for (const { answer, meter } of [reported, confirmed, entered]) {
    accepted<unknown>(answer);
    expect(meter.dbCalls).toBeLessThanOrEqual(4);
  }
});

test('all places of the largest league go into one request', async () => {
  const id = 'largest';
  const openings = [1, 2, 3, 4, 5, 6].map((day) => ({
    startsAt: NOON + day * DAY,
    endsAt: NOON + day * DAY + 12 * HOUR,
  }));
  await drawnLeague(cloud, id, {
    teams: 256,
    enterprises: 20,
    plan: {
      format: {
        first: { kind: 'groups', groups: 64, rounds: 1, bestOf: 1, minutes: 30 },
        final: { take: 2, bestOf: 1, minutes: 30, placeThree: true },
      },
      courts: Array.from({ length: 16 }, (_, at) => ({ id: `c${at}`, name: `${at + 1}号台`, openings })),
    },
  });
  const began = Date.now();
  const published = accepted((await atLeague(cloud, 'publishSchedule', { leagueId: id })).answer);
  expect(published.matches).toMatchObject({ all: 512, scheduled: 512 });
  expect(Date.now() - began).toBeLessThan(9_000);
  const { matches } = await leagueNow(cloud, id);
  const places = Object.entries(matches).map(([key, { placement }]) => [`matches.${key}.placement`, placement]);
  // As the SDK sends it: canonical EJSON, as a text within the body.
  const data = EJSON.stringify({ $set: Object.fromEntries(places) }, { relaxed: false });
  expect(Buffer.byteLength(JSON.stringify({ data }))).toBeLessThan(95_000);
});
