import type { MemberRecord } from '../../../domain/member/member';
import type { GrantInviteRecord } from '../../../domain/permission/grant-invite';
import type { RunningCloud } from '../../support/cloud';
import { INVITING } from '../../support/crash-invites';
import { eachDoneOnce, type Kind, startCrashTown } from '../../support/crash-ordeal';
import { accept, grantsOf, invited, said } from '../../support/invites';
import { saySeed } from '../../support/seed';
import { addMembers, advance, documents, FIRST_ADMIN, memberOf, runSweeps } from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startCrashTown();
});
afterAll(() => cloud.stop());

const FIRSTS = ['retry', 'sweep', 'never'] as const;

/** Accepting: a kill at every second moment, what comes first after it in turns; of the others every fourth. */
const killed = (cell: number): Kind[] => [{ effect: 'kill', first: FIRSTS[(cell + saySeed()) % 3] ?? 'retry' }];
const killedOften = (cell: number): Kind[] => ((cell + saySeed()) % 2 === 0 ? killed(cell) : []);
const killedSometimes = (cell: number): Kind[] => ((cell + saySeed()) % 4 === 0 ? killed(cell) : []);

eachDoneOnce(
  () => cloud,
  INVITING,
  (name) => (name === 'acceptGrant' ? killedOften : killedSometimes),
  (name) => (name === 'acceptGrant' ? 10 : 2),
);

test('whoever stands on an invite has the role, also where nobody asked again', async () => {
  const members = new Map((await documents<MemberRecord>(cloud, 'members')).map((member) => [member._id, member]));
  const accepted = (await documents<GrantInviteRecord>(cloud, 'grantInvites')).flatMap((invite) =>
    Object.keys(invite.accepted),
  );
  expect(accepted.length).toBeGreaterThan(5);
  const without = accepted.filter((id) => members.get(id)?.grants.some(({ role }) => role === 'volunteer') !== true);
  expect(without).toEqual([]);
});

test('a role that staff took back after the call died does not come back, by a tap or by the sweep', async () => {
  const scope = { kind: 'activity', id: 'music' } as const;
  for (const next of ['tap', 'sweep']) {
    const { openid, _id } = memberOf(`taken-back-${next}`);
    await addMembers(cloud, [memberOf(openid)]);
    const { code, id } = await invited(cloud);
    // The role is written; that it is settled is the last call.
    await cloud.api('POST', 'faults', {
      function: 'member',
      op: 'acceptGrant',
      at: 13,
      when: 'before',
      effect: 'kill',
    });
    await accept(cloud, code, openid).catch(() => undefined);
    const [invite] = (await documents<GrantInviteRecord>(cloud, 'grantInvites')).filter((each) => each._id === id);
    expect(invite?.accepted[_id]).toEqual({ at: expect.any(Number) });
    const revoked = await said(cloud, 'organizer.revoke', { memberId: _id, role: 'volunteer', scope }, FIRST_ADMIN);
    expect(revoked).toMatchObject({ ok: true, value: { grants: [] } });
    if (next === 'tap') await accept(cloud, code, openid);
    await advance(cloud, 3_600_000);
    await runSweeps(cloud);
    expect({ next, grants: await grantsOf(cloud, openid) }).toEqual({ next, grants: [] });
  }
});
