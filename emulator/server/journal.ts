import type { Clock } from '../host/clock';
import type { Finished } from '../host/function-host';
import { type Invocation, isUnindexed } from '../host/invocation';
import type { Log } from '../host/log';
import type { Plan } from '../store/store';
import { isRecord, parseJson } from '../wire/json';
import { queryShape } from '../wire/query-shape';

export interface CallEntry {
  id: string;
  at: string;
  function: string;
  op: string;
  source: string;
  ms: number;
  wireCalls: number;
  dbCalls: number;
  docsRead: number;
  unindexed: number;
  /** `ok`, the refusal's code, or why the run failed. */
  outcome: string;
}

export interface UnindexedEntry {
  collection: string;
  filter: unknown;
  index: 'none';
  /** Documents read by the last of them. */
  read: number;
  times: number;
  function: string;
  op: string;
}

const KEPT = 1000;
/** Kinds of unindexed queries that are told apart; a filter may name fields without end. */
const MOST_SHAPES = 500;

/** What a function answered, in a word; the answer itself is never kept. */
function outcomeOf(result: string): string {
  if (result.startsWith('{"ok":true')) return 'ok';
  if (!result.includes('"refusal"')) return 'ok';
  const answer = parseJson(result);
  return isRecord(answer) && answer.ok === false && typeof answer.refusal === 'string' ? answer.refusal : 'ok';
}

/** What happened, for the console and the log: every call with its cost, and every query that no index served. */
export class Journal {
  readonly calls: CallEntry[] = [];
  readonly #unindexed = new Map<string, UnindexedEntry>();

  constructor(
    readonly clock: Clock,
    readonly log: Log,
  ) {}

  unindexed(): UnindexedEntry[] {
    return [...this.#unindexed.values()];
  }

  statement(plan: Plan, filter: unknown, invocation: Invocation | undefined): void {
    invocation?.statement(plan);
    if (!isUnindexed(plan)) return;
    const shape = queryShape(filter);
    const { function: functionName = '', op = '' } = invocation?.start ?? {};
    const key = JSON.stringify([plan.collection, shape, functionName, op]);
    if (this.#unindexed.size >= MOST_SHAPES && !this.#unindexed.has(key)) return;
    const times = (this.#unindexed.get(key)?.times ?? 0) + 1;
    const { collection, read } = plan;
    this.#unindexed.set(key, { collection, filter: shape, index: 'none', read, times, function: functionName, op });
  }

  finished({ invocation, outcome, ms }: Finished): void {
    const { function: functionName, op, source } = invocation.start;
    const entry: CallEntry = {
      id: invocation.id,
      at: new Date(this.clock.now()).toISOString(),
      function: functionName,
      op,
      source,
      ms: Math.round(ms * 10) / 10,
      ...invocation.meter,
      outcome: outcome.kind === 'done' ? outcomeOf(outcome.result) : outcome.why,
    };
    this.calls.push(entry);
    if (this.calls.length > KEPT) this.calls.shift();
    const error = outcome.kind === 'failed' ? { error: outcome.message } : {};
    this.log.write({ ...entry, event: 'call', requestId: entry.id, ...error });
  }

  bug(error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.log.write({ at: new Date(this.clock.now()).toISOString(), event: 'bug', error: text });
  }
}
