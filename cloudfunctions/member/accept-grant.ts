import * as v from 'valibot';
import { accepting, type GrantInviteRecord, grantInviteId } from '../../domain/permission/grant-invite';
import { recall } from '../../domain/request/remembered';
import type { Answer, MemberContract } from '../../types/contract';
import { ABANDONED_MS } from '../../types/limits';
import type { Instant, MemberId } from '../../types/vocabulary';
import { loadCaller } from '../kit/caller';
import { _ } from '../kit/cloud';
import { byId, changeIf } from '../kit/documents';
import { inviteStates, settleAcceptance } from '../kit/grant-invites';
import { type WriteCall, write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { Busy } from '../kit/transaction';
import { linkCode } from './grant-offer';

type AcceptAnswer = Answer<MemberContract['acceptGrant']>;

/** Looks at the invite in one call; each further one because it changed in between. */
const TRIES = 5;

const NO_INVITE = { ok: false, refusal: 'NOT_FOUND', detail: { what: 'invite' } } as const;

function answerOf({ role, scope, until }: GrantInviteRecord): AcceptAnswer {
  return { ok: true, value: { role, scope, ...(until !== undefined && { until }) } };
}

/**
 * One of the uses, once a member: one conditional update of the invite, so that thirty at once are thirty, and nobody gets in
 * after it was withdrawn.
 */
function taken(invite: GrantInviteRecord, memberId: MemberId, now: Instant): Promise<boolean> {
  const mine = `accepted.${memberId}`;
  return changeIf(
    'grantInvites',
    invite._id,
    { state: 'open', expiresAt: _.gt(now), used: _.lt(invite.uses), [mine]: _.exists(false) },
    { used: _.inc(1), [mine]: _.set({ at: now }), dueAt: _.min(now + ABANDONED_MS) },
  );
}

type Outcome = { kind: 'accepted' | 'changed' } | { kind: 'answer'; answer: AcceptAnswer };

async function attempt(invite: GrantInviteRecord, memberId: MemberId, call: WriteCall): Promise<Outcome> {
  const { caller, now } = call;
  const state = (await inviteStates([invite], now)).stateOf(invite);
  const { enterpriseId } = caller;
  // Another device of theirs may have accepted since this call looked at what they may do.
  const { grants } = invite.accepted[memberId]?.settled ? await loadCaller(caller.openid, now) : caller;
  const decided = accepting(invite, { memberId, enterpriseId, grants }, state);
  const refuse = (answer: AcceptAnswer): Outcome => ({ kind: 'answer', answer });
  switch (decided.kind) {
    case 'settle':
      return { kind: 'accepted' };
    case 'held':
      return refuse(answerOf(invite));
    case 'shut':
      return refuse({ ok: false, refusal: 'INVITE_SHUT', detail: { why: decided.why } });
    case 'other-enterprise':
      return refuse({
        ...{ ok: false, refusal: 'OTHER_ENTERPRISE' },
        detail: { enterpriseName: state.facts?.name ?? '' },
      });
    case 'take':
      return { kind: (await taken(invite, memberId, now)) ? 'accepted' : 'changed' };
    default:
      return decided satisfies never;
  }
}

/**
 * The use first, then the role: an acceptance that a dead call left on the invite is written out by whoever comes next, the
 * same member or a sweep.
 */
export const acceptGrant = write<'member.acceptGrant'>({
  policy: anyone,
  schema: v.strictObject({ code: linkCode }),
  async run({ code }, call) {
    const { caller, now, request } = call;
    const known = recall(caller.requests, request);
    if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    const { memberId, status } = caller;
    if (memberId === undefined || status !== 'active')
      return { ok: false, refusal: 'NOT_MEMBER', detail: { status: status === 'active' ? 'visitor' : status } };
    for (let tries = 0; tries < TRIES; tries++) {
      const invite = await byId<GrantInviteRecord>('grantInvites', grantInviteId(code));
      if (!invite) return NO_INVITE;
      if (known === 'same') return answerOf(invite);
      const outcome = await attempt(invite, memberId, call);
      if (outcome.kind === 'answer') return outcome.answer;
      if (outcome.kind === 'changed') continue;
      await settleAcceptance(invite, memberId, now, request);
      return answerOf(invite);
    }
    throw new Busy('the invite kept changing');
  },
});
