import type { MessageRecord } from '../../../domain/message/message';
import type { FixtureView, Outcome } from '../../../types/contract';
import type { RunningCloud } from '../../support/cloud';
import {
  atLeague,
  captainOf,
  drawnLeague,
  isPaired,
  leagueNow,
  matchesNow,
  playerOf,
  playOut,
  requestId,
  sweepLeague,
  teamOn,
  won,
} from '../../support/drawn-league';
import { accepted } from '../../support/organizing';
import { photoOf } from '../../support/photos';
import { HOUR, NOON } from '../../support/plans';
import { addEnterprises, addMembers, advance, documents, memberOf, setClock, startTown } from '../../support/town';

let cloud: RunningCloud;
let made = 0;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '星联科技', e3: '蓝海生物' });
});
beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

/** A league of four teams, all against all, and its first match with both captains. */
async function scene() {
  const leagueId = `r${++made}`;
  const first = { kind: 'groups' as const, groups: 1, rounds: 1 as const, bestOf: 1, minutes: 30 };
  await drawnLeague(cloud, leagueId, { teams: 4, plan: { format: { first } } });
  const match = (await matchesNow(cloud, leagueId)).find(isPaired);
  if (!match) throw new Error('no match');
  const [home, away] = ([0, 1] as const).map((side) => captainOf(leagueId, teamOn(match, side)));
  return { leagueId, fixtureId: match.id, match, home: home ?? '', away: away ?? '' };
}

type Op = 'report' | 'confirm' | 'dispute' | 'takeBack' | 'enterResult';

const say = async (op: Op, at: { leagueId: string; fixtureId: string }, openid: string, more: object = {}) =>
  (await atLeague(cloud, op, { leagueId: at.leagueId, fixtureId: at.fixtureId, ...more }, openid)).answer;

const seen = async (at: { leagueId: string; fixtureId: string }, openid: string) =>
  accepted((await atLeague(cloud, 'fixture', { leagueId: at.leagueId, fixtureId: at.fixtureId }, openid)).answer);

test('what one captain reports counts once the other one confirms it', async () => {
  const at = await scene();
  expect((await seen(at, at.home)).acts).toEqual(['report']);
  const reported = accepted(await say('report', at, at.home, { outcome: won(1) }));
  expect(reported).toMatchObject({ state: 'reported', reportedBy: 0, mySide: 0, winner: 1 });
  expect(reported.acts).toEqual(['report', 'take-back']);
  expect((await seen(at, at.away)).acts).toEqual(['confirm', 'dispute']);
  expect(await say('confirm', at, at.home)).toMatchObject({ refusal: 'NOT_YOURS' });
  expect(accepted(await say('confirm', at, at.away))).toMatchObject({ state: 'confirmed', acts: [] });
  expect(accepted(await say('confirm', at, at.away))).toMatchObject({ state: 'confirmed' });
  const { tables } = accepted((await atLeague(cloud, 'tables', { leagueId: at.leagueId, stage: 'first' })).answer);
  expect(tables[0]?.rows[0]).toMatchObject({ entry: { name: `第${teamOn(at.match, 1)}队` }, won: 1, played: 1 });
});

test('who is no captain of the two says nothing of a match, and sees no dispute', async () => {
  const at = await scene();
  await addMembers(cloud, [memberOf(playerOf(at.leagueId, teamOn(at.match, 0), 1))]);
  const player = playerOf(at.leagueId, teamOn(at.match, 0), 1);
  for (const openid of [player, 'nobody']) {
    expect(await say('report', at, openid, { outcome: won(0) })).toMatchObject({ refusal: 'NOT_CAPTAIN' });
  }
  accepted(await say('report', at, at.home, { outcome: won(0) }));
  accepted(await say('dispute', at, at.away, { words: '第二局没打完', photos: [] }));
  expect((await seen(at, player)).dispute).toMatchObject({ by: 1, words: '第二局没打完' });
  expect(await seen(at, 'nobody')).not.toHaveProperty('dispute');
});

test('a dispute waits for a referee, with words and photos, and is over with their word', async () => {
  const at = await scene();
  accepted(await say('report', at, at.home, { outcome: won(0) }));
  const { photoFolder: folder = '' } = await seen(at, at.away);
  const photos = [photoOf(at.away, 'board', 'league')];
  expect(photos[0]).toContain(`/${folder}/board`);
  expect(await seen(at, at.home)).not.toHaveProperty('photoFolder');
  const strange = await say('dispute', at, at.away, { words: '记反了', photos: [photoOf(at.home, 'board', 'league')] });
  expect(strange).toMatchObject({ refusal: 'BAD_INPUT', detail: { issues: [{ path: 'photos.0' }] } });
  const claims = won(1);
  const disputed = accepted(await say('dispute', at, at.away, { words: '记反了', photos, claims }));
  expect(disputed).toMatchObject({ state: 'disputed', dispute: { by: 1, words: '记反了', photos, claims }, acts: [] });
  const managed = accepted((await atLeague(cloud, 'managedLeague', { leagueId: at.leagueId })).answer);
  expect(managed.disputed.map(({ id }) => id)).toEqual([at.fixtureId]);
  expect(await say('report', at, at.home, { outcome: won(0) })).toMatchObject({ refusal: 'NOT_NOW' });
  const ruled = accepted(await say('enterResult', at, 'first-admin', { outcome: won(1) }));
  expect(ruled).toMatchObject({ state: 'confirmed', winner: 1, acts: ['correct'] });
  await sweepLeague(cloud, 1);
  const told = (await documents<MessageRecord>(cloud, 'messages')).filter(
    (each) => each.about === 'league' && each.leagueId === at.leagueId && each.kind === 'match-decided',
  );
  expect(new Set(told.map(({ memberId }) => memberId)).size).toBe(10);
});

test('no answer confirms at its instant, whether or not a sweep has been there', async () => {
  const at = await scene();
  const { dueAt = 0 } = accepted(await say('report', at, at.home, { outcome: won(0) }));
  expect(dueAt - NOON).toBeGreaterThanOrEqual(10 * HOUR);
  await setClock(cloud, dueAt - 60_000);
  expect((await seen(at, at.away)).acts).toEqual(['confirm', 'dispute']);
  await setClock(cloud, dueAt);
  expect(await seen(at, at.away)).toMatchObject({ state: 'confirmed', acts: [] });
  const late = await say('dispute', at, at.away, { words: '', photos: [] });
  expect(late).toMatchObject({ refusal: 'ALREADY_CONFIRMED', detail: { dueAt } });
  expect(await say('takeBack', at, at.home)).toMatchObject({ refusal: 'ALREADY_CONFIRMED' });
  await sweepLeague(cloud, 1);
  const key = at.fixtureId.replaceAll('.', '_');
  expect((await leagueNow(cloud, at.leagueId)).matches[key]?.result).toMatchObject({ state: 'confirmed' });
});

test('the other captain hears of a report, and nobody hears of one that was taken back', async () => {
  const at = await scene();
  const [one, other] = [at, await scene()];
  accepted(await say('report', one, one.home, { outcome: won(0) }));
  accepted(await say('report', other, other.home, { outcome: won(0) }));
  accepted(await say('takeBack', other, other.home));
  await sweepLeague(cloud, 1);
  const told = (await documents<MessageRecord>(cloud, 'messages')).flatMap((each) =>
    each.about === 'league' && each.kind === 'match-reported' ? [[each.leagueId, each.memberId]] : [],
  );
  const ours = told.filter(([leagueId]) => leagueId === one.leagueId || leagueId === other.leagueId);
  expect(ours).toEqual([[one.leagueId, memberOf(one.away)._id]]);
});

test('a score that the discipline cannot produce is refused with its reason', async () => {
  const at = await scene();
  const outcome: Outcome = { kind: 'played', score: { kind: 'wins', wins: [2, 0] } };
  expect(await say('report', at, at.home, { outcome })).toMatchObject({
    refusal: 'BAD_SCORE',
    detail: { issue: { code: 'impossible-wins' } },
  });
});

test('a report that is sent again is answered the same, and with another score is refused', async () => {
  const at = await scene();
  const id = requestId();
  const send = async (side: 0 | 1) => {
    const input = { leagueId: at.leagueId, fixtureId: at.fixtureId, outcome: won(side) };
    return (await atLeague(cloud, 'report', input, at.home, id)).answer;
  };
  const first = await send(0);
  await advance(cloud, HOUR);
  expect(await send(0)).toEqual(first);
  expect(await send(1)).toMatchObject({ refusal: 'REQUEST_REUSED' });
});

test('players and those who follow them are reminded half an hour before a match, once', async () => {
  const at = await scene();
  accepted((await atLeague(cloud, 'publishSchedule', { leagueId: at.leagueId })).answer);
  const first = (await matchesNow(cloud, at.leagueId))[0];
  const startsAt = first?.startsAt ?? 0;
  const reminders = async () =>
    (await documents<MessageRecord>(cloud, 'messages')).filter(
      (each) => each.about === 'league' && each.leagueId === at.leagueId && each.kind === 'match-soon',
    );
  await setClock(cloud, startsAt - 32 * 60_000);
  await sweepLeague(cloud, 1);
  expect(await reminders()).toEqual([]);
  await sweepLeague(cloud, 1);
  const beginning = (await matchesNow(cloud, at.leagueId)).filter((each) => each.startsAt === startsAt);
  expect(await reminders()).toHaveLength(beginning.length * 10);
  await sweepLeague(cloud, 1);
  expect(await reminders()).toHaveLength(beginning.length * 10);
});

describe('correcting', () => {
  const outcomeOf = (match: FixtureView, winner: number): Outcome => won(teamOn(match, 0) === winner ? 0 : 1);

  async function semiFinals() {
    const leagueId = `k${++made}`;
    const first = { kind: 'knockout' as const, placeThree: false, bestOf: 1, minutes: 30 };
    await drawnLeague(cloud, leagueId, { teams: 4, plan: { format: { first } } });
    await playOut(cloud, leagueId);
    const all = await matchesNow(cloud, leagueId);
    const [semi, final] = [1, 2].map((round) => all.find((each) => each.round === round && teamsOf(each).includes(1)));
    if (!semi || !final) throw new Error('no matches');
    return { leagueId, semi, final, loser: teamsOf(semi).find((team) => team !== 1) ?? 0 };
  }

  const teamsOf = (match: FixtureView): number[] => ([0, 1] as const).map((side) => teamOn(match, side));

  const correct = async (leagueId: string, fixtureId: string, outcome?: Outcome) =>
    (await atLeague(cloud, 'correct', { leagueId, fixtureId, reason: '记错了', ...(outcome && { outcome }) })).answer;

  test('a semi-final is not turned once the final is played; with the final taken back it is', async () => {
    const { leagueId, semi, final, loser } = await semiFinals();
    const turned = outcomeOf(semi, loser);
    const refused = await correct(leagueId, semi.id, turned);
    expect(refused).toMatchObject({ refusal: 'NEXT_PLAYED', detail: { void: [final.id] } });
    const stays = (await matchesNow(cloud, leagueId)).find(({ id }) => id === semi.id);
    expect(stays?.winner).toBe(semi.winner);

    expect(accepted(await correct(leagueId, final.id))).toMatchObject({ state: 'unplayed', moved: [] });
    const corrected = accepted(await correct(leagueId, semi.id, turned));
    expect(corrected.moved.map(({ id }) => id)).toEqual([final.id]);
    const now = (await matchesNow(cloud, leagueId)).find(({ id }) => id === final.id);
    expect(now && teamsOf(now)).toContain(loser);
    expect(now && teamsOf(now)).not.toContain(1);
  });

  test('what stands the same is no correction, and what was not played cannot be corrected', async () => {
    const { leagueId, semi } = await semiFinals();
    expect(accepted(await correct(leagueId, semi.id, outcomeOf(semi, 1)))).toMatchObject({ moved: [] });
    expect(await correct(leagueId, 'first.9.9', won(0))).toMatchObject({ refusal: 'NOT_FOUND' });
    const at = await scene();
    expect(await correct(at.leagueId, at.fixtureId, won(0))).toMatchObject({ refusal: 'NOT_PLAYED' });
  });

  test('a report that is waiting is taken back by an organizer too', async () => {
    const at = await scene();
    accepted(await say('report', at, at.home, { outcome: won(0) }));
    expect(accepted(await correct(at.leagueId, at.fixtureId))).toMatchObject({ state: 'unplayed' });
  });
});
