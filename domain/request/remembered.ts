import type { Instant, RequestId } from '../../types/vocabulary';

/** An accepted command, as the document that it made remembers it. */
export interface AcceptedRequest {
  id: RequestId;
  /** Of the operation and its input: the same id with another input is refused. */
  digest: string;
  /** When it was accepted, where its answer says so: sent again it is answered the same. */
  at?: Instant;
}

/** How many accepted requests a document remembers; an older one sent again counts as new. */
export const REMEMBERED = 20;

/** Whether this request was accepted before: `same`, or `reused` where its id came with another input. */
export function recall(requests: readonly AcceptedRequest[], request: AcceptedRequest): 'new' | 'same' | 'reused' {
  const known = requests.find((each) => each.id === request.id);
  if (!known) return 'new';
  return known.digest === request.digest ? 'same' : 'reused';
}

/** The list with this request at its end, the oldest dropped beyond `REMEMBERED`. */
export function remember<R extends AcceptedRequest>(requests: readonly R[], request: R): R[] {
  return [...requests, request].slice(-REMEMBERED);
}
