import type { LeaguePlan } from '../../types/contract';
import type { RunningCloud } from './cloud';
import type { Command, Prepare } from './crash-command';
import { leagueNow } from './drawn-league';
import { clockOf } from './gate';
import { addColleagues, atLeague, join, leaguePlan, openLeague, requestId, teamOf } from './league-town';
import { accepted } from './organizing';
import { DAY, HOUR } from './plans';
import { FIRST_ADMIN, memberOf } from './town';

/** Answers that are made when they are given say so; those of draws and matches say when the command was accepted. */
const NOW = ['now'];

const command = (op: string, input: object, openid = FIRST_ADMIN): Command => ({
  ...{ fn: 'league', op, input, openid, varies: NOW },
  requestId: requestId(),
});

/** A plan whose entries stay open and whose evenings lie ahead, however far the rounds before have moved the clock. */
export async function planAhead(cloud: RunningCloud, changes: Partial<LeaguePlan> = {}): Promise<LeaguePlan> {
  const now = await clockOf(cloud);
  const openings = [2, 3].map((day) => ({ startsAt: now + day * DAY, endsAt: now + day * DAY + 10 * HOUR }));
  const courts = ['ca', 'cb'].map((id) => ({ id, name: `${id} 台`, openings }));
  return leaguePlan({ most: 24, opensAt: now - HOUR, lockAt: now + DAY, courts, answer: 1_440, ...changes });
}

/** A league of its own with one team of three: what a round leaves concerns no other. */
async function scene(cloud: RunningCloud, tag: string) {
  const leagueId = await openLeague(cloud, await planAhead(cloud));
  const openids = [0, 1, 2, 3].map((at) => `league-${tag}-${at}`);
  const [captain = '', second = '', third = '', other = ''] = openids;
  await addColleagues(cloud, openids);
  const { id: entryId, invite } = await teamOf(cloud, leagueId, captain, `队 ${tag}`);
  for (const openid of [second, third]) accepted(await join(cloud, invite, openid));
  return { leagueId, entryId, invite, captain, second, third, other, at: { leagueId, entryId } };
}

async function drafted(cloud: RunningCloud): Promise<string> {
  return accepted((await atLeague(cloud, 'createLeague', { plan: await planAhead(cloud) })).answer).id;
}

const memberId = (openid: string) => memberOf(openid)._id;

/** Every command about entries, rosters and plans of leagues that writes, by its name. */
export const LEAGUE_ENTRIES: Record<string, Prepare> = {
  async enter(cloud, tag) {
    const { leagueId, other } = await scene(cloud, tag);
    return command('enter', { leagueId, name: `新队 ${tag}` }, other);
  },
  async joinEntry(cloud, tag) {
    const { invite, other } = await scene(cloud, tag);
    return command('joinEntry', { invite }, other);
  },
  async leaveEntry(cloud, tag) {
    const { at, second } = await scene(cloud, tag);
    return command('leaveEntry', at, second);
  },
  /** The last one, who takes the entry and its place along. */
  async leaveLast(cloud, tag) {
    const { leagueId, other } = await scene(cloud, tag);
    const { id: entryId } = await teamOf(cloud, leagueId, other, `独 ${tag}`);
    return command('leaveEntry', { leagueId, entryId }, other);
  },
  async removePlayer(cloud, tag) {
    const { at, captain, third } = await scene(cloud, tag);
    return command('removePlayer', { ...at, memberId: memberId(third) }, captain);
  },
  async removeByOrganizer(cloud, tag) {
    const { at, third } = await scene(cloud, tag);
    return command('removePlayer', { ...at, memberId: memberId(third), reason: '调岗了' });
  },
  async addPlayer(cloud, tag) {
    const { at, other } = await scene(cloud, tag);
    return command('addPlayer', { ...at, memberId: memberId(other), reason: '队长联系不上' });
  },
  async handOver(cloud, tag) {
    const { at, captain, second } = await scene(cloud, tag);
    return command('handOver', { ...at, memberId: memberId(second) }, captain);
  },
  async arrange(cloud, tag) {
    const { at, captain } = await scene(cloud, tag);
    return command('arrange', { ...at, substitutes: [] }, captain);
  },
  async renameEntry(cloud, tag) {
    const { at, captain } = await scene(cloud, tag);
    return command('renameEntry', { ...at, name: `改名 ${tag}` }, captain);
  },
  async withdraw(cloud, tag) {
    const { at, captain } = await scene(cloud, tag);
    return command('withdraw', at, captain);
  },
  async follow(cloud, tag) {
    const { at, other } = await scene(cloud, tag);
    return command('follow', { ...at, follow: true }, other);
  },
  /** Somebody leaves the union with a place in a roster. */
  async leaveWithRoster(cloud, tag) {
    const { captain } = await scene(cloud, tag);
    return { ...command('leave', { confirm: true }, captain), fn: 'member' };
  },
  async createLeague(cloud, tag) {
    return command('createLeague', { plan: await planAhead(cloud, { title: `新的 ${tag}` }) });
  },
  async editLeague(cloud, tag) {
    const leagueId = await drafted(cloud);
    const { rev } = await leagueNow(cloud, leagueId);
    return command('editLeague', { leagueId, rev, plan: await planAhead(cloud, { title: `改过 ${tag}` }) });
  },
  async publishLeague(cloud) {
    return command('publishLeague', { leagueId: await drafted(cloud) });
  },
  async cancelLeague(cloud, tag) {
    const { leagueId } = await scene(cloud, tag);
    return command('cancelLeague', { leagueId, reason: '改期' });
  },
};
