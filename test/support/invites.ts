import type { GrantInvite } from '../../types/contract';
import type { Role, Scope } from '../../types/vocabulary';
import type { LooseAnswer, RunningCloud } from './cloud';
import { requestIds } from './request-ids';
import { FIRST_ADMIN } from './town';

export const requestId = requestIds(23);

export const AT_MUSIC: Scope = { kind: 'activity', id: 'music' };

export interface Made {
  id: string;
  code: string;
  until?: number;
  expiresAt: number;
  uses: number;
}

export interface Wish {
  role?: Role;
  scope?: Scope;
  uses?: number;
  until?: number;
}

/** A command of staff or of a member, as a device sends it. */
export async function said(
  cloud: RunningCloud,
  name: string,
  input: object,
  openid: string,
  id = requestId(),
): Promise<LooseAnswer> {
  const [fn = '', op = ''] = name.split('.');
  return (await cloud.call(fn, op, input, { openid, requestId: id })).answer;
}

export const inviting = (cloud: RunningCloud, wish: Wish = {}, openid = FIRST_ADMIN, id?: string) =>
  said(cloud, 'organizer.inviteGrant', { role: 'volunteer', scope: AT_MUSIC, uses: 3, ...wish }, openid, id);

export async function invited(cloud: RunningCloud, wish: Wish = {}, openid = FIRST_ADMIN): Promise<Made> {
  const answer = await inviting(cloud, wish, openid);
  if (!answer.ok) throw new Error(`no invite: ${JSON.stringify(answer)}`);
  return answer.value as Made;
}

export const accept = (cloud: RunningCloud, code: string, openid: string, id?: string) =>
  said(cloud, 'member.acceptGrant', { code }, openid, id);

/** Told that it is busy, a device tries again with the same request. */
export async function acceptPatiently(cloud: RunningCloud, code: string, openid: string): Promise<LooseAnswer> {
  const id = requestId();
  for (let tries = 0; tries < 60; tries++) {
    const answer = await accept(cloud, code, openid, id);
    if (answer.ok || answer.refusal !== 'BUSY') return answer;
  }
  throw new Error(`${openid} was told sixty times that it is busy`);
}

export const withdraw = (cloud: RunningCloud, id: string, openid = FIRST_ADMIN, request?: string) =>
  said(cloud, 'organizer.withdrawInvite', { id }, openid, request);

export const offer = (cloud: RunningCloud, code: string, openid: string) =>
  said(cloud, 'member.grantOffer', { code }, openid);

export async function openInvites(cloud: RunningCloud, scope?: Scope, openid = FIRST_ADMIN): Promise<GrantInvite[]> {
  const answer = await said(cloud, 'organizer.grantInvites', scope ? { scope } : {}, openid);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return (answer.value as { items: GrantInvite[] }).items;
}

export async function grantsOf(cloud: RunningCloud, openid: string): Promise<object[]> {
  const answer = await said(cloud, 'member.me', {}, openid);
  return answer.ok ? (answer.value as { grants: object[] }).grants : [];
}
