import type { StoreFile } from './file';

/** What an attempt gives back that cannot go on while a transaction holds what it would write. */
export const BLOCKED: unique symbol = Symbol('blocked');

interface Waiter {
  attempt: () => boolean;
}

/**
 * Ordinary writes, one attempt after the other. An attempt that is blocked waits and is tried again whenever a transaction
 * ends, the longest waiting first, before anything that comes later.
 */
export class Turns {
  private queue: Waiter[] = [];

  constructor(
    private readonly file: StoreFile,
    private readonly beforeWaiting: () => void,
  ) {}

  get waiting(): number {
    return this.queue.length;
  }

  /** Runs `attempt` until it is not blocked; gives its result when that is on disk. */
  async run<T>(attempt: () => T | typeof BLOCKED): Promise<T> {
    let result = this.tryOnce(attempt);
    if (result === BLOCKED) {
      this.beforeWaiting();
      result = this.tryOnce(attempt);
    }
    const got = result === BLOCKED ? await this.wait(attempt) : result;
    await this.file.settled();
    if ('error' in got) throw got.error;
    return got.value;
  }

  private tryOnce<T>(attempt: () => T | typeof BLOCKED): { value: T } | { error: unknown } | typeof BLOCKED {
    this.file.open();
    try {
      const value = attempt();
      return value === BLOCKED ? BLOCKED : { value };
    } catch (error) {
      // Carried to the one who asked, when what was written before it failed is on disk.
      return { error };
    }
  }

  private wait<T>(attempt: () => T | typeof BLOCKED): Promise<{ value: T } | { error: unknown }> {
    return new Promise((resolve) => {
      this.queue.push({
        attempt: () => {
          const result = this.tryOnce(attempt);
          if (result === BLOCKED) return false;
          resolve(result);
          return true;
        },
      });
    });
  }

  /** Tries those that wait, in the order in which they came. */
  wake(): void {
    const queue = this.queue;
    this.queue = [];
    const still = queue.filter(({ attempt }) => !attempt());
    this.queue = [...still, ...this.queue];
  }
}
