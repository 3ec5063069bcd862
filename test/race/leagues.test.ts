import { matchKey } from '../../domain/league/league-record';
import { resultsAgree } from '../support/auditor-results';
import type { LooseAnswer, RunningCloud } from '../support/cloud';
import {
  addLeague,
  addReferee,
  atLeague,
  captainOf,
  drawnLeague,
  entryOf,
  isPaired,
  leagueNow,
  matchesNow,
  requestId,
  sweepLeague,
  teamOn,
  won,
} from '../support/drawn-league';
import { accepted } from '../support/organizing';
import { NOON } from '../support/plans';
import { tally } from '../support/rush';
import { addEnterprises, FIRST_ADMIN, setClock, startTown, untilStruck, warmUp } from '../support/town';

let cloud: RunningCloud;
let made = 0;

beforeAll(async () => {
  cloud = await startTown({ instances: 8 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await warmUp(cloud, 'league', 'leagues', {}, 6);
});

beforeEach(() => setClock(cloud, NOON));
afterEach(() => cloud.api('DELETE', 'faults'));
afterAll(() => cloud.stop());

const GROUP = { first: { kind: 'groups' as const, groups: 1, rounds: 1 as const, bestOf: 1, minutes: 30 } };

async function scene() {
  const leagueId = `r${++made}`;
  await drawnLeague(cloud, leagueId, { teams: 4, plan: { format: GROUP } });
  const match = (await matchesNow(cloud, leagueId)).find(isPaired);
  if (!match) throw new Error('no match');
  const [home = '', away = ''] = ([0, 1] as const).map((side) => captainOf(leagueId, teamOn(match, side)));
  return { leagueId, fixtureId: match.id, home, away };
}

/** Sends it as a patient device does: told that it is busy, it tries again, with the same request id. */
async function ask(op: string, input: object, openid: string): Promise<LooseAnswer> {
  const id = requestId();
  for (let tries = 0; tries < 40; tries++) {
    const { answer } = await cloud.call('league' as string, op, input, { openid, requestId: id });
    if (answer.ok || answer.refusal !== 'BUSY') return answer;
  }
  throw new Error(`${openid} was told forty times that it is busy`);
}

/** A moment after the league was read: everybody decides on what is old already. */
const pause = (fn: string, op: string | undefined, at: number, ms = 40) =>
  cloud.api('POST', 'faults', {
    ...{ function: fn, ...(op !== undefined && { op }), at, when: 'after', effect: 'delay', ms, times: 400 },
  });

const stateOf = async (leagueId: string, fixtureId: string) =>
  (await leagueNow(cloud, leagueId)).matches[matchKey(fixtureId)]?.result?.state;

test('without the guard one of two reports at once is lost, and nobody disputes it', async () => {
  let lost = 0;
  await pause('report-unguarded', undefined, 1, 300);
  for (let round = 0; round < 5; round++) {
    const { leagueId, fixtureId } = await scene();
    const report = (side: 0 | 1) =>
      cloud.call(
        'report-unguarded',
        'main',
        { leagueId, key: matchKey(fixtureId), side, outcome: won(side) },
        { openid: 'x' },
      );
    await Promise.all([report(0), report(1)]);
    if ((await stateOf(leagueId, fixtureId)) === 'reported') lost += 1;
  }
  expect(lost).toBeGreaterThan(0);
});

test('two captains who report at once the same have confirmed it, and otherwise a referee decides', async () => {
  await pause('league', 'report', 2);
  for (const [other, state] of [
    [won(0), 'confirmed'],
    [won(1), 'disputed'],
  ] as const) {
    for (let round = 0; round < 4; round++) {
      const at = await scene();
      const { leagueId, fixtureId } = at;
      const answers = await Promise.all([
        ask('report', { leagueId, fixtureId, outcome: won(0) }, at.home),
        ask('report', { leagueId, fixtureId, outcome: other }, at.away),
      ]);
      expect(tally(answers)).toEqual({ ok: 2 });
      expect(await stateOf(leagueId, fixtureId)).toBe(state);
      expect(await resultsAgree(cloud, { only: leagueId })).toEqual([]);
    }
  }
});

test('of a confirmation and a dispute at once, on two phones of one captain, one stands', async () => {
  await pause('league', 'confirm', 2);
  await pause('league', 'dispute', 2);
  for (let round = 0; round < 6; round++) {
    const at = await scene();
    const { leagueId, fixtureId } = at;
    accepted(await ask('report', { leagueId, fixtureId, outcome: won(0) }, at.home));
    const [confirmed, disputed] = await Promise.all([
      ask('confirm', { leagueId, fixtureId }, at.away),
      ask('dispute', { leagueId, fixtureId, words: '不对', photos: [] }, at.away),
    ]);
    const state = await stateOf(leagueId, fixtureId);
    expect(tally([confirmed, disputed])).toEqual({ ok: 1, NOT_NOW: 1 });
    expect(state).toBe(confirmed.ok ? 'confirmed' : 'disputed');
  }
});

test('of two referees who enter a result at once one has entered it, and the other hears so', async () => {
  await pause('league', 'enterResult', 2);
  for (let round = 0; round < 4; round++) {
    const { leagueId, fixtureId } = await scene();
    accepted((await atLeague(cloud, 'publishSchedule', { leagueId })).answer);
    const referees = [`one-${made}`, `two-${made}`];
    for (const openid of referees) await addReferee(cloud, leagueId, openid, ['ca', 'cb']);
    const answers = await Promise.all(
      referees.map((openid, side) =>
        ask('enterResult', { leagueId, fixtureId, outcome: won(side === 0 ? 0 : 1) }, openid),
      ),
    );
    expect(tally(answers)).toEqual({ ok: 1, NOT_NOW: 1 });
  }
});

test('results of many matches at once are all there', async () => {
  const { leagueId } = await scene();
  const all = (await matchesNow(cloud, leagueId)).filter(isPaired);
  const answers = await Promise.all(
    all.map(({ id: fixtureId }) => ask('enterResult', { leagueId, fixtureId, outcome: won(0) }, FIRST_ADMIN)),
  );
  expect(tally(answers)).toEqual({ ok: 6 });
  const states = (await matchesNow(cloud, leagueId)).map(({ state }) => state);
  expect(states).toEqual(all.map(() => 'confirmed'));
});

test('who gives up their part while the draw is made loses their matches all the same', async () => {
  const leagueId = 'meanwhile';
  await addLeague(cloud, leagueId, { teams: 4, plan: { format: GROUP } });
  // The draw has looked at the entries and not yet written what came of it.
  const slow = { function: 'league', op: 'draw', at: 4, when: 'before', effect: 'delay', ms: 2_000 };
  await cloud.api('POST', 'faults', slow);
  const draw = ask('draw', { leagueId, seeds: [] }, FIRST_ADMIN);
  await untilStruck(cloud);
  const entryId = entryOf(leagueId, 2);
  accepted(await ask('withdraw', { leagueId, entryId }, captainOf(leagueId, 2)));
  accepted(await draw);
  expect((await leagueNow(cloud, leagueId)).entrants[entryId]).not.toHaveProperty('withdrawnAt');
  await sweepLeague(cloud);
  expect((await leagueNow(cloud, leagueId)).entrants[entryId]).toHaveProperty('withdrawnAt');
  const mine = (await matchesNow(cloud, leagueId)).filter((each) =>
    [0, 1].some((side) => teamOn(each, side as 0 | 1) === 2),
  );
  expect(mine.map(({ state }) => state)).toEqual(['walkover', 'walkover', 'walkover']);
  expect(await resultsAgree(cloud, { swept: true, only: leagueId })).toEqual([]);
});

test('a result that comes in while a sweep tells of others is told too, and nothing of it is lost', async () => {
  const at = await scene();
  const { leagueId, fixtureId } = at;
  accepted(await ask('report', { leagueId, fixtureId, outcome: won(0) }, at.home));
  accepted(await ask('dispute', { leagueId, fixtureId, words: '', photos: [] }, at.away));
  await Promise.all([sweepLeague(cloud, 1), ask('enterResult', { leagueId, fixtureId, outcome: won(1) }, FIRST_ADMIN)]);
  await sweepLeague(cloud, 1);
  expect(await stateOf(leagueId, fixtureId)).toBe('confirmed');
  expect(await resultsAgree(cloud, { swept: true, only: leagueId })).toEqual([]);
});
