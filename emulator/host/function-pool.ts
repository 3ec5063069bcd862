import type { Invocation } from './invocation';
import type { Invoke } from './messages';
import { type InstanceEvents, type InstanceSetting, type Outcome, RunningInstance } from './running-instance';

interface Waiting {
  invocation: Invocation;
  call: () => Invoke;
  finish: (outcome: Outcome) => void;
}

export interface PoolEvents {
  started: (instance: RunningInstance) => void;
  ended: (instance: RunningInstance) => void;
  log: (invocation: Invocation | undefined, level: string, text: string) => void;
}

/**
 * The instances of one function: started while calls wait, up to a limit, each with one call at a time; what is beyond
 * waits in the order it came. A call goes to whichever instance is free first, so a cold start delays no other call.
 */
export class FunctionPool {
  readonly instances = new Set<RunningInstance>();
  readonly #waiting: Waiting[] = [];

  constructor(
    readonly setting: InstanceSetting,
    readonly most: number,
    readonly events: PoolEvents,
  ) {}

  get waiting(): number {
    return this.#waiting.length;
  }

  run(invocation: Invocation, call: () => Invoke): Promise<Outcome> {
    return new Promise((finish) => {
      this.#waiting.push({ invocation, call, finish });
      this.#serve();
    });
  }

  /** Takes over what another pool of the same function has to give, as far as there is room. */
  adopt(instances: readonly RunningInstance[]): void {
    for (const instance of instances) {
      if (this.instances.size >= this.most) instance.kill();
      else {
        instance.startAnew(this.#eventsOf(() => instance));
        this.#add(instance);
      }
    }
  }

  /** Gives the instances that do nothing: they are this pool's no longer, and its end leaves them alone. */
  release(): RunningInstance[] {
    const idle = [...this.instances].filter((instance) => instance.state === 'idle');
    for (const instance of idle) this.instances.delete(instance);
    return idle;
  }

  /** Ends the instances that had nothing to do for `ms`. */
  stopIdle(ms: number): void {
    for (const instance of this.instances)
      if (instance.state === 'idle' && Date.now() - instance.idleSince >= ms) instance.kill();
  }

  stop(): void {
    for (const waiting of this.#waiting.splice(0))
      waiting.finish({ kind: 'failed', why: 'crash', message: 'the emulator stops' });
    for (const instance of this.instances) instance.kill();
  }

  #serve(): void {
    for (const instance of this.instances) {
      if (instance.state !== 'idle') continue;
      const next = this.#waiting.shift();
      if (next === undefined) return;
      void this.#give(instance, next);
    }
    const starting = [...this.instances].filter((instance) => instance.state === 'starting').length;
    const wanted = Math.min(this.#waiting.length - starting, this.most - this.instances.size);
    for (let n = 0; n < wanted; n += 1) this.#start();
  }

  async #give(instance: RunningInstance, next: Waiting): Promise<void> {
    next.finish(await instance.run(next.invocation, next.call()));
    this.#serve();
  }

  #start(): void {
    const instance: RunningInstance = new RunningInstance(
      this.setting,
      this.#eventsOf(() => instance),
    );
    this.#add(instance);
  }

  #eventsOf(instance: () => RunningInstance): InstanceEvents {
    return { ready: () => this.#serve(), ended: () => this.#ended(instance()), log: this.events.log };
  }

  #add(instance: RunningInstance): void {
    this.instances.add(instance);
    this.events.started(instance);
  }

  /** An instance that never loaded fails the call that waits longest, so that a broken bundle is no endless start. */
  #ended(instance: RunningInstance): void {
    this.instances.delete(instance);
    this.events.ended(instance);
    if (instance.loadError !== undefined)
      this.#waiting.shift()?.finish({ kind: 'failed', why: 'load', message: instance.loadError });
    this.#serve();
  }
}
