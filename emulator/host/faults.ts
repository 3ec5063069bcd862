import { isRecord } from '../wire/json';

export const EFFECTS = ['fail', 'delay', 'answer-lost', 'kill'] as const;
export type Effect = (typeof EFFECTS)[number];

/** One disturbance, for tests: at the n-th wire call of the next invocations that match, before or after its effect. */
export interface Fault {
  function?: string;
  op?: string;
  /** 1 is the first wire call of the invocation. */
  at: number;
  when: 'before' | 'after';
  effect: Effect;
  /** For `delay`. */
  ms: number;
  /** Invocations still to be disturbed. */
  times: number;
  /** How often it struck; an invocation with fewer wire calls than `at` is counted in `times` and never struck. */
  struck: number;
}

const isEffect = (value: unknown): value is Effect => EFFECTS.some((effect) => effect === value);
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0;

/** Reads a fault from the console's JSON; a string says what is wrong with it. */
export function readFault(input: unknown): Fault | string {
  if (!isRecord(input)) return 'a fault is an object';
  const { at, when, effect, ms = 0, times = 1 } = input;
  if (!isCount(at)) return 'at should be a whole number from 1 up';
  if (when !== 'before' && when !== 'after') return 'when should be before or after';
  if (!isEffect(effect)) return `effect should be one of ${EFFECTS.join(', ')}`;
  if (typeof ms !== 'number' || ms < 0) return 'ms should be a number from 0 up';
  if (!isCount(times)) return 'times should be a whole number from 1 up';
  if (input.function !== undefined && typeof input.function !== 'string') return 'function should be a name';
  if (input.op !== undefined && typeof input.op !== 'string') return 'op should be a name';
  const fault: Fault = { at, when, effect, ms, times, struck: 0 };
  if (input.function !== undefined) fault.function = input.function;
  if (input.op !== undefined) fault.op = input.op;
  return fault;
}

/** The faults asked for; each invocation takes its own when it begins. */
export class Faults {
  #asked: Fault[] = [];

  ask(fault: Fault): void {
    this.#asked.push(fault);
  }

  clear(): void {
    this.#asked = [];
  }

  list(): readonly Fault[] {
    return this.#asked;
  }

  /** The faults of an invocation that begins now; each is one time nearer to its end. */
  take(functionName: string, op: string): Fault[] {
    const taken = this.#asked.filter(
      (fault) =>
        fault.times > 0 &&
        (fault.function === undefined || fault.function === functionName) &&
        (fault.op === undefined || fault.op === op),
    );
    for (const fault of taken) fault.times -= 1;
    return taken;
  }
}
