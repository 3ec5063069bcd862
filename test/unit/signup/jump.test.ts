import { decideJump } from '../../../domain/signup/jump';
import { NOON } from '../../support/plans';
import { recordIn, STATES } from '../../support/records';

const request = { id: 'q2', digest: 'd2' };

test('who waits stands on the page before all others, and is still to be taken out of where they stood', () => {
  const before = recordIn('waitlisted');
  expect(decideJump(before, request, NOON)).toEqual({
    kind: 'change',
    next: {
      ...before,
      queuePage: 0,
      jumpedFrom: 3,
      requests: [...before.requests, request],
      pending: true,
      dueAt: NOON + 20_000,
    },
  });
});

test('who stands at the head already is taken out of nowhere', () => {
  const decision = decideJump({ ...recordIn('waitlisted'), queuePage: 0 }, request, NOON);
  expect(decision.kind === 'change' && decision.next).toMatchObject({ queuePage: 0, state: 'waitlisted' });
  expect(decision.kind === 'change' && decision.next).not.toHaveProperty('jumpedFrom');
});

test.each(STATES.filter((state) => state !== 'waitlisted'))('who is %s does not wait', (state) => {
  expect(decideJump(recordIn(state), request, NOON)).toEqual({ kind: 'refuse', refusal: 'NOT_WAITLISTED' });
});

test('the same command again changes nothing, in whatever state, and with another input is refused', () => {
  for (const state of STATES) {
    const record = { ...recordIn(state), requests: [request] };
    expect(decideJump(record, request, NOON)).toEqual({ kind: 'resume' });
    const other = { ...request, digest: 'd9' };
    expect(decideJump(record, other, NOON)).toEqual({ kind: 'refuse', refusal: 'REQUEST_REUSED' });
  }
});
