import { decideAccept, decideCancel, decideDeclineOffer } from '../../../domain/signup/cancel';
import type { RegistrationRecord } from '../../../domain/signup/registration';
import type { RegistrationState } from '../../../types/vocabulary';
import { NOON } from '../../support/plans';
import { recordIn, STATES } from '../../support/records';

const request = { id: 'q2', digest: 'd2' };
const refused = (refusal: string) => ({ kind: 'refuse', refusal });
const kindOf = (decision: { kind: string; refusal?: string }) => decision.refusal ?? decision.kind;

test('a place may be given back up to the deadline and not an instant longer', () => {
  const record = { ...recordIn('confirmed'), cancelUntil: NOON + 5 };
  expect(decideCancel(record, request, NOON + 5)).toMatchObject({
    kind: 'change',
    next: { state: 'cancelled', cancelledAt: NOON + 5, endedBy: 'member', requests: [...record.requests, request] },
  });
  expect(decideCancel(record, request, NOON + 6)).toEqual(refused('TOO_LATE'));
});

test.each<RegistrationState>(['applied', 'waitlisted', 'offered'])(
  'who is only %s may go at any time: nobody has counted on them',
  (state) => {
    const record = { ...recordIn(state), cancelUntil: NOON - 1 };
    expect(decideCancel(record, request, NOON)).toMatchObject({ kind: 'change', next: { state: 'cancelled' } });
  },
);

/** By hand from the contract: what each state answers to a cancel, an accept and a decline, in time. */
const ANSWERS: Record<RegistrationState, [cancel: string, accept: string, decline: string]> = {
  applied: ['change', 'NOT_OFFERED', 'NOT_OFFERED'],
  waitlisted: ['change', 'NOT_OFFERED', 'NOT_OFFERED'],
  offered: ['change', 'change', 'change'],
  confirmed: ['change', 'NOT_OFFERED', 'NOT_OFFERED'],
  attended: ['NOT_HELD', 'NOT_OFFERED', 'NOT_OFFERED'],
  absent: ['NOT_HELD', 'NOT_OFFERED', 'NOT_OFFERED'],
  declined: ['NOT_HELD', 'NOT_OFFERED', 'NOT_OFFERED'],
  expired: ['NOT_HELD', 'OFFER_EXPIRED', 'NOT_OFFERED'],
  cancelled: ['NOT_HELD', 'NOT_OFFERED', 'NOT_OFFERED'],
};

test.each(STATES)('%s answers to its member as the contract says', (state) => {
  const record = recordIn(state);
  const decided = [decideCancel, decideAccept, decideDeclineOffer].map((decide) => decide(record, request, NOON));
  expect(decided.map(kindOf)).toEqual(ANSWERS[state]);
});

test('an offer may be taken up to its deadline and not an instant longer, swept or not', () => {
  const record = { ...recordIn('offered'), offerUntil: NOON + 5 };
  expect(decideAccept(record, request, NOON + 5)).toMatchObject({ kind: 'change', next: { state: 'confirmed' } });
  expect(decideAccept(record, request, NOON + 6)).toEqual(refused('OFFER_EXPIRED'));
  expect(decideDeclineOffer(record, request, NOON + 6)).toMatchObject({ next: { state: 'declined' } });
});

test.each([
  ['cancel', decideCancel],
  ['accept', decideAccept],
  ['decline', decideDeclineOffer],
] as const)(
  '%s sent again resumes in every state and at any time, and with another input is refused',
  (_what, decide) => {
    for (const state of STATES) {
      const base = recordIn(state);
      const record: RegistrationRecord = { ...base, cancelUntil: 0, requests: [...base.requests, request] };
      expect(decide(record, request, NOON + 99_999)).toEqual({ kind: 'resume' });
      expect(decide(record, { ...request, digest: 'other' }, NOON)).toEqual(refused('REQUEST_REUSED'));
    }
  },
);

test('the request that signed up cannot cancel as well', () => {
  expect(decideCancel(recordIn('confirmed'), { id: 'q1', digest: 'd2' }, NOON)).toEqual(refused('REQUEST_REUSED'));
});
