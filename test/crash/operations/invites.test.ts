import type { MemberRecord } from '../../../domain/member/member';
import type { GrantInviteRecord } from '../../../domain/permission/grant-invite';
import type { RunningCloud } from '../../support/cloud';
import { INVITING } from '../../support/crash-invites';
import { eachDoneOnce, type Kind, startCrashTown } from '../../support/crash-ordeal';
import { saySeed } from '../../support/seed';
import { documents } from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startCrashTown();
});
afterAll(() => cloud.stop());

const FIRSTS = ['retry', 'sweep', 'never'] as const;

/** Accepting: a kill at every moment, what comes first after it in turns; of the others every fourth. */
const killedOften = (cell: number): Kind[] => [{ effect: 'kill', first: FIRSTS[(cell + saySeed()) % 3] ?? 'retry' }];
const killedSometimes = (cell: number): Kind[] => ((cell + saySeed()) % 4 === 0 ? killedOften(cell) : []);

eachDoneOnce(
  () => cloud,
  INVITING,
  (name) => (name === 'acceptGrant' ? killedOften : killedSometimes),
  (name) => (name === 'acceptGrant' ? 20 : 2),
);

test('whoever stands on an invite has the role, also where nobody asked again', async () => {
  const members = new Map((await documents<MemberRecord>(cloud, 'members')).map((member) => [member._id, member]));
  const accepted = (await documents<GrantInviteRecord>(cloud, 'grantInvites')).flatMap((invite) =>
    Object.keys(invite.accepted),
  );
  expect(accepted.length).toBeGreaterThan(10);
  const without = accepted.filter((id) => members.get(id)?.grants.some(({ role }) => role === 'volunteer') !== true);
  expect(without).toEqual([]);
});
