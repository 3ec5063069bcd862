/** A call on its way to a cloud function. */
export interface Sending {
  /** The function, which is the area of the operation. */
  area: string;
  body: { op: string; requestId: string; input: unknown };
  timeoutMs: number;
}

/**
 * What became of it. `offline`: this device has no network, nothing was sent. `lost`: it may have arrived and may
 * have been done; only the same request id, sent again, tells.
 */
export type Delivery = { kind: 'answered'; answer: unknown } | { kind: 'offline' } | { kind: 'lost'; slow: boolean };

/** What each platform brings: a way to send, and bytes nobody can guess. */
export interface Transport {
  send(sending: Sending): Promise<Delivery>;
  randomBytes(count: number): Promise<Uint8Array>;
}
