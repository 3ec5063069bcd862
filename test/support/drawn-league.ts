import { rosterLimits } from '../../domain/league/entry';
import { activeKeyOf } from '../../domain/league/entry-record';
import { type EntryRecord, type LeagueRecord, type PlayerRecord, playerId } from '../../domain/league/league-record';
import { disciplineOfLeague } from '../../domain/league/league-state';
import type { Answer, FixtureView, LeagueContract, LeaguePlan, Outcome } from '../../types/contract';
import type { Called, RunningCloud } from './cloud';
import { accepted } from './organizing';
import { DAY, HOUR, NOON } from './plans';
import { requestIds } from './request-ids';
import { addMembers, advance, documents, FIRST_ADMIN, insert, memberOf, runSweep } from './town';

export const requestId = requestIds(61);

/** Calls an operation of leagues; typed by the contract. */
export function atLeague<O extends keyof LeagueContract & string>(
  cloud: RunningCloud,
  op: O,
  input: object,
  openid = FIRST_ADMIN,
  id = requestId(),
): Promise<Called<Answer<LeagueContract[O]>>> {
  return cloud.call('league', op, input, { openid, requestId: id });
}

const MINUTE = 60_000;

/** Two evenings from the day after `NOON` on, two courts; four groups of which the best two go on. */
export function leaguePlan(changes: Partial<LeaguePlan> = {}): LeaguePlan {
  const openings = [1, 2].map((day) => ({ startsAt: NOON + day * DAY, endsAt: NOON + day * DAY + 10 * HOUR }));
  return {
    ...{ title: '电竞联赛', tagline: '五人一队', brand: 'vital', description: ['和同事一起上场。'] },
    discipline: 'esports-5v5',
    venue: { name: '园区中心', address: '药谷路 1 号', latitude: 31.2, longitude: 121.6 },
    ...{ opensAt: NOON - DAY, lockAt: NOON + HOUR, most: 256, rest: 10, answer: 600 },
    format: {
      first: { kind: 'groups', groups: 2, rounds: 1, bestOf: 1, minutes: 30 },
      final: { take: 2, bestOf: 1, minutes: 30, placeThree: true },
    },
    courts: [
      { id: 'ca', name: '一号台', openings },
      { id: 'cb', name: '二号台', openings },
    ],
    ...changes,
  };
}

/** The captain of the n-th team, and who else plays for it. */
export const captainOf = (leagueId: string, team: number): string => `${leagueId}-${team}`;
export const playerOf = (leagueId: string, team: number, player: number): string => `${leagueId}-${team}-${player}`;
export const entryOf = (leagueId: string, team: number): string => `${leagueId}e${String(team).padStart(3, '0')}`;

function rosterOf(leagueId: string, team: number, size: number): string[] {
  const others = Array.from({ length: size - 1 }, (_, at) => playerOf(leagueId, team, at + 1));
  return [captainOf(leagueId, team), ...others];
}

function entryRecord(league: LeagueRecord, team: number, size: number, enterprises: number): EntryRecord {
  const { _id: leagueId } = league;
  const _id = entryOf(leagueId, team);
  const name = `第${team}队`;
  const enterpriseId = `e${(team % enterprises) + 1}`;
  const members = rosterOf(leagueId, team, size).map((openid) => memberOf(openid)._id);
  const roster = members.map((id, at) => [id, { joinedAt: NOON - HOUR + at, enterpriseId, substitute: false }]);
  return {
    ...{ _id, id: _id, v: 1, rev: 1, leagueId, name, captain: members[0] ?? '', members, requests: [] },
    ...{ roster: Object.fromEntries(roster), enterpriseName: `单位${enterpriseId}` },
    ...{ nameKey: `${leagueId} ${name}`, key: `${leagueId} ${name} ${_id}`, invite: `invite-${_id}` },
  };
}

function playerRecords(league: LeagueRecord, { _id: entryId, members }: EntryRecord): PlayerRecord[] {
  return members.map((memberId) => ({
    ...{ _id: playerId(league._id, memberId), v: 1, rev: 1, leagueId: league._id, memberId, entryId },
    ...{ follows: [], activeKey: league.endKey, requests: [] },
  }));
}

export interface LeagueScene {
  teams: number;
  plan?: Partial<LeaguePlan>;
  /** Whether players are members of the union, and not just names in a roster; captains always are. */
  members?: boolean;
  enterprises?: number;
}

/** An open league with complete entries, as publishing and entering would have made them. */
export async function addLeague(
  cloud: RunningCloud,
  _id: string,
  { teams, plan: changes = {}, members = false, enterprises = 3 }: LeagueScene,
): Promise<LeagueRecord> {
  const plan = leaguePlan(changes);
  const claims = Object.fromEntries(Array.from({ length: teams }, (_, at) => [entryOf(_id, at + 1), NOON - HOUR]));
  const league: LeagueRecord = {
    ...{ _id, v: 1, rev: 1, state: 'open', plan, version: 1, endKey: activeKeyOf({ _id, plan }) },
    ...{ count: teams, claims, draws: [], stages: [], entrants: {}, lots: {}, matches: {}, referees: {} },
    ...{ log: [], requests: [] },
  };
  const { least } = rosterLimits(disciplineOfLeague(league).entry);
  const entries = Array.from({ length: teams }, (_, at) => entryRecord(league, at + 1, least, enterprises));
  await insert(cloud, 'leagues', [league]);
  await insert(cloud, 'leagueEntries', entries);
  await insert(
    cloud,
    'players',
    entries.flatMap((entry) => playerRecords(league, entry)),
  );
  const people = Array.from({ length: teams }, (_, at) => rosterOf(_id, at + 1, members ? least : 1)).flat();
  await addMembers(
    cloud,
    people.map((openid) => memberOf(openid)),
  );
  return league;
}

/** The same, drawn by an organizer. */
export async function drawnLeague(cloud: RunningCloud, id: string, scene: LeagueScene) {
  await addLeague(cloud, id, scene);
  return accepted((await atLeague(cloud, 'draw', { leagueId: id, seeds: [] })).answer);
}

/** A referee of that league on those courts. */
export async function addReferee(cloud: RunningCloud, leagueId: string, openid: string, courts: string[]) {
  const grants = [{ role: 'referee' as const, scope: { kind: 'activity' as const, id: leagueId } }];
  const member = memberOf(openid, { grants });
  await addMembers(cloud, [member]);
  const { _id: memberId } = member;
  if (courts.length === 0) return;
  accepted((await atLeague(cloud, 'setReferee', { leagueId, memberId, courts })).answer);
}

export async function leagueNow(cloud: RunningCloud, id: string): Promise<LeagueRecord> {
  const league = (await documents<LeagueRecord>(cloud, 'leagues')).find(({ _id }) => _id === id);
  if (!league) throw new Error(`no league ${id}`);
  return league;
}

/** All matches as the schedule's pages say. */
export async function matchesNow(cloud: RunningCloud, leagueId: string, openid = FIRST_ADMIN): Promise<FixtureView[]> {
  const items: FixtureView[] = [];
  for (let cursor: string | undefined; ; ) {
    const input = { leagueId, ...(cursor !== undefined && { cursor }) };
    const page = accepted((await atLeague(cloud, 'schedule', input, openid)).answer);
    items.push(...page.items);
    cursor = page.next;
    if (cursor === undefined) return items;
  }
}

/** The number of the team on that side; throws while that is not known. */
export function teamOn(view: FixtureView, side: 0 | 1): number {
  const comer = view.sides[side];
  if (comer.kind !== 'entry') throw new Error(`nobody on side ${side} of ${view.id}`);
  return Number(comer.id.slice(-3));
}

export const isPaired = ({ sides }: FixtureView): boolean => sides.every(({ kind }) => kind === 'entry');

export const won = (side: 0 | 1): Outcome => ({
  kind: 'played',
  score: { kind: 'wins', wins: side === 0 ? [1, 0] : [0, 1] },
});

/** Plays all that is left, lots included: of two teams the one with the lower number wins. */
export async function playOut(cloud: RunningCloud, leagueId: string): Promise<void> {
  for (;;) {
    const open = (await matchesNow(cloud, leagueId)).filter((each) => each.state === 'unplayed' && isPaired(each));
    for (const each of open) {
      const outcome = won(teamOn(each, 0) < teamOn(each, 1) ? 0 : 1);
      accepted((await atLeague(cloud, 'enterResult', { leagueId, fixtureId: each.id, outcome })).answer);
    }
    const { lotsDue } = accepted((await atLeague(cloud, 'managedLeague', { leagueId })).answer);
    for (const { stage, group } of lotsDue)
      accepted((await atLeague(cloud, 'drawLots', { leagueId, stage, group })).answer);
    if (open.length === 0 && lotsDue.length === 0) return;
  }
}

/** The sweeps that a league rests on, when whatever was under way is certainly over. */
export async function sweepLeague(cloud: RunningCloud, runs = 2): Promise<void> {
  for (let run = 0; run < runs; run++) {
    await advance(cloud, MINUTE + 5_000);
    await runSweep(cloud, 'sweepLeagues', 'league');
    await runSweep(cloud, 'award', 'points');
    await runSweep(cloud, 'sweepAccounts', 'points');
  }
}
