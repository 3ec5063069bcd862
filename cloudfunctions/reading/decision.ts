import type { Moderation } from '../../domain/reading/moderation';
import type { InputOf, ReadingContract } from '../../types/contract';
import { doerOf } from '../kit/caller';
import type { WriteCall } from '../kit/operation';

export type Judging = InputOf<ReadingContract['judge']>;

/** An organizer's word on that wording, as the moderation hears it. */
export function decisionOf({ verdict, reason, wording }: Judging, { caller }: WriteCall) {
  const why = reason !== undefined && { reason };
  return { kind: 'decided' as const, verdict, by: doerOf(caller), text: wording, ...why };
}

/** Whether it is that wording which stands, and its author offers it. */
export function stands({ state, text: now }: Moderation, { wording }: Judging): boolean {
  return state !== 'draft' && now === wording;
}
