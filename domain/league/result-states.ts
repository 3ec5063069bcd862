import type { FixtureState } from '../../types/contract';

export { FIXTURE_STATES, type FixtureState } from '../../types/contract';

export const FIXTURE_EVENTS = [
  /** A captain says how it ended, or says it anew. */
  'report',
  /** The other captain says the same, or nothing for too long. */
  'agree',
  'dispute',
  /** The captain who reported takes it back. */
  'take-back',
  /** A referee or organizer enters how it ended. */
  'enter',
  /** They give the match to the side that was there, or to neither. */
  'award',
  /** It never counted: it is to be played again, or something before it was wrong. */
  'void',
] as const;
export type FixtureEvent = (typeof FIXTURE_EVENTS)[number];

const NEXT: Record<FixtureState, Partial<Record<FixtureEvent, FixtureState>>> = {
  unplayed: { report: 'reported', enter: 'confirmed', award: 'walkover' },
  reported: {
    report: 'reported',
    agree: 'confirmed',
    dispute: 'disputed',
    'take-back': 'unplayed',
    enter: 'confirmed',
    award: 'walkover',
    void: 'unplayed',
  },
  disputed: { enter: 'confirmed', award: 'walkover', void: 'unplayed' },
  confirmed: { enter: 'confirmed', award: 'walkover', void: 'unplayed' },
  walkover: { enter: 'confirmed', award: 'walkover', void: 'unplayed' },
};

/** The state after the event, or `undefined` where the event cannot happen in that state. */
export function after(state: FixtureState, event: FixtureEvent): FixtureState | undefined {
  return NEXT[state][event];
}

/** States whose result counts: changing it is a correction, which looks at everything behind it first. */
export const COUNTING: readonly FixtureState[] = ['confirmed', 'walkover'];
