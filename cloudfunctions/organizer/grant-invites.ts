import * as v from 'valibot';
import { type GrantInviteRecord, grantCode, scopeKey, shutBy } from '../../domain/permission/grant-invite';
import { mayGrant } from '../../domain/permission/granting';
import { timeKey } from '../../domain/time/shanghai';
import type { GrantInvite } from '../../types/contract';
import type { Grant, Instant, MemberId } from '../../types/vocabulary';
import { audited } from '../kit/audit';
import { grantsOfKeys } from '../kit/caller';
import { _ } from '../kit/cloud';
import { byManyIds, find } from '../kit/documents';
import { cursor } from '../kit/fields';
import { read } from '../kit/operation';
import { LEFT } from '../kit/people';
import { staff } from '../kit/policy';
import { type FactsByScope, namedScope, scopeFacts } from '../kit/scope-facts';
import { ticketSecret } from '../kit/secrets';
import { GRANTERS, lacking } from './granters';
import { scope } from './scope';

const PAGE = 20;

interface Known {
  names: Map<MemberId, { name: string }>;
  makers: Map<string, Grant[]>;
  facts: FactsByScope;
  now: Instant;
}

function present(invite: GrantInviteRecord, { names, makers, facts, now }: Known): GrantInvite {
  const { _id, nonce, role, of, until, expiresAt, uses, by, makerKey } = invite;
  const makerMay = mayGrant(makers.get(makerKey) ?? [], role, now);
  const shut = shutBy(invite, { makerMay, facts: facts.get(of), now });
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
    const found = await find<GrantInviteRecord>(
      'grantInvites',
      { ...(of && { of: scopeKey(of) }), state: 'open', expiresKey: _.gt(from ?? timeKey(now)) },
      { orderBy: ['expiresKey', 'asc'], limit: PAGE + 1 },
    );
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    const theirs = page.filter(({ role }) => !lacking(caller, role));
    const accepted = theirs.flatMap((invite) => Object.keys(invite.accepted));
    await audited(call, { what: 'organizer.grantInvites', members: accepted, phones: 'none' });
    const makersIds = theirs.flatMap(({ by }) => (by === '' ? [] : [by]));
    const [names, makers, facts] = await Promise.all([
      byManyIds<{ _id: string; name: string }>('members', [...new Set([...accepted, ...makersIds])], { name: true }),
      grantsOfKeys([...new Set(theirs.map(({ makerKey }) => makerKey))], now),
      scopeFacts(theirs.map((invite) => invite.scope)),
    ]);
    const items = theirs.map((invite) => present(invite, { names, makers, facts, now }));
    return { ok: true, value: { items, now, ...(found.length > PAGE && last && { next: last.expiresKey }) } };
  },
});
