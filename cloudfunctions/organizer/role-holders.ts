import * as v from 'valibot';
import type { MemberRecord } from '../../domain/member/member';
import { maskPhone } from '../../domain/member/phone';
import { grantsInForce } from '../../domain/permission/grants';
import { timeKey } from '../../domain/time/shanghai';
import type { RoleHolder } from '../../types/contract';
import { ROLES } from '../../types/vocabulary';
import { audited } from '../kit/audit';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { cursor } from '../kit/fields';
import { read } from '../kit/operation';
import { staff } from '../kit/policy';
import { namedScope, scopeFacts } from '../kit/scope-facts';
import { GRANTERS, lacking } from './granters';
import { enterpriseNames } from './people';

const PAGE = 20;

type Holding = Pick<MemberRecord, '_id' | 'name' | 'phone' | 'enterpriseId' | 'grants' | 'held'>;

const SHOWN = { name: true, phone: true, enterpriseId: true, grants: true, held: true };

/**
 * Twenty people at a time, each with every scope that they have the role for; the first admin of the environment has no
 * grant.
 */
export const roleHolders = read<'organizer.roleHolders'>({
  policy: staff(...GRANTERS),
  schema: v.strictObject({ role: v.picklist(ROLES), cursor: v.exactOptional(cursor) }),
  async run({ role, cursor: from }, call) {
    const { caller, now } = call;
    const missing = lacking(caller, role);
    if (missing) return { ok: false, refusal: 'FORBIDDEN', detail: { needs: missing } };
    const key = `held.${role}`;
    const found = await find<Holding>(
      'members',
      // A role that ends at this very instant still counts.
      { [key]: _.gt(from ?? timeKey(now)) },
      { orderBy: [key, 'asc'], limit: PAGE + 1, projection: SHOWN },
    );
    const page = found.slice(0, PAGE);
    const last = page.at(-1)?.held?.[role];
    await audited(call, { what: 'organizer.roleHolders', members: page.map(({ _id }) => _id), phones: 'masked' });
    const held = page.flatMap((member) =>
      grantsInForce(member.grants, now)
        .filter((grant) => grant.role === role)
        .map((grant) => ({ member, grant })),
    );
    const [names, facts] = await Promise.all([
      enterpriseNames(page.map(({ enterpriseId }) => enterpriseId)),
      scopeFacts(held.map(({ grant }) => grant.scope)),
    ]);
    const items = held.map(
      ({ member: { _id, name, phone, enterpriseId }, grant: { scope: of, until } }): RoleHolder => {
        const enterprise = { id: enterpriseId, name: names.get(enterpriseId) ?? '' };
        const person = { memberId: _id, name, phone: maskPhone(phone), enterprise };
        return { ...person, scope: namedScope(of, facts), ...(until !== undefined && { until }) };
      },
    );
    return { ok: true, value: { items, now, ...(found.length > PAGE && last !== undefined && { next: last }) } };
  },
});
