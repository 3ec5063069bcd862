import type { OpName, OpOf } from '../../types/contract';
import type { RefusalsOf } from '../../types/contract/op';
import type { Instant } from '../../types/vocabulary';

/** What a person can do after a refusal; the screen offers it as one button. */
export type NextStep =
  | 'again'
  | 'again-or-ask'
  | 'reload'
  | 'join'
  | 'choose-other'
  | 'browse'
  | 'see-ticket'
  | 'see-registrations'
  | 'see-vouchers'
  | 'see-points'
  | 'reread-notice'
  | 'ask-for-help'
  | 'none';

export interface Refusal {
  title: string;
  text: string;
  next: NextStep;
}

/** What never reached the server, or whose answer never came back. */
export interface LostRefusals {
  OFFLINE: Record<never, never>;
  TIMEOUT: Record<never, never>;
}

type Refusals<N extends OpName> = N extends OpName ? RefusalsOf<OpOf<N>> : never;
type AnyRefusals = Refusals<OpName> | LostRefusals;
type KeysOf<U> = U extends unknown ? keyof U & string : never;
/** Every code that any operation of the contract may refuse with, and those of a lost call. */
export type RefusalCode = KeysOf<AnyRefusals>;
/** The details of a code, over all operations that use it. */
export type DetailOf<C extends RefusalCode> = AnyRefusals extends infer U
  ? U extends unknown
    ? C extends keyof U
      ? U[C]
      : never
    : never
  : never;

/** Any refusal at all, as it comes back from a call. */
export type AnyRefused = { [C in RefusalCode]: { refusal: C; detail: DetailOf<C> } }[RefusalCode];

/** The words of every code. */
export type Words = { [C in RefusalCode]: (detail: DetailOf<C>, now: Instant) => Refusal };
