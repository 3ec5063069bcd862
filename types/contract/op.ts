import type { Role } from '../vocabulary';

/** One operation: what it takes, what it gives, and what it may refuse with the facts a person needs. */
export interface Op<Input, Value, Refusals = Record<never, never>> {
  input: Input;
  value: Value;
  refusals: Refusals;
}

/** One thing wrong with an input: `path` like `answers.size`, empty for the body itself. */
export interface Issue {
  path: string;
  message: string;
}

/** What any operation may refuse, beside its own. */
export interface CommonRefusals {
  /** The input does not have the declared shape; nothing was looked up or changed. */
  BAD_INPUT: { issues: Issue[] };
  /** The caller has none of the roles, or has them for another scope. */
  FORBIDDEN: { needs: Role[] };
  /** The request id was used for an accepted command with other input. */
  REQUEST_REUSED: Record<never, never>;
  /** Too many at once changed the same thing; the same request may be sent again at once. */
  BUSY: { retryAfterMs: number };
  /** A bug; the log explains the id. */
  INTERNAL: { id: string };
}

export type RefusalsOf<O> = O extends Op<infer _I, infer _V, infer R> ? R & CommonRefusals : never;
export type InputOf<O> = O extends Op<infer I, infer _V, infer _R> ? I : never;
export type ValueOf<O> = O extends Op<infer _I, infer V, infer _R> ? V : never;

/** One refusal as it travels: a stable code and its details. */
export type Refused<R> = { [K in keyof R & string]: { ok: false; refusal: K; detail: R[K] } }[keyof R & string];
export type Accepted<V> = { ok: true; value: V };
export type Answer<O> = Accepted<ValueOf<O>> | Refused<RefusalsOf<O>>;

/** One page of a list; `next` is absent on the last one. */
export interface Page<T> {
  items: T[];
  next?: string;
}
