import { addChallenge, ask, checkedIn, reading, requestId } from './challenge-town';
import { challengePlan } from './challenges';
import type { RunningCloud } from './cloud';
import type { Command, Prepare } from './crash-command';
import { accepted } from './organizing';
import { addReaders, addSeen, joinTeam, teamBy } from './team-town';
import { FIRST_ADMIN } from './town';

/** One challenge for all rounds: its board is everybody's. */
const TEAMS = 'in-teams';

export async function startTeams(cloud: RunningCloud): Promise<void> {
  await addChallenge(cloud, TEAMS, { entry: 'team', goal: 2, endsOn: '2027-06-30' });
}

const command = (op: string, input: object, openid = FIRST_ADMIN): Command => ({
  ...{ fn: 'reading', op, input, openid, requestId: requestId() },
});

/** Three who read, in a team of their own. */
async function scene(cloud: RunningCloud, tag: string) {
  const openids = [0, 1, 2].map((at) => `team-${tag}-${at}`);
  const [captain = '', second = '', third = ''] = openids;
  await addReaders(cloud, TEAMS, openids);
  for (const openid of openids.slice(0, 2)) await checkedIn(cloud, openid, TEAMS, { note: '读完一章', shared: true });
  const { id, invite } = await teamBy(cloud, TEAMS, captain, `队 ${tag}`);
  for (const openid of [second, third]) accepted(await joinTeam(cloud, invite, openid));
  return { captain, second, third, id, invite };
}

async function drafted(cloud: RunningCloud, tag: string): Promise<string> {
  const plan = challengePlan({ title: `草稿 ${tag}`, startsOn: '2027-05-01', endsOn: '2027-05-31' });
  return accepted((await ask(cloud, 'createChallenge', { plan }, FIRST_ADMIN)).answer).id;
}

/** Every command of teams and of organizers of challenges that writes, by its name. */
export const TEAM_COMMANDS: Record<string, Prepare> = {
  async createTeam(cloud, tag) {
    await addReaders(cloud, TEAMS, [`founder-${tag}`]);
    await checkedIn(cloud, `founder-${tag}`, TEAMS);
    return command('createTeam', { challengeId: TEAMS, name: `新队 ${tag}` }, `founder-${tag}`);
  },
  async joinTeam(cloud, tag) {
    const { invite } = await scene(cloud, tag);
    await addReaders(cloud, TEAMS, [`joins-${tag}`]);
    await checkedIn(cloud, `joins-${tag}`, TEAMS);
    return command('joinTeam', { invite }, `joins-${tag}`);
  },
  /** Somebody who has not joined the challenge. */
  async joinBoth(cloud, tag) {
    const { invite } = await scene(cloud, tag);
    await addSeen(cloud, [`new-${tag}`]);
    return command('joinTeam', { invite }, `new-${tag}`);
  },
  async leaveTeam(cloud, tag) {
    const { id, second } = await scene(cloud, tag);
    return command('leaveTeam', { teamId: id }, second);
  },
  /** A check-in of somebody in a team. */
  async readForTeam(cloud, tag) {
    const { third } = await scene(cloud, tag);
    return command('checkIn', reading(TEAMS), third);
  },
  async leaveWithTeam(cloud, tag) {
    const { captain } = await scene(cloud, tag);
    return { ...command('leave', { confirm: true }, captain), fn: 'member' };
  },
  async setReminder(cloud, tag) {
    await addSeen(cloud, [`reminded-${tag}`]);
    return command('setReminder', { remindAt: 1_260 }, `reminded-${tag}`);
  },
  async createChallenge(_cloud, tag) {
    return command('createChallenge', { plan: challengePlan({ title: `新的 ${tag}` }) });
  },
  async editChallenge(cloud, tag) {
    const plan = challengePlan({ title: `改过 ${tag}` });
    return command('editChallenge', { challengeId: await drafted(cloud, tag), plan });
  },
  async publishChallenge(cloud, tag) {
    return command('publishChallenge', { challengeId: await drafted(cloud, tag) });
  },
  async closeChallenge(cloud, tag) {
    const challengeId = await drafted(cloud, tag);
    accepted((await ask(cloud, 'publishChallenge', { challengeId }, FIRST_ADMIN)).answer);
    return command('closeChallenge', { challengeId, reason: '改期' });
  },
  async saveBook(_cloud, tag) {
    return command('saveBook', { book: { title: `书 ${tag}`, author: '佚名' } });
  },
};
