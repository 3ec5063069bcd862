/** The emulator's time: the machine's plus an offset that tests and the console move. Functions and the store see it too. */
export class Clock {
  #offsetMs = 0;
  readonly #listeners: ((forward: boolean) => void)[] = [];

  get offsetMs(): number {
    return this.#offsetMs;
  }

  readonly now = (): number => Date.now() + this.#offsetMs;

  /** Puts the emulator's time to the machine's plus `offsetMs`. */
  move(offsetMs: number): void {
    const forward = offsetMs >= this.#offsetMs;
    this.#offsetMs = offsetMs;
    for (const listener of this.#listeners) listener(forward);
  }

  onMove(listener: (forward: boolean) => void): void {
    this.#listeners.push(listener);
  }
}
