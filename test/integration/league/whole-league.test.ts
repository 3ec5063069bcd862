import { byTime } from '../../../domain/league/fixture-view';
import type { StoredParticipation } from '../../../domain/participation/participation';
import type { EntryRecord } from '../../../domain/points/account';
import type { RunningCloud } from '../../support/cloud';
import {
  addLeague,
  addReferee,
  atLeague,
  captainOf,
  entryOf,
  isPaired,
  leagueNow,
  matchesNow,
  playOut,
  sweepLeague,
  teamOn,
  won,
} from '../../support/drawn-league';
import { accepted } from '../../support/organizing';
import { DAY, NOON } from '../../support/plans';
import { addEnterprises, documents, memberOf, setClock, startTown } from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '星联科技', e3: '蓝海生物' });
});
beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

test('a league is drawn, scheduled, played and finished, and places are worth points', async () => {
  const leagueId = 'whole';
  await addLeague(cloud, leagueId, { teams: 6, members: true });
  const drawn = accepted((await atLeague(cloud, 'draw', { leagueId, seeds: [entryOf(leagueId, 1)] })).answer);
  expect(drawn).toMatchObject({ state: 'drawn', matches: { all: 10, scheduled: 0 } });
  expect(drawn.draws).toHaveLength(1);

  const preview = accepted((await atLeague(cloud, 'previewSchedule', { leagueId })).answer);
  expect(preview).toMatchObject({ fits: true, moved: [], lacks: [] });
  const published = accepted((await atLeague(cloud, 'publishSchedule', { leagueId })).answer);
  expect(published.matches.scheduled).toBe(10);
  const matches = await matchesNow(cloud, leagueId);
  expect(matches).toEqual([...preview.items].sort(byTime).map((each) => expect.objectContaining({ id: each.id })));

  await playOut(cloud, leagueId);
  const over = accepted((await atLeague(cloud, 'finish', { leagueId })).answer);
  expect(over.state).toBe('finished');
  const best = over.placings.slice(0, 4).map(({ entry, place }) => [entry.name, place.from]);
  expect(best[0]).toEqual(['第1队', 1]);
  expect(best.map(([, place]) => place)).toEqual([1, 2, 3, 4]);

  await sweepLeague(cloud);
  const entries = await documents<EntryRecord>(cloud, 'entries');
  const captain = memberOf(captainOf(leagueId, 1))._id;
  const mine = entries.filter(({ memberId }) => memberId === captain).map(({ cause, points }) => [cause.kind, points]);
  expect(mine.sort()).toEqual([
    ['attendance', 8],
    ['placing', 30],
  ]);
  expect(entries.filter(({ cause }) => cause.kind === 'placing')).toHaveLength(3 * 5);
  const records = await documents<StoredParticipation>(cloud, 'participations');
  expect(records.filter(({ activityId, format }) => activityId === leagueId && format === 'league')).toHaveLength(30);
  expect(await leagueNow(cloud, leagueId)).not.toHaveProperty('dueAt');
});

test('a referee enters results on their own courts alone', async () => {
  const leagueId = 'referees';
  await addLeague(cloud, leagueId, { teams: 4 });
  accepted((await atLeague(cloud, 'draw', { leagueId, seeds: [] })).answer);
  await addReferee(cloud, leagueId, 'ref', ['ca']);
  await addReferee(cloud, 'whole', 'stranger', []);
  const before = (await matchesNow(cloud, leagueId)).find(isPaired);
  if (!before) throw new Error('no match');
  const enter = async (fixtureId: string, openid: string) =>
    (await atLeague(cloud, 'enterResult', { leagueId, fixtureId, outcome: won(0) }, openid)).answer;
  expect(await enter(before.id, 'ref')).toMatchObject({ refusal: 'OTHER_COURT', detail: {} });
  accepted((await atLeague(cloud, 'publishSchedule', { leagueId })).answer);
  const matches = (await matchesNow(cloud, leagueId)).filter(isPaired);
  const [mine, other] = ['一号台', '二号台'].map((name) => matches.find(({ court }) => court === name)?.id ?? '');
  expect(await enter(other ?? '', 'ref')).toMatchObject({ refusal: 'OTHER_COURT', detail: { court: '二号台' } });
  expect(await enter(mine ?? '', 'stranger')).toMatchObject({ refusal: 'FORBIDDEN' });
  expect(accepted(await enter(mine ?? '', 'ref'))).toMatchObject({ state: 'confirmed', winner: 0 });
  expect(await enter(mine ?? '', 'ref')).toMatchObject({ refusal: 'NOT_NOW', detail: { state: 'confirmed' } });
});

test('who meets whom in a match that is yet to be known, is said in words', async () => {
  const leagueId = 'words';
  await addLeague(cloud, leagueId, { teams: 4 });
  accepted((await atLeague(cloud, 'draw', { leagueId, seeds: [] })).answer);
  const { items, rounds } = accepted((await atLeague(cloud, 'fixtures', { leagueId, stage: 'final' })).answer);
  expect(rounds).toBe(2);
  const sides = items.map(({ sides: both }) => both.map((side) => (side.kind === 'from' ? side.words : side.kind)));
  expect(sides.slice(0, 2).flat().sort()).toEqual(['A 组第 1', 'A 组第 2', 'B 组第 1', 'B 组第 2']);
  expect(sides[2]).toEqual(['半决赛负者', '半决赛负者']);
});

test('nobody is drawn whose team is not complete or has given up its part', async () => {
  const leagueId = 'few';
  await addLeague(cloud, leagueId, { teams: 4, plan: { discipline: 'esports-5v5' } });
  const seeds = [entryOf(leagueId, 99)];
  const unknown = (await atLeague(cloud, 'draw', { leagueId, seeds })).answer;
  expect(unknown).toMatchObject({ refusal: 'SEED_UNKNOWN', detail: { entryId: seeds[0] } });
  const format = { first: { kind: 'groups', groups: 3, rounds: 1, bestOf: 1, minutes: 30 } };
  const unfit = (await atLeague(cloud, 'draw', { leagueId, seeds: [], format })).answer;
  expect(unfit).toMatchObject({ refusal: 'FORMAT_UNFIT', detail: { entries: 4 } });
  accepted((await atLeague(cloud, 'draw', { leagueId, seeds: [] })).answer);
  expect((await atLeague(cloud, 'draw', { leagueId, seeds: [] })).answer).toMatchObject({ refusal: 'REASON_NEEDED' });
  const anew = accepted((await atLeague(cloud, 'draw', { leagueId, seeds: [], reason: '漏了一队' })).answer);
  expect(anew.draws.map(({ reason }) => reason)).toEqual([undefined, '漏了一队']);
  const first = (await matchesNow(cloud, leagueId)).find(isPaired);
  const fixtureId = first?.id ?? '';
  accepted((await atLeague(cloud, 'enterResult', { leagueId, fixtureId, outcome: won(0) })).answer);
  const late = (await atLeague(cloud, 'draw', { leagueId, seeds: [], reason: '再来' })).answer;
  expect(late).toMatchObject({ refusal: 'ALREADY_PLAYED', detail: { fixtures: 1 } });
});

test('a match is in the list of its court, of its players, and once it is over in the results', async () => {
  const leagueId = 'lists';
  await addLeague(cloud, leagueId, { teams: 4 });
  accepted((await atLeague(cloud, 'draw', { leagueId, seeds: [] })).answer);
  accepted((await atLeague(cloud, 'publishSchedule', { leagueId })).answer);
  const all = await matchesNow(cloud, leagueId);
  const [first] = all;
  if (!first) throw new Error('no match');
  const list = async (input: object, openid = 'nobody') =>
    accepted((await atLeague(cloud, 'schedule', { leagueId, ...input }, openid)).answer).items.map(({ id }) => id);
  const court = first.court === '一号台' ? 'ca' : 'cb';
  expect(await list({ court })).toEqual(all.filter((each) => each.court === first.court).map(({ id }) => id));
  const mine = await list({ mine: true }, captainOf(leagueId, teamOn(first, 0)));
  expect(mine).toContain(first.id);
  expect(await list({ mine: true })).toEqual([]);
  expect(await list({ results: true })).toEqual([]);
  await setClock(cloud, NOON + DAY);
  accepted((await atLeague(cloud, 'enterResult', { leagueId, fixtureId: first.id, outcome: won(0) })).answer);
  expect(await list({ results: true })).toEqual([first.id]);
  expect(await list({ results: false })).not.toContain(first.id);
});
