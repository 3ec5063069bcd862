import type { RunningCloud } from './cloud';

/** One command as a device sends it, again and again with the same request id until it is answered. */
export interface Command {
  fn: string;
  op: string;
  input: object;
  openid: string;
  requestId: string;
  /** What may be found nowhere once it is done. */
  erases?: string[];
  /** What ends it too: its input is good once, or for moments, and cannot be sent again. */
  outlived?: string;
  /** Fields of its answer that say when it was given, and so are others each time it is. */
  varies?: readonly string[];
}

/** Everything that a command needs made anew, so that one round never meets what another left. */
export type Prepare = (cloud: RunningCloud, tag: string) => Promise<Command>;
