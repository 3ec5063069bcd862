import * as v from 'valibot';
import {
  type GrantInviteRecord,
  grantCode,
  type InviteState,
  scopeKey,
  shutBy,
} from '../../domain/permission/grant-invite';
import { GRANTERS, mayGrant } from '../../domain/permission/granting';
import { timeKey } from '../../domain/time/shanghai';
import type { GrantInvite } from '../../types/contract';
import { type MemberId, ROLES } from '../../types/vocabulary';
import { audited } from '../kit/audit';
import { _ } from '../kit/cloud';
import { byManyIds, find } from '../kit/documents';
import { cursor } from '../kit/fields';
import { inviteStates } from '../kit/grant-invites';
import { read } from '../kit/operation';
import { LEFT } from '../kit/people';
import { staff } from '../kit/policy';
import { type FactsByScope, namedScope } from '../kit/scope-facts';
import { ticketSecret } from '../kit/secrets';
import { scope } from './scope';

const PAGE = 20;

interface Known {
  names: Map<MemberId, { name: string }>;
  stateOf: (invite: GrantInviteRecord) => InviteState;
  facts: FactsByScope;
}

function present(invite: GrantInviteRecord, { names, stateOf, facts }: Known): GrantInvite {
  const { _id, nonce, role, until, expiresAt, uses, by } = invite;
  const shut = shutBy(invite, stateOf(invite));
  return {
    ...{ id: _id, code: grantCode(ticketSecret(), nonce), role, scope: namedScope(invite.scope, facts) },
    ...(until !== undefined && { until }),
    ...{ expiresAt, uses, by: by === '' ? '' : (names.get(by)?.name ?? LEFT) },
    accepted: Object.entries(invite.accepted)
      .map(([memberId, { at }]) => ({ memberId, name: names.get(memberId)?.name ?? LEFT, at }))
      .sort((a, b) => a.at - b.at),
    ...(shut !== undefined && { shut }),
  };
}

/** Invites to roles that the caller may give; those of others too, since whoever may give a role answers for it. */
export const grantInvites = read<'organizer.grantInvites'>({
  policy: staff(...GRANTERS),
  schema: v.strictObject({ scope: v.exactOptional(scope), cursor: v.exactOptional(cursor) }),
  async run({ scope: of, cursor: from }, call) {
    const { caller, now } = call;
    const roles = ROLES.filter((role) => mayGrant(caller.grants, role, now));
    const found = await find<GrantInviteRecord>(
      'grantInvites',
      { ...(of && { of: scopeKey(of) }), role: _.in(roles), state: 'open', expiresKey: _.gt(from ?? timeKey(now)) },
      { orderBy: ['expiresKey', 'asc'], limit: PAGE + 1 },
    );
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    const accepted = page.flatMap((invite) => Object.keys(invite.accepted));
    await audited(call, { what: 'organizer.grantInvites', members: accepted, phones: 'none' });
    const makersIds = page.flatMap(({ by }) => (by === '' ? [] : [by]));
    const [names, { stateOf, facts }] = await Promise.all([
      byManyIds<{ _id: string; name: string }>('members', [...new Set([...accepted, ...makersIds])], { name: true }),
      inviteStates(page, now),
    ]);
    const items = page.map((invite) => present(invite, { names, stateOf, facts }));
    return { ok: true, value: { items, now, ...(found.length > PAGE && last && { next: last.expiresKey }) } };
  },
});
