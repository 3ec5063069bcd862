import type { StoredParticipation } from '../../../domain/participation/participation';
import type { EntryRecord } from '../../../domain/points/account';
import type { AuditRecord } from '../../../domain/points/audit-record';
import type { FixtureView, Outcome } from '../../../types/contract';
import { resultsAgree } from '../../support/auditor-results';
import type { RunningCloud } from '../../support/cloud';
import {
  atLeague,
  captainOf,
  drawnLeague,
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
import { addEnterprises, advance, documents, memberOf, runSweep, setClock, startTown } from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '星联科技', e3: '蓝海生物' });
});
beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

const GROUP = { first: { kind: 'groups' as const, groups: 1, rounds: 1 as const, bestOf: 1, minutes: 30 } };

async function placingsOf(openid: string) {
  const { _id } = memberOf(openid);
  const entries = (await documents<EntryRecord>(cloud, 'entries')).filter(({ memberId }) => memberId === _id);
  return entries
    .filter(({ cause }) => cause.kind === 'placing')
    .sort((a, b) => a.n - b.n)
    .map(({ cause, points }) => [cause.kind === 'placing' ? cause.place : 0, points]);
}

/** What the nightly audit of the books of points says of them. */
async function nightly(): Promise<unknown> {
  await advance(cloud, DAY);
  await runSweep(cloud, 'audit', 'points');
  const [audit] = (await documents<AuditRecord>(cloud, 'audits')).sort((a, b) => (a._id < b._id ? 1 : -1));
  return audit && { state: audit.state, faults: audit.faults };
}

const between = (matches: readonly FixtureView[], one: number, other: number): FixtureView => {
  const found = matches.find((each) => {
    const teams = [teamOn(each, 0), teamOn(each, 1)];
    return teams.includes(one) && teams.includes(other);
  });
  if (!found) throw new Error(`${one} and ${other} do not meet`);
  return found;
};

const forTeam = (match: FixtureView, team: number): Outcome => won(teamOn(match, 0) === team ? 0 : 1);

test('a correction after the end takes points back and posts others, as often as places change', async () => {
  const leagueId = 'corrected';
  await drawnLeague(cloud, leagueId, { teams: 3, members: true, plan: { format: GROUP } });
  await playOut(cloud, leagueId);
  accepted((await atLeague(cloud, 'finish', { leagueId })).answer);
  await sweepLeague(cloud);
  expect(await placingsOf(captainOf(leagueId, 1))).toEqual([[1, 30]]);
  expect(await resultsAgree(cloud, { swept: true })).toEqual([]);

  const match = between(await matchesNow(cloud, leagueId), 1, 2);
  const turn = (team: number) =>
    atLeague(cloud, 'correct', { leagueId, fixtureId: match.id, outcome: forTeam(match, team), reason: '记反了' });
  accepted((await turn(2)).answer);
  await sweepLeague(cloud);
  expect(await placingsOf(captainOf(leagueId, 1))).toEqual([
    [1, 30],
    [1, -30],
    [2, 20],
  ]);
  expect(await placingsOf(captainOf(leagueId, 2))).toEqual([
    [2, 20],
    [2, -20],
    [1, 30],
  ]);
  expect(await placingsOf(captainOf(leagueId, 3))).toEqual([[3, 10]]);
  expect(await resultsAgree(cloud, { swept: true })).toEqual([]);

  accepted((await turn(1)).answer);
  await sweepLeague(cloud);
  expect((await placingsOf(captainOf(leagueId, 1))).slice(3)).toEqual([
    [2, -20],
    [1, 30],
  ]);
  expect(await resultsAgree(cloud, { swept: true })).toEqual([]);
  expect(await leagueNow(cloud, leagueId)).toMatchObject({ state: 'finished', recounts: 2, champion: '第1队' });
  const gone = await atLeague(cloud, 'correct', { leagueId, fixtureId: match.id, reason: '重打' });
  expect(gone.answer).toMatchObject({ refusal: 'NOT_NOW', detail: { state: 'finished' } });
  expect(await nightly()).toEqual({ state: 'done', faults: 0 });
});

test('who never stood on a court took no part, and has no points of a place', async () => {
  const leagueId = 'absent';
  await drawnLeague(cloud, leagueId, { teams: 3, members: true, plan: { format: GROUP } });
  for (const match of (await matchesNow(cloud, leagueId)).filter(isPaired)) {
    const side = ([0, 1] as const).find((each) => teamOn(match, each) === 3);
    const outcome = side === undefined ? won(0) : { kind: 'walkover', side };
    accepted((await atLeague(cloud, 'enterResult', { leagueId, fixtureId: match.id, outcome })).answer);
  }
  accepted((await atLeague(cloud, 'finish', { leagueId })).answer);
  await sweepLeague(cloud);
  const { _id } = memberOf(captainOf(leagueId, 3));
  const records = await documents<StoredParticipation>(cloud, 'participations');
  expect(records.filter(({ memberId }) => memberId === _id)).toEqual([]);
  expect(await placingsOf(captainOf(leagueId, 3))).toEqual([]);
  expect(await resultsAgree(cloud, { swept: true })).toEqual([]);

  const match = between(await matchesNow(cloud, leagueId), 1, 3);
  const correction = { leagueId, fixtureId: match.id, outcome: forTeam(match, 1), reason: '其实来了' };
  accepted((await atLeague(cloud, 'correct', correction)).answer);
  await sweepLeague(cloud);
  expect(await placingsOf(captainOf(leagueId, 3))).toEqual([[3, 10]]);
  expect(await resultsAgree(cloud, { swept: true })).toEqual([]);
});

test('a league is over only when nothing is left to be played or drawn', async () => {
  const leagueId = 'not-over';
  await drawnLeague(cloud, leagueId, { teams: 3, plan: { format: GROUP } });
  const finish = async () => (await atLeague(cloud, 'finish', { leagueId })).answer;
  expect(await finish()).toMatchObject({ refusal: 'NOT_OVER', detail: { left: 3, lots: 0 } });
  const all = await matchesNow(cloud, leagueId);
  for (const [one, other] of [
    [1, 2],
    [2, 3],
    [3, 1],
  ] as const) {
    const match = between(all, one, other);
    const input = { leagueId, fixtureId: match.id, outcome: forTeam(match, one) };
    accepted((await atLeague(cloud, 'enterResult', input)).answer);
  }
  expect(await finish()).toMatchObject({ refusal: 'NOT_OVER', detail: { left: 0, lots: 1 } });
  const lots = { leagueId, stage: 'first', group: 'A' };
  expect(accepted((await atLeague(cloud, 'drawLots', lots)).answer).lotsDue).toEqual([]);
  expect((await atLeague(cloud, 'drawLots', lots)).answer).toMatchObject({ refusal: 'NOT_DUE' });
  const { tables } = accepted((await atLeague(cloud, 'tables', { leagueId, stage: 'first' })).answer);
  expect(tables[0]?.rows.map(({ place, why }) => [place.from, why.includes('抽签')])).toEqual([
    [1, true],
    [2, true],
    [3, true],
  ]);
  expect(accepted(await finish()).placings.map(({ place }) => place.from)).toEqual([1, 2, 3]);
});

test('who gives up their part after the draw loses what is left', async () => {
  const leagueId = 'gives-up';
  const first = { kind: 'knockout' as const, placeThree: false, bestOf: 1, minutes: 30 };
  await drawnLeague(cloud, leagueId, { teams: 4, plan: { format: { first } } });
  accepted(
    (await atLeague(cloud, 'withdraw', { leagueId, entryId: entryOf(leagueId, 1) }, captainOf(leagueId, 1))).answer,
  );
  const all = await matchesNow(cloud, leagueId);
  const mine = all.find((each) => isPaired(each) && [teamOn(each, 0), teamOn(each, 1)].includes(1));
  expect(mine).toMatchObject({ state: 'walkover' });
  expect(await resultsAgree(cloud)).toEqual([]);
});
