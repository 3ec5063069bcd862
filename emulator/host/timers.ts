import type { Clock } from './clock';
import { nextRun, type Schedule } from './cron';
import type { Finished, FunctionHost } from './function-host';

export interface Timer {
  function: string;
  name: string;
  cron: string;
  schedule: Schedule;
  /** Milliseconds of the emulator's time; absent where it never runs again. */
  next: number | undefined;
}

const LONGEST_SLEEP_MS = 60_000;

/**
 * Runs what is declared to run at times, by the emulator's clock. Moving the clock forward over many runs of a timer
 * runs it once: the platform replays nothing either.
 */
export class Timers {
  readonly list: Timer[];
  #sleep: NodeJS.Timeout | undefined;

  constructor(
    readonly host: FunctionHost,
    readonly clock: Clock,
    /** Off: nothing runs by itself, `run` alone does. */
    readonly on: boolean,
  ) {
    this.list = host.setting.cloud.functions.flatMap((spec) =>
      spec.timers.map((timer) => ({ ...timer, function: spec.name, next: nextRun(timer.schedule, clock.now()) })),
    );
    clock.onMove((forward) => {
      if (!forward || !on) this.#plan();
      this.#runDue();
    });
  }

  start(): void {
    this.#plan();
    this.#runDue();
  }

  stop(): void {
    clearTimeout(this.#sleep);
  }

  find(functionName: string, name: string): Timer | undefined {
    return this.list.find((timer) => timer.function === functionName && timer.name === name);
  }

  /** Runs a timer now, whenever it is due: with the platform's event, SOURCE `wx_trigger` and no openid. */
  run(timer: Timer): Promise<Finished> {
    const time = new Date(Math.floor(this.clock.now() / 1000) * 1000).toISOString().replace('.000', '');
    return this.host.invoke({
      function: timer.function,
      op: timer.name,
      source: 'wx_trigger',
      event: JSON.stringify({ Type: 'Timer', TriggerName: timer.name, Time: time, Message: '' }),
    });
  }

  #plan(): void {
    for (const timer of this.list) timer.next = nextRun(timer.schedule, this.clock.now());
  }

  #runDue(): void {
    clearTimeout(this.#sleep);
    if (!this.on) return;
    const now = this.clock.now();
    for (const timer of this.list) {
      if (timer.next === undefined || timer.next > now) continue;
      timer.next = nextRun(timer.schedule, now);
      void this.run(timer);
    }
    const soonest = Math.min(...this.list.map((timer) => timer.next ?? Number.POSITIVE_INFINITY));
    const wait = Math.min(Math.max(soonest - now, 1), LONGEST_SLEEP_MS);
    this.#sleep = setTimeout(() => this.#runDue(), wait);
    this.#sleep.unref();
  }
}
