import { join } from 'node:path';
import { isRecord } from '../wire/json';
import type { Clock } from './clock';
import type { CloudSpec, FunctionSpec } from './cloud-declaration';
import type { Faults } from './faults';
import { FunctionPool } from './function-pool';
import { Invocation, type InvocationStart } from './invocation';
import type { Log } from './log';
import type { Invoke } from './messages';
import type { Outcome, RunningInstance } from './running-instance';

export interface HostSetting {
  cloud: CloudSpec;
  /** Folder of the built functions. */
  folder: string;
  /** `instance.cjs`, built beside the emulator. */
  bootstrap: string;
  /** Instances of one function at most. */
  instances: number;
  /** How long an instance with nothing to do is kept. */
  idleMs: number;
  clock: Clock;
  faults: Faults;
  log: Log;
  /** Where the emulator listens. */
  baseUrl: string;
}

export interface Finished {
  invocation: Invocation;
  outcome: Outcome;
  ms: number;
}

/** The environment and mini-program that functions believe to be in. */
export const ENVIRONMENT = 'local-env';
const APPID = 'wx0000000000000000';
/** How often it is looked for instances with nothing to do. */
const SWEEP_MS = 10_000;

/** What is passed on of the emulator's own environment, beside the names that a function declares: nothing. */
function instanceEnvironment(spec: FunctionSpec, wireUrl: string): Record<string, string> {
  const declared = spec.environment.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(declared),
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: wireUrl }),
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    SCF_NAMESPACE: ENVIRONMENT,
    TCB_ENV: ENVIRONMENT,
    TENCENTCLOUD: 'true',
    SILENCE: 'true',
    TZ: 'UTC',
  };
}

/** The variables of one call: a timer has no openid, and neither has a call that came through another function. */
function callEnvironment(start: InvocationStart): Record<string, string> {
  const variables = { TCB_SOURCE: start.source, WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID' };
  return start.openid === undefined ? variables : { ...variables, WX_OPENID: start.openid, WX_APPID: APPID };
}

/** Runs functions: finds the pool of each, gives every call its identity and its time, and hears of every end. */
export class FunctionHost {
  readonly #pools = new Map<string, FunctionPool>();
  readonly #instances = new Map<string, RunningInstance>();
  readonly #sweep: NodeJS.Timeout;
  readonly #finished: ((finished: Finished) => void)[] = [];

  /** `former`: whose idle instances go on here; it is to be stopped next. */
  constructor(
    readonly setting: HostSetting,
    former?: FunctionHost,
  ) {
    for (const spec of setting.cloud.functions) {
      const pool = this.#poolOf(spec);
      this.#pools.set(spec.name, pool);
      pool.adopt(former?.release(spec.name) ?? []);
    }
    this.#sweep = setInterval(
      () => {
        for (const pool of this.#pools.values()) pool.stopIdle(setting.idleMs);
      },
      Math.min(SWEEP_MS, setting.idleMs),
    );
    this.#sweep.unref();
    setting.clock.onMove(() => {
      for (const instance of this.#instances.values()) instance.moveClock(setting.clock.offsetMs);
    });
  }

  has(name: string): boolean {
    return this.#pools.has(name);
  }

  specOf(name: string): FunctionSpec | undefined {
    return this.#pools.get(name)?.setting.spec;
  }

  instance(id: string): RunningInstance | undefined {
    return this.#instances.get(id);
  }

  onFinished(listener: (finished: Finished) => void): void {
    this.#finished.push(listener);
  }

  /** Runs a function once. The name has to be one that `has` knows. */
  async invoke(start: InvocationStart): Promise<Finished> {
    const pool = this.#pools.get(start.function);
    if (pool === undefined) throw new Error(`no function ${start.function}`);
    const invocation = new Invocation(start, this.setting.faults.take(start.function, start.op));
    const began = performance.now();
    const outcome = await pool.run(invocation, () => this.#callOf(pool.setting.spec, invocation));
    const finished = { invocation, outcome, ms: performance.now() - began };
    for (const listener of this.#finished) listener(finished);
    return finished;
  }

  state(): { function: string; id: string; state: string }[] {
    return [...this.#instances.values()].map((instance) => ({
      function: instance.setting.spec.name,
      id: instance.id,
      state: instance.state,
    }));
  }

  /** Gives the instances of a function that do nothing. */
  release(name: string): RunningInstance[] {
    return this.#pools.get(name)?.release() ?? [];
  }

  waiting(name: string): number {
    return this.#pools.get(name)?.waiting ?? 0;
  }

  stop(): void {
    clearInterval(this.#sweep);
    for (const pool of this.#pools.values()) pool.stop();
  }

  #callOf(spec: FunctionSpec, invocation: Invocation): Invoke {
    return {
      kind: 'invoke',
      event: invocation.start.event,
      context: {
        request_id: invocation.id,
        function_name: spec.name,
        memory_limit_in_mb: spec.memoryMb,
        time_limit_in_ms: spec.timeoutSeconds * 1000,
      },
      environment: callEnvironment(invocation.start),
      offsetMs: this.setting.clock.offsetMs,
    };
  }

  #poolOf(spec: FunctionSpec): FunctionPool {
    const setting = {
      spec,
      entry: join(this.setting.folder, spec.name, 'index.js'),
      bootstrap: this.setting.bootstrap,
      environment: (id: string) => instanceEnvironment(spec, `${this.setting.baseUrl}/admin/${id}`),
    };
    return new FunctionPool(setting, this.setting.instances, {
      started: (instance) => this.#instances.set(instance.id, instance),
      ended: (instance) => this.#instances.delete(instance.id),
      log: (invocation, level, text) =>
        this.setting.log.write({
          at: new Date(this.setting.clock.now()).toISOString(),
          event: 'console',
          function: spec.name,
          requestId: invocation?.id,
          level,
          text,
        }),
    });
  }
}

/** The operation that an event names, for the log, the console and faults. */
export const opOf = (event: unknown): string => (isRecord(event) && typeof event.op === 'string' ? event.op : '');
