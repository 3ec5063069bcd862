import type { LooseAnswer } from '../support/cloud';
import { FIRST_ADMIN } from '../support/town';

type Inputs = Record<string, (openid: string) => Promise<object> | object>;
type Send = (name: string, input: object, openid: string) => Promise<LooseAnswer>;

const WISH = { role: 'volunteer', scope: { kind: 'activity', id: 'music' }, uses: 30 };

/** What the operations on roles are asked with, so that nothing but permission can refuse it. */
export function roleInputs(send: Send, somebody: () => Promise<string>): Inputs {
  async function invited(): Promise<{ id: string; code: string }> {
    const answer = await send('organizer.inviteGrant', WISH, FIRST_ADMIN);
    if (!answer.ok) throw new Error(`no invite: ${JSON.stringify(answer)}`);
    return answer.value as { id: string; code: string };
  }
  const code = async () => ({ code: (await invited()).code });
  return {
    'organizer.grant': async () => ({ memberId: await somebody(), role: 'volunteer', scope: WISH.scope }),
    'organizer.revoke': async () => ({ memberId: await somebody(), role: 'referee', scope: WISH.scope }),
    'organizer.inviteGrant': () => WISH,
    'organizer.withdrawInvite': async () => ({ id: (await invited()).id }),
    'organizer.grantInvites': () => ({ scope: WISH.scope }),
    'organizer.roleHolders': () => ({ role: 'volunteer' }),
    'member.grantOffer': code,
    'member.acceptGrant': code,
  };
}

/** Somebody has accepted; gives what they are seen by, where invites are few. */
export async function acceptedAtShop(send: Send, openid: string): Promise<object> {
  const scope = { kind: 'shop', id: 'cafe' };
  const made = await send('organizer.inviteGrant', { role: 'merchant', scope, uses: 1 }, FIRST_ADMIN);
  const code = made.ok ? (made.value as { code: string }).code : '';
  await send('member.acceptGrant', { code }, openid);
  return { scope };
}
