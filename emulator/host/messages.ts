/** What the emulator and a function instance say to each other; an instance is a worker with an environment of its own. */

export interface InstanceData {
  /** The bundle's `index.js`. */
  entry: string;
}

export interface Invoke {
  kind: 'invoke';
  event: string;
  context: { request_id: string; function_name: string; memory_limit_in_mb: number; time_limit_in_ms: number };
  /** The platform's variables of this one call; those that are absent are taken away. */
  environment: Record<string, string>;
  offsetMs: number;
}

export interface ClockMoved {
  kind: 'clock';
  offsetMs: number;
}

/** The instance goes on in a cloud that begins anew: a `main` that keeps anything in memory drops it by its `forget`. */
export interface Forget {
  kind: 'forget';
}

export type ToInstance = Invoke | ClockMoved | Forget;

export type FromInstance =
  | { kind: 'ready' }
  | { kind: 'not-loaded'; error: string }
  | { kind: 'done'; result: string }
  | { kind: 'threw'; error: string }
  | { kind: 'log'; level: string; text: string };
