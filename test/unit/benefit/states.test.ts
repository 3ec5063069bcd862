import { after, REDEMPTION_EVENTS, type RedemptionEvent, stateAt } from '../../../domain/benefit/redemption';
import type { RedemptionState } from '../../../types/contract';
import { redemptionIn } from '../../support/benefits';

/** Written out, so that a state added to the contract does not compile here before somebody thought of its tests. */
const EVERY: Record<RedemptionState, true> = {
  valid: true,
  given: true,
  verified: true,
  cancelled: true,
  expired: true,
};
const STATES = Object.keys(EVERY) as RedemptionState[];

/** State before, event, state after. Nothing else can happen: what was given, cancelled or has expired stays that. */
const ALLOWED: [RedemptionState, RedemptionEvent, RedemptionState][] = [
  ['valid', 'verify', 'verified'],
  ['valid', 'cancel', 'cancelled'],
  ['valid', 'expire', 'expired'],
  ['verified', 'undo-verify', 'valid'],
];

const cells = STATES.flatMap((state) =>
  REDEMPTION_EVENTS.map((event) => ({
    state,
    event,
    next: ALLOWED.find(([from, what]) => from === state && what === event)?.[2],
  })),
);

test.each(cells)('a redemption that is $state and meets $event becomes $next', ({ state, event, next }) => {
  expect(after(state, event)).toBe(next);
});

test.each(STATES)(
  '%s: at the first instant past its end what is valid counts as expired, and nothing else changes',
  (state) => {
    const record = redemptionIn(state);
    expect(stateAt(record, record.useUntil - 1)).toBe(state);
    expect(stateAt(record, record.useUntil)).toBe(state === 'valid' ? 'expired' : state);
  },
);
