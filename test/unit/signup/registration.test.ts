import type { SessionTerms } from '../../../domain/signup/pool';
import { decideCancel, type RegistrationRecord, registrationFor } from '../../../domain/signup/registration';
import type { RegistrationState } from '../../../types/vocabulary';
import { NOON, session } from '../../support/plans';

const terms: SessionTerms = session('s2', 3, [['a', 1]]);
const claim = { registration: 'r1', request: 'q1', digest: 'd1', counters: ['s2', 's2_a'], seats: 1, at: NOON };
const record = registrationFor(
  claim,
  { memberId: 'm1', enterpriseId: 'e1' },
  { activityId: 'music', session: terms, cancelUntil: NOON + 5, answers: { why: '想听' } },
);
const request = { id: 'q2', digest: 'd2' };

test('a registration says what its claim says', () => {
  expect(record).toMatchObject({
    _id: 'r1',
    memberId: 'm1',
    activityId: 'music',
    sessionId: 's2',
    zoneId: 'a',
    state: 'confirmed',
    seats: 1,
    signedUpAt: NOON,
    cancelUntil: NOON + 5,
    endsAt: terms.endsAt,
    requests: [{ id: 'q1', digest: 'd1' }],
  });
  expect(record.startKey).toBe(`${String(terms.startsAt)}_r1`);
});

test('without a zone in the claim there is none in the registration', () => {
  const bare = registrationFor(
    { ...claim, counters: ['s2'] },
    { memberId: 'm1', enterpriseId: 'e1' },
    { activityId: 'music', session: terms, cancelUntil: NOON, answers: {} },
  );
  expect(bare).not.toHaveProperty('zoneId');
});

test('a member may cancel up to the deadline and not an instant longer', () => {
  expect(decideCancel(record, request, NOON + 5)).toEqual({
    kind: 'cancel',
    change: { state: 'cancelled', cancelledAt: NOON + 5, requests: [...record.requests, request] },
  });
  expect(decideCancel(record, request, NOON + 6)).toEqual({ kind: 'refuse', refusal: 'TOO_LATE' });
});

test.each<RegistrationState>(['cancelled', 'declined', 'expired', 'attended', 'absent'])(
  'there is nothing to cancel in a registration that is %s',
  (state) => {
    const gone: RegistrationRecord = { ...record, state };
    expect(decideCancel(gone, request, NOON)).toEqual({ kind: 'refuse', refusal: 'NOT_HELD' });
  },
);

test('cancelling sent again resumes, after the deadline too', () => {
  const cancelled: RegistrationRecord = { ...record, state: 'cancelled', requests: [...record.requests, request] };
  expect(decideCancel(cancelled, request, NOON + 99)).toEqual({ kind: 'resume' });
});

test('the request that signed up cannot cancel as well', () => {
  expect(decideCancel(record, { id: 'q1', digest: 'd2' }, NOON)).toEqual({ kind: 'refuse', refusal: 'REQUEST_REUSED' });
});
