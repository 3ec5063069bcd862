import { addChallenge, ask, joined } from '../support/challenge-town';
import { challengePlan } from '../support/challenges';
import type { RunningCloud } from '../support/cloud';
import { accepted } from '../support/organizing';
import { addReaders, teamBy } from '../support/team-town';
import { FIRST_ADMIN } from '../support/town';

type Inputs = Record<string, (openid: string) => Promise<object> | object>;

const TEAMS = 'in-teams';

/** A challenge of teams, and a book. */
export async function addTeamThings(cloud: RunningCloud): Promise<void> {
  await addChallenge(cloud, TEAMS, { entry: 'team', endsOn: '2027-06-30' });
  accepted((await ask(cloud, 'saveBook', { book: { isbn: '9787506365437', title: '活着' } }, FIRST_ADMIN)).answer);
}

/** What teams, books and organizers' operations are asked with, so that nothing but permission can refuse it. */
export function readingOrganizerInputs(cloud: () => RunningCloud): Inputs {
  let made = 0;
  const plan = challengePlan({ startsOn: '2027-01-01', endsOn: '2027-01-31' });
  const draft = async () => ({
    challengeId: accepted((await ask(cloud(), 'createChallenge', { plan }, FIRST_ADMIN)).answer).id,
  });
  const published = async () => {
    const { challengeId } = await draft();
    accepted((await ask(cloud(), 'publishChallenge', { challengeId }, FIRST_ADMIN)).answer);
    return { challengeId };
  };
  const invite = async () => {
    made += 1;
    await addReaders(cloud(), TEAMS, [`leads-${made}`]);
    return { invite: (await teamBy(cloud(), TEAMS, `leads-${made}`)).invite };
  };
  return {
    'reading.setReminder': () => ({ remindAt: 1_260 }),
    'reading.createTeam': async (openid) => {
      await ask(cloud(), 'join', { challengeId: TEAMS }, openid);
      return { challengeId: TEAMS, name: '一队' };
    },
    'reading.joinTeam': invite,
    /** The asker's own; of who cannot have one, somebody else's. */
    'reading.leaveTeam': async (openid) => {
      const code = await invite();
      const { answer } = await ask(cloud(), 'joinTeam', code, openid);
      if (answer.ok) return { teamId: answer.value.id };
      await joined(cloud(), `leads-${made}`, TEAMS);
      return { teamId: 'none' };
    },
    'reading.findBooks': () => ({ text: '活着' }),
    'reading.book': () => ({ bookId: '9787506365437' }),
    'reading.managedChallenges': () => ({}),
    'reading.managedChallenge': () => ({ challengeId: TEAMS }),
    'reading.createChallenge': () => ({ plan }),
    'reading.editChallenge': async () => ({ ...(await draft()), plan }),
    'reading.publishChallenge': draft,
    'reading.closeChallenge': async () => ({ ...(await published()), reason: '改期' }),
    'reading.shelf': () => ({}),
    'reading.saveBook': () => ({ book: { title: '新书' } }),
  };
}
