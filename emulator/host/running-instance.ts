import { randomBytes } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { FunctionSpec } from './cloud-declaration';
import type { Invocation } from './invocation';
import type { FromInstance, Invoke, ToInstance } from './messages';

export type Outcome =
  | { kind: 'done'; result: string }
  | { kind: 'failed'; why: 'threw' | 'timeout' | 'crash' | 'load' | 'too-large'; message: string };

export interface InstanceEvents {
  ready: () => void;
  /** The worker is gone; nothing more comes from it. */
  ended: () => void;
  log: (invocation: Invocation | undefined, level: string, text: string) => void;
}

export interface InstanceSetting {
  spec: FunctionSpec;
  /** The bundle's `index.js`. */
  entry: string;
  /** `instance.cjs`, which runs in the worker. */
  bootstrap: string;
  environment: (instanceId: string) => Record<string, string>;
}

const MOST_RESULT_BYTES = 1024 * 1024;
/** A bundle that takes longer to load has failed to. */
const LOAD_MS = 20_000;

/** The emulator's side of one function instance: starts the worker, gives it one call at a time, ends it. */
export class RunningInstance {
  readonly id = randomBytes(9).toString('base64url');
  idleSince = Date.now();
  #state: 'starting' | 'idle' | 'busy' | 'ended' = 'starting';
  #loadError: string | undefined;
  #current: { invocation: Invocation; finish: (outcome: Outcome) => void } | undefined;
  readonly #worker: Worker;
  readonly #loading: NodeJS.Timeout;

  constructor(
    readonly setting: InstanceSetting,
    public events: InstanceEvents,
  ) {
    this.#worker = new Worker(setting.bootstrap, {
      workerData: { entry: setting.entry },
      env: setting.environment(this.id),
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: setting.spec.memoryMb },
    });
    this.#loading = setTimeout(() => this.#end('load', 'the bundle did not load in time'), LOAD_MS);
    for (const stream of [this.#worker.stdout, this.#worker.stderr])
      stream.on('data', (chunk: Buffer) =>
        this.events.log(this.invocation, 'output', chunk.toString('utf8').trimEnd()),
      );
    this.#worker.on('message', (message: FromInstance) => this.#hear(message));
    this.#worker.on('error', (error) => this.#end('crash', error.stack ?? error.message));
    this.#worker.on('exit', (code) => this.#end('crash', `the instance ended with code ${code}`));
  }

  get state(): 'starting' | 'idle' | 'busy' | 'ended' {
    return this.#state;
  }

  /** What the instance works on now; its wire calls belong to this. */
  get invocation(): Invocation | undefined {
    return this.#current?.invocation;
  }

  get loadError(): string | undefined {
    return this.#loadError;
  }

  /** Runs one call to its end, at most for the function's time limit: then the worker is ended, whatever it has done. */
  run(invocation: Invocation, call: Invoke): Promise<Outcome> {
    this.#state = 'busy';
    const seconds = this.setting.spec.timeoutSeconds;
    return new Promise((resolve) => {
      const limit = setTimeout(
        () => this.#end('timeout', `Invoking task timed out after ${seconds} seconds`),
        seconds * 1000,
      );
      const finish = (outcome: Outcome) => {
        clearTimeout(limit);
        this.#current = undefined;
        if (this.#state === 'busy') this.#state = 'idle';
        this.idleSince = Date.now();
        resolve(outcome);
      };
      this.#current = { invocation, finish };
      this.#tell(call);
    });
  }

  moveClock(offsetMs: number): void {
    if (this.#state !== 'ended') this.#tell({ kind: 'clock', offsetMs });
  }

  /** Goes on in another pool, as one that has just been loaded: its code is what stays. */
  startAnew(events: InstanceEvents): void {
    this.events = events;
    this.#tell({ kind: 'forget' });
  }

  /** Ends the worker at once, in the middle of what it does. */
  kill(): void {
    this.#end('crash', 'the instance was killed');
  }

  #tell(message: ToInstance): void {
    this.#worker.postMessage(message);
  }

  #hear(message: FromInstance): void {
    switch (message.kind) {
      case 'ready':
        clearTimeout(this.#loading);
        this.#state = 'idle';
        this.events.ready();
        break;
      case 'not-loaded':
        this.#end('load', message.error);
        break;
      case 'done':
        this.#finish(message.result);
        break;
      case 'threw':
        this.#current?.finish({ kind: 'failed', why: 'threw', message: message.error });
        break;
      case 'log':
        this.events.log(this.invocation, message.level, message.text);
        break;
      default:
        message satisfies never;
    }
  }

  #finish(result: string): void {
    const tooLarge = Buffer.byteLength(result) > MOST_RESULT_BYTES;
    const message = 'cloudfunction result size exceed limit (1MB)';
    this.#current?.finish(tooLarge ? { kind: 'failed', why: 'too-large', message } : { kind: 'done', result });
  }

  #end(why: 'crash' | 'timeout' | 'load', message: string): void {
    if (this.#state === 'ended') return;
    if (this.#state === 'starting') this.#loadError ??= message;
    this.#state = 'ended';
    clearTimeout(this.#loading);
    void this.#worker.terminate();
    this.#current?.finish({ kind: 'failed', why, message });
    this.events.ended();
  }
}
