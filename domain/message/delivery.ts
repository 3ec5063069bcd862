import type { Instant } from '../../types/vocabulary';
import { DAY_MS } from '../time/shanghai';
import type { MessageRecord } from './message';

export type Outcome = NonNullable<MessageRecord['outcome']>;

const MINUTE_MS = 60_000;
/** Waits after the first try, the second and the third. */
const BACK_OFF_MS = [1 * MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS] as const;
/** The first try, and one more after each wait. */
export const TRIES_MOST = BACK_OFF_MS.length + 1;

/** News of yesterday disturbs more than it tells; in the app it stands all the same. */
const FRESH_MS = DAY_MS;

/**
 * Why a message does not go out, or `undefined` where it may. An offer whose deadline has passed would only annoy, and
 * one that could not be sent often enough is left alone.
 */
export function unsendable(
  { at, offerUntil, tries }: Pick<MessageRecord, 'at' | 'tries'> & { offerUntil?: Instant },
  consented: boolean,
  now: Instant,
): Outcome | undefined {
  if (!consented) return 'no-consent';
  const late = now - at > FRESH_MS || (offerUntil !== undefined && now >= offerUntil);
  return late || tries >= TRIES_MOST ? 'given-up' : undefined;
}

/**
 * When a message that is taken now comes up again if nobody says what became of it: the run may have died, before or
 * after the platform sent it. So it counts as a try beforehand, and a run that always dies ends too.
 */
export function againAt(tries: number, now: Instant): Instant {
  return now + (BACK_OFF_MS[tries] ?? BACK_OFF_MS[2]);
}

/** How the platform took it: `refused` is its word that the person wants none, `failed` anything else. */
export type Posted = 'sent' | 'refused' | 'failed';

/** What a message's try, the `tries`-th, comes to; `undefined` where it is tried again. */
export function outcomeOf(posted: Posted, tries: number): Outcome | undefined {
  switch (posted) {
    case 'sent':
      return 'sent';
    case 'refused':
      return 'no-consent';
    case 'failed':
      return tries >= TRIES_MOST ? 'given-up' : undefined;
    default:
      return posted satisfies never;
  }
}
