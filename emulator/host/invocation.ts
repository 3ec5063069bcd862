import { randomUUID } from 'node:crypto';
import type { Plan } from '../store/store';
import type { Fault } from './faults';

/** What one invocation cost, with everything that the functions it called cost. */
export interface Meter {
  wireCalls: number;
  dbCalls: number;
  docsRead: number;
  /** Queries that no index served, over collections of more than a hundred documents. */
  unindexed: number;
}

export interface InvocationStart {
  function: string;
  op: string;
  /** As `getWXContext().SOURCE` says it: `wx_client`, `wx_trigger`, and `,scf` for each function in between. */
  source: string;
  openid?: string;
  /** What the function is given, as JSON text. */
  event: string;
  parent?: Invocation;
}

const SMALL_COLLECTION = 100;

/** Scanning a small collection is no fault; over more documents than this an index has to serve. */
export const isUnindexed = (plan: Plan): boolean => plan.index === 'none' && plan.of > SMALL_COLLECTION;

/** One run of one function: who asked, what it did, and which faults were put in its way. */
export class Invocation {
  readonly id = randomUUID();
  readonly meter: Meter = { wireCalls: 0, dbCalls: 0, docsRead: 0, unindexed: 0 };
  #ownCalls = 0;

  constructor(
    readonly start: InvocationStart,
    readonly faults: Fault[],
  ) {}

  /** Counts one wire call here and in every caller; gives the faults that strike it. */
  wireCall(database: boolean): Fault[] {
    this.#charge((meter) => {
      meter.wireCalls += 1;
      if (database) meter.dbCalls += 1;
    });
    this.#ownCalls += 1;
    return this.faults.filter((fault) => fault.at === this.#ownCalls);
  }

  statement(plan: Plan): void {
    this.#charge((meter) => {
      meter.docsRead += plan.read;
      if (isUnindexed(plan)) meter.unindexed += 1;
    });
  }

  #charge(add: (meter: Meter) => void): void {
    add(this.meter);
    for (let caller = this.start.parent; caller !== undefined; caller = caller.start.parent) add(caller.meter);
  }
}
