import { type PhaseFacts, phaseOf } from '../../../domain/signup/phase';
import type { SignUpPhase } from '../../../types/contract/activity';

const facts: PhaseFacts = { cancelled: false, preview: false, opensAt: 100, closesAt: 200, endsAt: 300, left: 1 };

test.each<[string, Partial<PhaseFacts>, number, SignUpPhase]>([
  ['the instant before sign-up opens', {}, 99, 'soon'],
  ['the instant it opens', {}, 100, 'open'],
  ['the last instant of the window', {}, 199, 'open'],
  ['the instant it closes', {}, 200, 'closed'],
  ['the last instant of the activity', {}, 299, 'closed'],
  ['the instant it ends', {}, 300, 'ended'],
  ['no place left while open', { left: 0 }, 150, 'full'],
  ['no place left before it opens', { left: 0 }, 99, 'soon'],
  ['no place left after it closed', { left: 0 }, 200, 'closed'],
  ['a preview before its end', { preview: true }, 150, 'preview'],
  ['a preview that is over', { preview: true }, 300, 'ended'],
  ['cancelled while open', { cancelled: true }, 150, 'cancelled'],
  ['cancelled and over', { cancelled: true }, 400, 'cancelled'],
  ['over before its window closes', { closesAt: 500 }, 300, 'ended'],
])('%s', (_when, change, now, phase) => {
  expect(phaseOf({ ...facts, ...change }, now)).toBe(phase);
});
