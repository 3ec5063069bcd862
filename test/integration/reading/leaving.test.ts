import type { BoardShard } from '../../../domain/reading/board';
import type { CheckInRecord } from '../../../domain/reading/check-in-record';
import type { CommentRecord } from '../../../domain/reading/comment';
import { addChallenges, atReading, requestId } from '../../support/challenges';
import type { RunningCloud } from '../../support/cloud';
import { accepted } from '../../support/organizing';
import { NOON } from '../../support/plans';
import { addReaders, checkingIn, joinTeam, teamBy, teamNow } from '../../support/team-town';
import {
  addEnterprises,
  advance,
  documents,
  memberOf,
  runSweep,
  runSweeps,
  setClock,
  startTown,
} from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addChallenges(cloud, { teams: { entry: 'team' } });
  await setClock(cloud, NOON);
});
// `stop` fails where any query of any operation went unserved by an index.
afterAll(() => cloud.stop());

test('who leaves the union is seen nowhere in reading, and their days stay in their enterprise’s', async () => {
  const openids = ['ann', 'bob', 'cid', 'dan'];
  await addReaders(cloud, 'teams', openids);
  const { id, invite } = await teamBy(cloud, 'teams', 'ann');
  for (const openid of openids.slice(1)) accepted(await joinTeam(cloud, invite, openid));
  const notes = await Promise.all(
    ['ann', 'bob'].map(async (openid) => {
      const input = checkingIn('teams', { note: `${openid} 的随感`, shared: true });
      return accepted((await atReading(cloud, 'checkIn', input, openid)).answer).checkIn.id;
    }),
  );
  await runSweep(cloud, 'moderate', 'reading');
  const [mine = '', others = ''] = notes;
  accepted((await atReading(cloud, 'comment', { noteId: others, text: '安说的' }, 'ann')).answer);
  accepted((await atReading(cloud, 'setReminder', { remindAt: 60 }, 'ann')).answer);
  await runSweep(cloud, 'moderate', 'reading');
  const seen = async () => accepted((await atReading(cloud, 'feed', {}, 'bob')).answer).items.map((note) => note.id);
  expect((await seen()).sort()).toEqual([...notes].sort());

  const left = await cloud.call('member', 'leave', { confirm: true }, { openid: 'ann', requestId: requestId() });
  expect(left.answer).toEqual({ ok: true, value: { left: true } });
  expect(await seen()).toEqual([others]);
  const words = (await documents<CheckInRecord>(cloud, 'checkIns')).find(({ _id }) => _id === mine);
  expect(words).toMatchObject({ note: '', shared: false, minutes: 30 });
  expect(words).not.toHaveProperty('author');
  for (let run = 0; run < 2; run++) {
    await advance(cloud, 65_000);
    await runSweeps(cloud);
  }
  expect(await documents<CommentRecord>(cloud, 'comments')).toMatchObject([{ text: '', author: '', removed: true }]);
  expect((await documents<CheckInRecord>(cloud, 'checkIns')).find(({ _id }) => _id === others)?.comments).toBe(0);
  const team = await teamNow(cloud, id);
  expect(Object.keys(team.members)).not.toContain(memberOf('ann')._id);
  expect(team.captain).not.toBe(memberOf('ann')._id);
  const boards = await documents<BoardShard>(cloud, 'boards');
  expect(JSON.stringify(boards)).not.toContain('职工ann');
  const whole = boards.filter(({ of }) => of === 'teams.whole');
  const sum = whole.reduce((all, { sums }) => all + (sums.e1 ?? 0), 0);
  expect(sum).toBe(2 * (2 ** 31 + 30));
  const profiles = await documents<{ _id: string }>(cloud, 'profiles');
  expect(profiles.map(({ _id }) => _id)).not.toContain(memberOf('ann')._id);
});
