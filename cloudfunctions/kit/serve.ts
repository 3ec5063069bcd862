import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { digestOfInput, ID_BYTES, idFrom } from '../../domain/id/base32';
import type { Area, CommonRefusals, Contract, Issue, OpName, Refused } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { loadCaller } from './caller';
import { platformContext } from './cloud';
import { fields } from './fields';
import { log, scrubbed } from './log';
import { forget } from './memory';
import type { Operation } from './operation';
import type { Sweep } from './sweep';
import { Busy } from './transaction';

/** Every operation of one area of the contract; one that is missing does not compile. */
export type Operations<A extends Area> = { [K in keyof Contract[A] & string]: Operation<Extract<`${A}.${K}`, OpName>> };

export interface Service<A extends Area> {
  area: A;
  operations: Operations<A>;
  /** By the name of the timer that runs it. */
  sweeps?: Record<string, Sweep>;
}

type CommonRefused = Refused<CommonRefusals>;
type AnyAnswer = { ok: true; value: unknown } | { ok: false; refusal: string; detail: unknown };

/** An operation seen from outside its types; its schema has checked the input before it runs. */
interface AnyOperation {
  writes: boolean;
  policy: Operation<OpName>['policy'];
  schema: v.GenericSchema<unknown, unknown>;
  run(input: unknown, call: object): Promise<AnyAnswer>;
}

const envelope = v.object({
  op: v.string(),
  requestId: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/i, 'expects a ULID'))),
  input: v.exactOptional(fields, {}),
});

const MOST_ISSUES = 20;

function badInput(issues: Issue[]): CommonRefused {
  return { ok: false, refusal: 'BAD_INPUT', detail: { issues: issues.slice(0, MOST_ISSUES) } };
}

function issuesOf(found: readonly v.BaseIssue<unknown>[]): Issue[] {
  return found.map((issue) => ({ path: v.getDotPath(issue) ?? '', message: issue.message }));
}

/**
 * Digests stay in the books when a person leaves, and an input may hold a phone or a name, which are soon guessed from
 * a plain hash. So the deployment's key goes in too.
 */
function digestOf(op: string, input: unknown): string {
  return digestOfInput(`${process.env.PHONE_KEY ?? ''} ${op}`, input);
}

/** The answer to one command, from the checks at the edge to the operation's own word. */
async function answer(
  operations: Record<string, AnyOperation>,
  area: string,
  event: unknown,
  now: Instant,
): Promise<AnyAnswer> {
  const { OPENID: openid } = platformContext();
  if (!openid) return badInput([{ path: 'openid', message: 'the platform gave no identity' }]);
  const parsed = v.safeParse(envelope, event);
  if (!parsed.success) return badInput(issuesOf(parsed.issues));
  const { op, requestId, input } = parsed.output;
  const operation = Object.hasOwn(operations, op) ? operations[op] : undefined;
  if (!operation) return badInput([{ path: 'op', message: 'unknown operation' }]);
  if (operation.writes && requestId === undefined) return badInput([{ path: 'requestId', message: 'expects a ULID' }]);
  const checked = v.safeParse(operation.schema, input);
  if (!checked.success) return badInput(issuesOf(checked.issues));
  const caller = await loadCaller(openid, now);
  const needs = operation.policy(caller, now);
  if (needs) return { ok: false, refusal: 'FORBIDDEN', detail: { needs: [...needs] } } satisfies CommonRefused;
  const digest = digestOf(`${area}.${op}`, checked.output);
  const request = { id: requestId?.toUpperCase() ?? '', digest };
  const newId = () => idFrom(randomBytes(ID_BYTES));
  return operation.run(checked.output, { caller, now, request, newId, digest });
}

function failed(error: unknown, id: string): AnyAnswer {
  if (error instanceof Busy)
    return { ok: false, refusal: 'BUSY', detail: { retryAfterMs: 200 } } satisfies CommonRefused;
  log({ id, op: '', ms: 0, outcome: 'INTERNAL', error: scrubbed(error) });
  return { ok: false, refusal: 'INTERNAL', detail: { id } } satisfies CommonRefused;
}

/**
 * A timer's run. Anybody can send an event that looks like a timer's, so only the platform's own word counts: its
 * SOURCE, and that there is no OPENID.
 */
function sweepOf(sweeps: Record<string, Sweep>, event: unknown): Sweep | undefined {
  const { OPENID, SOURCE } = platformContext();
  if (SOURCE !== 'wx_trigger' || OPENID) return undefined;
  const { TriggerName: name } = (event ?? {}) as { TriggerName?: unknown };
  return typeof name === 'string' && Object.hasOwn(sweeps, name) ? sweeps[name] : undefined;
}

function opOf(event: unknown): string {
  const { op, TriggerName } = (event ?? {}) as { op?: unknown; TriggerName?: unknown };
  const name = op ?? TriggerName;
  return typeof name === 'string' && /^\w{1,40}$/.test(name) ? name : '?';
}

/** The function's entry: every call gets an answer, a refusal or, for a bug, an id that the log explains. */
export function serve<A extends Area>({ area, operations, sweeps = {} }: Service<A>) {
  // The contract ties each operation's parts together; here they are only passed on to each other.
  const table = operations as unknown as Record<string, AnyOperation>;
  const main = async (event: unknown, context?: { request_id?: string }): Promise<AnyAnswer> => {
    const startedAt = Date.now();
    const id = context?.request_id ?? idFrom(randomBytes(ID_BYTES));
    const sweep = sweepOf(sweeps, event);
    const work = sweep
      ? sweep(startedAt).then((value) => ({ ok: true as const, value }))
      : answer(table, area, event, startedAt);
    const given = await work.catch((error: unknown) => failed(error, id));
    log({ id, op: `${area}.${opOf(event)}`, ms: Date.now() - startedAt, outcome: given.ok ? 'ok' : given.refusal });
    return given;
  };
  return Object.assign(main, { forget });
}
