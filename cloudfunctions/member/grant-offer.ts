import * as v from 'valibot';
import { accepting, type GrantInviteRecord, grantInviteId, shutBy } from '../../domain/permission/grant-invite';
import { byId } from '../kit/documents';
import { text } from '../kit/fields';
import { inviteStates } from '../kit/grant-invites';
import { read } from '../kit/operation';
import { LEFT } from '../kit/people';
import { anyone } from '../kit/policy';
import { namedScope } from '../kit/scope-facts';

/** As a link has it; what is no code leads to no invite. */
export const linkCode = text(1, 60);

/** Five calls: whoever has the link sees what it offers, so that they know before they join for it. */
export const grantOffer = read<'member.grantOffer'>({
  policy: anyone,
  schema: v.strictObject({ code: linkCode }),
  async run({ code }, { caller, now }) {
    const invite = await byId<GrantInviteRecord>('grantInvites', grantInviteId(code));
    if (!invite) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'invite' } };
    const { role, scope, until, expiresAt, by } = invite;
    const { memberId, enterpriseId, grants } = caller;
    const [{ stateOf, facts }, maker] = await Promise.all([
      inviteStates([invite], now),
      by === '' ? undefined : byId<{ _id: string; name: string }>('members', by, { name: true }),
    ]);
    const state = stateOf(invite);
    const mine = memberId === undefined ? undefined : accepting(invite, { memberId, enterpriseId, grants }, state);
    const shut = mine ? (mine.kind === 'shut' ? mine.why : undefined) : shutBy(invite, state);
    return {
      ok: true,
      value: {
        ...{ by: by === '' ? '' : (maker?.name ?? LEFT), role },
        scope: namedScope(scope, facts),
        ...(until !== undefined && { until }),
        ...{ expiresAt, now },
        ...(shut !== undefined && { shut }),
        ...(mine?.kind === 'held' && { held: true }),
        ...(mine?.kind === 'other-enterprise' && { otherEnterprise: true }),
      },
    };
  },
});
