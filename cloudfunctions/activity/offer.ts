import * as v from 'valibot';
import { decideAccept, decideDeclineOffer, type MemberDecision } from '../../domain/signup/cancel';
import type { RegistrationRecord } from '../../domain/signup/registration';
import type { ActivityContract, RefusalsOf, Refused } from '../../types/contract';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { change, type Decision } from '../kit/registrations';
import { presentEnded } from './cancel';
import { presentRegistration } from './present';
import { termsFor } from './registration';

type Refusal = Refused<RefusalsOf<ActivityContract['acceptOffer']>>;

const mine = v.strictObject({ registrationId: id });

function refusalOf(
  decision: Extract<MemberDecision<'NOT_OFFERED' | 'OFFER_EXPIRED'>, { kind: 'refuse' }>,
  { state, offerUntil, cancelledAt }: RegistrationRecord,
): Refusal {
  switch (decision.refusal) {
    case 'NOT_OFFERED':
      return { ok: false, refusal: 'NOT_OFFERED', detail: { state } };
    case 'OFFER_EXPIRED':
      return { ok: false, refusal: 'OFFER_EXPIRED', detail: { offerUntil: offerUntil ?? cancelledAt ?? 0 } };
    case 'REQUEST_REUSED':
      return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    default:
      return decision.refusal satisfies never;
  }
}

/** Takes the place that was offered: its claim stands already, so only the registration changes. */
export const acceptOffer = write<'activity.acceptOffer'>({
  policy: anyone,
  schema: mine,
  async run({ registrationId }, { caller, now, request }) {
    const done = await change<Refusal>(registrationId, now, {
      mayTouch: ({ memberId }) => memberId === caller.memberId,
      decide(record): Decision<Refusal> {
        const decision = decideAccept(record, request, now);
        return decision.kind === 'refuse' ? { kind: 'refuse', refused: refusalOf(decision, record) } : decision;
      },
    });
    if (!done) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'registration' } };
    if (done.kind === 'refused') return done.refused;
    return { ok: true, value: presentRegistration(done.record, await termsFor(done.record)) };
  },
});

/** Lets it go to the next: as cancelling does, registration first, then the place. */
export const declineOffer = write<'activity.declineOffer'>({
  policy: anyone,
  schema: mine,
  async run({ registrationId }, { caller, now, request }) {
    type Declining = Refused<RefusalsOf<ActivityContract['declineOffer']>>;
    const done = await change<Declining>(registrationId, now, {
      mayTouch: ({ memberId }) => memberId === caller.memberId,
      decide(record): Decision<Declining> {
        const decision = decideDeclineOffer(record, request, now);
        if (decision.kind !== 'refuse') return decision;
        if (decision.refusal === 'REQUEST_REUSED') {
          return { kind: 'refuse', refused: { ok: false, refusal: 'REQUEST_REUSED', detail: {} } };
        }
        return { kind: 'refuse', refused: { ok: false, refusal: 'NOT_OFFERED', detail: { state: record.state } } };
      },
    });
    if (!done) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'registration' } };
    return done.kind === 'refused' ? done.refused : { ok: true, value: presentEnded(done.record) };
  },
});
