import * as v from 'valibot';
import type { EnterpriseRecord, MemberRecord } from '../../domain/member/member';
import type { Me } from '../../types/contract/member';
import type { Caller } from '../kit/caller';
import { byId } from '../kit/documents';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { presentMe, presentVisitor } from './present';

/** The caller's own page as the store has it now. */
export async function meOf(caller: Caller): Promise<Me> {
  const member = caller.memberId === undefined ? undefined : await byId<MemberRecord>('members', caller.memberId);
  if (!member) return presentVisitor(caller);
  const enterprise = await byId<EnterpriseRecord>('enterprises', member.enterpriseId);
  return presentMe(member, enterprise, caller.grants);
}

export const me = read<'member.me'>({
  policy: anyone,
  schema: v.strictObject({}),
  async run(_input, { caller, now }) {
    return { ok: true, value: { ...(await meOf(caller)), now } };
  },
});
