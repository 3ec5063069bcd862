import * as v from 'valibot';
import type { EnterpriseRecord, MemberRecord } from '../../domain/member/member';
import { maskPhone } from '../../domain/member/phone';
import type { PendingMember } from '../../types/contract';
import type { EnterpriseId } from '../../types/vocabulary';
import { audited } from '../kit/audit';
import type { Caller } from '../kit/caller';
import { _ } from '../kit/cloud';
import { byIds, find } from '../kit/documents';
import { cursor, id } from '../kit/fields';
import { read } from '../kit/operation';
import { staff } from '../kit/policy';

const PAGE = 20;

/** The enterprises whose people the caller may see; `undefined` for all of them. */
function enterprisesInSight({ grants }: Caller): EnterpriseId[] | undefined {
  if (grants.some((grant) => grant.role === 'admin' || grant.role === 'organizer')) return undefined;
  return grants.flatMap(({ role, scope }) =>
    role === 'unit-officer' && scope.kind === 'enterprise' ? [scope.id] : [],
  );
}

function present(member: MemberRecord, enterprises: Map<string, string>): PendingMember {
  const { _id, name, phone, enterpriseId, employment, askedAt } = member;
  return {
    memberId: _id,
    name,
    phone: maskPhone(phone),
    enterprise: { id: enterpriseId, name: enterprises.get(enterpriseId) ?? '' },
    employment,
    askedAt,
  };
}

export const pendingMembers = read<'organizer.pendingMembers'>({
  policy: staff('admin', 'organizer', 'unit-officer'),
  schema: v.strictObject({ enterpriseId: v.exactOptional(id), cursor: v.exactOptional(cursor) }),
  async run({ enterpriseId, cursor: from }, call) {
    const { caller } = call;
    const inSight = enterprisesInSight(caller);
    if (enterpriseId !== undefined && inSight && !inSight.includes(enterpriseId)) {
      return { ok: false, refusal: 'FORBIDDEN', detail: { needs: ['unit-officer', 'organizer'] } };
    }
    const of = enterpriseId === undefined ? inSight : [enterpriseId];
    const filter = { status: 'pending', askedKey: _.gt(from ?? ''), ...(of && { enterpriseId: _.in(of) }) };
    const found = await find<MemberRecord>('members', filter, { orderBy: ['askedKey', 'asc'], limit: PAGE + 1 });
    const page = found.slice(0, PAGE);
    await audited(call, {
      what: 'organizer.pendingMembers',
      ...(enterpriseId !== undefined && { of: { kind: 'enterprise', id: enterpriseId } }),
      members: page.map(({ _id }) => _id),
      phones: 'masked',
    });
    const records = await byIds<EnterpriseRecord>(
      'enterprises',
      page.map((member) => member.enterpriseId),
      { name: true },
    );
    const names = new Map(records.map((record) => [record._id, record.name]));
    const last = page.at(-1);
    return {
      ok: true,
      value: {
        items: page.map((member) => present(member, names)),
        ...(found.length > PAGE && last && { next: last.askedKey }),
      },
    };
  },
});
