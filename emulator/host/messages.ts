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

export type ToInstance = Invoke | ClockMoved;

export type FromInstance =
  | { kind: 'ready' }
  | { kind: 'not-loaded'; error: string }
  | { kind: 'done'; result: string }
  | { kind: 'threw'; error: string }
  | { kind: 'log'; level: string; text: string };
