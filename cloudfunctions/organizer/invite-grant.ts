import * as v from 'valibot';
import { digestOfText } from '../../domain/id/base32';
import {
  type GrantInviteRecord,
  grantCode,
  grantInviteId,
  invitable,
  newGrantInvite,
  scopeKey,
} from '../../domain/permission/grant-invite';
import { USES_MOST } from '../../domain/permission/granting';
import { SCOPES_OF } from '../../domain/permission/grants';
import { recall } from '../../domain/request/remembered';
import type { Answer, OrganizerContract } from '../../types/contract';
import { ROLES } from '../../types/vocabulary';
import { roleNoted } from '../kit/audit';
import { doerOf } from '../kit/caller';
import { byId, isDuplicate } from '../kit/documents';
import { type WriteCall, write } from '../kit/operation';
import { staff } from '../kit/policy';
import { scopeFacts } from '../kit/scope-facts';
import { ticketSecret } from '../kit/secrets';
import { inTransaction } from '../kit/transaction';
import { GRANTERS, lacking } from './granters';
import { scope } from './scope';

type InviteAnswer = Answer<OrganizerContract['inviteGrant']>;

/** More than any role allows, so that too many are refused with how many may be. */
const USES_CEILING = 1_000;

function answerOf({ _id: id, until, expiresAt, uses }: GrantInviteRecord, code: string): InviteAnswer {
  return { ok: true, value: { id, code, ...(until !== undefined && { until }), expiresAt, uses } };
}

/** The invite and the entry that says who made it, both or neither; `false` where the request made it before. */
async function stored(invite: GrantInviteRecord, call: WriteCall): Promise<boolean> {
  try {
    await inTransaction(async (transaction) => {
      await transaction.add('grantInvites', invite);
      await transaction.put('auditEntries', roleNoted('organizer.inviteGrant', invite, [], call));
    });
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** What the request made before, whatever became of it since. */
async function known(code: string, { request }: WriteCall): Promise<InviteAnswer | undefined> {
  const invite = await byId<GrantInviteRecord>('grantInvites', grantInviteId(code));
  if (!invite) return undefined;
  if (recall([invite.request], request) !== 'same') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
  return answerOf(invite, code);
}

/** Its code follows from who asks and their request, under the deployment's key: the same request makes the same one. */
export const inviteGrant = write<'organizer.inviteGrant'>({
  policy: staff(...GRANTERS),
  schema: v.strictObject({
    role: v.picklist(ROLES),
    scope,
    until: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
    uses: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(USES_CEILING)),
  }),
  async run(wish, call) {
    const { caller, now, request } = call;
    const { role } = wish;
    const missing = lacking(caller, role);
    if (missing) return { ok: false, refusal: 'FORBIDDEN', detail: { needs: missing } };
    const most = USES_MOST[role];
    if (most === 0) return { ok: false, refusal: 'NOT_BY_LINK', detail: { role } };
    const fits = SCOPES_OF[role];
    const { kind } = wish.scope;
    if (kind === 'all' || !fits.includes(kind))
      return { ok: false, refusal: 'SCOPE_UNFIT', detail: { role, fits: [...fits] } };
    if (wish.uses > most) return { ok: false, refusal: 'TOO_MANY_USES', detail: { most } };
    const nonce = digestOfText(`invite ${caller.key} ${request.id}`);
    const code = grantCode(ticketSecret(), nonce);
    const before = await known(code, call);
    if (before) return before;
    const facts = (await scopeFacts([wish.scope])).get(scopeKey(wish.scope));
    if (!facts) return { ok: false, refusal: 'NOT_FOUND', detail: { what: kind } };
    const ends = invitable(wish, facts, now);
    if ('refusal' in ends) {
      if (ends.refusal === 'UNTIL_PASSED') return { ok: false, refusal: 'UNTIL_PASSED', detail: { now } };
      return { ok: false, refusal: 'NOTHING_TO_DO', detail: {} };
    }
    const made = { code, nonce, by: doerOf(caller), makerKey: caller.key, now, request };
    const invite = newGrantInvite(wish, ends, made);
    if (await stored(invite, call)) return answerOf(invite, code);
    const faster = await known(code, call);
    if (!faster) throw new Error('an invite is there and is not');
    return faster;
  },
});
